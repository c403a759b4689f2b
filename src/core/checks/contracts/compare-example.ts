import type { CodeBlock, SpecDocument } from '../../spec/spec-document';
import { lineText } from '../../spec/text-range';
import { nameIndex } from '../grounding/name-index';
import type { ContractField, WireType } from '../../syntax/contract-type';
import type { SpecSyntax } from '../../syntax/read-syntax';
import { described, type Disagreement } from './compare-types';
import { nameKey, type Contracts, type DeclaredContract } from './match-contracts';

/** In what an example differs from the type that it is one of. */
export interface ExampleDisagreement extends Disagreement {
  readonly field: ContractField;
  readonly block: CodeBlock;
  readonly there: DeclaredContract;
}

type Fields = readonly ContractField[];

/** Names that stand for names, and values in values, end here. */
const deepest = 8;
/** Share of the names that an example and a type have together, of all that either has, from which on it is one of that type. */
const alike = 0.6;
/** Lines above an example that may name its type. */
const mostLead = 8;
/** With fewer names in common, chance may have put them there. */
const fewestShared = 2;

/**
 * Holds every example in JSON against the type of the spec that it is one of: the one that has the most names in common
 * with it, or no type at all. Compared are kinds of values, values of which a type names all, `null`, and names that the type
 * does not have; what an example leaves out is its own affair.
 */
export function* compareExamples(
  spec: SpecDocument,
  syntax: SpecSyntax,
  contracts: Contracts,
): Iterable<ExampleDisagreement> {
  for (const [block, { examples }] of syntax)
    for (const example of examples)
      if (example.kind === 'object')
        yield* compareObject(example.fields, block, { contracts, lead: leadOf(spec, block) }, 0);
}

interface Around {
  readonly contracts: Contracts;
  /** What stands right before the example. */
  readonly lead: string;
}

function* compareObject(
  fields: Fields,
  block: CodeBlock,
  around: Around,
  depth: number,
): Iterable<ExampleDisagreement> {
  const there = typeOf(fields, block, around);
  if (there !== null) {
    yield* compareFields(fields, there, block, around.contracts, depth);
    return;
  }
  if (depth > deepest) return;
  // An envelope (`{ "data": { ... } }`) has no type of its own.
  for (const { type } of fields) {
    const inner = type.kind === 'list' ? type.of : type;
    if (inner.kind === 'object') yield* compareObject(inner.fields, block, around, depth + 1);
  }
}

/** The type that an example is one of: the one that is named before it, else the most alike, the nearest of those. */
function typeOf(fields: Fields, block: CodeBlock, { contracts, lead }: Around): DeclaredContract | null {
  const names = new Set(fields.map(({ name }) => nameKey(name)));
  let best: DeclaredContract | null = null;
  let most = 0;
  for (const candidate of contracts.declared) {
    const own = new Set(candidate.type.fields.map(({ name }) => nameKey(name)));
    const others = [...names].filter((name) => !own.has(name));
    const shared = names.size - others.length;
    const isNamed = new RegExp(`(?<!\\w)${candidate.type.name}(?!\\w)`, 'u').test(lead);
    if (shared < Math.min(fewestShared, own.size) || others.length > 1) continue;
    // A name that the type does not have makes it another type, unless it is said or looks like a slip.
    const left = nameIndex([...own].filter((name) => !names.has(name)));
    if (!isNamed && others.some((name) => left.nearest(name) === null)) continue;
    const share = shared / (names.size + own.size - shared) + (isNamed ? 1 : 0);
    if (share < alike && others.length > 0) continue;
    const isNearer =
      best !== null && Math.abs(candidate.block.line - block.line) < Math.abs(best.block.line - block.line);
    if (share > most || (share === most && isNearer)) [best, most] = [candidate, share];
  }
  return best;
}

