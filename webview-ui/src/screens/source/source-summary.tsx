import * as l10n from '@vscode/l10n';
import type { RequirementView, SourceState } from '../../../../src/shared/wizard/source-state';
import { useSend } from '../../state/use-wizard';
import { LinkButton } from '../../ui/link-button';
import { SeverityText } from '../../ui/severity-text';
import { requirementCount } from '../kind-names';
import { RequirementReview } from './requirement-review';
import { TalkSummary } from './talk-summary';
import { UnreadPassages } from './unread-passages';

type Summary = NonNullable<SourceState['summary']>;

/** What was found in the source: requirements, what is out of scope, and findings. */
export function SourceSummary({ path, summary }: { readonly path: string; readonly summary: Summary }) {
  const send = useSend();
  const open = (line: number, file = path) => send({ type: 'openFile', path: file, line });
  const { requirements, outOfScope, unread, findings, corrections, correctionsPath } = summary;
  return (
    <section className="summary" aria-labelledby="summary-title">
      <h2 id="summary-title">{summary.title}</h2>
      {requirements.length === 0 ? (
        <p className="empty">
          {l10n.t('No requirement was found in it. The spec would have nothing to cover.')}
        </p>
      ) : (
        <ul className="counts" aria-label={l10n.t('Requirements by kind')}>
          {countByKind(requirements).map(([kind, count]) => (
            <li key={kind}>{requirementCount(kind, count)}</li>
          ))}
        </ul>
      )}
      <RequirementReview
        requirements={requirements}
        corrections={corrections}
        correctionsPath={correctionsPath}
        onOpen={open}
      />
      <UnreadPassages
        key={path}
        sections={unread}
        more={summary.unreadMore ?? 0}
        opened={requirements.length === 0}
        onOpen={open}
      />
      {summary.talk ? <TalkSummary talk={summary.talk} onOpen={open} /> : null}
      {findings.length > 0 ? (
        <>
          <h3>{l10n.t('Findings')}</h3>
          <ul className="line-list">
            {findings.map((finding, index) => (
              <li key={index}>
                <SeverityText severity={finding.severity}>{finding.message}</SeverityText>
                <LineLink line={finding.line} about={finding.message} onOpen={open} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {outOfScope.length > 0 ? (
        <>
          <h3>{l10n.t('Out of scope')}</h3>
          <ul className="line-list">
            {outOfScope.map((item, index) => (
              <li key={index}>
                <span>{item.text}</span>
                <LineLink line={item.line} about={item.text} onOpen={open} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}

interface LineLinkProps {
  readonly line: number;
  readonly about: string;
  readonly onOpen: (line: number) => void;
}

function LineLink({ line, about, onOpen }: LineLinkProps) {
  return (
    <LinkButton label={l10n.t('Line {0}: {1}', line, about)} onClick={() => onOpen(line)}>
      {l10n.t('Line {0}', line)}
    </LinkButton>
  );
}

/** Kinds in order of first appearance. */
function countByKind(requirements: readonly RequirementView[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { kind } of requirements) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts];
}
