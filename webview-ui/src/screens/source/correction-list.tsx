import * as l10n from '@vscode/l10n';
import type { CorrectionView } from '../../../../src/shared/wizard/source-state';
import { Button } from '../../ui/button';
import { RowButton } from '../../ui/row-button';
import { SeverityText } from '../../ui/severity-text';

interface CorrectionListProps {
  readonly corrections: readonly CorrectionView[];
  /** Where they are kept, or `null`. */
  readonly path: string | null;
  readonly onUndo: (index: number) => void;
  readonly onReset: () => void;
}

/** What the person set right, each with the way back. */
export function CorrectionList({ corrections, path, onUndo, onReset }: CorrectionListProps) {
  if (corrections.length === 0) return null;
  return (
    <div className="corrections">
      <h3>
        {l10n.t('Corrections')} <span className="heading-count">{corrections.length}</span>
      </h3>
      <p className="field-hint">
        {path === null
          ? l10n.t('They are kept with this wizard until the spec has a path.')
          : l10n.t(
              'They are kept in {0} and hold when the document is edited, too. One that no longer fits waits: it is named here, and what it made stays in the spec.',
              path,
            )}
      </p>
      <ul className="correction-list">
        {corrections.map(({ text, problem }, index) => (
          <li key={index}>
            <span className="correction-text">
              {text}
              {problem === null ? null : <SeverityText severity="warning">{problem}</SeverityText>}
            </span>
            <RowButton
              label={l10n.t('Undo: {0}', text)}
              icon="discard"
              focusKey={`undo ${index}`}
              onClick={() => onUndo(index)}
            />
          </li>
        ))}
      </ul>
      <div className="button-row">
        <Button onClick={onReset}>{l10n.t('Reset All')}</Button>
      </div>
    </div>
  );
}
