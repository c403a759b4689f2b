/** A file that does not arrive is asked for again after so many milliseconds: what failed stays failed for who waits for it. */
const pausesMs = [300, 1500];

/**
 * Reads over a network, which fails in ways in which a disk does not.
 *
 * @throws what the last attempt throws
 */
export async function readPatiently(read: () => Promise<Uint8Array>): Promise<Uint8Array> {
  for (const pause of pausesMs) {
    try {
      return await read();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return read();
}
