import type { AcceptanceCriterion } from '../source';
import { collectingRoles } from '../vocabulary/section-roles';
import type { Definition } from './definition';
import { sameMeaning, wordsEverywhere } from './same-meaning';

export interface Duplicate {
  readonly id: string;
  readonly explicitId: string;
  readonly line: number;
  readonly firstLine: number;
}

export interface Merged {
  readonly definitions: readonly Definition[];
  readonly renamed: ReadonlyMap<Definition, string>;
  readonly duplicates: readonly Duplicate[];
}

/** More meanings of one id than this are no longer told apart. */
const mostMeanings = 20;

/** Joins the places that define one id: an index row and a section are one, two meanings are two. */
export function mergeMeanings(definitions: readonly Definition[]): Merged {
  const everywhere = wordsEverywhere(definitions.map(({ id, title }) => [id ?? '', title]));
  const meanings = new Map<string, Definition[]>();
  const sites = new Map<Definition, readonly Definition[]>();
  for (const definition of definitions) {
    const key = definition.id ?? '';
    const known = meanings.get(key) ?? [];
    const same =
      known.length >= mostMeanings
        ? 0
        : known.findIndex((other) => isOneMore(sites.get(other) ?? [other], definition, everywhere));
    const other = known[same];
    const joined = other === undefined ? definition : join(other, definition);
    sites.set(joined, [...(other === undefined ? [] : (sites.get(other) ?? [other])), definition]);
    if (other === undefined) known.push(joined);
    else known[same] = joined;
    meanings.set(key, known);
  }
  const renamed = new Map<Definition, string>();
  const duplicates: Duplicate[] = [];
  for (const [id, known] of meanings) {
    known.slice(1).forEach((definition, index) => {
      const unique = `${id}~${index + 2}`;
      renamed.set(definition, unique);
      duplicates.push({
        id: unique,
        explicitId: id,
        line: definition.line,
        firstLine: known[0]?.line ?? definition.line,
      });
    });
  }
  return { definitions: [...meanings.values()].flat(), renamed, duplicates };
}

/**
 * Whether a place defines what others do. Where one of them is of its form, an index row and the section that it points to
 * may be known already: then that one decides.
 */
function isOneMore(known: readonly Definition[], one: Definition, everywhere: ReadonlySet<string>): boolean {
  const alike = known.find(({ site, form }) => site === one.site && form === one.form) ?? known[0];
  return alike === undefined || isSame(alike, one, everywhere);
}

/**
 * An index and its details stand at sites of different form, or in tables of different columns; where the form is one,
 * the words decide.
 */
function isSame(first: Definition, second: Definition, everywhere: ReadonlySet<string>): boolean {
  if (first.site !== second.site || first.form !== second.form) return true;
  if (sameMeaning(first.title, second.title, everywhere)) return true;
  if (sameMeaning(first.text, second.text, everywhere)) return true;
  if (second.title === second.id || first.title === first.id) return true;
  // Side by side below one heading neither cites the other, whatever the heading says.
  if (first.section === second.section && first.site === 'paragraph') return false;
  if (first.section.parent === second.section.parent && first.site === 'heading') return false;
  return second.section.role === null || !collectingRoles.has(second.section.role);
}

function join(first: Definition, second: Definition): Definition {
  const text = first.text.length >= second.text.length || second.text.includes(first.text) ? second : first;
  return {
    ...first,
    text: second.text.length > first.text.length ? second.text : first.text,
    kind:
      first.kind === 'functional' && text.kind !== 'functional' && second.kind !== 'success-criterion'
        ? second.kind
        : first.kind,
    priority: first.priority ?? second.priority,
    acceptance: unique([...first.acceptance, ...second.acceptance]),
    group: first.group ?? second.group,
  };
}

export function unique(criteria: readonly AcceptanceCriterion[]): readonly AcceptanceCriterion[] {
  const seen = new Set<string>();
  return criteria.filter((criterion) => {
    const key = criterion.text.toLowerCase().replace(/\s+/g, ' ');
    return seen.has(key) ? false : seen.add(key) !== undefined;
  });
}
