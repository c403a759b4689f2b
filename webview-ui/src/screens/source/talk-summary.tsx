import * as l10n from '@vscode/l10n';
import type { TalkView } from '../../../../src/shared/wizard/source-state';
import { LinkButton } from '../../ui/link-button';

interface TalkSummaryProps {
  readonly talk: TalkView;
  readonly onOpen: (line: number) => void;
}

/** What a conversation settled, left open, and said before what holds now, each with its line. */
export function TalkSummary({ talk, onOpen }: TalkSummaryProps) {
  return (
    <>
      <Lines title={l10n.t('Replaced')} items={talk.superseded.map(replaced)} onOpen={onOpen} struck />
      <Lines title={l10n.t('Decisions')} items={talk.decisions} onOpen={onOpen} />
      <Lines title={l10n.t('Left open')} items={talk.openPoints} onOpen={onOpen} />
    </>
  );
}

interface TalkLine {
  readonly text: string;
  readonly line: number;
  readonly note?: string;
}

function replaced({ text, line, by }: TalkView['superseded'][number]): TalkLine {
  return { text, line, note: by === null ? l10n.t('taken back') : l10n.t('now {0}', by) };
}

function Lines({
  title,
  items,
  onOpen,
  struck = false,
}: {
  readonly title: string;
  readonly items: readonly TalkLine[];
  readonly onOpen: (line: number) => void;
  readonly struck?: boolean;
}) {
  if (items.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className="line-list">
        {items.map(({ text, line, note }, index) => (
          <li key={index}>
            <span>
              {struck ? <s className="replaced">{text}</s> : text}
              {note === undefined ? null : <span className="line-note"> {note}</span>}
            </span>
            <LinkButton label={l10n.t('Line {0}: {1}', line, text)} onClick={() => onOpen(line)}>
              {l10n.t('Line {0}', line)}
            </LinkButton>
          </li>
        ))}
      </ul>
    </>
  );
}
