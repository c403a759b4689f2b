/** A stretch of a text, by offsets, and what is to stand in its place; an insertion is one without length. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/**
 * A text with other stretches in the place of some of its own. Every byte outside of them stays, and every line end stays one
 * of its own: a return by itself that would come to stand before a line feed, which together are one line end, gets a line
 * feed of its own.
 *
 * @param stretches in any order; insertions at one place are made in the order in which they are given, and before what takes
 * the place of the text behind them
 * @throws RangeError where two overlap: no order makes both, so whoever asks for both is wrong
 */
export function replaceStretches(text: string, stretches: readonly Stretch[]): string {
  const ordered = stretches
    .filter(({ start, end, newText }) => start !== end || newText !== '')
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end, newText } of ordered) {
    if (start < at || end < start) throw new RangeError(`Two edits overlap at offset ${start}.`);
    pieces.push(text.slice(at, start), newText);
    at = end;
  }
  pieces.push(text.slice(at));
  return text.includes('\r') ? joinLines(pieces) : pieces.join('');
}

function joinLines(pieces: readonly string[]): string {
  return pieces.reduce((done, piece) =>
    done.endsWith('\r') && piece.startsWith('\n') ? `${done}\n${piece}` : done + piece,
  );
}
