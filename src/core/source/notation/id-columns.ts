import type { Block } from '../document/document-model';
import { columnFields } from './requirement-fields';
import { leadingId } from './requirement-id';

/**
 * Column of each table that holds the ids: one headed so, else the first, or the second behind a running number, or one whose
 * cells open with ids in brackets.
 */
export function idColumns(blocks: readonly Block[]): ReadonlyMap<number, number> {
  const columns = new Map<number, number>();
  const bracketed = bracketedColumns(blocks);
  for (const block of blocks) {
    if (block.kind !== 'row' || columns.has(block.list)) continue;
    const headed = block.columns.findIndex(
      (column, at) => columnFields(column).includes('id') && leadingId(block.cells[at] ?? '')?.rest === '',
    );
    const first = (block.cells[0] ?? '').replace(/^[^\p{L}\p{N}]+|[.)]$/gu, '');
    const second = leadingId(block.cells[1] ?? '');
    const behindNumber = /^\d{0,4}$/.test(first) && second !== null && second.rest === '';
    const unheaded = leadingId(first) === null ? bracketed.get(block.list) : undefined;
    columns.set(block.list, headed >= 0 ? headed : behindNumber ? 1 : (unheaded ?? 0));
  }
  return columns;
}

/** `[RQ-ORD-01] A buyer can split an order`: an id in brackets in front of a title. */
const inBrackets = /^[^\p{L}\p{N}]{0,6}[[【][^[\]【】]{2,42}[\]】]\s*\S/u;

/** Column of each table most cells of which open with an id in brackets, of one family; the first is none. */
function bracketedColumns(blocks: readonly Block[]): ReadonlyMap<number, number> {
  const counts = new Map<number, { rows: number; readonly opened: Map<string, number> }>();
  for (const { kind, list, cells, isOther } of blocks) {
    if (kind !== 'row' || isOther === true) continue;
    const count = counts.get(list) ?? { rows: 0, opened: new Map<string, number>() };
    counts.set(list, count);
    count.rows += 1;
    const at = cells.findIndex((cell, index) => index > 0 && inBrackets.test(cell));
    const id = at < 0 ? null : leadingId(cells[at] ?? '');
    if (id === null || id.standing === 'foreign' || id.standing === 'acceptance') continue;
    const key = `${at} ${id.prefix}`;
    count.opened.set(key, (count.opened.get(key) ?? 0) + 1);
  }
  return new Map(
    [...counts].flatMap(([list, { rows, opened }]) =>
      [...opened].flatMap(([key, count]): [number, number][] =>
        count > 1 && count * 2 > rows ? [[list, Number.parseInt(key, 10)]] : [],
      ),
    ),
  );
}
