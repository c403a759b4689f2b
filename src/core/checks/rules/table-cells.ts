import { plainRange } from '../../text/position';
import type { SpecTable, TableCell } from '../../spec/spec-document';
import { oncePer, rememberTexts } from '../../text/remembered';
import type { SpecPart } from '../../spec/spec-part';
import type { Check, Problem } from '../check';
import { inEachPart } from '../reading/in-each-part';
import { saysNone } from '../reading/says-none';
import { tellingColumn } from '../../spec/vocabulary/columns';

/**
 * A row has something in each column that holds an id, a path, a type, a status or a command. A dash or `none` is an answer;
 * an open question is one, too.
 *
 * Options: none.
 *
 * Good: `| joined_at | TIMESTAMPTZ | not null | |` under `| Column | Type | Constraints | Notes |`.
 * Bad: `| joined_at | | not null | |`.
 */
export const tableCells: Check = {
  id: 'table-cells',
  title: 'No row lacks the id, path, type, status or command that its column is for.',
  severity: 'error',
  needsTemplate: true,
  needsRequirements: false,
  run: ({ spec }) => inEachPart(spec, emptyCellsIn),
};

const isTelling = rememberTexts((header) => tellingColumn.test(header.trim()));

const emptyCellsIn = oncePer(({ tables }: SpecPart) => tables.flatMap((table) => [...emptyCellsOf(table)]));

function* emptyCellsOf(table: SpecTable): Iterable<Problem> {
  const telling = table.header.flatMap(({ text }, index) =>
    isTelling(text) && isFilledElsewhere(table, index) ? [index] : [],
  );
  for (const row of table.rows) {
    const name = row.map(({ text }) => text.trim()).find((text) => text !== '');
    // A row without any text is a line between groups.
    if (name === undefined || saysNone(name)) continue;
    for (const index of telling) {
      const cell = row[index];
      if (cell === undefined || !isEmpty(cell)) continue;
      // What was taken has no reason for being turned down.
      const column = table.header[index]?.text.trim() ?? '';
      if (/^(?:reasons?|why)/iu.test(column) && isTaken(row)) continue;
      yield { message: '{0} is empty in the row of {1}.', args: [column, name], ...plainRange(cell) };
    }
  }
}

function isTaken(row: readonly TableCell[]): boolean {
  return row.some(({ text }) =>
    /\b(?:chosen|selected|accepted|this (?:design|proposal|rfc))\b|\(proposed\)/iu.test(text),
  );
}

/**
 * A column that most rows leave empty is filled where there is something to say, or holds the name of a group in its first
 * row. One row alone tells nothing about that.
 */
function isFilledElsewhere({ rows }: SpecTable, index: number): boolean {
  if (rows.length === 1) return true;
  const filled = rows.filter((row) => row[index] !== undefined && !isEmpty(row[index])).length;
  return filled * 2 >= rows.length;
}

/** An image or a link without a text is something. */
function isEmpty({ raw }: TableCell): boolean {
  return raw.trim() === '';
}
