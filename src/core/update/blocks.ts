import { normalText } from '../source/requirements/fingerprint';

export type BlockKind = 'task' | 'question' | 'header' | 'row' | 'heading' | 'fence' | 'item' | 'text';

/** A piece of Markdown that stays or goes as a whole: a list item with all below it, a table row, a paragraph, a fence, a heading. */
export interface Block {
  readonly text: string;
  /** Line breaks up to the next one. */
  readonly gap: string;
  /** What it is about: equal for the same task, row, question or statement in two versions of a section. */
  readonly key: string;
  readonly kind: BlockKind;
  /** Heading within the section below which it stands, and the table that it is a part of: a row belongs into no other. */
  readonly place: string;
}

const item = /^(?:[-*+]|\d+[.)])[ \t]/u;
const row = /^\|/u;
const delimiter = /^\|[\s:|-]+$/u;
const heading = /^#{1,6}[ \t]/u;
const fence = /^ {0,3}(`{3,}|~{3,})[ \t]*([\w-]*)/u;

/**
 * Takes a section's text apart; joined, text and gaps are the same again.
 *
 * @param markdown with line feeds as line ends
 * @param ids of requirements, which make no difference to what a statement is about
 */
export function splitBlocks(markdown: string, ids: readonly string[]): readonly Block[] {
  const lines = markdown.split('\n');
  const blocks: Block[] = [];
  const places = new Places();
  let at = 0;
  while (at < lines.length) {
    const start = at;
    at = endOfBlock(lines, start);
    const end = at;
    while (at < lines.length && lines[at]?.trim() === '') at += 1;
    const text = lines.slice(start, end).join('\n');
    const gap = at >= lines.length ? '\n'.repeat(lines.length - end) : '\n'.repeat(at - end + 1);
    const kind = kindOf(text, lines[end] ?? '');
    blocks.push({ text, gap, kind, key: keyOf(text, ids), place: places.next(text, kind) });
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

/** Tables of one heading are told apart by their number of columns, and by their order among those that have as many. */
class Places {
  #heading = '';
  #table: string | null = null;
  readonly #tables = new Map<string, number>();

  next(text: string, kind: BlockKind): string {
    if (kind === 'heading') this.#heading = normalText(text);
    if (!row.test(text)) this.#table = null;
    else if (kind === 'header' || this.#table === null) this.#table = this.#table ?? this.#named(text);
    return this.#table ?? this.#heading;
  }

  #named(text: string): string {
    const name = `${this.#heading}|${text.split(/(?<!\\)\|/u).length - 2}`;
    const order = (this.#tables.get(name) ?? 0) + 1;
    this.#tables.set(name, order);
    return `${name}#${order}`;
  }
}

function kindOf(text: string, following: string): BlockKind {
  if (heading.test(text)) return 'heading';
  if (fence.test(text)) return 'fence';
  const [known] = knownKey(text)?.split(':') ?? [];
  if (row.test(text) && (delimiter.test(text) || delimiter.test(following))) return 'header';
  if (known === 'task' || known === 'question') return known;
  if (row.test(text)) return 'row';
  return item.test(text) ? 'item' : 'text';
}

/** Of a task or a question. */
function knownKey(text: string): string | null {
  const task = /^(?:[-*+]|\d+[.)])[ \t](?:\[[ xX]\][ \t])?\**((?:T|TASK)-?\d+)/u.exec(text)?.[1];
  if (task !== undefined) return `task:${task}`;
  const question = /^(?:[-*+]|\|)[ \t]*(?:\[[ xX]\][ \t])?\**(OQ-\d+)/u.exec(text)?.[1];
  return question === undefined ? null : `question:${question}`;
}

function keyOf(text: string, ids: readonly string[]): string {
  const known = knownKey(text);
  if (known !== null) return known;
  if (row.test(text)) return `row:${(text.split('|')[1] ?? '').trim()}`;
  const language = fence.exec(text)?.[2] ?? '';
  if (language !== '') return `fence:${language}`;
  let words = text.replace(/^\d+[.)][ \t]+/u, '');
  for (const id of ids) words = words.replaceAll(id, ' ');
  // A list of ids and nothing else is about these.
  return `text:${normalText(words) || normalText(text)}`;
}
