import type { Block, Section } from '../document/document-model';
import type { FactTopic } from '../source';

/** Topics whose rows hold values that nobody understands without the names of their columns. */
const withColumns: ReadonlySet<FactTopic | null> = new Set<FactTopic | null>(['success', 'risk']);

/** A block and the points below it as one line of plain text. */
export function factText(block: Block, topic: FactTopic | null): string {
  const own = block.kind === 'row' ? rowText(block, topic) : block.text;
  const below = block.children.filter((child) => child.kind !== 'code').map((child) => child.text);
  return [own, ...below]
    .join('; ')
    .replace(/\n/g, ' ')
    .replace(/^\[[ xX~-]\]\s*/, '');
}

/** `Time to refund: Now: 9 days, Goal: 3 days`. */
function rowText({ cells, columns }: Pick<Block, 'cells' | 'columns'>, topic: FactTopic | null): string {
  const filled = cells
    .map((cell, at) => ({ cell, column: columns[at] ?? '' }))
    .filter(({ cell }) => cell !== '');
  const [first, ...others] = filled;
  if (!withColumns.has(topic) || first === undefined || others.length < 2)
    return filled.map(({ cell }) => cell).join(': ');
  const named = others.map(({ cell, column }) => (column === '' ? cell : `${column}: ${cell}`));
  return `${first.cell}: ${named.join(', ')}`;
}

const technical =
  /(?<!\p{L})(?:technical|engineering|system|techn(?:isch|ique|ic[oa])\p{L}*|технич\p{L}*)(?!\p{L})|kỹ thuật|技术|技術|기술/iu;

/** Whether a measure stands below a heading that says that it is one of engineering. */
export function isTechnical(section: Section): boolean {
  for (let at: Section | null = section; at !== null && at.topic === 'success'; at = at.parent)
    if (technical.test(at.title)) return true;
  return false;
}
