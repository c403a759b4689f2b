import { idReader, type IdList, type IdReader } from '../spec/cite';
import type { CheckContext } from './check';
import { countedIds } from './counted-ids';
import { mappingRows } from './mapping-rows';

/** How a spec may name the requirements it serves. */
export interface RequirementIds {
  /** Ids that the spec may cite. */
  readonly known: readonly string[];
  /** Other names that the spec uses for them: its own ids and short forms, each with what it stands for. */
  readonly aliases: ReadonlyMap<string, readonly string[]>;
  /** Requirements that a field of ids names, whatever the notation, and tokens that name none. */
  read(text: string): IdList;
}

type Scope = Pick<CheckContext, 'spec' | 'template' | 'sections' | 'requirements'>;

/**
 * Ids of the source, or, where no source was found, those of the mapping's first column: then mapping and tasks can at least
 * be held against each other. Beside the ids themselves a spec may use its own (`- FR-1: text (R-001)`) and, where the source
 * counts (`User Story 1`, `Requirement 3`), the short forms `US1` and `3.2`.
 */
export function requirementIds(scope: Scope): RequirementIds {
  const known = scope.requirements?.map(({ id }) => id) ?? mappedIds(scope);
  const aliases = new Map<string, readonly string[]>();
  for (const id of known) for (const alias of shortForms(id)) aliases.set(alias, [id]);
  for (const [own, ids] of ownIds(scope, idReader(known))) aliases.set(own, ids);
  for (const id of known) aliases.delete(id);
  const reader = idReader([...known, ...aliases.keys()]);
  const counted = countedIds(known, scope.requirements);

  return {
    known,
    aliases,
    read(text) {
      const numbers = counted.read(text);
      if (numbers !== null) return numbers;
      const { ids, unknown } = reader.list(text);
      return {
        ids: [...new Set(ids.flatMap((id) => aliases.get(id) ?? [id]))],
        unknown: unknown.filter((token) => !token.startsWith('OQ-')),
      };
    },
  };
}

function mappedIds(scope: Scope): readonly string[] {
  const none = idReader([]);
  const firstCells = (scope.template?.covers ?? []).flatMap((rule) =>
    mappingRows(scope, rule.mapping, rule.column).map(({ first }) => first.text),
  );
  return [...new Set(firstCells.flatMap((text) => none.list(text).unknown))];
}

function shortForms(id: string): readonly string[] {
  const counted = /^(\p{L}[\p{L} ]*) (\d+)$/u.exec(id);
  if (counted === null) return [];
  const initials = (counted[1] ?? '').split(' ').map((word) => word.slice(0, 1).toUpperCase());
  return [`${initials.join('')}${counted[2] ?? ''}`];
}

/** Ids that the spec gives to requirements it restates, each with the source ids that the same line cites. */
function* ownIds(
  { spec, template }: Scope,
  reader: IdReader,
): Iterable<readonly [string, readonly string[]]> {
  const prefix = template?.requirements ?? null;
  if (prefix === null) return;
  const lines = [
    ...spec.listItems.map(({ text }) => text),
    ...spec.tables.flatMap(({ rows }) => rows.map((row) => row.map(({ text }) => text).join(' '))),
  ];
  for (const line of lines) {
    const own = /^[\p{L}\p{N}-]+(?:\.\d+)*/u.exec(line)?.[0] ?? '';
    if (!own.startsWith(prefix) || !/^-?\d/u.test(own.slice(prefix.length))) continue;
    const ids = reader.cited(line.slice(own.length));
    if (ids.length > 0) yield [own, ids];
  }
}
