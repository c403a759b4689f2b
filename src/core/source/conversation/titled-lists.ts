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
const item = /^\s{0,8}(?:>\s*)?(?:[-*+•]|\d{1,3}[.)])\s+\S/;
/** So much deeper than the first item of its list, a line goes on with the one above, in characters. */
const deeper = 2;

const listedAs: ReadonlyMap<SectionRole, ListedAs> = new Map<SectionRole, ListedAs>([
  ['requirements', 'wanted'],
  ['features', 'wanted'],
  ['stories', 'wanted'],
  ['non-functional', 'wanted'],
  ['excluded', 'excluded'],
]);

/** A line of such a list: its title or an item, with what the title says of the items, or what goes on with an item. */
export type ListLine = ListedAs | 'goes-on';

/**
 * Lists that a message holds as a document would ("## Requirements", "Not included:"): what was pasted into a chat, or
 * written down at its end. By index of the line, up to the next title or text.
 */
export function titledLists(lines: readonly { readonly text: string }[]): ReadonlyMap<number, ListLine> {
  const found = new Map<number, ListLine>();
  let titled: { readonly at: number; readonly as: ListedAs; indent: number | null } | null = null;
  for (const [at, { text }] of lines.entries()) {
    if (text.trim() === '') continue;
    const indent = text.length - text.trimStart().length;
    if (titled !== null && titled.indent !== null && indent >= titled.indent + deeper)
      found.set(at, 'goes-on');
    else if (isListItem(text)) {
      if (titled === null) continue;
      titled.indent ??= indent;
      found.set(titled.at, titled.as).set(at, titled.as);
    } else {
      const as = titleIn(text, lines[at + 1]?.text ?? '');
      titled = as === undefined ? null : { at, as, indent: null };
    }
  }
  return found;
}

/** Whether a line is an item of a list. */
export function isListItem(text: string): boolean {
  return item.test(text);
}

function titleIn(text: string, next: string): ListedAs | undefined {
  const bare = text.replace(/^\s{0,3}(?:>\s?)?/, '').trim();
  if (bare.length > longestTitle) return undefined;
  const name = titles.map((title) => title.exec(bare)?.[1]).find((found) => found !== undefined);
  const match = roleOfHeading(name ?? bare);
  // A line without marks titles what stands right below it where it says nothing else.
  if (match === null || (name === undefined && (match.share < 1 || !isListItem(next)))) return undefined;
  return listedAs.get(match.role);
}
