import { hasName } from '../text/name-in-text';
import type { Block } from './blocks';

/** What two versions of a section are compared by. */
export interface ComparedIds {
  /** Ids of requirements that are new or say something else. */
  readonly changed: ReadonlySet<string>;
  /** Those of them that are new. */
  readonly added?: ReadonlySet<string>;
  /** Ids of those that are gone. */
  readonly removed: ReadonlySet<string>;
  /** All ids, before and now. */
  readonly ids: readonly string[];
}

/**
 * Which block of a section's new version is which of the old one; each is paired once. First what says the same in the same place, then
 * what is about the same, then what names the same requirements in other words.
 *
 * @param isOwn whether both versions are of the same hand, so that a block that names what another one named is its new version; else only
 * where most words are the same, and nothing else could be meant
 */
export function pairBlocks(
  old: readonly Block[],
  fresh: readonly Block[],
  compared: ComparedIds,
  isOwn: boolean,
): ReadonlyMap<Block, Block> {
  const pairs = new Map<Block, Block>();
  const taken = new Set<Block>();
  const match = (is: (block: Block) => boolean, trait: (block: Block) => string | null): void => {
    const left = new Map<string, Block[]>();
    for (const block of fresh) {
      const name = taken.has(block) || !is(block) ? null : trait(block);
      if (name !== null) left.set(name, [...(left.get(name) ?? []), block]);
    }
    for (const block of old) {
      const name = pairs.has(block) || !is(block) ? null : trait(block);
      const next = name === null ? undefined : left.get(name)?.shift();
      if (next === undefined) continue;
      pairs.set(block, next);
      taken.add(next);
    }
  };
  const all = (): boolean => true;
  match(all, ({ place, text }) => `${place}\n${text}`);
  match(all, ({ place, key }) => `${place}\n${key}`);
  // A row is about something in its table alone, and what waits for an answer only where it stands.
  match(
    (block) => block.kind !== 'row' && block.kind !== 'header' && !isPlaceholder(block),
    ({ key }) => key,
  );
  if (isOwn) {
    match(({ kind }) => kind === 'item', labelled);
    match(all, (block) => meaningOf(block, compared));
    return pairs;
  }
  const unpaired = (blocks: readonly Block[], isPaired: (block: Block) => boolean): readonly Block[] =>
    blocks.filter(
      (block) =>
        !isPaired(block) &&
        block.kind !== 'heading' &&
        [...compared.changed].some((id) => hasName(block.text, id)),
    );
  const come = unpaired(fresh, (block) => taken.has(block));
  const went = unpaired(old, (block) => pairs.has(block));
  const alone = (blocks: readonly Block[], meaning: string): Block | undefined => {
    const same = blocks.filter((block) => meaningOf(block, compared) === meaning);
    return same.length === 1 ? same[0] : undefined;
  };
  for (const block of went) {
    const meaning = meaningOf(block, compared);
    const next = meaning === null ? undefined : alone(come, meaning);
    if (meaning !== null && next !== undefined && alone(went, meaning) === block && isReworded(block, next))
      pairs.set(block, next);
  }
  return pairs;
}

/** Whether nothing stands in it but ids of open questions: it goes once something is known. */
export function isPlaceholder({ text, kind }: Block): boolean {
  return kind !== 'header' && /\bOQ-\d/u.test(text) && !/[\p{L}\p{N}]/u.test(text.replace(/\bOQ-\d+/gu, ''));
}

/** Kind, place and the requirements that a block names; what came or went with a version makes no difference. */
function meaningOf(block: Block, { ids, removed, added }: ComparedIds): string | null {
  const { kind, place, text } = block;
  if (kind === 'task' || kind === 'question' || kind === 'header') return null;
  const named = ids.filter((id) => !removed.has(id) && added?.has(id) !== true && hasName(text, id));
  return named.length === 0 ? null : [kind === 'item' ? 'text' : kind, place, ...named].join('\n');
}

/** Name that a list item begins with. */
function labelled({ place, text }: Block): string | null {
  const label = /^(?:[-*+]|\d+[.)])[ \t]+\*\*([^*\n]+)\*\*/u.exec(text)?.[1];
  return label === undefined ? null : `${place}\n${label}`;
}

/** Whether most words of one stand in the other: a sentence of a person about the same requirement is no earlier version. */
function isReworded(old: Block, next: Block): boolean {
  const [before, after] = [old, next].map(({ text }) => new Set(text.match(/[\p{L}\p{N}]+/gu) ?? []));
  if (before === undefined || after === undefined) return false;
  const common = [...before].filter((word) => after.has(word)).length;
  return common * 2 > Math.max(before.size, after.size);
}
