import { Icon } from './icon';
import type { RowStop } from './row-stop';
import { rowStopAttributes } from './row-stop';

interface RowButtonProps {
  /** Name for screen readers, and the tip for the mouse. */
  readonly label: string;
  readonly icon: string;
  readonly expanded?: boolean;
  /** See `useFocusAfter`. */
  readonly focusKey?: string;
  readonly stop?: RowStop;
  readonly onClick: () => void;
}

/** A small button with an icon alone, for what each row of a list can do. */
export function RowButton({ label, icon, expanded, focusKey, stop, onClick }: RowButtonProps) {
  return (
    <button
      type="button"
      className="row-button"
      title={label}
      aria-label={label}
      {...(expanded === undefined ? {} : { 'aria-expanded': expanded })}
      {...(focusKey === undefined ? {} : { 'data-focus-key': focusKey })}
      {...rowStopAttributes(stop)}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}
