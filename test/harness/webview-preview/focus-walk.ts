import type { Page } from 'playwright-core';

/** A control that Tab came to. */
export interface FocusStop {
  /** The beginning of its markup. */
  readonly element: string;
  /** What lies over its middle, or `null` where it can be seen: its beginning. */
  readonly coveredBy: string | null;
  /** The best contrast with what is around it of a border, outline or shadow that is only there with the focus; 1 without any. */
  readonly contrast: number;
}

/** More stops than any scene has. */
const mostStops = 300;

/**
 * Presses Tab until it leaves the page, and looks at each control with the focus and after it has lost it.
 *
 * @param key `Tab` begins at the top, `Shift+Tab` at the end
 */
export async function focusWalk(page: Page, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<readonly FocusStop[]> {
  await page.evaluate(installWalk, key === 'Tab');
  for (let presses = 0; presses < mostStops; presses += 1) {
    await page.keyboard.press(key);
    if (!(await page.evaluate(() => window.focusWalk?.step() ?? false))) break;
  }
  return page.evaluate(() => window.focusWalk?.stops ?? []);
}

declare global {
  interface Window {
    focusWalk?: { readonly stops: readonly FocusStop[]; readonly step: () => boolean };
  }
}

/** Runs in the page. */
function installWalk(fromTop: boolean): void {
  const start = document.createElement('span');
  start.tabIndex = -1;
  document.body[fromTop ? 'prepend' : 'append'](start);
  start.focus({ preventScroll: true });
  type Color = readonly [red: number, green: number, blue: number, alpha: number];
  const transparent: Color = [0, 0, 0, 0];
  const readColor = (text: string): Color => {
    const numbers = (text.match(/[\d.]+/g) ?? []).map(Number);
    const [red = 0, green = 0, blue = 0, alpha = 1] = numbers;
    return text.startsWith('rgb') ? [red, green, blue, alpha] : transparent;
  };
  const over = (above: Color, below: Color): Color => {
    const mix = (index: 0 | 1 | 2): number => above[index] * above[3] + below[index] * (1 - above[3]);
    return [mix(0), mix(1), mix(2), 1];
  };
  const luminance = (color: Color): number => {
    const linear = (value: number): number =>
      value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
    return 0.2126 * linear(color[0]) + 0.7152 * linear(color[1]) + 0.0722 * linear(color[2]);
  };
  const contrast = (one: Color, other: Color): number => {
    const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  };
  const hostOf = (element: Element): Element | null => {
    const root = element.getRootNode();
    return root instanceof ShadowRoot ? root.host : null;
  };
  const parentOf = (element: Element): Element | null => element.parentElement ?? hostOf(element);
  const backgroundOf = (element: Element | null): Color => {
    if (element === null) return readColor(getComputedStyle(document.body).backgroundColor);
    const own = readColor(getComputedStyle(element).backgroundColor);
    return own[3] === 1 ? own : over(own, backgroundOf(parentOf(element)));
  };
  /** The element and those around it that may show its focus. */
  const showers = (element: Element): readonly Element[] => {
    const host = hostOf(element);
    const inner = [...((host ?? element).shadowRoot?.querySelectorAll('[part]') ?? [])];
    const label = element.closest('label');
    return [element, ...(host === null ? [] : [host]), ...inner, ...(label === null ? [] : [label])];
  };
  const dimmed = ([red, green, blue, alpha]: Color, element: Element): Color => {
    let left = alpha;
    for (let at: Element | null = element; at !== null; at = parentOf(at))
      left *= Number(getComputedStyle(at).opacity);
    return [red, green, blue, left];
  };
  interface Mark {
    readonly kind: string;
    readonly color: Color;
  }
  /** Outline, borders and shadow of an element, each as far as it is there. */
  const marksOf = (element: Element): readonly Mark[] => {
    const style = getComputedStyle(element);
    // A browser's own ring has two colors, one of which stands out from anything.
    const outline = style.outlineStyle === 'auto' ? 'rgb(0, 0, 0)' : style.outlineColor;
    return [
      ...(style.outlineStyle === 'none' || style.outlineWidth === '0px'
        ? []
        : [{ kind: `outline ${style.outlineStyle} ${style.outlineWidth}`, color: readColor(outline) }]),
      ...(style.borderTopStyle === 'none' || style.borderTopWidth === '0px'
        ? []
        : [
            {
              kind: `border ${style.borderTopStyle} ${style.borderTopWidth}`,
              color: readColor(style.borderTopColor),
            },
          ]),
      ...(style.boxShadow === 'none' ? [] : [{ kind: 'shadow', color: readColor(style.boxShadow) }]),
    ].filter(({ color }) => color[3] > 0);
  };
  const isAuto = (mark: Mark): boolean => mark.kind.startsWith('outline auto');
  const key = ({ kind, color }: Mark): string => `${kind} ${color.join()}`;

  const stops: { element: string; coveredBy: string | null; contrast: number }[] = [];
  let last: {
    readonly stop: (typeof stops)[number];
    readonly marks: ReadonlyMap<Element, readonly Mark[]>;
  } | null = null;
  /** What the control before showed only while it had the focus. */
  const settle = (): void => {
    if (last === null) return;
    for (const [element, marks] of last.marks) {
      const still = new Set(marksOf(element).map(key));
      // A ring or border stands against what is outside of the whole control.
      const around = backgroundOf(parentOf(hostOf(element) ?? element));
      for (const mark of marks)
        if (!still.has(key(mark)))
          last.stop.contrast = Math.max(
            last.stop.contrast,
            isAuto(mark) ? 3 : contrast(over(dimmed(mark.color, element), around), around),
          );
    }
  };
  const deepFocus = (): Element | null => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at === document.body ? null : at;
  };
  const coverOf = (element: Element): string | null => {
    const shown = element.closest('label') ?? element;
    const box = shown.getBoundingClientRect();
    // Of a region higher than the window, the middle of what is in sight.
    const [left, right] = [Math.max(0, box.left), Math.min(innerWidth, box.right)];
    const [top, bottom] = [Math.max(0, box.top), Math.min(innerHeight, box.bottom)];
    if (right <= left || bottom <= top) return 'out of the window';
    let at = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    while (at?.shadowRoot) {
      const inner = at.shadowRoot.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      if (inner === null || inner === at) break;
      at = inner;
    }
    // What is slotted into a control lies in its host, not in it.
    const own = new Set([shown, element, hostOf(element)]);
    for (let up: Element | null = at; up !== null; up = parentOf(up)) if (own.has(up)) return null;
    return at?.outerHTML.slice(0, 100) ?? 'nothing';
  };
  const seen = new Set<Element>();
  window.focusWalk = {
    stops,
    step: () => {
      start.remove();
      const element = deepFocus();
      const isEnd = element === null || seen.has(element);
      // Where the window has nothing behind the last control, it keeps the focus.
      if (isEnd && element instanceof HTMLElement) element.blur();
      settle();
      last = null;
      if (isEnd) return false;
      seen.add(element);
      const stop = { element: element.outerHTML.slice(0, 100), coveredBy: coverOf(element), contrast: 1 };
      stops.push(stop);
      last = { stop, marks: new Map(showers(element).map((one) => [one, marksOf(one)])) };
      return true;
    },
  };
}
