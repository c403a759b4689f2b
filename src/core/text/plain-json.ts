/**
 * The data of a text that is JSON through and through, as every YAML reader would have it.
 *
 * @returns `null` where it is no JSON, or where an object has a key twice, of which `JSON.parse` would drop the first without a word
 */
export function plainJson(text: string): { readonly data: unknown } | null {
  if (!/^\s*[[{]/u.test(text)) return null;
  try {
    const data: unknown = JSON.parse(text);
    return keysIn(data) === keysWritten(text) ? { data } : null;
  } catch {
    return null;
  }
}

/** How many keys the objects of some data have together. */
function keysIn(data: unknown): number {
  if (typeof data !== 'object' || data === null) return 0;
  const values: readonly unknown[] = Object.values(data);
  const own = Array.isArray(data) ? 0 : values.length;
  return values.reduce<number>((sum, value) => sum + keysIn(value), own);
}

/** How many keys are written in a text that is JSON: strings before a colon. */
function keysWritten(text: string): number {
  let count = 0;
  for (const [, colon] of text.matchAll(/"(?:[^"\\]|\\.)*"\s*(:?)/gu)) if (colon === ':') count += 1;
  return count;
}
