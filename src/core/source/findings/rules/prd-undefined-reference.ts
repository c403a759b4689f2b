import type { SourceProblem, SourceRule } from '../source-rule';
import { idKey } from '../../notation/id-family';
import type { CitedIds } from '../../source';

/** Ids of one range that are named in a message; the rest is counted. */
const named = 5;

/** By which a line says itself that what it names stands in another document. */
const elsewhere =
  /\b(?:(?:an)?other|separate|different) (?:document|file|prd|spec)|\blives? (?:with|in)\b|\bowned by\b|(?:otro|outro|autre) (?:document|archivo|arquivo|fichier)|ander(?:en|es) dokument|другом документе|tài liệu khác|另文|(?:另一|其他|别的|單獨|单独)份?(?:的)?(?:文档|文件|文檔)|別(?:紙|文書|資料|の文書)|다른 문서|별도 문서/iu;

/**
 * Ids of the document's own scheme that it cites are defined in it or in a file beside it.
 *
 * Good: "See FR-002" where FR-002 is defined; AES-256, ADR-1 and tracker keys, which are of another scheme.
 * Bad: "Depends on FR-012" where the list ends with FR-011; `US-001..006` where US-005 is missing.
 */
export const undefinedReference: SourceRule = {
  id: 'prd-undefined-reference',
  title: 'Every requirement id that is cited is defined, here or in a file beside it.',
  severity: 'warning',
  *run({ unresolved, lines }) {
    yield* undefinedReferences(unresolved, lines);
  },
};

/** One problem for all places that cite the same ids, at the first. */
export function* undefinedReferences(
  unresolved: readonly CitedIds[],
  lines: readonly string[],
): Iterable<SourceProblem> {
  const places = new Map<string, CitedIds[]>();
  const reported = new Set<string>();
  for (const cited of unresolved) {
    if (elsewhere.test(lines[cited.line - 1] ?? '')) continue;
    const key = cited.ids.map(idKey).join(' ');
    places.set(key, [...(places.get(key) ?? []), cited]);
  }
  for (const [first, ...more] of places.values()) {
    if (first === undefined || first.ids.every((id) => reported.has(idKey(id)))) continue;
    for (const id of first.ids) reported.add(idKey(id));
    const { ids, ...place } = first;
    yield {
      message:
        'Defined neither here nor in a file beside this one: {0}. Correct the id, define it, or link the file that does.',
      args: [listOf(ids)],
      ...(more.length === 0 ? {} : { count: more.length + 1 }),
      ...place,
    };
  }
}

function listOf(ids: readonly string[]): string {
  const shown = ids.slice(0, named).join(', ');
  return ids.length > named ? `${shown} … ${ids.at(-1) ?? ''}` : shown;
}
