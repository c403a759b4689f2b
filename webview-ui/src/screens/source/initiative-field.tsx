import type { WeakFieldView } from '../../../../src/shared/wizard/source-writing';
import { useDraftText } from '../../state/use-wizard';
import { TextArea, TextField } from '../../ui/text-field';
import { WeakNotes, weakText } from './weak-notes';

interface InitiativeFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  /** Lines of the control; 1 makes it a text field. */
  readonly rows: number;
  readonly weak: readonly WeakFieldView[];
  readonly onChange: (text: string) => void;
}

/** A text of the form, and below it what it lacks. */
export function InitiativeField({ label, hint, value, rows, weak, onChange }: InitiativeFieldProps) {
  const text = useDraftText(value, onChange);
  const common = {
    label,
    value: text.value,
    onInput: text.onInput,
    onBlur: text.onBlur,
    ...(weak.length === 0 ? { hint } : { description: weakText(weak), questioned: true }),
  };
  return (
    <div className="form-field">
      {rows === 1 ? <TextField {...common} /> : <TextArea {...common} rows={rows} />}
      <WeakNotes weak={weak} />
    </div>
  );
}
