import { parseSpec } from '../spec/parse-spec';
import { isDone } from '../spec/task-ticks';
import { hasName, placeOfName } from '../text/name-in-text';
import { joinBlocks, splitBlocks, type Block } from './blocks';
import { isPlaceholder, pairBlocks, type ComparedIds } from './pair-blocks';
import { testTasks } from './test-tasks';
import { idOfTask, renumbered, withBlock, type PlacedBlock } from './place-blocks';
import { isSaying, names, saysSomething, telling, tells } from './what-blocks-say';

/** What changed in the source, for one section or all. */
export interface SourceChanges extends ComparedIds {
  /** Why what is gone is marked as gone, such as `no longer in prds/a.md`. */
  readonly reason: string;
  /** What requirements that changed or are gone were called, and what those say that changed or are new: some blocks have no id. */
  readonly words?: {
    readonly before: readonly string[];
    readonly now: readonly string[];
    /** The requirements that they are of, as far as these drift. */
    readonly of?: ReadonlyMap<string, readonly string[]>;
  };
  /** Requirements that say the same, and of which the outline says something else since: what it wrote is to follow. */
  readonly regrouped?: ReadonlySet<string>;
  /** Open questions that other sections name since and that are to be listed. */
  readonly questions?: ReadonlySet<string>;
  /** Open questions that other sections still name: they stay listed. */
  readonly cited?: ReadonlySet<string>;
  /** Those that nobody answered and that other sections named before, and no longer do. */
  readonly moot?: ReadonlySet<string>;
}

/** The spec around a section, as far as it matters to it. */
export interface AroundSection {
  /** Whether both versions are of the outline and no person has a hand in it: then nothing of it is lost that is not said elsewhere. */
  readonly isOwn: boolean;
  /** Tasks of the new version, whichever section they stand in there. */
  readonly tasks: ReadonlyMap<string, Block>;
  /** Tasks and open questions that the spec has elsewhere, by id, with their text: they are not put in once more. */
  readonly elsewhere: ReadonlyMap<string, string>;
  /** Requirements that the new version names in sections which the spec has not: nothing of theirs goes. */
  readonly homeless: ReadonlySet<string>;
}

const nothingAround: AroundSection = {
  isOwn: false,
  tasks: new Map(),
  elsewhere: new Map(),
  homeless: new Set(),
};

export interface MergedSection {
  readonly text: string;
  /** Requirements that changed or are gone and of which something stands there still that could not be worked in. */
  readonly left: ReadonlySet<string>;
}

/**
 * A section's text with what changed in the source worked in, block by block (list item, table row, paragraph): what names no changed
 * requirement stays byte for byte. What does takes the words of the new version; what is new there is put where the new version has
 * it; what is about removed requirements alone goes, or is struck out where it is their row in a list of all, or a task that is done.
 *
 * @param before text of the section without its heading
 * @param content what a model wrote in its place
 */
export function mergeSection(
  before: string,
  content: string,
  changes: SourceChanges,
  around: AroundSection = nothingAround,
): MergedSection {
  const old = splitBlocks(before, changes.ids);
  const fresh = splitBlocks(content.replace(/(?<!\s)\s+$/u, ''), changes.ids);
  const pairs = pairBlocks(old, fresh, changes, around.isOwn);
  const left = new Set<string>();
  const settled = new Set<Block>();
  const finished = changes.removed.size === 0 ? new Set<Block>() : finishedHeadings(before, old);
  let all: readonly PlacedBlock[] = old.reduce<readonly PlacedBlock[]>((sum, block) => {
    const {
      text,
      from,
      ids = [],
    } = workedIn(block, pairs.get(block), {
      ...{ fresh, changes, around },
      isDoneWork: finished.has(block),
    });
    for (const id of ids) left.add(id);
    if (from !== null) settled.add(from);
    return text === null ? withGap(sum, block.gap) : [...sum, { block: { ...block, text }, from }];
  }, []);
  const open = fresh.filter((block) => !settled.has(block));
  for (const id of open.flatMap((block) => crowdedOut(block, { changes, around }))) left.add(id);
  const wanted = open.filter((block) => isWanted(block, { changes, around }));
  const isTest = testTasks(
    new Map([...around.elsewhere, ...[...around.tasks].map(([id, { text }]) => [id, text] as const)]),
  );
  for (const block of wanted) all = withBlock(all, block, fresh, isTest);
  if (around.isOwn) all = withoutHollows(all, open, fresh);
  return { text: joinBlocks(renumbered(all, old)).replace(/(?<!\n)\n+$/u, ''), left };
}

