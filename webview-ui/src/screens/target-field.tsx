import * as l10n from '@vscode/l10n';
import { useDraftText } from '../state/use-wizard';
import { TextField } from '../ui/text-field';

interface TargetFieldProps {
  readonly target: { readonly path: string; readonly problem: string | null };
  readonly onChange: (path: string) => void;
}

/** Where a new document is written; never over another. */
export function TargetField({ target, onChange }: TargetFieldProps) {
  const path = useDraftText(target.path, onChange);
  return (
    <TextField
      label={l10n.t('File')}
      value={path.value}
      onInput={path.onInput}
      onBlur={path.onBlur}
      hint={l10n.t('A new Markdown file in the workspace. Nothing is overwritten.')}
      problem={target.problem}
    />
  );
}
