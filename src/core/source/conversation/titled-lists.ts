import { roleOfHeading } from '../sections/section-role';
import type { SectionRole } from '../vocabulary/section-roles';
import type { ListedAs } from './turn';

/** Longest line that can title a list, in characters. */
const longestTitle = 100;
/** A Markdown heading, a line all in bold, or one that ends with a colon; its name as it stands between the marks. */
const titles: readonly RegExp[] = [
  /^#{1,6}\s(.+)$/u,
  /^(?:\*\*|__)([^*_]+)(?:\*\*|__)[:：]?$/u,
  /^(\p{L}[^:：]*)[:：]$/u,
];
const item = /^\s{0,3}(?:>\s*)?(?:[-*+•]|\d{1,3}[.)])\s+\S/;

const listedAs: ReadonlyMap<SectionRole, ListedAs> = new Map<SectionRole, ListedAs>([
  ['requirements', 'wanted'],
  ['features', 'wanted'],
  ['stories', 'wanted'],
  ['non-functional', 'wanted'],
  ['excluded', 'excluded'],
]);

/**
 * Lists that a message holds as a document would ("## Requirements", "Not included:"): what was pasted into a chat, or
 * written down at its end. By index of the line, the title's and those of its items, up to the next title or text.
 */
export function titledLists(lines: readonly { readonly text: string }[]): ReadonlyMap<number, ListedAs> {
  const found = new Map<number, ListedAs>();
  let titled: { readonly at: number; readonly as: ListedAs } | null = null;
  for (const [at, { text }] of lines.entries()) {
    if (text.trim() === '') continue;
    if (isListItem(text)) {
      if (titled === null) continue;
      found.set(titled.at, titled.as).set(at, titled.as);
      continue;
    }
    // What is indented goes on with its item.
    if (/^\s{2,}/.test(text) && found.has(at - 1)) continue;
    const name = titleIn(text);
    const as = name === undefined ? undefined : listedAs.get(roleOfHeading(name)?.role ?? 'detail');
    titled = as === undefined ? null : { at, as };
  }
  return found;
}

/** Whether a line is an item of a list that is not indented. */
export function isListItem(text: string): boolean {
  return item.test(text);
}

function titleIn(text: string): string | undefined {
  const bare = text.replace(/^\s{0,3}(?:>\s?)?/, '').trim();
  if (bare.length > longestTitle) return undefined;
  return titles.map((title) => title.exec(bare)?.[1]).find((name) => name !== undefined);
}
