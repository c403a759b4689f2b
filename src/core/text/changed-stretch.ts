/** The one stretch in which two texts differ, by offsets of the first. */
export function changedStretch(
  before: string,
  after: string,
): { readonly start: number; readonly end: number; readonly newText: string } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  // Not between the two characters of a line end.
  if (start > 0 && before[start - 1] === '\r') start -= 1;
  let same = 0;
  while (same < shorter - start && before[before.length - 1 - same] === after[after.length - 1 - same])
    same += 1;
  if (same > 0 && before[before.length - same] === '\n' && before[before.length - same - 1] === '\r')
    same -= 1;
  return { start, end: before.length - same, newText: after.slice(start, after.length - same) };
}
