import { parseSpec } from '../../spec/parse-spec';
import type { SpecDocument } from '../../spec/spec-document';
import { linePlace } from '../../spec/place';
import { lineText } from '../../spec/text-range';
import { oncePerDocument } from '../../workspace/documents/once-per-document';
import type { DeclaredFact } from '../../workspace/declared-facts/declared-fact';
import { factsOfSpec } from '../../workspace/declared-facts/declared-facts';
import type { Check, CheckContext, Problem } from '../check';
import { shapeOfRow, shapeOfSection, type ContractShape } from '../contracts/contract-shape';
import { deviationsIn, names } from '../reading/deviations';
import {
  defaultDifference,
  limitDifference,
  typeDifference,
  type Difference,
} from '../contracts/fact-conflict';
import { isPastSpec } from '../past-spec';

/**
 * Nothing is declared differently from a completed spec: the type of a column, the default of a setting, the number of a limit,
 * channel and payload of an event, status and response of an endpoint. What is meant to differ stands among the deviations, by the
 * name of the thing, or by that of a field and of the document that has it otherwise.
 *
 * Options: `deviations`, the key of the section with the deviations (`deviations` by default). Only values that both state and that
 * can be compared count; a response may gain fields.
 *
 * Good: `members.email` is `CITEXT` in both; `TEXT` here, with the entry "`members.email` becomes TEXT, because ...".
 * Bad: `audit_events.id` is `UUID` here and `BIGINT` in the completed spec, and no word about it.
 */
export const pastConflict: Check = {
  id: 'past-conflict',
  title: 'Nothing is declared differently from a completed spec.',
  severity: 'error',
  needsTemplate: false,
  needsRequirements: false,
  needsSurroundings: true,
  *run(context) {
    const { surroundings, spec } = context;
    if (surroundings === null || surroundings.facts.length === 0 || isPastSpec(context)) return;
    const past = factsByName(surroundings.facts);
    const limits = surroundings.facts.filter(({ kind }) => kind === 'limit');
    const declared = deviationsIn(context);
    for (const own of ownFacts(spec)) {
      if (isDeclared(own, declared)) continue;
      const others = own.kind === 'limit' ? limits : (past.get(keyOf(own)) ?? []);
      for (const other of others) {
        if (other.path === context.path) continue;
        const difference = differenceOf(own, other, context, declared);
        if (difference === null) continue;
        yield conflict(own, other, difference, spec);
        break;
      }
    }
  },
};

function conflict(
  own: DeclaredFact,
  other: DeclaredFact,
  { here, there }: Difference,
  spec: SpecDocument,
): Problem {
  const name = own.kind === 'limit' && own.name.length > 80 ? `${own.name.slice(0, 79)}…` : own.name;
  return {
    message: '{0} is {1} here and {2} in {3}:{4}: keep to it, or name it among the deviations.',
    args: [name, here, there, other.path, String(other.line)],
    places: [{ path: other.path, line: other.line }],
    ...linePlace(spec, own.line),
  };
}

const factsBySpec = new WeakMap<SpecDocument, readonly DeclaredFact[]>();

function ownFacts(spec: SpecDocument): readonly DeclaredFact[] {
  const before = factsBySpec.get(spec);
  if (before !== undefined) return before;
  const facts = factsOfSpec('', spec);
  factsBySpec.set(spec, facts);
  return facts;
}

const indexes = new WeakMap<readonly DeclaredFact[], ReadonlyMap<string, readonly DeclaredFact[]>>();

function factsByName(facts: readonly DeclaredFact[]): ReadonlyMap<string, readonly DeclaredFact[]> {
  const before = indexes.get(facts);
  if (before !== undefined) return before;
  const found = new Map<string, DeclaredFact[]>();
  for (const fact of facts) {
    const same = found.get(keyOf(fact));
    if (same === undefined) found.set(keyOf(fact), [fact]);
    else same.push(fact);
  }
  indexes.set(facts, found);
  return found;
}