/**
 * Where all went that stood in a place, the new version says what is open there; else what stood above it goes, too.
 *
 * @param open blocks of the new version that have no counterpart yet
 */
function withoutHollows(
  all: readonly PlacedBlock[],
  open: readonly Block[],
  fresh: readonly Block[],
): readonly PlacedBlock[] {
  const isEmpty = (place: string): boolean =>
    !all.some(
      ({ block }) => saysSomething(block) && (block.place === place || block.place.startsWith(`${place}|`)),
    );
  for (const block of open)
    if (isPlaceholder(block) && isEmpty(block.place)) all = withBlock(all, block, fresh);
  return all.filter(({ block, from }) => saysSomething(block) || from !== null || !isEmpty(block.place));
}

interface Merging {
  readonly changes: SourceChanges;
  readonly around: AroundSection;
}

/** What becomes of a block: its text, `null` where it goes, and the requirements of which it says something that is no more. */
interface Outcome {
  readonly text: string | null;
  readonly from: Block | null;
  readonly ids?: readonly string[];
}

function workedIn(
  block: Block,
  pair: Block | undefined,
  {
    fresh,
    changes,
    around,
    isDoneWork,
  }: Merging & {
    readonly fresh: readonly Block[];
    readonly isDoneWork: boolean;
  },
): Outcome {
  const { changed, removed, ids } = changes;
  const named = ids.filter((id) => hasName(block.text, id));
  const touched = named.filter((id) => changed.has(id) || removed.has(id));
  // Other words may belong to another section; the task stays where its number is.
  const next = pair ?? around.tasks.get(idOfTask(block) ?? '');
  const from = pair ?? null;
  const kept: Outcome = { text: block.text, from };
  const question = block.key.split('question:')[1];
  if (question !== undefined && (touched.length > 0 || around.isOwn)) {
    // A model may forget to cite what nobody answered yet, and a person may ask what no section cites.
    if (around.isOwn && changes.moot?.has(question) === true) return { text: null, from };
    if (next === undefined && changes.cited?.has(question) === true) return kept;
  }
  if (touched.length === 0) return withoutId(block, next, { fresh, changes, around });
  // Its own row is about it alone, whatever else that names.
  const isGone = named.every((id) => removed.has(id)) || [...removed].some((id) => block.key === `row:${id}`);
  if (isGone && (next === undefined || named.some((id) => !hasName(next.text, id))))
    return { text: gone(block, named, changes, isDoneWork), from: null };
  if (next !== undefined) return { text: next.text, from };
  const isHomeless = touched.some((id) => around.homeless.has(id));
  // A criterion that is no more: its row has no counterpart.
  if (!isHomeless && touched.some((id) => block.key.startsWith(`row:${id}/`))) return { text: null, from };
  if (around.isOwn && !isHomeless && named.length === touched.length) return { text: null, from };
  return question === undefined ? { ...kept, ids: touched } : kept;
}

/** A block that names no changed requirement may still tell of one. */
function withoutId(
  block: Block,
  next: Block | undefined,
  { fresh, changes, around }: Merging & { readonly fresh: readonly Block[] },
): Outcome {
  const from = next ?? null;
  if (!around.isOwn) {
    const text = extended(block, next, changes);
    return { text, from, ids: next === undefined ? [] : toldOtherwise({ text }, next, changes) };
  }
  const { changed, removed, words = { before: [], now: [] } } = changes;
  const touched = [...changed, ...removed];
  if (next !== undefined) {
    const isTold = names(next, touched) || tells(block, words.before) || tells(next, words.now);
    return { text: isTold ? next.text : block.text, from };
  }
  const isNear = (other: Block): boolean => other.place === block.place && saysSomething(other);
  const isFilled =
    isPlaceholder(block) &&
    fresh.some((other) => isNear(other) && !around.elsewhere.has(idOfTask(other) ?? ''));
  const isAbout = block.kind === 'row' && changes.ids.every((id) => !hasName(block.text, id));
  const isOver = isSaying(block, words.before) || (isAbout && tells(block, words.before));
  return { text: isFilled || isOver ? null : block.text, from };
}

