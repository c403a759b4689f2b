import type { RefObject } from 'react';
import { useCallback, useEffect, useRef } from 'react';

/** Puts the focus on the first of these keys that is there. */
export type FocusAfter = (...keys: readonly string[]) => void;

/**
 * Moves the focus when what had it goes away: a list that loses the row one stands in must not lose the person. Targets
 * are elements with `data-focus-key`, or hold one.
 *
 * @returns the ref for the part of the page in which targets are looked for, and the way to ask for one after the next
 *   drawing, and again after the host's answer if the target has gone by then
 */
export function useFocusAfter(answer: unknown): readonly [RefObject<HTMLElement | null>, FocusAfter] {
  const root = useRef<HTMLElement | null>(null);
  const wanted = useRef<readonly string[]>([]);
  const asked = useRef(false);
  useEffect(() => {
    if (!asked.current) return;
    asked.current = false;
    focusFirst(root.current, wanted.current);
  });
  useEffect(() => {
    // Only where nothing has the focus any more: whoever moved on meanwhile is left alone.
    const active = document.activeElement;
    if (wanted.current.length > 0 && (active === null || active === document.body))
      focusFirst(root.current, wanted.current);
    wanted.current = [];
  }, [answer]);
  const ask = useCallback((...keys: readonly string[]) => {
    wanted.current = keys;
    asked.current = true;
  }, []);
  return [root, ask];
}

function focusFirst(root: HTMLElement | null, keys: readonly string[]): void {
  for (const key of keys) {
    const found = root?.querySelector<HTMLElement>(`[data-focus-key="${CSS.escape(key)}"]`);
    if (!found) continue;
    const inner = found.matches('button, input, select')
      ? found
      : found.querySelector<HTMLElement>('.button, input, .field-control, button');
    (inner ?? found).focus();
    return;
  }
}
