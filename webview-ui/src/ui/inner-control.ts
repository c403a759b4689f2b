import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';

/** What a screen reader should know about a control; `undefined` and `false` leave the attribute away. */
export interface ControlFacts {
  readonly label?: string | undefined;
  readonly description?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly pressed?: boolean | undefined;
  readonly expanded?: boolean | undefined;
  readonly invalid?: boolean | undefined;
}

/**
 * The toolkit hides its real `<button>`, `<input>` or `<textarea>` in a shadow root, where `aria-describedby` cannot
 * reach text outside. So the facts are written as attributes on that inner control, descriptions as `aria-description`.
 *
 * @returns the ref for the toolkit's element
 */
export function useInnerControl(facts: ControlFacts): RefObject<HTMLElement | null> {
  const ref = useRef<HTMLElement>(null);
  const { label, description, disabled, pressed, expanded, invalid } = facts;
  useEffect(() => {
    const control = ref.current?.shadowRoot?.querySelector('.control');
    if (!control) return;
    write(control, 'aria-label', label);
    write(control, 'aria-description', description);
    write(control, 'aria-disabled', disabled ? 'true' : undefined);
    write(control, 'aria-pressed', pressed === undefined ? undefined : String(pressed));
    write(control, 'aria-expanded', expanded === undefined ? undefined : String(expanded));
    write(control, 'aria-invalid', invalid ? 'true' : undefined);
  }, [label, description, disabled, pressed, expanded, invalid]);
  return ref;
}

function write(control: Element, attribute: string, value: string | undefined): void {
  if (value === undefined) control.removeAttribute(attribute);
  else control.setAttribute(attribute, value);
}
