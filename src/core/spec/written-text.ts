import { replaceStretches, type Stretch } from '../text/replace-stretches';
import type { TextRange } from '../text/position';
import type { SpecDocument } from './spec-document';
import { offsetOf } from './text-range';

/** What is to stand in the place of a range of a document. */
export interface RangeEdit {
  readonly range: TextRange;
  /** Line ends are line feeds, whatever the document's own are. */
  readonly newText: string;
}

/** What a document is written with. */
type Written = Pick<SpecDocument, 'text' | 'written' | 'lines'>;

/**
 * The text of the file that a document was read from, with edits of the document made in it. What is written to a file comes
 * from here, or from {@link replaceInWritten}: a document's `text` is what is read, and its line ends need not be the file's.
 *
 * @param edits by the ranges of the document; lines that they put in end as the line does that they are put into
 * @throws RangeError where two of them overlap
 */
export function editDocument(spec: Written, edits: readonly RangeEdit[]): string {
  const { lines } = spec;
  return replaceInWritten(
    spec,
    edits.map(({ range, newText }) => {
      const start = offsetOf(lines, range.line, range.column);
      const end = Math.max(start, offsetOf(lines, range.endLine, range.endColumn));
      return { start, end, newText: newText.replaceAll('\n', lineEndAt(spec, start)) };
    }),
  );
}

/**
 * The same by offsets of the document, with texts that have the line ends already.
 *
 * @throws RangeError where two of them overlap
 */
export function replaceInWritten(spec: Written, stretches: readonly Stretch[]): string {
  const mark = spec.written.length - spec.text.length;
  return replaceStretches(
    spec.written,
    stretches.map(({ start, end, newText }) => ({ start: start + mark, end: end + mark, newText })),
  );
}

/**
 * Whether a text has the lines that a document was read from, so that edits by line and column hold in it. An editor shows a file
 * without its byte order mark, and with one line end for all lines.
 */
export function hasLinesOf({ written }: Pick<Written, 'written'>, text: string): boolean {
  const lines = (one: string): string => one.replace(/^\uFEFF/u, '').replace(/\r\n?/gu, '\n');
  return text === written || lines(text) === lines(written);
}

/** The line end that a line has in the file, by an offset of the document in it; where it has none, that of a line before it. */
export function lineEndAt({ text, written }: Pick<Written, 'text' | 'written'>, offset: number): string {
  const at = offset + written.length - text.length;
  const next = nextLineEnd(written, at);
  if (next !== null) return next;
  const last = Math.max(written.lastIndexOf('\n', at - 1), written.lastIndexOf('\r', at - 1));
  if (last === -1) return '\n';
  return written[last] === '\n' && written[last - 1] === '\r' ? '\r\n' : (written[last] ?? '\n');
}

function nextLineEnd(text: string, from: number): string | null {
  const found = /\r\n|\n|\r/gu;
  found.lastIndex = from;
  return found.exec(text)?.[0] ?? null;
}
