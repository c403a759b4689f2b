import { offsetOf } from '../spec/text-range';
import type { SpecDocument } from '../spec/spec-document';
import { footerPlace } from './footer';

/**
 * Puts the line that the engine writes below a spec, in place of one that a model wrote there; every other byte stays.
 *
 * @param text that `spec` was read from, with or without a byte order mark
 * @param line of the report on that text; `null` where its template has none
 */
export function putFooter(text: string, spec: SpecDocument, line: string | null): string {
  if (line === null) return text;
  const place = footerPlace(spec);
  const ending = /\r\n|\n|\r/u.exec(text)?.[0] ?? '\n';
  if (place === null) return `${text.trimEnd()}${ending}${ending}${line}${ending}`;
  if (place.written === line) return text;
  const mark = text.length - spec.text.length;
  const start = mark + offsetOf(spec.lines, place.range.line, place.range.column);
  return `${text.slice(0, start)}${line}${text.slice(start + place.written.length)}`;
}

/**
 * What a draft lacks of the line below it, to be put behind its last character.
 *
 * @returns `null` where its template has no such line, or one stands there already
 */
export function endBelow(
  text: string,
  { spec, footer }: { readonly spec: SpecDocument; readonly footer: string | null },
): string | null {
  if (footer === null || footerPlace(spec) !== null) return null;
  const ending = /\r\n|\n|\r/u.exec(text)?.[0] ?? '\n';
  const blank = text.slice(text.trimEnd().length).split(ending).length - 1;
  return `${ending.repeat(Math.max(0, 2 - blank))}${footer}${ending}`;
}
