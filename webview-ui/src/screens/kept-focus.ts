import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import type { SourceMode } from '../../../src/shared/wizard/source-writing';

/**
 * Gives the focus a place where the control that had it went with its form: the document that was just written, or the
 * heading of the form that was just opened. A choice made by radio keeps its focus.
 *
 * @returns the ref for the element around both
 */
export function useKeptFocus(mode: SourceMode): RefObject<HTMLDivElement | null> {
  const around = useRef<HTMLDivElement>(null);
  const shown = useRef(mode);
  useEffect(() => {
    if (shown.current === mode) return;
    shown.current = mode;
    if (document.activeElement !== document.body) return;
    const target = mode === 'documents' ? 'input[type="radio"]:checked' : 'h2';
    around.current?.querySelector<HTMLElement>(target)?.focus();
  }, [mode]);
  return around;
}
