import { oncePer } from '../../text/remembered';

/** An id that may have been meant. */
export interface SimilarId {
  readonly id: string;
  /** Whether it is the same but for case, separators and leading zeros: `us-1` for `US-001`. */
  readonly same: boolean;
}

const mostOffered = 3;

/** Known ids that differ from a token by the way they are written, or, where none does, by one character. */
export function similarIds(token: string, known: readonly string[]): readonly SimilarId[] {
  const key = keyOf(token);
  const keys = keysOf(known);
  const same = known.filter((_, index) => keys[index] === key);
  if (same.length > 0) return same.map((id) => ({ id, same: same.length === 1 }));
  return known
    .filter((id) => differByOne(id, token))
    .slice(0, mostOffered)
    .map((id) => ({ id, same: false }));
}

const keysOf = oncePer((known: readonly string[]) => known.map(keyOf));

function keyOf(id: string): string {
  return id
    .toLowerCase()
    .replace(/\d+/gu, (digits) => String(Number(digits)))
    .replace(/(?<=\p{L})[\s_-]+(?=\d)/gu, '');
}

function differByOne(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return Math.max(a.length, b.length) - start - end <= 1;
}
