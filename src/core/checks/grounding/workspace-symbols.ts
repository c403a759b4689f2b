import type { ProjectIndex, ProjectSymbol } from '../../project/project-index';
import { fileName, parentPath } from '../../text/path';
import { nameIndex, type NameIndex } from './name-index';

/** Lookups over the symbols of a workspace. What is asked for seldom is searched for when it is. */
export interface WorkspaceSymbols {
  /** Whether anything declares a name; with a container, whether a type, package or module of that name does. */
  has(name: string, container?: string | null): boolean;
  isType(name: string): boolean;
  /** What a type, or packages and modules of that name, declare; `null` where there are none. */
  members(container: string): ReadonlySet<string> | null;
  inFile(path: string): ReadonlySet<string>;
  /** The first file that declares a name; empty where none does. */
  fileOf(name: string): string;
  similar(name: string): string | null;
}

const types = new Set(['class', 'interface', 'type', 'enum']);
const known = new WeakMap<ProjectIndex, WorkspaceSymbols>();

/** Lookups over the symbols of a workspace, made once for each index. */
export function workspaceSymbols(project: ProjectIndex): WorkspaceSymbols {
  const found = known.get(project);
  if (found !== undefined) return found;
  const symbols = buildSymbols(project.symbols);
  known.set(project, symbols);
  return symbols;
}

function buildSymbols(all: readonly ProjectSymbol[]): WorkspaceSymbols {
  /** The first of each name; the others are few and found by going on from it. */
  const byName = new Map<string, ProjectSymbol | ProjectSymbol[]>();
  for (const symbol of all) {
    const same = byName.get(symbol.name);
    if (same === undefined) byName.set(symbol.name, symbol);
    else if (Array.isArray(same)) same.push(symbol);
    else byName.set(symbol.name, [same, symbol]);
  }
  const named = (name: string): readonly ProjectSymbol[] => {
    const same = byName.get(name);
    return same === undefined ? [] : Array.isArray(same) ? same : [same];
  };
  const isType = (name: string): boolean => named(name).some(({ kind }) => types.has(kind));
  const byContainer = once(() => membersOfTypes(all));
  const holders = once(() => namesOfPlaces(all));
  const members = remembered((container: string) => {
    const names = new Set(byContainer().get(container) ?? []);
    if (holders().has(container))
      for (const symbol of all) if (isHeldBy(symbol, container)) names.add(symbol.name);
    return names.size > 0 || isType(container) ? names : null;
  });
  const inFile = remembered((path: string) => {
    const names = new Set<string>();
    for (const symbol of all) if (symbol.path === path) names.add(symbol.name);
    return names;
  });
  let index: NameIndex | null = null;
  return {
    has: (name, container = null) =>
      container === null ? byName.has(name) : named(name).some((symbol) => isHeldBy(symbol, container)),
    isType,
    members,
    inFile,
    fileOf: (name) => named(name)[0]?.path ?? '',
    similar: (name) => (index ??= nameIndex(byName.keys())).nearest(name),
  };
}

/** What each type or namespace directly holds. */
function membersOfTypes(all: readonly ProjectSymbol[]): ReadonlyMap<string, readonly string[]> {
  const members = new Map<string, string[]>();
  for (const { container, name } of all) {
    if (container === null) continue;
    const group = members.get(container);
    if (group === undefined) members.set(container, [name]);
    else group.push(name);
  }
  return members;
}

/** Names of the folders and files that declare something: what a package or module may be called. */
function namesOfPlaces(all: readonly ProjectSymbol[]): ReadonlySet<string> {
  const names = new Set<string>();
  let last = '';
  for (const { path } of all) {
    if (path === last) continue;
    last = path;
    names.add(fileName(parentPath(path))).add(moduleName(path));
  }
  return names;
}

/** By the type it is declared in, or by the name of its package's folder or its module's file. */
function isHeldBy({ container, path }: ProjectSymbol, holder: string): boolean {
  if (container === holder) return true;
  if (!path.includes(holder)) return false;
  return fileName(parentPath(path)) === holder || moduleName(path) === holder;
}

function moduleName(path: string): string {
  return fileName(path).replace(/\..*/u, '');
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

function remembered<T>(find: (key: string) => T): (key: string) => T {
  const answers = new Map<string, T>();
  return (key) => {
    const known = answers.get(key);
    if (known !== undefined || answers.has(key)) return known as T;
    const answer = find(key);
    answers.set(key, answer);
    return answer;
  };
}
