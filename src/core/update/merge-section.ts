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
  const result = splitBlocks(before, ids).flatMap((block): readonly Block[] => {
    if (!names(block, touched)) return [block];
    const named = ids.filter((id) => hasName(block.text, id));
    const isGone = named.every((id) => removed.has(id));
    const next = byKey.get(block.key);
    if (isGone && (next === undefined || named.some((id) => !hasName(next.text, id))))
      return gone(block, named, changes);
    if (next !== undefined) return [{ ...block, text: next.text }];
    // A criterion that is no more: its row has no counterpart.
    const isCriterion = [...changed].some((id) => block.key.startsWith(`row:${id}/`));
    return isCriterion ? [] : [block];
  });
  const known = new Set(splitBlocks(before, ids).map(({ key }) => key));
  const wanted = fresh.filter(
    (block) =>
      !known.has(block.key) &&
      (names(block, [...changed]) ||
        [...(changes.questions ?? [])].some((id) => block.key === `question:${id}`)),
  );
  let all: readonly Block[] = result;
  for (const block of wanted) all = inserted(all, block, fresh);
  return joinBlocks(all).replace(/(?<!\n)\n+$/u, '');
}

function names({ text }: Pick<Block, 'text'>, ids: readonly string[]): boolean {
  return ids.some((id) => hasName(text, id));
}

/** Puts a block behind the one that it follows in the new version, else before the one that follows it, else at the end. */
function inserted(all: readonly Block[], block: Block, fresh: readonly Block[]): readonly Block[] {
  const position = fresh.indexOf(block);
  for (const before of fresh.slice(0, position).reverse()) {
    const at = all.findLastIndex(({ key }) => key === before.key);
    const anchor = all[at];
    if (anchor === undefined) continue;
    // The space behind the last one of a list stays behind the list.
    const gap = anchor.gap === '' ? '' : anchor.gap;
    const placed = [
      { ...anchor, gap: before.gap === '' ? '\n' : before.gap },
      { ...block, gap },
    ];
    return [...all.slice(0, at), ...placed, ...all.slice(at + 1)];
  }
  const after = fresh.slice(position + 1).find(({ key }) => all.some((other) => other.key === key));
  const at = after === undefined ? -1 : all.findIndex(({ key }) => key === after.key);
  if (at >= 0) return [...all.slice(0, at), { ...block, gap: block.gap || '\n' }, ...all.slice(at)];
  const last = all.at(-1);
  return last === undefined
    ? [block]
    : [...all.slice(0, -1), { ...last, gap: '\n\n' }, { ...block, gap: '' }];
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
