/** A document is tried in this many shorter forms at most. */
const mostTries = 3000;

/**
 * A text that is as short as it gets while something about it still holds: pieces are taken out, lines first and
 * characters last, for as long as that succeeds.
 *
 * @param holds of the text itself it must hold
 */
export async function shrink(text: string, holds: (text: string) => Promise<boolean>): Promise<string> {
  let tries = 0;
  let shortest = text;
  for (const separator of ['\n', '']) {
    for (let before = ''; before !== shortest;) {
      before = shortest;
      let size = Math.ceil(shortest.split(separator).length / 2);
      for (; size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
        for (let at = 0; at < shortest.split(separator).length;) {
          const parts = shortest.split(separator);
          const shorter = [...parts.slice(0, at), ...parts.slice(at + size)].join(separator);
          tries += 1;
          if (tries > mostTries) return shortest;
          if (shorter !== shortest && (await holds(shorter))) shortest = shorter;
          else at += size;
        }
      }
    }
  }
  return shortest;
}