/** Parameters of a path may be called otherwise: `{id}`, `:id`, `<id>`. */
function keyOf({ kind, name }: DeclaredFact): string {
  const lower = name.toLowerCase();
  return `${kind} ${kind === 'endpoint' ? lower.replace(/\{[^{}]*\}|:[a-z]\w*|<[^<>]*>/gu, '{}').replace(/\/$/u, '') : lower}`;
}

/** Whether the deviations name the thing: a column with or without its table, an endpoint by its path. */
function isDeclared({ kind, name }: DeclaredFact, declared: string): boolean {
  if (declared === '') return false;
  const spellings =
    kind === 'column'
      ? [name, name.slice(name.indexOf('.') + 1)]
      : kind === 'endpoint'
        ? [name, name.slice(name.indexOf(' ') + 1)]
        : [name];
  return spellings.some((each) => names(declared, each));
}

function differenceOf(
  own: DeclaredFact,
  other: DeclaredFact,
  context: CheckContext,
  declared: string,
): Difference | null {
  switch (own.kind) {
    case 'column':
      return typeDifference(own, other);
    case 'config-key':
    case 'env-var':
      return isDefault(context.spec, own) ? defaultDifference(own, other) : null;
    case 'limit':
      return limitDifference(own, other);
    case 'event':
    case 'endpoint':
      return shapeDifference(own, other, context, declared);
    default:
      return null;
  }
}

/** `KEY=10` in a command tries a value out; a row of a table and a line that says so declare a default. */
function isDefault(spec: SpecDocument, { line }: DeclaredFact): boolean {
  const text = lineText(spec.lines, line);
  return (
    /^\s*\|/u.test(text) ||
    /\bdefaults?\b|standardmäßig|por defecto|padrão|par défaut|по умолчанию|mặc định|默认|既定|기본/iu.test(
      text,
    )
  );
}

function shapeDifference(
  own: DeclaredFact,
  other: DeclaredFact,
  { spec, surroundings }: CheckContext,
  declared: string,
): Difference | null {
  const document = surroundings?.documents.find(({ path }) => path === other.path);
  if (document === undefined) return null;
  const here = shapeAt(spec, own);
  const there = shapeAt(parsed(document), other);
  if (here === null || there === null) return null;
  if (here.status !== undefined && there.status !== undefined && here.status !== there.status)
    return { here: here.status, there: there.status };
  if (here.channel !== undefined && there.channel !== undefined && here.channel !== there.channel)
    return { here: here.channel, there: there.channel };
  for (const [language, fields] of there.fields) {
    const mine = here.fields.get(language);
    // One field in common at least, or it is not the same structure that both show.
    if (mine === undefined || [...fields.keys()].every((name) => !mine.has(name))) continue;
    for (const [name, type] of fields) {
      if (isFieldDeclared(name, other, declared)) continue;
      const now = mine.get(name);
      if (now === undefined) return { here: `without ${name}`, there: `with ${name}` };
      if (now !== type) return { here: `${name}: ${now}`, there: `${name}: ${type}` };
    }
  }
  return null;
}

/** Whether a line of the deviations names the field together with the document that has it otherwise. */
function isFieldDeclared(field: string, { path }: DeclaredFact, declared: string): boolean {
  const document = path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/u, '');
  return (
    names(declared, field) && declared.split('\n').some((line) => names(line, document) && names(line, field))
  );
}

/** What is said of a thing: by the section or row at its line, or by its section behind a sentence that names it first. */
function shapeAt(spec: SpecDocument, { name, line }: DeclaredFact): ContractShape | null {
  const own = spec.sections.find((each) => each.line === line);
  if (own !== undefined) return shapeOfSection(spec, own);
  for (const { header, rows } of spec.tables) {
    const row = rows.find(([first]) => first?.line === line);
    if (row !== undefined)
      return shapeOfRow(
        header.map(({ text }) => text),
        row.map(({ text }) => text),
      );
  }
  const later = spec.sections.find((each) => each.name.replace(/`/gu, '').endsWith(name));
  return later === undefined ? null : shapeOfSection(spec, later);
}

const parsed = oncePerDocument(({ text }): SpecDocument => parseSpec(text), 20);