/** Requirements of which a text has the words from before, or lacks those from now, while its new version does not. */
function toldOtherwise(
  kept: Pick<Block, 'text'>,
  next: Block,
  { added, words = { before: [], now: [] } }: SourceChanges,
): readonly string[] {
  const [inKept, inNext] = [telling(kept), telling(next)];
  const told = [
    ...words.before.filter((statement) => inKept(statement) && !inNext(statement)),
    ...words.now.filter((statement) => inNext(statement) && !inKept(statement)),
  ];
  // What lacks a new one says nothing that is no more.
  return told.flatMap((statement) => words.of?.get(statement) ?? []).filter((id) => added?.has(id) !== true);
}

/**
 * Requirements of a task that is not put in since a model gave it the number of another one, which is not its old version: nothing tells
 * of them then.
 */
function crowdedOut(block: Block, { changes, around }: Merging): readonly string[] {
  const other = around.elsewhere.get(idOfTask(block) ?? '');
  // The outline counts on from the numbers of the spec.
  if (around.isOwn || other === undefined) return [];
  const named = [...changes.changed].filter((id) => hasName(block.text, id));
  return named.every((id) => hasName(other, id)) ? [] : named;
}

function isWanted(block: Block, { changes, around }: Merging): boolean {
  const known = idOfTask(block) ?? block.key.split('question:')[1];
  if (known !== undefined && around.elsewhere.has(known)) return false;
  if (names(block, [...changes.changed])) return true;
  if ([...(changes.questions ?? [])].some((id) => block.key === `question:${id}`)) return true;
  const { now = [] } = changes.words ?? {};
  return around.isOwn && (isSaying(block, now) || (block.kind === 'row' && tells(block, now)));
}

/** A list of requirements in a sentence of the same words takes in those that are new. */
function extended(block: Block, next: Block | undefined, { changed, ids }: SourceChanges): string {
  const [, words = ''] = block.key.split('text:');
  if (next === undefined || words.trim() === '') return block.text;
  const has = ids.filter((id) => hasName(block.text, id));
  const more = ids.filter((id) => hasName(next.text, id) && !has.includes(id));
  const isLonger = more.length > 0 && has.length > 0 && has.every((id) => hasName(next.text, id));
  return isLonger && more.every((id) => changed.has(id)) ? next.text : block.text;
}

/** What stands below a heading that is a task and says that it is done, each of which is a block of its own. */
function finishedHeadings(before: string, blocks: readonly Block[]): ReadonlySet<Block> {
  const { tasks } = parseSpec(before);
  const found = new Set<Block>();
  let line = 1;
  for (const block of blocks) {
    const start = line;
    // A heading ends where the next one begins.
    const around = tasks.findLast((task) => task.line <= start && start <= task.endLine);
    if (around !== undefined && isDone(around)) found.add(block);
    line += block.text.split('\n').length - 1 + block.gap.length;
  }
  return found;
}

/** The space behind a block that goes stays where it is the longer one. */
function withGap(all: readonly PlacedBlock[], gap: string): readonly PlacedBlock[] {
  const last = all.at(-1);
  if (last === undefined || last.block.gap.length >= gap.length) return all;
  return [...all.slice(0, -1), { ...last, block: { ...last.block, gap } }];
}

/** What is left of a block that is about removed requirements alone. */
function gone(
  block: Block,
  named: readonly string[],
  { reason }: SourceChanges,
  isFinished: boolean,
): string | null {
  const isOwnRow = named.some((id) => block.key === `row:${id}`);
  if (isOwnRow) {
    // A row may do without the bars at its ends.
    const cells = block.text
      .trim()
      .replace(/^\||(?<!\\)\|$/gu, '')
      .split(/(?<!\\)\|/u);
    const struck = cells.map((cell, index) =>
      [cell.trim() === '' ? '' : `~~${cell.trim()}~~`, ...(index === cells.length - 1 ? [`(${reason})`] : [])]
        .filter((part) => part !== '')
        .join(' '),
    );
    return `| ${struck.join(' | ')} |`;
  }
  // Work that was done is not undone by a line that went from the source.
  const isDoneWork =
    isFinished ||
    /^(?:[-*+]|\d{1,9}[.)])[ \t]+\[[xX]\]/u.test(block.text) ||
    parseSpec(block.text).tasks.some(isDone);
  if (!isDoneWork) return null;
  const places = named.map((id) => ({ id, at: placeOfName(block.text, id) }));
  // From the last to the first, so that no id is looked for in a reason.
  return places
    .sort((a, b) => b.at - a.at)
    .reduce(
      (text, { id, at }) => `${text.slice(0, at)}~~${id}~~ (${reason})${text.slice(at + id.length)}`,
      block.text,
    );
}
