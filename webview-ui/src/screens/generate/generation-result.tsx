import * as l10n from '@vscode/l10n';
import { useState } from 'react';
import type { GenerateState } from '../../../../src/shared/wizard/generate-state';
import type { FindingView } from '../../../../src/shared/wizard/source-state';
import { useSend } from '../../state/use-wizard';
import { Button } from '../../ui/button';
import { LinkButton } from '../../ui/link-button';
import { SeverityText } from '../../ui/severity-text';
import { DraftActuals } from './draft-cost';
import { coverageCount, errorCount, failingCount, warningCount } from './generation-phase';

type Result = NonNullable<GenerateState['result']>;

interface GenerationResultProps {
  readonly result: Result;
  /** Whether the draft ended before it was whole. */
  readonly halfWritten: boolean;
}

/** What came out: counted, each error named, and where to go from here. */
export function GenerationResult({ result, halfWritten }: GenerationResultProps) {
  const send = useSend();
  const { path, actuals } = result;
  return (
    <>
      {halfWritten ? (
        // What is not written yet can not cover anything: its findings are no verdict.
        <details className="details">
          <summary>{l10n.t('Findings in the part that is written')}</summary>
          <Verdict result={result} halfWritten />
        </details>
      ) : (
        <Verdict result={result} halfWritten={false} />
      )}
      {actuals ? <DraftActuals actuals={actuals} /> : null}
      <div className="button-row">
        <Button
          appearance={halfWritten ? 'secondary' : 'primary'}
          onClick={() => send({ type: 'openFile', path })}
        >
          {l10n.t('Open the Spec')}
        </Button>
        <Button onClick={() => send({ type: 'goTo', step: 'source' })}>{l10n.t('New Draft')}</Button>
      </div>
    </>
  );
}

function Verdict({ result, halfWritten }: GenerationResultProps) {
  const { path, errors, warnings, requirements, covered, outOfScope, findings } = result;
  const complete = covered + outOfScope >= requirements;
  // Of half a spec nothing is said to be all right.
  const none = halfWritten ? 'info' : 'pass';
  const ofSeverity = (severity: FindingView['severity']) =>
    findings.filter((finding) => finding.severity === severity);
  return (
    <div className="verdict">
      <ul className="result-list">
        <li>
          <SeverityText severity={complete ? none : 'error'}>
            {coverageCount(covered, requirements)}
            {outOfScope > 0 ? ` ${l10n.t('({0} out of scope)', outOfScope)}` : null}
          </SeverityText>
        </li>
        <li>
          <SeverityText severity={errors === 0 ? none : 'error'}>
            <Count count={errors} text={errorCount(result)} />
          </SeverityText>
        </li>
        <li>
          <SeverityText severity={warnings === 0 ? none : 'warning'}>
            <Count count={warnings} text={warningCount(result)} />
          </SeverityText>
        </li>
        {result.failing === 0 ? null : (
          <li>
            <SeverityText severity="error">{failingCount(result.failing)}</SeverityText>
          </li>
        )}
      </ul>
      {errors === 0 ? null : <Findings path={path} findings={ofSeverity('error')} count={errors} />}
      {warnings === 0 ? null : (
        <details className="details">
          <summary>{l10n.t('Warnings')}</summary>
          <Findings path={path} findings={ofSeverity('warning')} count={warnings} />
        </details>
      )}
    </div>
  );
}

/** A number of findings; where there are any, it opens the Problems panel. */
function Count({ count, text }: { readonly count: number; readonly text: string }) {
  const send = useSend();
  if (count === 0) return text;
  return (
    <LinkButton
      label={l10n.t('{0}, open the Problems panel', text)}
      onClick={() => send({ type: 'openProblems' })}
    >
      {text}
    </LinkButton>
  );
}

interface FindingsProps {
  readonly path: string;
  readonly findings: readonly FindingView[];
  /** How many there are, those that are not shown included. */
  readonly count: number;
}

/** So many are shown at once: a list that scrolls within the page takes the mouse wheel from it. */
const mostAtOnce = 5;

function Findings({ path, findings, count }: FindingsProps) {
  const send = useSend();
  const [isWhole, setWhole] = useState(false);
  // One more fits in the line that would offer it.
  const hidden = isWhole || findings.length <= mostAtOnce + 1 ? 0 : findings.length - mostAtOnce;
  return (
    <>
      <ul className="line-list">
        {findings.slice(0, findings.length - hidden).map(({ severity, message, line }, index) => (
          <li key={index}>
            <SeverityText severity={severity}>{message}</SeverityText>
            <LinkButton
              label={l10n.t('Line {0}: {1}', line, message)}
              onClick={() => send({ type: 'openFile', path, line })}
            >
              {l10n.t('Line {0}', line)}
            </LinkButton>
          </li>
        ))}
      </ul>
      {hidden > 0 || isWhole ? (
        <p>
          <LinkButton onClick={() => setWhole(!isWhole)}>
            {isWhole ? l10n.t('Show fewer') : l10n.t('{0} more', hidden)}
          </LinkButton>
        </p>
      ) : null}
      {hidden === 0 && count > findings.length ? (
        <p className="field-hint">{l10n.t('and {0} more', count - findings.length)}</p>
      ) : null}
    </>
  );
}
