import leven from 'leven';

/** Shorter names are too much alike for a difference to be a slip. */
const shortestName = 4;

/** Finds the name that was meant. Made once for a set of names; a search looks at names of about the same length only. */
export interface NameIndex {
  /** The known name that is written so, in this case or another, or `null`. */
  sameBut(name: string): string | null;
  /** The known name that this one is most like, where a slip of the pen explains the difference; else `null`. */
  nearest(name: string): string | null;
}

export function nameIndex(names: Iterable<string>): NameIndex {
  const byLower = new Map<string, string>();
  const byLength = new Map<number, string[]>();
  for (const name of names) {
    const lower = name.toLowerCase();
    if (byLower.has(lower)) continue;
    byLower.set(lower, name);
    const group = byLength.get(lower.length);
    if (group === undefined) byLength.set(lower.length, [lower]);
    else group.push(lower);
  }
  const sameBut = (name: string): string | null => byLower.get(name.toLowerCase()) ?? null;
  return {
    sameBut,
    nearest: (name) => {
      const same = sameBut(name);
      if (same !== null) return same;
      const lower = name.toLowerCase();
      if (lower.length < shortestName) return null;
      let best: string | null = null;
      let distance = slipsIn(lower) + 1;
      for (let length = lower.length - distance + 1; length < lower.length + distance; length++) {
        for (const candidate of byLength.get(length) ?? []) {
          const edits = editsBetween(lower, candidate);
          if (edits > distance || (edits === distance && (best === null || candidate > best))) continue;
          if (!differInNumber(lower, candidate)) [best, distance] = [candidate, edits];
        }
      }
      return best === null ? null : (byLower.get(best) ?? null);
    },
  };
}

/** How many letters of a name may be wrong for it to be the same name. */
export function slipsIn(name: string): number {
  if (name.length < 6) return 1;
  return name.length < 12 ? 2 : 3;
}

/** Two letters that changed places are one slip. */
function editsBetween(left: string, right: string): number {
  const edits = leven(left, right);
  if (edits !== 2 || left.length !== right.length) return edits;
  let at = 0;
  while (left[at] === right[at]) at += 1;
  return left[at] === right[at + 1] && left[at + 1] === right[at] ? 1 : edits;
}

/** Names that differ in their numbers alone are different things. */
function differInNumber(left: string, right: string): boolean {
  const digits = /\d+/gu;
  return left.replace(digits, '') === right.replace(digits, '');
}
