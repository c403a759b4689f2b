/**
 * Maps items with a bounded number of calls under way. Results keep the order of the items, so the outcome does
 * not depend on which call ends first. Rejects with the first failure, or with the signal's reason.
 *
 * @param limit calls under way at once, at least 1
 */
export async function mapConcurrently<Item, Result>(
  items: readonly Item[],
  limit: number,
  map: (item: Item) => Promise<Result>,
  signal?: AbortSignal,
): Promise<readonly Result[]> {
  const results = new Array<Result>(items.length);
  let next = 0;
  async function work(): Promise<void> {
    while (next < items.length) {
      signal?.throwIfAborted();
      const index = next;
      next += 1;
      results[index] = await map(items[index] as Item);
    }
  }
  await Promise.all(Array.from({ length: Math.max(1, Math.min(limit, items.length)) }, work));
  return results;
}
