import type { SpecEdit } from '../checks/spec-fix';
import { relativePath } from '../text/relative-path';
import type { SpecDocument } from '../spec/spec-document';
import { offsetOf, rangeOf } from '../spec/text-range';
import { linkTarget } from '../text/escape-markdown';
import { sortedJson } from '../text/sorted-json';
import { linkTargets } from './link-targets';

/** Old path of a file to its new one, both relative to the root. */
export type Moved = ReadonlyMap<string, string>;

/**
 * The edits after which a document that is moved, or one that names what is moved, leads where it did: relative links, and whole
 * code spans and values of its metadata that are a moved path.
 *
 * @param path of the document before the move
 */
export function mendedLinks(spec: SpecDocument, path: string, moved: Moved): readonly SpecEdit[] {
  const own = moved.get(path) ?? path;
  const edits: { readonly start: number; readonly end: number; readonly newText: string }[] = [];
  for (const { start, end, target } of linkTargets(spec, path)) {
    const way = relativePath(own, moved.get(target) ?? target);
    const written = spec.text.slice(start, end);
    if (way === null || (own === path && !moved.has(target))) continue;
    // A link to a folder ends as it did.
    const newText = linkTarget(way) + (/\/$/u.test(written) ? '/' : '');
    if (newText !== written && `./${newText}` !== written) edits.push({ start, end, newText });
  }
  for (const { value, line, column, endLine, endColumn } of [...spec.codeSpans, ...spec.metadata.values()]) {
    const newText = moved.get(value.trim());
    const start = offsetOf(spec.lines, line, column);
    const end = offsetOf(spec.lines, endLine, endColumn);
    if (newText === undefined || spec.text.slice(start, end) !== value) continue;
    if (edits.every((edit) => edit.end <= start || edit.start >= end)) edits.push({ start, end, newText });
  }
  return edits.map(({ start, end, newText }) => ({ range: rangeOf(spec.lines, start, end), newText }));
}

/**
 * A record (a receipt, answers, corrections) with other values in the place of some, wherever they stand whole: paths of
 * moved files, and hashes of what was changed in moving only.
 *
 * @returns `null` where it is no JSON or holds none of them
 */
export function mendedRecord(text: string, values: ReadonlyMap<string, string>): string | null {
  if (![...values.keys()].some((value) => text.includes(JSON.stringify(value)))) return null;
  try {
    return sortedJson(withValues(JSON.parse(text.replace(/^\uFEFF/, '')), values));
  } catch {
    return null;
  }
}

function withValues(data: unknown, values: ReadonlyMap<string, string>): unknown {
  if (typeof data === 'string') return values.get(data) ?? data;
  if (Array.isArray(data)) return data.map((one) => withValues(one, values));
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [values.get(key) ?? key, withValues(value, values)]),
  );
}
