import { hasName } from '../provenance/uses-of-sections';
import { joinBlocks, splitBlocks, type Block } from './blocks';

/** What changed in the source, for one section or all. */
export interface SourceChanges {
  /** Ids of requirements that are new or say something else. */
  readonly changed: ReadonlySet<string>;
  /** Ids of those that are gone. */
  readonly removed: ReadonlySet<string>;
  /** All ids, before and now. */
  readonly ids: readonly string[];
  /** Why what is gone is marked as gone, such as `no longer in prds/a.md`. */
  readonly reason: string;
  /** Open questions that other sections name since and that are to be listed. */
  readonly questions?: ReadonlySet<string>;
  /** Open questions that other sections still name: they stay listed. */
  readonly cited?: ReadonlySet<string>;
  /** Those that nobody answered and that other sections named before, and no longer do. */
  readonly moot?: ReadonlySet<string>;
}

/**
 * A section's text with what changed in the source worked in, block by block (list item, table row, paragraph): what names no changed
 * requirement stays byte for byte. What does takes the words of the new version; what is new there is put where the new version has
 * it; what is about removed requirements alone goes, or is struck out where it is their row in a list of all, or a task that is done.
 *
 * @param before text of the section without its heading
 * @param content what a model wrote in its place
 */
export function mergeSection(before: string, content: string, changes: SourceChanges): string {
  const { changed, removed, ids } = changes;
  const touched = [...changed, ...removed];
  const fresh = splitBlocks(content.replace(/(?<!\s)\s+$/u, ''), ids);
  const byKey = new Map(fresh.map((block) => [block.key, block]));
  const old = splitBlocks(before, ids);
  const reworded = rewordedBlocks(old, fresh, changes);
  const result = old.flatMap((block): readonly Block[] => {
    if (!names(block, touched)) return [extended(block, byKey.get(block.key), changes)];
    const named = ids.filter((id) => hasName(block.text, id));
    const isGone = named.every((id) => removed.has(id));
    const next = byKey.get(block.key) ?? reworded.get(block);
    const question = block.key.split('question:')[1];
    if (question !== undefined) {
      if (changes.moot?.has(question) === true) return [];
      if (next === undefined && changes.cited?.has(question) === true) return [block];
    }
    if (isGone && (next === undefined || named.some((id) => !hasName(next.text, id))))
      return gone(block, named, changes);
    if (next !== undefined) return [{ ...block, text: next.text }];
    // A criterion that is no more: its row has no counterpart.
    const isCriterion = [...changed].some((id) => block.key.startsWith(`row:${id}/`));
    return isCriterion ? [] : [block];
  });
  const known = new Set(old.map(({ key }) => key));
  const settled = new Set(reworded.values());
  const wanted = fresh.filter(
    (block) =>
      !known.has(block.key) &&
      !settled.has(block) &&
      (names(block, [...changed]) ||
        [...(changes.questions ?? [])].some((id) => block.key === `question:${id}`)),
  );
  let all: readonly Block[] = result;
  for (const block of wanted) all = inserted(all, block, fresh);
  return joinBlocks(all).replace(/(?<!\n)\n+$/u, '');
}

/** A list of requirements in a sentence of the same words takes in those that are new. */
function extended(block: Block, next: Block | undefined, { changed, ids }: SourceChanges): Block {
  const [, words = ''] = block.key.split('text:');
  if (next === undefined || words.trim() === '') return block;
  const has = ids.filter((id) => hasName(block.text, id));
  const more = ids.filter((id) => hasName(next.text, id) && !has.includes(id));
  const isLonger = more.length > 0 && has.length > 0 && has.every((id) => hasName(next.text, id));
  return isLonger && more.every((id) => changed.has(id)) ? { ...block, text: next.text } : block;
}

/**
 * Blocks that begin with words of a requirement have other keys once these change. What alone of its kind names the same
 * requirements in the old version and in the new one, in much the same words, is the same.
 */
function rewordedBlocks(
  old: readonly Block[],
  fresh: readonly Block[],
  { changed, ids }: SourceChanges,
): ReadonlyMap<Block, Block> {
  const oldKeys = new Set(old.map(({ key }) => key));
  const freshKeys = new Set(fresh.map(({ key }) => key));
  const left = byMeaning(
    old.filter(({ key }) => !freshKeys.has(key)),
    changed,
    ids,
  );
  const come = byMeaning(
    fresh.filter(({ key }) => !oldKeys.has(key)),
    changed,
    ids,
  );
  const pairs = new Map<Block, Block>();
  for (const [meaning, [block, ...others]] of left) {
    const [next, ...more] = come.get(meaning) ?? [];
    if (block === undefined || next === undefined || others.length + more.length > 0) continue;
    if (isReworded(block, next)) pairs.set(block, next);
  }
  return pairs;
}

