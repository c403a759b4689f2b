import { hasName } from '../text/name-in-text';
import type { Block } from './blocks';

/** A block of a section that is being put together. */
export interface PlacedBlock {
  readonly block: Block;
  /** Its counterpart in the new version; `null` where it has none. */
  readonly from: Block | null;
}

/**
 * Puts a block of the new version behind the one that it follows there, else before the one that follows it, else at the end. Where its
 * table or its heading is not there yet, these come with it: a row without a header is no table.
 *
 * @param fresh the new version, which has the block
 * @param isTest tells tasks that test from those that build
 */
export function withBlock(
  all: readonly PlacedBlock[],
  block: Block,
  fresh: readonly Block[],
  isTest: (block: Block) => boolean = () => false,
): readonly PlacedBlock[] {
  const needed = framesOf(block, fresh).filter((frame) => !isThere(all, frame));
  return [...needed, block].reduce((sum, one) => inserted(sum, one, fresh, isTest), all);
}

/** Heading, and header of a table, that a block stands below. */
function framesOf(block: Block, fresh: readonly Block[]): readonly Block[] {
  const position = fresh.indexOf(block);
  const before = fresh.slice(0, position);
  const heading = block.kind === 'heading' ? undefined : before.findLast(({ kind }) => kind === 'heading');
  const header = block.kind === 'row' || block.kind === 'question' || block.kind === 'header';
  return [
    ...(heading === undefined ? [] : [heading]),
    ...(header ? before.filter(({ kind, place }) => kind === 'header' && place === block.place) : []),
  ];
}

function isThere(all: readonly PlacedBlock[], frame: Block): boolean {
  return all.some(
    ({ block, from }) =>
      from === frame || (block.kind === frame.kind && block.place === frame.place && block.key === frame.key),
  );
}

function inserted(
  all: readonly PlacedBlock[],
  block: Block,
  fresh: readonly Block[],
  isTest: (block: Block) => boolean,
): readonly PlacedBlock[] {
  const position = fresh.indexOf(block);
  const isNear = (other: Block): boolean => other.place === block.place;
  const earlier = fresh.slice(0, position).reverse();
  const later = fresh.slice(position + 1);
  const at = (other: Block): number => all.findLastIndex(({ from }) => from === other);
  for (const before of earlier.filter(isNear)) {
    const index = at(before);
    if (index < 0) continue;
    return (
      afterTasks(all, index, block, isTest) ??
      behind(all, index, block, before.gap === '' ? '\n' : before.gap)
    );
  }
  for (const after of later.filter(isNear)) {
    const index = at(after);
    if (index < 0) continue;
    return afterTasks(all, index, block, isTest) ?? before(all, index, block);
  }
  for (const other of earlier) {
    const index = at(other);
    if (index >= 0) return behind(all, endOfPlace(all, index), block, '\n\n');
  }
  for (const other of later) {
    const index = at(other);
    if (index >= 0) return before(all, index, { ...block, gap: '\n\n' });
  }
  return all.length === 0 ? [{ block, from: block }] : behind(all, all.length - 1, block, '\n\n');
}

function before(all: readonly PlacedBlock[], at: number, block: Block): readonly PlacedBlock[] {
  return [
    ...all.slice(0, at),
    { block: { ...block, gap: block.gap || '\n' }, from: block },
    ...all.slice(at),
  ];
}

/** The space behind the last one of a list stays behind the list. */
function behind(all: readonly PlacedBlock[], at: number, block: Block, gap: string): readonly PlacedBlock[] {
  const anchor = all[at];
  if (anchor === undefined) return [...all, { block, from: block }];
  return [
    ...all.slice(0, at),
    { ...anchor, block: { ...anchor.block, gap } },
    { block: { ...block, gap: anchor.block.gap }, from: block },
    ...all.slice(at + 1),
  ];
}

/** Nothing is put between the rows of a table or the items of a list. */
function endOfPlace(all: readonly PlacedBlock[], at: number): number {
  const place = all[at]?.block.place;
  const end = all.findIndex(({ block }, index) => index > at && block.place !== place);
  return (end < 0 ? all.length : end) - 1;
}

/**
 * Puts a new task, which has the next free number, at the end of the tasks around it, so that the numbers go up, and one that
 * builds something before those that test; `null` where it is none, or one of them needs it.
 */
function afterTasks(
  all: readonly PlacedBlock[],
  around: number,
  block: Block,
  isTest: (block: Block) => boolean,
): readonly PlacedBlock[] | null {
  const id = idOfTask(block);
  if (id === undefined || all.some((other) => hasName(other.block.text, id))) return null;
  const end = all.findIndex((other, index) => index > around && other.block.kind === 'heading');
  const phase = all.slice(0, end < 0 ? all.length : end);
  const start = phase.findLastIndex((other) => other.block.kind === 'heading') + 1;
  const isTask = (other: PlacedBlock, index: number): boolean =>
    index >= start && idOfTask(other.block) !== undefined;
  const last = phase.findLastIndex(isTask);
  // Behind the last one stands what sets the next phase apart.
  const gap = phase.find((other, index) => index < last && isTask(other, index))?.block.gap ?? '\n';
  const firstTest = phase.findIndex((other, index) => isTask(other, index) && isTest(other.block));
  if (firstTest >= 0 && !isTest(block)) {
    const built = phase.findLastIndex((other, index) => index < firstTest && isTask(other, index));
    if (built < 0) return before(all, firstTest, block);
    return behind(all, built, block, gap);
  }
  if (last < around) return null;
  return behind(all, last, block, gap);
}

/** Id of the task that a block is. */
export function idOfTask({ key }: Pick<Block, 'key'>): string | undefined {
  return key.split('task:')[1];
}

const numbered = /^\d+(?=[.)][ \t])/u;

/** Counts the items of numbered lists anew where blocks came or went; a list that was numbered otherwise stays so. */
export function renumbered(all: readonly PlacedBlock[], old: readonly Block[]): readonly Block[] {
  const blocks = all.map(({ block }) => block);
  const before = runs(old);
  const counts = (run: readonly Block[]): string => [run[0]?.place, ...run.map(numberOf)].join('\n');
  const known = new Set(before.map(counts));
  return runs(blocks).reduce<readonly Block[]>((sum, run) => {
    if (known.has(counts(run))) return sum;
    const [first] = run;
    const near = before
      .filter((other) => other[0]?.place === first?.place)
      .map((other) => other.map(numberOf));
    const was = near.find(([number]) => first !== undefined && number === numberOf(first)) ?? near[0] ?? [1];
    const start = was[0] ?? 1;
    const isSettled = isCounted(run.map(numberOf)) && first !== undefined && numberOf(first) === start;
    if (isSettled || !isCounted(was)) return sum;
    return sum.map((block) => {
      const index = run.indexOf(block);
      return index < 0 ? block : { ...block, text: block.text.replace(numbered, String(start + index)) };
    });
  }, blocks);
}

/** Items of a numbered list that follow each other. */
function runs(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const found: Block[][] = [];
  let last: Block | undefined;
  for (const block of blocks) {
    if (numbered.test(block.text)) {
      const isNext = last !== undefined && numbered.test(last.text) && last.place === block.place;
      if (isNext) found.at(-1)?.push(block);
      else found.push([block]);
    }
    last = block;
  }
  return found;
}

function numberOf({ text }: Block): number {
  return Number(numbered.exec(text)?.[0]);
}

function isCounted(numbers: readonly number[]): boolean {
  return numbers.every((number, index) => number === (numbers[0] ?? 0) + index);
}
