import { leadingId } from './requirement-id';

/** `  F1.1  the board refreshes`: an indent, what may be an id, a gap and a text. */
const spaced = /^( {0,16})([\p{L}\p{N}][\p{L}\p{N}._/-]{0,23})\s{2,}(\S.*)$/u;
/** What divides a line into columns, as in a table that was set with spaces. */
const columns = /\S {2,}\S/u;
/** Fewest lines of one family that make it one by which a text defines. */
const fewest = 2;

interface Opened {
  readonly indent: number;
  readonly id: string;
  readonly prefix: string;
  readonly text: string;
}

/**
 * Lines of a plain text with those marked as Markdown marks items that open with an id and a gap (`F1  Live board`), nested as
 * they are indented. Only ids of a family that opens several lines so; lines of columns are a table, not items.
 */
export function withSpacedIds(lines: readonly string[]): readonly string[] {
  const opened = lines.map(openedBy);
  const counts = new Map<string, number>();
  for (const one of opened) if (one !== null) counts.set(one.prefix, (counts.get(one.prefix) ?? 0) + 1);
  const open: number[] = [];
  return lines.map((line, at) => {
    if (/^#|^\S/u.test(line)) open.length = 0;
    const one = opened[at];
    if (one === null || one === undefined || (counts.get(one.prefix) ?? 0) < fewest) return line;
    while ((open.at(-1) ?? -1) >= one.indent) open.pop();
    const depth = open.push(one.indent) - 1;
    return `${'  '.repeat(depth)}- **${one.id}** ${one.text}`;
  });
}

function openedBy(line: string): Opened | null {
  const [, indent = '', id = '', text = ''] = spaced.exec(line) ?? [];
  if (id === '' || columns.test(text)) return null;
  const found = leadingId(id);
  return found === null || found.id !== id ? null : { indent: indent.length, id, prefix: found.prefix, text };
}
