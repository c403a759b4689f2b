import type { ContractField, ContractType, WireType } from '../../syntax/contract-type';
import type { Notation } from '../../syntax/parsed-code';
import { nameKey, type Contracts, type MatchedContracts } from './match-contracts';

/** In what two declarations of one thing differ. */
export interface Disagreement {
  readonly kind: 'missing' | 'extra' | 'name' | 'type' | 'optional-here' | 'optional-there';
  /** Name of the field. */
  readonly name: string;
  /** The field here; `null` where there is none. */
  readonly field: ContractField | null;
  /** What is written here and there: names or types; empty where the kind says it. */
  readonly ours: string;
  readonly theirs: string;
}

/** Names that stand for names that stand for names end here. */
const deepestName = 5;

/** Compares two declarations field by field, in the order of the fields here. */
export function compareTypes(
  { here, there }: MatchedContracts,
  contracts: Contracts,
): readonly Disagreement[] {
  const exact = here.type.exactNames && there.type.exactNames;
  const left = new Set(there.type.fields);
  const found: Disagreement[] = [];
  const respelled: Disagreement[] = [];
  for (const field of here.type.fields) {
    const other =
      there.type.fields.find(({ name }) => name === field.name) ??
      there.type.fields.find(
        (candidate) => left.has(candidate) && nameKey(candidate.name) === nameKey(field.name),
      );
    if (other === undefined) {
      if (!there.type.open) found.push({ kind: 'extra', name: field.name, field, ours: '', theirs: '' });
      continue;
    }
    left.delete(other);
    if (exact && other.name !== field.name)
      respelled.push({ kind: 'name', name: field.name, field, ours: field.name, theirs: other.name });
    found.push(...compareFields(field, here.type, other, there.type, contracts));
  }
  if (!here.type.open)
    for (const { name } of left) found.push({ kind: 'missing', name, field: null, ours: '', theirs: '' });
  // A client that spells every name in its own way converts them; one name in a way of its own is a mistake.
  const words = here.type.fields.filter(({ name }) => /[_-]|\p{Ll}\p{Lu}/u.test(name)).length;
  return [...(respelled.length > 1 && respelled.length >= words ? [] : respelled), ...found];
}

function* compareFields(
  field: ContractField,
  here: ContractType,
  other: ContractField,
  there: ContractType,
  contracts: Contracts,
): Iterable<Disagreement> {
  const ours = resolved(field.type, here.notation, contracts);
  const theirs = resolved(other.type, there.notation, contracts);
  const { name } = field;
  if (!agree(ours, here.notation, theirs, there.notation, contracts)) {
    yield { kind: 'type', name, field, ours: described(field.type), theirs: described(other.type) };
    return;
  }
  if (field.optional === null || other.optional === null || field.optional === other.optional) return;
  // Go sends an empty list as null, and clients that know it allow for that.
  if (!other.optional && (theirs.kind === 'list' || theirs.kind === 'map')) return;
  yield { kind: other.optional ? 'optional-there' : 'optional-here', name, field, ours: '', theirs: '' };
}

function agree(
  a: WireType,
  aNotation: Notation,
  b: WireType,
  bNotation: Notation,
  contracts: Contracts,
): boolean {
  const open = ['unknown', 'any', 'named'];
  if (open.includes(a.kind) || open.includes(b.kind)) return true;
  if (a.kind === 'list' && b.kind === 'list')
    return agree(
      resolved(a.of, aNotation, contracts),
      aNotation,
      resolved(b.of, bNotation, contracts),
      bNotation,
      contracts,
    );
  const isObject = ({ kind }: WireType): boolean => kind === 'map' || kind === 'object';
  return a.kind === b.kind || (isObject(a) && isObject(b));
}

/** What a name stands for, or the name where that is not known. */
function resolved(type: WireType, notation: Notation, contracts: Contracts): WireType {
  let current = type;
  for (let depth = 0; current.kind === 'named' && depth < deepestName; depth++) {
    const meant = contracts.resolve(notation, current.name);
    if (meant === null) return current;
    current = meant;
  }
  return current;
}

/** In the words of a reader: `list of Invite`. */
export function described(type: WireType): string {
  switch (type.kind) {
    case 'named':
      return type.name;
    case 'list':
      return `list of ${described(type.of)}`;
    case 'map':
      return 'map';
    default:
      return type.kind;
  }
}
