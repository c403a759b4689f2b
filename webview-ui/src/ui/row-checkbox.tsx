import type { RowStop } from './row-stop';
import { rowStopAttributes } from './row-stop';

interface RowCheckboxProps {
  /** Read to screen readers: the row says the rest. */
  readonly label: string;
  readonly checked: boolean;
  readonly stop?: RowStop;
  readonly onChange: (checked: boolean) => void;
}

/** The plain element: a list of hundreds of toolkit boxes is slow, and one without text has no name there. */
export function RowCheckbox({ label, checked, stop, onChange }: RowCheckboxProps) {
  return (
    <input
      type="checkbox"
      className="row-checkbox"
      aria-label={label}
      checked={checked}
      {...rowStopAttributes(stop)}
      onChange={(event) => onChange(event.target.checked)}
    />
  );
}
