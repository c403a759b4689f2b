import type { KeyboardEvent } from 'react';

/**
 * A control in the rows of a list that is one stop for Tab in each column, however long it is: the arrows move from row
 * to row. Only the controls of the current row can be reached by Tab.
 */
export interface RowStop {
  /** Name of the column: the arrows stay in it. */
  readonly column: string;
  readonly current: boolean;
}

/** Attributes of the control's element. */
export function rowStopAttributes(stop: RowStop | undefined) {
  return stop === undefined ? {} : { 'data-row-stop': stop.column, tabIndex: stop.current ? 0 : -1 };
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity };

/** For the element around the rows: moves the focus to the same control of another row. */
export function moveBetweenRows(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key];
  const column = event.target instanceof HTMLElement ? event.target.dataset['rowStop'] : undefined;
  if (step === undefined || column === undefined) return;
  event.preventDefault();
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row-stop]')].filter(
    (stop) => stop.dataset['rowStop'] === column,
  );
  const at = stops.indexOf(event.target as HTMLElement);
  stops[Math.min(Math.max(at + step, 0), stops.length - 1)]?.focus();
}
