import { normalText } from '../source/requirements/fingerprint';
import { splitBlocks } from './blocks';

/** What follows from a change for requirements that say the same as before: they belong to another component, say. */
export interface Regrouping {
  readonly ids: ReadonlySet<string>;
  /** Words that their rows no longer have, and those that they have now. */
  readonly words: { readonly before: readonly string[]; readonly now: readonly string[] };
}

/**
 * Finds requirements whose own rows in the outline are not those that the spec has, numbers of open questions and tasks apart.
 *
 * @param before sections of the spec that are the outline's still, by key
 * @param now sections of the outline as it is now
 */
export function regroupingOf(
  before: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
  ids: readonly string[],
): Regrouping {
  const found = new Set<string>();
  const words = { before: [] as string[], now: [] as string[] };
  for (const [key, text] of before) {
    const fresh = rowsOf(now.get(key) ?? '', ids);
    for (const [id, cells] of rowsOf(text, ids)) {
      const own = fresh.get(id);
      if (own === undefined || own.length !== cells.length) continue;
      const pairs = cells.map((cell, index) => [cell, own[index] ?? ''] as const);
      for (const [was, is] of pairs.filter(([was, is]) => normalText(was) !== normalText(is))) {
        found.add(id);
        words.before.push(was);
        words.now.push(is);
      }
    }
  }
  const said = ({ length }: string): boolean => length > 0;
  return { ids: found, words: { before: words.before.filter(said), now: words.now.filter(said) } };
}

/** Cells of the rows that are about one requirement each, by its id. */
function rowsOf(text: string, ids: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const own = new Set(ids.map((id) => `row:${id}`));
  return new Map(
    splitBlocks(text, ids).flatMap(({ key, text: row }) =>
      own.has(key)
        ? [
            [
              key.slice('row:'.length),
              row
                .split(/(?<!\\)\|/u)
                .slice(2, -1)
                .map(plain),
            ] as const,
          ]
        : [],
    ),
  );
}

function plain(cell: string): string {
  const words = cell.replace(/\b(?:OQ|T)-\d+/gu, '').trim();
  return normalText(words) === '' ? '' : words;
}
