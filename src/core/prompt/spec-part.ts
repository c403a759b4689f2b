import { excerptOf } from '../regenerate/named-blocks';
import type { SectionTarget } from '../regenerate/section-target';
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
 * The spec as data: the sections to rewrite whole, or of them the blocks to rewrite, and of the others those that share most
 * ids and code with them, until the room is full. Of the rest the headings are shown. What differs between two calls is not
 * in a provider's cache, so it is kept short.
 *
 * @param room bytes for sections that are not to be rewritten
 */
export function specPart(
  spec: SpecDocument,
  path: string,
  targets: readonly Pick<SectionTarget, 'section' | 'blocks'>[],
  room: number,
): string {
  const standing = targets.filter(({ section }) => section.index >= 0);
  const pieces = piecesOf(spec, standing);
  const asked = new Map(pieces.map((piece) => [piece, askedText(spec, standing, piece)]));
  const shown = new Set(pieces.filter((piece, index) => index === 0 || asked.get(piece) !== undefined));
  const names = new Set([...asked.values()].flatMap((text) => namesIn(text ?? '')));
  const related = pieces
    .filter((piece) => !shown.has(piece))
    .map((piece) => {
      const own = namesIn(spec.text.slice(piece.start, piece.end));
      return { piece, shared: own.filter((name) => names.has(name)).length };
    })
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared || a.piece.start - b.piece.start);
  let left = room;
  for (const { piece } of related) {
    const size = new TextEncoder().encode(spec.text.slice(piece.start, piece.end)).byteLength;
    if (size > left) continue;
    shown.add(piece);
    left -= size;
  }
  const text = pieces
    .map((piece) => {
      const whole = (asked.get(piece) ?? spec.text.slice(piece.start, piece.end)).trimEnd();
      return shown.has(piece) ? whole : (whole.split(/\r\n|\n|\r/u, 1)[0] ?? '');
    })
    .join('\n\n');
  return [
    '# Specification as it stands (of some sections the headings alone)',
    dataFence('spec', { path }, text),
  ].join('\n');
}

/** What is shown of a piece because it is to be rewritten; `undefined` where it is not. */
function askedText(
  spec: SpecDocument,
  targets: readonly Pick<SectionTarget, 'section' | 'blocks'>[],
  { start, end }: Piece,
): string | undefined {
  const target = targets.find(({ section }) => start < section.end && section.start < end);
  if (target === undefined) return undefined;
  const { section, blocks } = target;
  const text = spec.text.slice(start, end);
  if (blocks === undefined) return text;
  const body = Math.max(section.bodyStart, start) - start;
  return text.slice(0, body) + excerptOf(text.slice(body).replace(/\r\n?/gu, '\n'), blocks);
}

function piecesOf(
  { text, sections }: SpecDocument,
  targets: readonly Pick<SectionTarget, 'section'>[],
): readonly Piece[] {
  // A section to rewrite that lies deeper is told from those beside it.
  const around = new Set<number | null>();
  for (const { section } of targets)
    for (let at = section.parent; at !== null; at = sections[at]?.parent ?? null) around.add(at);
  const starts = [
    0,
    ...sections
      .filter(({ level, parent }) => level <= deepest || (parent !== null && around.has(parent)))
      .map(({ start }) => start),
  ];
  return starts.map((start, index) => ({ start, end: starts[index + 1] ?? text.length }));
}

/** Ids and code by which sections speak of the same thing, each once. */
function namesIn(text: string): readonly string[] {
  const found = text.match(/`[^`\n]{3,80}`|\b[A-Z]{1,8}-\d{1,4}(?:\/[A-Z]+-\d+)?\b/gu) ?? [];
  return [...new Set(found)];
}
