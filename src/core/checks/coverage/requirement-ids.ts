import { idReader, type IdList, type IdReader } from '../../spec/cite';
import { rememberTexts } from '../../text/remembered';
import type { CheckContext } from '../check';
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

const kept = new WeakMap<Scope['sections'], { readonly scope: Scope; readonly ids: RequirementIds }>();

/**
 * Ids of the source, or, where no source was found, those of the mapping's first column: then mapping and tasks can at least
 * be held against each other. Beside the ids themselves a spec may use its own (`- FR-1: text (R-001)`) and, where the source
 * counts (`User Story 1`, `Requirement 3`), the short forms `US1` and `3.2`. Kept per matched sections, since several checks
 * ask for them.
 */
export function requirementIds(scope: Scope): RequirementIds {
  const known = kept.get(scope.sections);
  if (known?.scope.spec === scope.spec && known.scope.requirements === scope.requirements) return known.ids;
  const ids = readIds(scope);
  kept.set(scope.sections, { scope, ids });
  return ids;
}

function readIds(scope: Scope): RequirementIds {
  const known = scope.requirements?.map(({ id }) => id) ?? mappedIds(scope);
  const aliases = new Map<string, readonly string[]>();
  for (const id of known) for (const alias of shortForms(id)) aliases.set(alias, [id]);
  for (const [own, ids] of ownIds(scope, idReader(known))) aliases.set(own, ids);
  for (const id of known) aliases.delete(id);
  return readerOf(known, aliases, scope);
}

const readers = new WeakMap<object, { readonly key: string; readonly ids: RequirementIds }>();

/** A reader of ids, which is that of the last call for the same requirements where the ids are the same: it knows its texts. */
function readerOf(
  known: readonly string[],
  aliases: RequirementIds['aliases'],
  { requirements, template }: Scope,
): RequirementIds {
  const holder = requirements ?? template;
  const key = JSON.stringify([known, ...aliases]);
  const before = holder === null ? undefined : readers.get(holder);
  if (before?.key === key) return before.ids;
  const reader = idReader([...known, ...aliases.keys()]);
  const counted = countedIds(known, requirements);
  const words = [...new Set(known.flatMap((id) => countedName.exec(id)?.[1] ?? []))];
  const read = rememberTexts((text): IdList => {
    const numbers = counted.read(text);
    const whole = (token: string): string => wholeName(token, text, words);
    if (numbers !== null) return { ...numbers, unknown: numbers.unknown.map(whole) };
    const { ids, unknown } = reader.list(text);
    return {
      ids: [...new Set(ids.flatMap((id) => aliases.get(id) ?? [id]))],
      unknown: unknown.filter((token) => !token.startsWith('OQ-')).map(whole),
    };
  });
  const ids = { known, aliases, read };
  if (holder !== null) readers.set(holder, { key, ids });
  return ids;
}

function mappedIds(scope: Scope): readonly string[] {
  const none = idReader([]);
  const firstCells = (scope.template?.covers ?? []).flatMap((rule) =>
    mappingRows(scope, rule.mapping, rule.column).map(({ first }) => first.text),
  );
  return [...new Set(firstCells.flatMap((text) => none.list(text).unknown))];
}

/** `Requirement 33` where only `33` was read, since the source has none of that number. */
function wholeName(token: string, text: string, words: readonly string[]): string {
  if (!/^\d+$/u.test(token)) return token;
  const word = words.find((one) => new RegExp(`${one} ${token}(?!\\d)`, 'u').test(text));
  return word === undefined ? token : `${word} ${token}`;
}

const countedName = /^(\p{L}[\p{L} ]*) (\d+)$/u;

function shortForms(id: string): readonly string[] {
  const counted = countedName.exec(id);
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
  const starts = (text: string | undefined): boolean => text?.startsWith(prefix) === true;
  const lines = [
    ...spec.listItems.flatMap(({ text }) => (starts(text) ? [text] : [])),
    ...spec.tables.flatMap(({ rows }) =>
      rows.flatMap((row) => (starts(row[0]?.text) ? [row.map(({ text }) => text).join(' ')] : [])),
    ),
  ];
  for (const line of lines) {
    const own = /^[\p{L}\p{N}-]+(?:\.\d+)*/u.exec(line)?.[0] ?? '';
    if (!own.startsWith(prefix) || !/^-?\d/u.test(own.slice(prefix.length))) continue;
    const ids = reader.cited(line.slice(own.length));
    if (ids.length > 0) yield [own, ids];
  }
}
