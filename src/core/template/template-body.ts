import Mustache from 'mustache';
import { withoutAttributes } from './template-heading';

/** A node of Mustache's own syntax tree. */
export type MustacheToken = readonly [
  kind: string,
  value: string,
  start: number,
  end: number,
  children?: readonly MustacheToken[],
  closeAt?: number,
];

/** Parses a template's body; throws an `Error` that says what is wrong where the Mustache in it is not well formed. */
export function parseBody(body: string): readonly MustacheToken[] {
  return Mustache.parse(body) as unknown as readonly MustacheToken[];
}

/** The body without guidance comments and heading attributes: what a spec is made from. */
export function specBody(body: string): string {
  return withoutAttributes(withoutGuidance(body));
}

/** Removes HTML comments outside code fences, with the line where nothing else stands on it. */
export function withoutGuidance(body: string): string {
  return body.replace(
    /(^```[^\n]*\n[\s\S]*?^```)|^[ \t]*<!--[\s\S]*?-->[ \t]*\n|<!--[\s\S]*?-->/gm,
    (_match, fence: string | undefined) => fence ?? '',
  );
}

/** Names of the places that a body has for one thing, in document order: `x` for each distinct `{{#tasks.x}}`. */
export function placeNames(body: string, of: 'tasks' | 'tests'): readonly string[] {
  const names = new Set<string>();
  const visit = (tokens: readonly MustacheToken[]): void => {
    for (const [kind, value, , , children] of tokens) {
      if (kind === '#' && value.startsWith(`${of}.`)) names.add(value.slice(of.length + 1));
      if (children !== undefined) visit(children);
    }
  };
  visit(parseBody(body));
  return [...names];
}

/** At most one blank line in a row, none at the start, one line break at the end. */
export function tidyBlankLines(markdown: string): string {
  return `${markdown
    .replace(/(?<![ \t])[ \t]+$/gm, (spaces) => (spaces === '  ' ? spaces : ''))
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}
