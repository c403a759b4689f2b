import type { SpecDocument } from '../../spec/spec-document';
import type { SpecPart } from '../../spec/spec-part';
import type { TextRange } from '../../text/position';

/**
 * What each part of a spec holds by itself, in the places of the document.
 *
 * @param find gives places in the part; remembered by it, see `oncePer`
 */
export function* inEachPart<T extends TextRange>(
  { parts }: Pick<SpecDocument, 'parts'>,
  find: (part: SpecPart) => readonly T[],
): Iterable<T> {
  for (const { part, line } of parts) for (const found of find(part)) yield movedBy(found, line);
}

/** The same for what stands in a section, with its number in the document. */
export function* sectionsInEachPart<T extends TextRange & { readonly section: number | null }>(
  { parts }: Pick<SpecDocument, 'parts'>,
  find: (part: SpecPart) => readonly T[],
): Iterable<T> {
  for (const { part, line, section } of parts)
    for (const found of find(part))
      yield { ...movedBy(found, line), section: found.section === null ? null : found.section + section };
}

/** What stands in a part, so many lines further down. */
export function movedBy<T extends TextRange>(found: T, lines: number): T {
  return { ...found, line: found.line + lines, endLine: found.endLine + lines };
}
