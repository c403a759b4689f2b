import { idReader } from '../spec/cite';
import { criterionLabel } from '../source/notation/criterion-label';
import type { Requirement, Source } from '../source/source';
import { indexLines, lineText, offsetOf, rangeOf, type LineIndex } from '../spec/text-range';
import type { TextRange } from '../text/position';
import type { IdPlace } from './id-place';
import { readableText } from './readable-text';

/** A document of a source: its own or one beside it. */
export interface SourceText {
  /** Relative to the workspace root. */
  readonly path: string;
  readonly text: string;
}

const known = new WeakMap<Source, readonly IdPlace[]>();

/** The texts of a source: its own and those beside it that define some of its requirements. */
export function textsOf({ path, text, siblings = [] }: Source): readonly SourceText[] {
  return [{ path, text }, ...siblings.map((sibling) => ({ path: sibling.path, text: sibling.text }))];
}

/**
 * Every place at which a source writes the id of one of its requirements, or of a criterion where that is defined. Ids that
 * were derived, or that stand for two meanings, are written nowhere.
 */
export function placesInSource(source: Source): readonly IdPlace[] {
  const kept = known.get(source);
  if (kept !== undefined) return kept;
  const places = textsOf(source).flatMap((text) => findPlaces(source, text));
  known.set(source, places);
  return places;
}

function findPlaces(source: Source, { path, text }: SourceText): readonly IdPlace[] {
  const lines = indexLines(text);
  const written = source.requirements.filter(({ id, explicitId }) => id === explicitId);
  const opens = new Map(
    written.filter((requirement) => pathOf(source, requirement) === path).map(({ id, line }) => [id, line]),
  );
  const defined = new Set<string>();
  const places = idReader(written.map(({ id }) => id))
    .places(readableText(text))
    .map(({ id, start, end }): IdPlace => {
      const range = rangeOf(lines, start, end);
      const defines = opens.get(id) === range.line && !defined.has(id);
      if (defines) defined.add(id);
      return { kind: 'requirement', id, spec: null, path, verbatim: true, defines, ...range };
    });
  const criteria = source.requirements
    .filter((requirement) => pathOf(source, requirement) === path)
    .flatMap((requirement) => criteriaOf(requirement, path, lines));
  return [...places, ...criteria].sort((a, b) => a.line - b.line || a.column - b.column);
}

function criteriaOf(requirement: Requirement, path: string, lines: LineIndex): readonly IdPlace[] {
  return requirement.acceptance.flatMap(({ id, line }, index) => {
    const column = id === null ? -1 : lineText(lines, line).indexOf(id);
    if (id === null || column === -1) return [];
    const start = offsetOf(lines, line, column + 1);
    return {
      kind: 'criterion' as const,
      id: criterionLabel(requirement.id, index),
      ...{ spec: null, path, verbatim: false, defines: true },
      ...rangeOf(lines, start, start + id.length),
    };
  });
}

/** File that defines a requirement. */
export function pathOf(source: Source, { path }: Requirement): string {
  return path ?? source.path;
}

/** A line without indentation, or the first where there is no such line. */
export function lineRange(text: string, line: number): TextRange {
  const found = lineText(indexLines(text), line);
  const column = found.length - found.trimStart().length + 1;
  return { line, column, endLine: line, endColumn: Math.max(column, found.trimEnd().length + 1) };
}
