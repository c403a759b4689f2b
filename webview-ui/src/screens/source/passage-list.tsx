import * as l10n from '@vscode/l10n';
import { useState } from 'react';
import type { PassageView } from '../../../../src/shared/wizard/source-state';
import { LinkButton } from '../../ui/link-button';
import { RowButton } from '../../ui/row-button';
import { moveBetweenRows } from '../../ui/row-stop';

/** A passage with what is said below it. */
export interface PassageRow {
  readonly passage: PassageView;
  /** Where it stands and as what it was read; `null` where the list says it. */
  readonly note: string | null;
}

interface PassageListProps {
  /** Name of the list. */
  readonly label: string;
  readonly rows: readonly PassageRow[];
  readonly onOpen: (line: number) => void;
  /** @param beside keys of the buttons after and before it */
  readonly onPromote: (passage: PassageView, beside: readonly string[]) => void;
}

/** Key of the button of a passage, see `useFocusAfter`. */
function promoteKey({ line, text }: PassageView): string {
  return `promote ${line} ${text}`;
}

/** Keys of which none is there twice: a line may hold the same words again. */
export function distinctKeys(keys: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return keys.map((key) => {
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return before === 0 ? key : `${key} ${before}`;
  });
}

/** Passages, each with its line and the button that makes it a requirement. For Tab it is one row, the arrows move on. */
export function PassageList({ label, rows, onOpen, onPromote }: PassageListProps) {
  const [last, setLast] = useState<string | null>(null);
  const keys = distinctKeys(rows.map(({ passage }) => promoteKey(passage)));
  const current = last !== null && keys.includes(last) ? last : keys[0];
  return (
    <ul
      className="passage-list"
      aria-label={l10n.t('{0}; arrow keys move from row to row', label)}
      onKeyDown={moveBetweenRows}
    >
      {rows.map(({ passage, note }, index) => {
        const { line, text } = passage;
        const key = keys[index] ?? '';
        const stop = (column: string) => ({ column, current: key === current });
        return (
          <li key={key} onFocus={() => setLast(key)}>
            <LinkButton
              label={l10n.t('Line {0}: {1}', line, text)}
              stop={stop('line')}
              onClick={() => onOpen(line)}
            >
              {l10n.t('Line {0}', line)}
            </LinkButton>
            <span className="passage-text">
              {text}
              {note === null ? null : <span className="muted">{note}</span>}
            </span>
            <RowButton
              text={l10n.t('Make it a requirement')}
              label={l10n.t('Make it a requirement: {0}', text)}
              icon="add"
              focusKey={key}
              stop={stop('promote')}
              onClick={() =>
                onPromote(
                  passage,
                  [keys[index + 1], keys[index - 1]].flatMap((one) => one ?? []),
                )
              }
            />
          </li>
        );
      })}
    </ul>
  );
}
