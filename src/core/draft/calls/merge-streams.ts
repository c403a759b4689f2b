/** An item and which of the streams it came from. */
export interface Tagged<T> {
  readonly stream: number;
  readonly item: T;
}

/**
 * Reads several streams at once and hands on what comes, in the order in which it comes. A reader that leaves early has to end the
 * streams by itself.
 *
 * @throws what a stream throws
 */
export async function* mergeStreams<T>(
  streams: ReadonlyMap<number, AsyncIterable<T>>,
): AsyncGenerator<Tagged<T>> {
  const arrived: Tagged<T>[] = [];
  let open = streams.size;
  let failure: { readonly error: unknown } | null = null;
  let wake = (): void => undefined;
  const pump = async (stream: number, items: AsyncIterable<T>): Promise<void> => {
    try {
      for await (const item of items) {
        arrived.push({ stream, item });
        wake();
      }
    } catch (error) {
      failure ??= { error };
    } finally {
      open -= 1;
      wake();
    }
  };
  for (const [stream, items] of streams) void pump(stream, items);
  for (;;) {
    for (let next = arrived.shift(); next !== undefined; next = arrived.shift()) yield next;
    throwIf(failure);
    if (open === 0) return;
    await new Promise<void>((resolve) => {
      wake = resolve;
      // It may have come while the last one was read.
      if (arrived.length > 0 || open === 0) resolve();
    });
  }
}

function throwIf(failure: { readonly error: unknown } | null): void {
  if (failure !== null) throw failure.error;
}
