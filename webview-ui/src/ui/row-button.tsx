import { Icon } from './icon';
import type { RowStop } from './row-stop';
import { rowStopAttributes } from './row-stop';

interface RowButtonProps {
  /** Name for screen readers, and the tip for the mouse; begins with the text where there is one. */
  readonly label: string;
  /** Shown beside the icon. */
  readonly text?: string;
  readonly icon: string;
  readonly expanded?: boolean;
  /** See `useFocusAfter`. */
  readonly focusKey?: string;
  readonly stop?: RowStop;
  readonly onClick: () => void;
}

/** A small button with an icon, mostly alone, for what each row of a list can do. */
export function RowButton({ label, text, icon, expanded, focusKey, stop, onClick }: RowButtonProps) {
  return (
    <button
      type="button"
      className={text === undefined ? 'row-button' : 'row-button row-button-text'}
      title={label}
      aria-label={label}
      {...(expanded === undefined ? {} : { 'aria-expanded': expanded })}
      {...(focusKey === undefined ? {} : { 'data-focus-key': focusKey })}
      {...rowStopAttributes(stop)}
      onClick={onClick}
    >
      <Icon name={icon} />
      {text}
    </button>
  );
}
