import type { TextRange } from '../text/position';
import type { IdPlace, Named, SpecFamily } from './id-place';
import { lineRange, pathOf, placesInSource, textsOf } from './source-places';
import { placesInSpec } from './spec-places';

/** A stretch of one of the family's documents. */
export interface DocumentPlace extends TextRange {
  /** Relative to the workspace root. */
  readonly path: string;
}

/** Places of ids in one document of a family. */
export function placesInDocument(family: SpecFamily, path: string): readonly IdPlace[] {
  const spec = family.specs.find((one) => one.path === path);
  if (spec !== undefined) return placesInSpec(spec);
  return family.source === null ? [] : placesInSource(family.source).filter((place) => place.path === path);
}

/**
 * What the id at a position stands for: the one that the cursor is in or directly behind.
 *
 * @param line from 1
 * @param column from 1
 */
export function idAt(family: SpecFamily, path: string, line: number, column: number): IdPlace | null {
  const around = placesInDocument(family, path).filter(
    (place) => place.line === line && place.column <= column && column <= place.endColumn,
  );
  return around.find(({ endColumn }) => column < endColumn) ?? around[0] ?? null;
}

/** Whether two names mean one thing. */
export function isSame(a: Named, b: Named): boolean {
  return a.kind === b.kind && a.id === b.id && a.spec === b.spec;
}

/**
 * Every place of an id in source and specs, in the order of source, siblings and specs. The criteria of a requirement
 * (`US-001/AC-2`) cite it: there the place is the part that names it.
 */
export function placesOf(family: SpecFamily, named: Named): readonly IdPlace[] {
  const all = [
    ...(family.source === null ? [] : placesInSource(family.source)),
    ...family.specs.flatMap(placesInSpec),
  ];
  return all.flatMap((place) => {
    if (isSame(place, named)) return [place];
    const isLabel = place.kind === 'criterion' && place.verbatim;
    if (named.kind !== 'requirement' || !isLabel || !place.id.startsWith(`${named.id}/`)) return [];
    const { line, column } = place;
    const { kind, id, spec } = named;
    return [{ ...place, kind, id, spec, endLine: line, endColumn: column + id.length }];
  });
}

/** Where a thing is defined; `null` where that is not known any more. */
export function definitionOf(family: SpecFamily, named: Named): DocumentPlace | null {
  const { source } = family;
  const written = placesOf(family, named).find(({ defines, kind }) => defines && kind === named.kind);
  if (written !== undefined) return written;
  if (source === null || named.spec !== null) return null;
  const id = named.kind === 'criterion' ? named.id.replace(/\/AC-\d+$/u, '') : named.id;
  const requirement = source.requirements.find((one) => one.id === id);
  if (requirement === undefined) return null;
  const path = pathOf(source, requirement);
  const text = textsOf(source).find((one) => one.path === path)?.text ?? '';
  const index = Number(/\/AC-(\d+)$/u.exec(named.id)?.[1] ?? 0) - 1;
  const line = named.kind === 'criterion' ? requirement.acceptance[index]?.line : requirement.line;
  return { path, ...lineRange(text, line ?? requirement.line) };
}
