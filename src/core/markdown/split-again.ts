import { cutsOf, hasLoneReturn } from './split-markdown';

/** Shorter pieces, in characters, go on to the next heading of level 2 or above: handling each costs more than parsing it. */
const leastLength = 1000;

/** A stretch of a document between two cuts: the same value for as long as it stays in the document. */
export interface Piece {
  readonly text: string;
  /** Line feeds in it. */
  readonly lines: number;
}

export interface PlacedPiece {
  readonly piece: Piece;
  /** Offset and line (from 0) at which it begins. */
  readonly start: number;
  readonly line: number;
}

/**
 * Splits a document at its cuts (see {@link cutsOf}), and again after an edit: what stands before and behind the edit is not
 * looked at, but compared, and stays the same value. Nothing is open at a cut, so that a scan may begin at one, and what
 * follows one is split as it was where its text is the same.
 *
 * @param known how the text was split before; empty at first
 */
export function splitAgain(known: readonly PlacedPiece[], text: string): readonly PlacedPiece[] {
  const before = hasLoneReturn(text) ? [] : known;
  // Whether there is a cut behind a piece hangs on the line that follows it, so one piece more is looked at.
  const head = Math.max(0, sameAtStart(before, text) - 1);
  const tail = sameAtEnd(before.slice(head), text, before[head]?.start ?? 0);
  const pieces = before.slice(0, head);
  const replaced = new Map(
    before.slice(head, before.length - tail.length).map(({ piece }) => [piece.text, piece] as const),
  );
  let from = { start: before[head]?.start ?? 0, line: before[head]?.line ?? 0 };
  let rest = 0;
  const take = (end: number): void => {
    const slice = text.slice(from.start, end);
    // Of its own, or the piece would keep the whole document as it was at this moment.
    const piece = replaced.get(slice) ?? { text: ` ${slice}`.slice(1), lines: countLineFeeds(slice) };
    pieces.push({ piece, ...from });
  };
  for (const { start, line, level } of cutsOf(text, from)) {
    if (level > 2 && start - from.start < leastLength) continue;
    take(start);
    from = { start, line };
    while ((tail[rest]?.start ?? Infinity) < start) rest++;
    if (tail[rest]?.start === start) return [...pieces, ...placed(tail.slice(rest), from)];
  }
  take(text.length);
  return pieces;
}

/** How many pieces at the start are in the text as they were. */
function sameAtStart(before: readonly PlacedPiece[], text: string): number {
  const changed = before.findIndex(({ piece, start }) => !text.startsWith(piece.text, start));
  return changed === -1 ? before.length : changed;
}

/** Pieces with which the text ends as before, with where they begin in it. */
function sameAtEnd(
  before: readonly PlacedPiece[],
  text: string,
  least: number,
): readonly { readonly piece: Piece; readonly start: number }[] {
  const tail: { readonly piece: Piece; readonly start: number }[] = [];
  let end = text.length;
  for (let index = before.length - 1; index > 0; index--) {
    const piece = before[index]?.piece;
    const start = end - (piece?.text.length ?? 0);
    if (piece === undefined || start <= least || !text.startsWith(piece.text, start)) break;
    tail.push({ piece, start });
    end = start;
  }
  return tail.reverse();
}

function placed(
  tail: readonly { readonly piece: Piece; readonly start: number }[],
  from: { readonly line: number },
): readonly PlacedPiece[] {
  let { line } = from;
  return tail.map(({ piece, start }) => {
    const here = { piece, start, line };
    line += piece.lines;
    return here;
  });
}

function countLineFeeds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
