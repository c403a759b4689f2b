import { parseSpec } from '../spec/parse-spec';
import type { SpecDocument, SpecSection } from '../spec/spec-document';
import type { SpecParser } from '../spec/spec-parser';
import { headingLine } from './heading-line';
import { contentSpan } from './section-span';

export interface SplicedSpec {
  readonly text: string;
  /** As read from the new text. */
  readonly spec: SpecDocument;
}

/**
 * Puts a new content into one section; every byte outside its span stays, line ends, blank lines and byte order mark
 * included.
 *
 * @param source text of the document, from which `spec` was read
 * @param content of the section, without its heading, with line feeds as line ends
 * @param parser that read `spec`, so that only what changes is read again
 * @param end offset where the part to replace ends: that of the section, or of a section below it, from which on all stays
 * @returns `null` where what stands around the section would be read differently afterwards
 */
export function spliceSection(
  source: string,
  spec: SpecDocument,
  section: SpecSection,
  content: string,
  parser: SpecParser,
  end: number = section.end,
): SplicedSpec | null {
  const { mark, written } = asWritten(source, spec);
  const ending = lineEnding(written, section);
  const span = contentSpan(spec, { ...section, end });
  const before = written.slice(0, span.start);
  const after = written.slice(span.end);
  const isHollow = span.start === span.end;
  const lead = !isHollow ? '' : /[\r\n]$/u.test(before) ? ending : ending + ending;
  const tail = isHollow ? (/^(?:[\r\n]|$)/u.test(after) ? ending : ending + ending) : gap(after, ending);
  const newText = lead + content.replace(/\r\n?|\n/gu, ending) + tail;
  const text = before + newText + after;
  const then = parseSpec(text, parser);
  if (!sameAround(spec, section, then, newText.length - (span.end - span.start), end)) return null;
  return { text: mark + text, spec: then };
}

/**
 * Puts a section with its heading where there is none, before a heading or at the end; every byte of the document stays.
 *
 * @param section what it is to be: heading, level, and the place as its start
 * @param parser that read `spec`
 * @returns `null` where what stands around it would be read differently afterwards
 */
export function insertSection(
  source: string,
  spec: SpecDocument,
  section: SpecSection,
  content: string,
  parser: SpecParser,
): SplicedSpec | null {
  const { mark, written: now } = asWritten(source, spec);
  const ending = /\r\n|\n|\r/u.exec(now)?.[0] ?? '\n';
  const before = now.slice(0, section.start);
  const after = now.slice(section.start);
  const lead = /(?:^|(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r))$/u.test(before)
    ? ''
    : /[\r\n]$/u.test(before)
      ? ending
      : ending + ending;
  const written = `${headingLine(section)}\n\n${content}\n${after === '' ? '' : '\n'}`;
  const newText = lead + written.replace(/\r\n?|\n/gu, ending);
  const text = before + newText + after;
  const then = parseSpec(text, parser);
  const grown = newText.length;
  const stays = ({ sections }: SpecDocument, from: number, shift: number): string =>
    sections
      .filter(({ start }) => start < section.start || start >= from)
      .map(({ heading, level, start }) => `${level} ${start >= from ? start - shift : start} ${heading}`)
      .join('\n');
  const isThere = then.sections.some(
    ({ start, level }) => start === section.start + lead.length && level === section.level,
  );
  if (!isThere || stays(spec, section.start, 0) !== stays(then, section.start + grown, grown)) return null;
  return { text: mark + text, spec: then };
}

/** The text with the line ends that it has, of which a document knows line feeds only, and the byte order mark before it. */
function asWritten(source: string, { text }: SpecDocument): { mark: string; written: string } {
  const start = source.length - text.length;
  return { mark: source.slice(0, start), written: source.slice(start) };
}

/** What follows on the very next line would run into a new last paragraph, so a blank line is put between. */
function gap(after: string, ending: string): string {
  return /^(?:\r\n|\n|\r)(?![\r\n]|[ \t]+[\r\n])(?=[^\r\n])/u.test(after) ? ending : '';
}

/** The line ends of the section itself, else of the document. */
function lineEnding(text: string, { start, end }: SpecSection): string {
  const first = /\r\n|\n|\r/u;
  return first.exec(text.slice(start, end))?.[0] ?? first.exec(text)?.[0] ?? '\n';
}

/** Whether all headings outside the section are headings still: an open fence or comment would swallow them. */
function sameAround(
  spec: SpecDocument,
  target: SpecSection,
  then: SpecDocument,
  grown: number,
  last: number,
): boolean {
  const outside = (document: SpecDocument, end: number, shift: number): readonly string[] =>
    document.sections
      .filter(({ start }) => start <= target.start || start >= end)
      .map(({ heading, level, start }) => `${level} ${start >= end ? start - shift : start} ${heading}`);
  const own = then.sections.find(({ start }) => start === target.start);
  return (
    own?.end === target.end + grown &&
    then.title === spec.title &&
    outside(spec, last, 0).join('\n') === outside(then, last + grown, grown).join('\n')
  );
}
