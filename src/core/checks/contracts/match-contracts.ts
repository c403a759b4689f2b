import type { CodeBlock } from '../../spec/spec-document';
import type { ContractType, TypeAlias, WireType } from '../../syntax/contract-type';
import type { Notation } from '../../syntax/parsed-code';
import type { SpecSyntax } from '../../syntax/read-syntax';

export interface DeclaredContract {
  readonly type: ContractType;
  readonly block: CodeBlock;
}

/** Every type that a spec's code declares. */
export interface Contracts {
  readonly declared: readonly DeclaredContract[];
  /** What a name stands for in a notation; `object` without fields for a type that has some. */
  resolve(notation: Notation, name: string): WireType | null;
  /** What is written for an alias; `null` where there is none, or two. */
  alias(notation: Notation, name: string): string | null;
}

/** Two declarations of what is one thing on the wire. */
export interface MatchedContracts {
  /** Where a disagreement is reported: the client's side, or what stands later. */
  readonly here: DeclaredContract;
  readonly there: DeclaredContract;
}

/** Collects the types of all blocks. */
export function contractsOf(syntax: SpecSyntax): Contracts {
  const declared = [...syntax].flatMap(([block, { types }]) => types.map((type) => ({ type, block })));
  const names = new Map<string, WireType | null>();
  const note = (notation: Notation, name: string, type: WireType): void => {
    const key = `${notation} ${name}`;
    // Two meanings of one name are no meaning.
    names.set(key, names.has(key) ? null : type);
  };
  const written = new Map<string, string | null>();
  for (const [, { aliases }] of syntax)
    for (const { notation, name, type, typeText } of aliases satisfies readonly TypeAlias[]) {
      note(notation, name, type);
      const key = `${notation} ${name}`;
      written.set(key, written.has(key) ? null : typeText.text);
    }
  for (const { type } of declared)
    if (!names.has(`${type.notation} ${type.name}`))
      note(type.notation, type.name, { kind: 'object', fields: [] });
  return {
    declared,
    resolve: (notation, name) => names.get(`${notation} ${name}`) ?? null,
    alias: (notation, name) => written.get(`${notation} ${name}`) ?? null,
  };
}

const request = /(?:Request|Input|Params|Command|Body|Query)$/u;
const ending = /(?:Response|Result|Output|DTO|Dto|Payload|Model|Schema|JSON|Json|Resource|View|Out)$/u;
/** What a component is given is no contract with a server. */
const ofComponents = /(?:Props|State|Context)$/u;
/** Share of the fields of the smaller type that both must have, for the same name and for a name that only resembles. */
const sharedWithSameName = 1 / 3;
const sharedWithLikeName = 1 / 2;

/**
 * Finds the declarations in different notations that are one thing: TypeScript with each of the others, and OpenAPI with
 * each of the others. Of several of one name the nearest is taken.
 */
export function matchContracts({ declared }: Contracts): readonly MatchedContracts[] {
  const matches: MatchedContracts[] = [];
  const clients = declared.filter(
    ({ type }) => type.notation === 'TypeScript' && !ofComponents.test(type.name),
  );
  const schemas = declared.filter(({ type }) => type.notation === 'OpenAPI');
  const servers = declared.filter(
    ({ type }) => type.notation !== 'TypeScript' && type.notation !== 'OpenAPI',
  );
  for (const [heres, theres] of [
    [clients, servers],
    [clients, schemas],
    [servers, schemas],
  ] as const) {
    const byName = grouped(theres, ({ name }) => nameKey(name));
    const byStem = grouped(theres, stemOf);
    const taken = new Set(heres.map(({ type }) => nameKey(type.name)));
    for (const here of heres) {
      const same = byName.get(nameKey(here.type.name)) ?? [];
      // Where the other side has the very name, or the like-named one has its own counterpart, nothing is guessed.
      const like =
        same.length > 0
          ? []
          : (byStem.get(stemOf(here.type)) ?? []).filter(({ type }) => !taken.has(nameKey(type.name)));
      for (const notation of new Set([...same, ...like].map(({ type }) => type.notation))) {
        const there = nearest(here, same.length > 0 ? same : like, notation);
        const least = same.length > 0 ? sharedWithSameName : sharedWithLikeName;
        if (there !== undefined && sharedFields(here.type, there.type) >= least)
          matches.push({ here, there });
      }
    }
  }
  return matches;
}

function nearest(
  here: DeclaredContract,
  candidates: readonly DeclaredContract[],
  notation: Notation,
): DeclaredContract | undefined {
  const distance = ({ block }: DeclaredContract): number => Math.abs(block.line - here.block.line);
  return candidates
    .filter(({ type }) => type.notation === notation)
    .reduce<DeclaredContract | undefined>(
      (best, candidate) => (best === undefined || distance(candidate) < distance(best) ? candidate : best),
      undefined,
    );
}

function grouped(
  contracts: readonly DeclaredContract[],
  keyOf: (type: ContractType) => string,
): ReadonlyMap<string, readonly DeclaredContract[]> {
  const groups = new Map<string, DeclaredContract[]>();
  for (const contract of contracts) {
    const key = keyOf(contract.type);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [contract]);
    else group.push(contract);
  }
  return groups;
}

/** Spelling apart: `created_at`, `createdAt` and `CreatedAt` are one. */
export function nameKey(name: string): string {
  return name.replace(/[_-]/gu, '').toLowerCase();
}

/** The name without its ending; a request stays one, it is another thing than what is answered. */
function stemOf({ name }: ContractType): string {
  return nameKey(request.test(name) ? name.replace(request, 'Request') : name.replace(ending, ''));
}

function sharedFields(a: ContractType, b: ContractType): number {
  const names = new Set(a.fields.map(({ name }) => nameKey(name)));
  const shared = b.fields.filter(({ name }) => names.has(nameKey(name))).length;
  const least = Math.min(a.fields.length, b.fields.length);
  return least === 0 ? 0 : shared / least;
}
