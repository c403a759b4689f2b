import type { ReactNode } from 'react';
import type { RowStop } from './row-stop';
import { rowStopAttributes } from './row-stop';

interface LinkButtonProps {
  readonly children: ReactNode;
  readonly onClick: () => void;
  /** Replaces the text for screen readers where the text alone is not enough; must begin with it. */
  readonly label?: string;
  /** Where it stands in the rows of a list. */
  readonly stop?: RowStop;
}

/** Looks like a link, is a button: it opens something in the editor and goes nowhere. */
export function LinkButton({ children, onClick, label, stop }: LinkButtonProps) {
  return (
    <button
      type="button"
      className="link-button"
      aria-label={label}
      {...rowStopAttributes(stop)}
      onClick={onClick}
    >
      {children}
    </button>
  );
}
