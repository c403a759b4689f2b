import { normalText } from '../source/fingerprint';

/** A piece of Markdown that stays or goes as a whole: a list item with all below it, a table row, a paragraph, a fence, a heading. */
export interface Block {
  readonly text: string;
  /** Line breaks up to the next one. */
  readonly gap: string;
  /** What it is about: equal for the same task, row, question or statement in two versions of a section. */
  readonly key: string;
}

const item = /^(?:[-*+]|\d+[.)])[ \t]/u;
const row = /^\|/u;
const heading = /^#{1,6}[ \t]/u;
const fence = /^ {0,3}(`{3,}|~{3,})/u;

/**
 * Takes a section's text apart; joined, text and gaps are the same again.
 *
 * @param markdown with line feeds as line ends
 * @param ids of requirements, which make no difference to what a statement is about
 */
export function splitBlocks(markdown: string, ids: readonly string[]): readonly Block[] {
  const lines = markdown.split('\n');
  const blocks: Block[] = [];
  let at = 0;
  while (at < lines.length) {
    const start = at;
    at = endOfBlock(lines, start);
    const end = at;
    while (at < lines.length && lines[at]?.trim() === '') at += 1;
    const text = lines.slice(start, end).join('\n');
    const gap = at >= lines.length ? '\n'.repeat(lines.length - end) : '\n'.repeat(at - end + 1);
    blocks.push({ text, gap, key: keyOf(text, ids) });
  }
  return blocks;
}

export function joinBlocks(blocks: readonly Pick<Block, 'text' | 'gap'>[]): string {
  return blocks.map(({ text, gap }) => text + gap).join('');
}

function endOfBlock(lines: readonly string[], start: number): number {
  const first = lines[start] ?? '';
  const mark = fence.exec(first)?.[1];
  let at = start + 1;
  if (mark !== undefined) {
    while (at < lines.length && fence.exec(lines[at] ?? '')?.[1]?.startsWith(mark) !== true) at += 1;
    return Math.min(at + 1, lines.length);
  }
  if (row.test(first) || heading.test(first)) return at;
  const isItem = item.test(first);
  for (; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (/^[ \t]+\S/u.test(line) && isItem) continue;
    // Blank lines within an item are followed by something that is indented.
    if (line.trim() === '') {
      const next = lines.slice(at).find((other) => other.trim() !== '');
      if (isItem && next !== undefined && /^[ \t]/u.test(next)) continue;
      break;
    }
    if (item.test(line) || row.test(line) || heading.test(line) || fence.test(line)) break;
  }
  return at;
}

function keyOf(text: string, ids: readonly string[]): string {
  const task = /^[-*+][ \t](?:\[[ xX]\][ \t])?\**((?:T|TASK)-?\d+)/u.exec(text)?.[1];
  if (task !== undefined) return `task:${task}`;
  const question = /^(?:[-*+]|\|)[ \t]*(?:\[[ xX]\][ \t])?\**(OQ-\d+)/u.exec(text)?.[1];
  if (question !== undefined) return `question:${question}`;
  if (row.test(text)) return `row:${(text.split('|')[1] ?? '').trim()}`;
  let words = text;
  for (const id of ids) words = words.replaceAll(id, ' ');
  return `text:${normalText(words)}`;
}
