import type { SpecDocument } from '../spec/spec-document';
import { dataFence } from '../text/data-fence';

/** A stretch of a spec: what stands before its first section, or a section without those below it. */
interface Piece {
  readonly start: number;
  readonly end: number;
}

/** Below this level a section is shown with the one around it. */
const deepest = 3;

/**
 * The spec as data: the sections to rewrite whole, and of the others those that share most ids and code with them, until
 * the room is full. Of the rest the headings are shown. What differs between two calls is not in a provider's cache, so
 * it is kept short.
 *
 * @param spans of the sections to rewrite, by offsets of the text
 * @param room characters for all that is shown whole; the sections to rewrite are shown even where they need more
 */
export function specPart(
  spec: SpecDocument,
  path: string,
  spans: readonly { readonly start: number; readonly end: number }[],
  room: number,
): string {
  const pieces = piecesOf(spec);
  const isAsked = ({ start, end }: Piece): boolean =>
    spans.some((span) => start < span.end && span.start < end);
  const shown = new Set(pieces.filter((piece, index) => index === 0 || isAsked(piece)));
  let left = room - [...shown].reduce((sum, { start, end }) => sum + end - start, 0);
  const names = new Set(spans.flatMap(({ start, end }) => namesIn(spec.text.slice(start, end))));
  const related = pieces
    .filter((piece) => !shown.has(piece))
    .map((piece) => {
      const own = namesIn(spec.text.slice(piece.start, piece.end));
      return { piece, shared: own.filter((name) => names.has(name)).length };
    })
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared || a.piece.start - b.piece.start);
  for (const { piece } of related) {
    const size = piece.end - piece.start;
    if (size > left) continue;
    shown.add(piece);
    left -= size;
  }
  const text = pieces
    .map((piece) => {
      const whole = spec.text.slice(piece.start, piece.end).trimEnd();
      return shown.has(piece) ? whole : (whole.split(/\r\n|\n|\r/u, 1)[0] ?? '');
    })
    .join('\n\n');
  return [
    '# Specification as it stands (of some sections the headings alone)',
    dataFence('spec', { path }, text),
  ].join('\n');
}

function piecesOf({ text, sections }: SpecDocument): readonly Piece[] {
  const starts = [0, ...sections.filter(({ level }) => level <= deepest).map(({ start }) => start)];
  return starts.map((start, index) => ({ start, end: starts[index + 1] ?? text.length }));
}

/** Ids and code by which sections speak of the same thing, each once. */
function namesIn(text: string): readonly string[] {
  const found = text.match(/`[^`\n]{3,80}`|\b[A-Z]{1,8}-\d{1,4}(?:\/[A-Z]+-\d+)?\b/gu) ?? [];
  return [...new Set(found)];
}
