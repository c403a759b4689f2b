import type { Block } from '../document/document-model';
import { plainBlock } from '../document/paragraph-blocks';
import { columnFields } from './requirement-fields';
import { leadingId } from './requirement-id';
import type { FieldName } from '../vocabulary/fields';

/** What a card tells of its requirement, remarks apart: two of these make a table one. */
const telling: readonly FieldName[] = ['id', 'priority', 'status', 'description', 'story', 'acceptance'];

/**
 * Lines of a table that is the card of one requirement (`| Priority | High |`, `| Description | ... |`): labelled
 * paragraphs, as if the author had written them so. `null` for a table that lists.
 *
 * @param rows all rows, the first in the place of column headings
 */
export function cardLines(rows: readonly Block[]): readonly Block[] | null {
  if (rows.some((row) => row.cells.length !== 2)) return null;
  const labels = rows.filter((row) => tells(row.cells[0] ?? ''));
  const body = rows.slice(1);
  const known = body.filter((row) => columnFields(row.cells[0] ?? '').length > 0);
  if (
    labels.length < 2 ||
    known.length * 2 < body.length ||
    body.filter((row) => tells(row.cells[0] ?? '')).length === 0
  )
    return null;
  return rows.flatMap((row, at) => lineOf(row, at === 0));
}

function tells(label: string): boolean {
  return columnFields(label).some((name) => telling.includes(name));
}

/** The first row may head the card with an id or a field, or only say "Field" and "Value". */
function lineOf(row: Block, isHead: boolean): readonly Block[] {
  const [label = '', value = ''] = row.cells;
  const counts = !isHead || columnFields(label).includes('id') || leadingId(label)?.rest === '';
  if (label === '' || value === '' || !counts) return [];
  return [{ ...plainBlock('paragraph', row.line, `${label}: ${value}`), lead: label, struck: row.struck }];
}
