/**
 * Writes a text that a person may change while it is being written, until what was written is what stands there.
 *
 * @throws what `write` throws
 */
export async function writeSettled(
  text: () => string,
  write: (text: string) => PromiseLike<void>,
): Promise<void> {
  for (let written: string | undefined; written !== text();) {
    written = text();
    await write(written);
  }
}
