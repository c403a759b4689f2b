/** Longer texts are not compared: nobody misspells so much. In characters. */
const longest = 80;

/**
 * The candidate that a text most likely misspells, or `null` where none is close or two are equally so. Case does not count;
 * up to one letter in four may differ, one in short texts.
 */
export function closestTo(text: string, candidates: readonly string[]): string | null {
  const wanted = text.toLowerCase();
  const most = Math.max(1, Math.floor(wanted.length / 4));
  if (wanted === '' || wanted.length > longest) return null;
  let best: { readonly candidate: string; readonly distance: number } | null = null;
  let tied = false;
  for (const candidate of new Set(candidates)) {
    if (Math.abs(candidate.length - wanted.length) > most) continue;
    const distance = editDistance(wanted, candidate.toLowerCase());
    if (distance > most || (best !== null && distance > best.distance)) continue;
    tied = best !== null && distance === best.distance;
    best = { candidate, distance };
  }
  return tied ? null : (best?.candidate ?? null);
}

/** Letters to insert, remove or replace. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
