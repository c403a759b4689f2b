import * as l10n from '@vscode/l10n';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/button';
import { SelectField } from '../../ui/select-field';
import { TextField } from '../../ui/text-field';
import { namings, stackFacetName, type StackFacetId } from './stack-names';

interface StackValueFormProps {
  readonly facet: StackFacetId;
  /** The value to begin with; empty for a new one. */
  readonly start: string;
  readonly onSave: (value: string) => void;
  readonly onClose: () => void;
}

/** One value of the stack to write. Enter saves, Escape closes. */
export function StackValueForm({ facet, start, onSave, onClose }: StackValueFormProps) {
  const options = facet === 'migrationNaming' ? namings() : [];
  const [value, setValue] = useState(start === '' ? (options[0]?.value ?? '') : start);
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const control = form.current?.querySelector<HTMLElement & { select?: () => void }>(
      '.field-control, select',
    );
    control?.focus();
    // As where the editor renames: typing replaces what is there. The control takes its value over with the next frame.
    const frame = requestAnimationFrame(() => control?.select?.());
    return () => cancelAnimationFrame(frame);
  }, []);
  const blocked =
    value.trim() === ''
      ? l10n.t('Write the value first.')
      : value.trim() === start
        ? l10n.t('Change the value first.')
        : null;
  return (
    <div
      ref={form}
      className="editor-line stack-form"
      role="group"
      aria-label={start === '' ? l10n.t('Add to {0}', stackFacetName(facet)) : l10n.t('Change {0}', start)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
        else if (event.key === 'Enter' && blocked === null && !(event.target as Element).closest('.button')) {
          // The focus moves on: the key must not press what gets it.
          event.preventDefault();
          onSave(value);
        }
      }}
    >
      {options.length === 0 ? (
        <TextField
          label={stackFacetName(facet)}
          placeholder={l10n.t('Name, and version where it has one')}
          value={value}
          onInput={setValue}
        />
      ) : (
        <SelectField label={stackFacetName(facet)} value={value} options={options} onChange={setValue} />
      )}
      <Button appearance="primary" blocked={blocked} onClick={() => onSave(value)}>
        {l10n.t('Save')}
      </Button>
      <Button onClick={onClose}>{l10n.t('Cancel')}</Button>
    </div>
  );
}
