import type { SpecDocument } from '../../spec/spec-document';
import { editDocument, lineEndAt } from '../../spec/written-text';
import { footerPlace } from './footer';

/**
 * Puts the line that the engine writes below a spec, in place of one that a model wrote there; every other byte stays.
 *
 * @param line of the report on that text; `null` where its template has none
 */
export function putFooter(spec: SpecDocument, line: string | null): string {
  const { written } = spec;
  if (line === null) return written;
  const place = footerPlace(spec);
  if (place !== null) return editDocument(spec, [{ range: place.range, newText: line }]);
  const ending = lineEndAt(spec, spec.text.length);
  return `${written.trimEnd()}${ending}${ending}${line}${ending}`;
}

/** The text of a report with the line below it as it is true now; where the text has none, none is put there. */
export function renewFooter({
  spec,
  footer,
}: {
  readonly spec: SpecDocument;
  readonly footer: string | null;
}): string {
  return footerPlace(spec) === null ? spec.written : putFooter(spec, footer);
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
