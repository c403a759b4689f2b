import leven from 'leven';
import { nameIndex } from '../checks/grounding/name-index';
import { workspacePaths } from '../checks/grounding/workspace-paths';
import { languages } from '../project/code/languages';
import type { ProjectIndex, ProjectSymbol } from '../project/project-index';
import { signatureDifference } from './compare-signatures';
import { deviation, shownAt, type Deviation } from './deviation';
import type { PromisedSymbol } from './promise';

const types = new Set(['class', 'interface', 'type', 'enum']);

/** Symbols that are missing, lie elsewhere, or are declared otherwise than promised. */
export function* keepSymbols(
  symbols: readonly PromisedSymbol[],
  project: ProjectIndex,
  home: string | null,
): Iterable<Deviation> {
  if (project.symbols.length === 0 || symbols.length === 0) return;
  const code = codeOf(project);
  const missing = new Set<string>();
  const told = new Set<string>();
  for (const symbol of symbols) {
    const { name, container, path } = symbol;
    if (container !== null && missing.has(container)) continue;
    const found = container === null ? code.free(symbol) : code.members(symbol, symbols);
    // A holder that the code does not have is told of once, where it is promised itself.
    if (found === null) continue;
    const key = `${container ?? ''}.${name}`;
    if (found.length === 0) {
      missing.add(name);
      if (!told.has(key)) yield absent(symbol, code);
      told.add(key);
      continue;
    }
    if (path !== null) {
      const resolved = workspacePaths(project).resolve(path, home);
      const isThere = resolved.kind === 'exact' || resolved.kind === 'unique';
      const [first] = found;
      if (isThere && first !== undefined && found.every((one) => one.path !== resolved.path)) {
        yield deviation(
          'symbol',
          symbol,
          '{0} is not in {1} but in {2}.',
          [name, path, shownAt(first)],
          first,
        );
        continue;
      }
    }
    const differing = differenceOf(symbol, found);
    if (differing !== null && !told.has(key)) {
      told.add(key);
      yield differing;
    }
  }
}

function absent(symbol: PromisedSymbol, code: Code): Deviation {
  const { name, container } = symbol;
  const other = code.similar(symbol);
  const shown = container === null ? name : `${container}.${name}`;
  return other === null
    ? deviation('symbol', symbol, 'The code does not declare {0}.', [shown], code.holderOf(symbol))
    : deviation(
        'symbol',
        symbol,
        'The code does not declare {0}: it may be {1} ({2}).',
        [shown, other.name, shownAt(other)],
        other,
      );
}

function differenceOf(symbol: PromisedSymbol, found: readonly ProjectSymbol[]): Deviation | null {
  const { name, signature, language } = symbol;
  if (signature === null || language === null) return null;
  const differences = found.map((one) => ({
    one,
    kind: signatureDifference(name, signature, one.signature, language),
  }));
  if (differences.some(({ kind }) => kind === null)) return null;
  const first =
    differences.find(({ one }) => one.path === symbol.path || symbol.files.includes(one.path)) ??
    differences[0];
  if (first?.kind === undefined || first.kind === null) return null;
  const { one, kind } = first;
  const args = [
    symbol.container === null ? name : `${symbol.container}.${name}`,
    one.signature,
    shownAt(one),
  ];
  switch (kind) {
    case 'parameters':
      return deviation('symbol', symbol, '{0} takes other parameters in the code: {1} ({2}).', args, one);
    case 'result':
      return deviation('symbol', symbol, '{0} gives something else in the code: {1} ({2}).', args, one);
    case 'type':
      return deviation('symbol', symbol, '{0} is of another type in the code: {1} ({2}).', args, one);
    case 'tag':
      return deviation(
        'symbol',
        symbol,
        '{0} has another name on the wire in the code: {1} ({2}).',
        args,
        one,
      );
  }
}

/** Where a symbol is declared as the spec names it, or `null`. */
export function symbolPlace(symbol: PromisedSymbol, project: ProjectIndex): ProjectSymbol | null {
  const found = codeOf(project).free(symbol);
  const { path, files } = symbol;
  return (
    found.find((one) => (path === null ? files.includes(one.path) : one.path.endsWith(path))) ??
    found[0] ??
    null
  );
}

interface Code {
  /** Declarations of a name that nothing holds, in the language of the promise where it has one. */
  free(symbol: PromisedSymbol): readonly ProjectSymbol[];
  /** Members of that name of the type that is meant; `null` where the code has no such type. */
  members(symbol: PromisedSymbol, all: readonly PromisedSymbol[]): readonly ProjectSymbol[] | null;
  similar(symbol: PromisedSymbol): ProjectSymbol | null;
  holderOf(symbol: PromisedSymbol): ProjectSymbol | null;
}

const known = new WeakMap<ProjectIndex, Code>();

