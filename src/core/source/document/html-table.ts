import type { Block } from './document-model';
import { cleanText } from './inline-text';
import { plainBlock } from './paragraph-blocks';

/** Longest piece of HTML that is read, in characters. */
const limit = 200_000;

const row = /<tr\b/giu;
const cell = /<t([dh])\b[^>]*>/giu;

/**
 * Rows of the tables in a piece of HTML, with column headings as a Markdown table has them; none where it has no table.
 * Tags are only read over: nothing of them reaches a block.
 *
 * @param line line of the document on which the piece begins
 * @param list number of the table among the lists of the document
 */
export function htmlRows(html: string, line: number, list: number): readonly Block[] {
  if (html.length > limit || !/<tr\b/iu.test(html)) return [];
  const starts = [...html.matchAll(row)].map((found) => found.index);
  let at = line;
  let counted = 0;
  const rows = starts.map((start, index) => {
    at += newlines(html.slice(counted, start));
    counted = start;
    return { line: at, ...cellsOf(html.slice(start, starts[index + 1] ?? html.length)) };
  });
  const [first, ...others] = rows;
  const columns = first?.isHead === true ? first.cells : [];
  return (first?.isHead === true ? others : rows).flatMap(({ line: rowLine, cells }) =>
    cells.some((text) => text !== '')
      ? [{ ...plainBlock('row', rowLine, cells.join(' | ')), cells, columns, list }]
      : [],
  );
}

interface Cells {
  readonly cells: readonly string[];
  readonly isHead: boolean;
}

function cellsOf(html: string): Cells {
  const found = [...html.matchAll(cell)];
  const cells = found.map((start, index) =>
    plainText(html.slice(start.index + start[0].length, found[index + 1]?.index ?? html.length)),
  );
  return { cells, isHead: found.length > 0 && found.every((start) => start[1]?.toLowerCase() === 'h') };
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  '#39': "'",
};

function plainText(html: string): string {
  const text = html
    .replace(/<br\s*\/?>/giu, '\n')
    .replace(/<[^<>]{0,500}>/gu, ' ')
    .replace(/&(\w{2,5}|#39);/gu, (whole, name: string) => entities[name] ?? whole)
    .replace(/(?:(?<![^\S\n])[^\S\n]+)?\n[^\S\n]*/gu, ' ');
  return cleanText(text);
}

function newlines(text: string): number {
  return text.split('\n').length - 1;
}