/** The lines between an example and the heading, table or block before it. */
function leadOf(spec: SpecDocument, block: CodeBlock): string {
  const lines: string[] = [];
  for (let line = block.line - 1; line > 0 && lines.length < mostLead; line -= 1) {
    const text = lineText(spec.lines, line);
    if (/^\s*(?:#{1,6}\s|\||```|~~~)/u.test(text)) break;
    lines.push(text);
  }
  return lines.join('\n');
}

function* compareFields(
  fields: Fields,
  there: DeclaredContract,
  block: CodeBlock,
  contracts: Contracts,
  depth: number,
): Iterable<ExampleDisagreement> {
  const { type } = there;
  // Names that only differ in how words are joined may be converted; not where another of them is written as it is here.
  const asWritten =
    type.exactNames ||
    fields.some(({ name }) => isJoined(name) && type.fields.some((other) => other.name === name));
  for (const field of fields) {
    const said = { field, block, there, name: field.name, ours: '', theirs: '' };
    const other =
      type.fields.find(({ name }) => name === field.name) ??
      type.fields.find(({ name }) => nameKey(name) === nameKey(field.name));
    if (other === undefined) {
      if (!type.open) yield { ...said, kind: 'extra' };
      continue;
    }
    if (asWritten && other.name !== field.name)
      yield { ...said, kind: 'name', ours: field.name, theirs: other.name };
    if (field.optional === true) {
      if (other.optional === false) yield { ...said, kind: 'optional-here' };
      continue;
    }
    yield* compareValue(field, field.type, other.type, { there, block, contracts, depth });
    const allowed = literalsOf(other.typeText.text, there, contracts);
    if (
      allowed !== null &&
      field.type.kind === 'string' &&
      !allowed.includes(field.typeText.text.slice(1, -1))
    )
      yield { ...said, kind: 'type', ours: field.typeText.text, theirs: other.typeText.text };
  }
}

/** Whether a name consists of words: only such a name shows how they are joined. */
function isJoined(name: string): boolean {
  return /_|\p{Ll}\p{Lu}/u.test(name);
}

interface Place {
  readonly there: DeclaredContract;
  readonly block: CodeBlock;
  readonly contracts: Contracts;
  readonly depth: number;
}

function* compareValue(
  field: ContractField,
  value: WireType,
  type: WireType,
  place: Place,
): Iterable<ExampleDisagreement> {
  const { there, block, contracts, depth } = place;
  if (depth > deepest || value.kind === 'unknown') return;
  const { notation } = there.type;
  if (type.kind === 'named') {
    const declared = contracts.declared.filter(
      (each) => each.type.notation === notation && each.type.name === type.name,
    );
    const [only] = declared;
    if (value.kind === 'object' && only !== undefined && declared.length === 1) {
      yield* compareFields(value.fields, only, block, contracts, depth + 1);
      return;
    }
    const meant = contracts.resolve(notation, type.name);
    if (meant !== null) yield* compareValue(field, value, meant, { ...place, depth: depth + 1 });
    return;
  }
  if (type.kind === 'unknown' || type.kind === 'any') return;
  if (value.kind === 'list' && type.kind === 'list') {
    yield* compareValue(field, value.of, type.of, { ...place, depth: depth + 1 });
    return;
  }
  if (value.kind === 'object' && type.kind === 'object') {
    const inner = { ...there, type: { ...there.type, fields: type.fields, open: type.fields.length === 0 } };
    yield* compareFields(value.fields, inner, block, contracts, depth + 1);
    return;
  }
  const isObject = ({ kind }: WireType): boolean => kind === 'map' || kind === 'object';
  if (value.kind === type.kind || (isObject(value) && isObject(type))) return;
  const [ours, theirs] = [described(value), described(type)];
  yield { kind: 'type', name: field.name, field, ours, theirs, block, there };
}

/** All values of a type that names them, `'open' | 'closed'`, also by a name; `null` for another. */
function literalsOf(
  written: string,
  { type: { notation } }: DeclaredContract,
  { alias }: Contracts,
): readonly string[] | null {
  if (notation !== 'TypeScript') return null;
  const text = /^\w+$/u.test(written.trim()) ? (alias(notation, written.trim()) ?? written) : written;
  const parts = text
    .replace(/^\s*\|/u, '')
    .split('|')
    .map((part) => part.trim())
    .filter((part) => part !== 'null' && part !== 'undefined');
  const literals = parts.flatMap((part) => /^(?:'([^']*)'|"([^"]*)")$/u.exec(part)?.slice(1, 3) ?? []);
  return parts.length > 0 && literals.length === parts.length * 2
    ? literals.filter((literal): literal is string => literal !== undefined)
    : null;
}