/** Whether most words of one stand in the other: a sentence of a person about the same requirement is no earlier version. */
function isReworded(old: Block, next: Block): boolean {
  const [before, after] = [old, next].map(({ text }) => new Set(text.match(/[\p{L}\p{N}]+/gu) ?? []));
  if (before === undefined || after === undefined) return false;
  const common = [...before].filter((word) => after.has(word)).length;
  return common * 2 > Math.max(before.size, after.size);
}

/** Rows and statements that name changed requirements, by their kind and all that they name. */
function byMeaning(
  blocks: readonly Block[],
  changed: ReadonlySet<string>,
  ids: readonly string[],
): ReadonlyMap<string, readonly Block[]> {
  const found = new Map<string, Block[]>();
  for (const block of blocks) {
    const [kind = ''] = block.key.split(':');
    if ((kind !== 'row' && kind !== 'text') || !names(block, [...changed])) continue;
    const meaning = [kind, ...ids.filter((id) => hasName(block.text, id))].join(' ');
    found.set(meaning, [...(found.get(meaning) ?? []), block]);
  }
  return found;
}

function names({ text }: Pick<Block, 'text'>, ids: readonly string[]): boolean {
  return ids.some((id) => hasName(text, id));
}

/** Puts a block behind the one that it follows in the new version, else before the one that follows it, else at the end. */
function inserted(all: readonly Block[], block: Block, fresh: readonly Block[]): readonly Block[] {
  const position = fresh.indexOf(block);
  for (const before of fresh.slice(0, position).reverse()) {
    const at = all.findLastIndex(({ key }) => key === before.key);
    if (at < 0) continue;
    return afterTasks(all, at, block) ?? behind(all, at, block, before.gap === '' ? '\n' : before.gap);
  }
  const after = fresh.slice(position + 1).find(({ key }) => all.some((other) => other.key === key));
  const at = after === undefined ? -1 : all.findIndex(({ key }) => key === after.key);
  if (at >= 0)
    return (
      afterTasks(all, at, block) ?? [
        ...all.slice(0, at),
        { ...block, gap: block.gap || '\n' },
        ...all.slice(at),
      ]
    );
  return all.length === 0 ? [block] : behind(all, all.length - 1, block, '\n\n');
}

/** The space behind the last one of a list stays behind the list. */
function behind(all: readonly Block[], at: number, block: Block, gap: string): readonly Block[] {
  const anchor = all[at];
  if (anchor === undefined) return [...all, block];
  return [...all.slice(0, at), { ...anchor, gap }, { ...block, gap: anchor.gap }, ...all.slice(at + 1)];
}

/**
 * Puts a new task, which has the next free number, at the end of the tasks around it, so that the numbers go up; `null` where it is
 * none, or one of them needs it.
 */
function afterTasks(all: readonly Block[], around: number, block: Block): readonly Block[] | null {
  const id = idOfTask(block);
  if (id === undefined || all.some(({ text }) => hasName(text, id))) return null;
  const end = all.findIndex(({ text }, index) => index > around && /^#{1,6}[ \t]/u.test(text));
  const phase = all.slice(0, end < 0 ? all.length : end);
  const last = phase.findLastIndex((other) => idOfTask(other) !== undefined);
  if (last < around) return null;
  const gap = phase.find((other, index) => index < last && idOfTask(other) !== undefined)?.gap;
  return behind(all, last, block, gap ?? '\n');
}

function idOfTask({ key }: Block): string | undefined {
  return key.split('task:')[1];
}

/** What is left of a block that is about removed requirements alone. */
function gone(block: Block, named: readonly string[], { reason }: SourceChanges): readonly Block[] {
  const isOwnRow = named.some((id) => block.key === `row:${id}`);
  if (isOwnRow) {
    const cells = block.text.split('|').slice(1, -1);
    const struck = cells.map((cell, index) =>
      [cell.trim() === '' ? '' : `~~${cell.trim()}~~`, ...(index === cells.length - 1 ? [`(${reason})`] : [])]
        .filter((part) => part !== '')
        .join(' '),
    );
    return [{ ...block, text: `| ${struck.join(' | ')} |` }];
  }
  // Work that was done is not undone by a line that went from the source.
  if (!/^[-*+][ \t]\[[xX]\]/u.test(block.text)) return [];
  let text = block.text;
  for (const id of named) text = text.replace(id, `~~${id}~~ (${reason})`);
  return [{ ...block, text }];
}