function codeOf(project: ProjectIndex): Code {
  const before = known.get(project);
  if (before !== undefined) return before;
  const byName = grouped(project.symbols, ({ name }) => name);
  const byHolder = grouped(
    project.symbols.filter(({ container }) => container !== null),
    ({ container }) => container ?? '',
  );
  const inLanguage = (
    symbols: readonly ProjectSymbol[],
    { language }: PromisedSymbol,
  ): readonly ProjectSymbol[] => {
    const endings = languages.find(({ name }) => name === language)?.endings;
    return endings === undefined
      ? symbols
      : symbols.filter(({ path }) => endings.some((ending) => path.endsWith(ending)));
  };
  const holdersOf = (symbol: PromisedSymbol): readonly ProjectSymbol[] =>
    inLanguage(
      (byName.get(symbol.container ?? '') ?? []).filter(
        ({ kind }) => types.has(kind) || kind === 'namespace',
      ),
      symbol,
    );
  const code: Code = {
    free: (symbol) => {
      const all = inLanguage(byName.get(symbol.name) ?? [], symbol);
      const isType = symbol.kind !== null && types.has(symbol.kind);
      return isType
        ? all.filter(({ kind }) => types.has(kind) || kind === 'constant' || kind === 'variable')
        : all;
    },
    members: (symbol, all) => {
      const { container, name } = symbol;
      const members = inLanguage(byHolder.get(container ?? '') ?? [], symbol);
      const holders = holdersOf(symbol);
      if (members.length === 0 && holders.length === 0) return null;
      // Nothing is known of what a type holds that no pattern could read.
      if (members.length === 0)
        return holders.some(({ signature }) => declares(signature, name)) ? holders : null;
      const own = members.filter((member) => member.name === name);
      // Methods of one type may be spread over a package; several types of one name are told apart by what they hold.
      const promised = new Set(all.filter((one) => one.container === container).map((one) => one.name));
      const places = [...new Set(members.map(({ path }) => placeOf(path)))];
      const best = places
        .map((place) => ({
          place,
          shared: new Set(
            members
              .filter((member) => placeOf(member.path) === place && promised.has(member.name))
              .map((member) => member.name),
          ).size,
        }))
        .sort((a, b) => b.shared - a.shared);
      const most = best[0]?.shared ?? 0;
      const meant = new Set(best.filter(({ shared }) => shared === most).map(({ place }) => place));
      const ofMeant = own.filter(({ path }) => meant.has(placeOf(path)));
      if (ofMeant.length > 0) return ofMeant;
      // Fields that stand between the parentheses of its own line, as those of records do.
      const inHeader = holders.filter(({ signature }) => declares(signature, name));
      return inHeader;
    },
    similar: (symbol) => {
      const { container, name, path, kind } = symbol;
      const pool = inLanguage(
        container === null ? project.symbols : (byHolder.get(container) ?? []),
        symbol,
      ).filter((one) => container !== null || kind === null || kindsAgree(kind, one.kind));
      const near = nameIndex(pool.map((one) => one.name)).nearest(name);
      const inFile = pool.filter((one) =>
        (path === null ? symbol.files : [path]).some((file) => one.path.endsWith(file)),
      );
      const found = near ?? likeliest(name, inFile.length > 0 || container === null ? inFile : pool);
      return pool.find((one) => one.name === found) ?? null;
    },
    holderOf: (symbol) => holdersOf(symbol)[0] ?? null,
  };
  known.set(project, code);
  return code;
}

function kindsAgree(promised: string, built: string): boolean {
  return types.has(promised) === types.has(built);
}

/** The one that shares most words of its name. */
function likeliest(name: string, pool: readonly ProjectSymbol[]): string | null {
  const words = new Set(wordsOf(name));
  const scored = pool
    .map((one) => {
      const others = wordsOf(one.name);
      const shared = others.filter((word) => words.has(word)).length;
      return {
        name: one.name,
        score: shared / Math.max(words.size, others.length),
        slip: leven(name, one.name),
      };
    })
    .filter(({ score }) => score >= 0.5)
    .sort((a, b) => b.score - a.score || a.slip - b.slip);
  return scored[0]?.name ?? null;
}

function wordsOf(name: string): readonly string[] {
  return name
    .replace(/(?<=[a-z\d])(?=[A-Z])/gu, ' ')
    .toLowerCase()
    .split(/[\s_]+/u)
    .filter((word) => word !== '');
}

function declares(signature: string, name: string): boolean {
  return new RegExp(String.raw`[(,\s]${name.replace(/[$?!]/gu, String.raw`\$&`)}\s*[:,)=]`, 'u').test(
    signature,
  );
}

/** Go spreads a type over the files of its folder, other languages keep it in one file. */
function placeOf(path: string): string {
  return path.endsWith('.go') ? path.slice(0, path.lastIndexOf('/') + 1) : path;
}

function grouped(
  symbols: readonly ProjectSymbol[],
  keyOf: (symbol: ProjectSymbol) => string,
): ReadonlyMap<string, readonly ProjectSymbol[]> {
  const groups = new Map<string, ProjectSymbol[]>();
  for (const symbol of symbols) {
    const key = keyOf(symbol);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [symbol]);
    else group.push(symbol);
  }
  return groups;
}
