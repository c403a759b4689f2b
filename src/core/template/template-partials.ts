/** A partial that the body names and nobody provides. */
export interface MissingPartial {
  readonly name: string;
  /** Line of the body, from 0. */
  readonly line: number;
}

const tag = /^([ \t]*)\{\{>\s*([^\s{}]+)\s*\}\}[ \t]*$|\{\{>\s*([^\s{}]+)\s*\}\}/gm;
const deepest = 5;

/**
 * Puts partials in their places, indented as the tag is when it stands alone on its line. A template is then one text,
 * so that its hash covers all of it.
 */
export function expandPartials(
  body: string,
  partials: Readonly<Record<string, string>>,
): { readonly body: string; readonly missing: readonly MissingPartial[] } {
  const missing: MissingPartial[] = [];
  const expand = (text: string, depth: number, line: number | null): string =>
    text.replace(
      tag,
      (
        _match,
        indent: string | undefined,
        alone: string | undefined,
        inline: string | undefined,
        at: number,
      ) => {
        const name = alone ?? inline ?? '';
        const partial = Object.hasOwn(partials, name) ? partials[name] : undefined;
        const here = line ?? text.slice(0, at).split('\n').length - 1;
        if (partial === undefined || depth >= deepest) {
          missing.push({ name, line: here });
          return '';
        }
        const content = expand(partial.replace(/\n$/, ''), depth + 1, here);
        return alone === undefined ? content : content.replace(/^(?=.)/gm, indent ?? '');
      },
    );
  return { body: expand(body, 0, null), missing };
}
