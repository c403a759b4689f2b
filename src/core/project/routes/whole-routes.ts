import { fileName, parentPath } from '../../text/path';
import type { ProjectIndex, ProjectRoute, ProjectSymbol, RouteMount } from '../project-index';

/** An endpoint with every prefix that files around it put before it. */
export interface WholeRoute {
  readonly method: string;
  readonly route: string;
  /** Whether a prefix may come from where it was not found. */
  readonly isOpen: boolean;
  readonly path: string;
  readonly line: number;
}

const deepestMount = 6;
/** Files whose routes are whole as they stand, or come to be by what is mounted on all. */
const absolute = /\.(?:java|kts?|rb|php|cs|exs?)$/u;
/** Languages whose functions register on what they are given. */
const ofFunctions = /\.(?:go|kts?)$/u;
const mostPrefixes = 8;
const known = new WeakMap<ProjectIndex, readonly WholeRoute[]>();

/** Endpoints of a project as clients call them. A file that is mounted twice gives each endpoint twice. Kept per index. */
export function wholeRoutes(project: ProjectIndex): readonly WholeRoute[] {
  const before = known.get(project);
  if (before !== undefined) return before;
  const resolver = new Mounts(project);
  const found = project.routes.flatMap((route) => resolver.whole(route));
  known.set(project, found);
  return found;
}

interface Prefix {
  readonly text: string;
  readonly isOpen: boolean;
}

class Mounts {
  readonly #mounts: readonly RouteMount[];
  readonly #global: readonly RouteMount[];
  readonly #entries: ReadonlySet<string>;
  readonly #mounted: ReadonlySet<string>;
  /** Functions of files that register, in the order of their lines. */
  readonly #functions = new Map<string, ProjectSymbol[]>();
  readonly #declaring = new Map<string, Set<string>>();
  readonly #kept = new Map<string, readonly Prefix[]>();

  constructor({ mounts = [], symbols }: ProjectIndex) {
    this.#global = mounts.filter(({ target }) => target === '*');
    this.#entries = new Set(mounts.filter(({ target }) => target === '').map(({ path }) => path));
    this.#mounted = new Set(mounts.filter(({ target }) => target === '?').map(({ path }) => path));
    this.#mounts = mounts.filter(({ target }) => !['*', '', '?'].includes(target));
    for (const symbol of symbols) {
      if (symbol.kind !== 'function' && symbol.kind !== 'method') continue;
      if (!ofFunctions.test(symbol.path)) continue;
      const known = this.#functions.get(symbol.path);
      if (known === undefined) this.#functions.set(symbol.path, [symbol]);
      else known.push(symbol);
    }
    for (const all of this.#functions.values()) all.sort((a, b) => a.line - b.line);
    const named = new Set(this.#mounts.flatMap(({ target }) => wordsOf(target)));
    for (const { name, path } of symbols) {
      if (!named.has(name)) continue;
      const paths = this.#declaring.get(name) ?? new Set();
      this.#declaring.set(name, paths.add(path));
    }
  }

  whole({ method, route, path, line, holder }: ProjectRoute): readonly WholeRoute[] {
    // What no router registers serves nothing.
    if (holder !== undefined && isOfActions(holder) && !this.#isRegistered(path, holder)) return [];
    const ending = path.slice(path.lastIndexOf('.'));
    const shared = this.#global.filter((mount) => servesWith(mount.path, ending));
    // Laravel serves this file below a prefix of its own.
    const own = /(?:^|\/)routes\/api\.php$/u.test(path) ? { prefix: 'api' } : undefined;
    const all = shared[0] ?? own;
    return this.#prefixes(path, holder ?? null, this.#functionAt(path, line), 0).map(({ text, isOpen }) => ({
      method,
      route: joined(all === undefined ? `${text}/${route}` : `${all.prefix}/${text}/${route}`),
      isOpen,
      path,
      line,
    }));
  }

  #isRegistered(path: string, holder: string): boolean {
    return this.#mounts.some((mount) => this.#applies(mount, path, holder, null));
  }

  /** Whether a router registers the view set of a file. */
  #registers({ target, module, path: from }: RouteMount, path: string, holder: string | null): boolean {
    if (target !== holder) return false;
    if (from === path) return true;
    const declaring = this.#declaring.get(wordsOf(target).at(-1) ?? '') ?? new Set();
    if (!declaring.has(path)) return false;
    if (declaring.size === 1) return true;
    if (module === null) return parentPath(from) === parentPath(path);
    // `from .views import X`, `from . import views` name what lies beside.
    if (module.startsWith('.')) {
      const dots = /^\.+/u.exec(module)?.[0].length ?? 1;
      const folder = above(from, dots);
      if (folder !== '') return path.startsWith(`${folder}/`);
      // At the root everything lies below, also what is another package.
      const [name = ''] = module.slice(dots).split('.');
      return !path.includes('/') || path.startsWith(`${name}/`);
    }
    return isModule(module, from, path) || path.startsWith(`${module.replaceAll('.', '/')}/`);
  }

  /** The function that a line stands in, where its language registers routes in functions. */
  #functionAt(path: string, line: number): string | null {
    return this.#functions.get(path)?.findLast((symbol) => symbol.line <= line)?.name ?? null;
  }

  /** @param within the function whose routes are asked for */
  #prefixes(path: string, holder: string | null, within: string | null, depth: number): readonly Prefix[] {
    const key = `${path} ${holder ?? ''} ${within ?? ''}`;
    const kept = this.#kept.get(key);
    if (kept !== undefined) return kept;
    // What mounts itself in a circle ends here.
    this.#kept.set(key, [{ text: '', isOpen: true }]);
    const found = new Map<string, Prefix>();
    const all = this.#mounts.filter((mount) => this.#applies(mount, path, holder, within));
    // Where the function is called by name, what else of its file is mounted says nothing of it.
    const own = all.filter(({ target }) => within !== null && wordsOf(target).at(-1) === within);
    for (const mount of own.length > 0 ? own : all) {
      if (depth >= deepestMount || found.size >= mostPrefixes) continue;
      const around = this.#functionAt(mount.path, mount.line);
      for (const outer of this.#prefixes(mount.path, mount.holder, around, depth + 1)) {
        const text = `${outer.text}/${mount.prefix}`;
        found.set(joined(text), { text, isOpen: outer.isOpen });
      }
    }
    const isWhole = this.#entries.has(path) || (absolute.test(path) && !this.#mounted.has(path));
    const prefixes = found.size > 0 ? [...found.values()] : [{ text: '', isOpen: !isWhole }];
    this.#kept.set(key, prefixes);
    return prefixes;
  }

  #applies(mount: RouteMount, path: string, holder: string | null, within: string | null): boolean {
    const { target, module, path: from, line } = mount;
    if (isOfActions(target)) return this.#registers(mount, path, holder);
    // In one file: a function that another of it calls.
    if (from === path)
      return within !== null && wordsOf(target).at(-1) === within && this.#functionAt(from, line) !== within;
    if (module !== null) {
      if (
        !isModule(module, from, path) &&
        !isModule(`${module}.${wordsOf(target).at(-1) ?? ''}`, from, path)
      ) {
        // `from app.api import invites` and `invites.router`
        const [first = ''] = wordsOf(target);
        const holding = module.slice(0, Math.max(0, module.lastIndexOf('.')));
        if (!from.endsWith('.py')) return false;
        if (!isModule(`${module}.${first}`, from, path) && !isModule(holding, from, path)) return false;
      }
      const name = wordsOf(target).at(-1);
      // Several routers in one file: only the one that is named is meant.
      return holder === null || !this.#declaring.has(name ?? '') || name === holder || !path.endsWith('.py');
    }
    if (path.slice(path.lastIndexOf('.')) !== from.slice(from.lastIndexOf('.'))) return false;
    // `include(router.urls)`: a router of the file itself, whatever others have of that name.
    if (from.endsWith('.py') && this.#declaring.get(wordsOf(target)[0] ?? '')?.has(from) === true)
      return false;
    // Django names modules in text.
    if (/^\w+(?:\.\w+)+$/u.test(target) && path.endsWith(`${target.replaceAll('.', '/')}.py`)) return true;
    const words = wordsOf(target);
    const last = words.findLast((word) => this.#declaring.get(word)?.has(path) === true);
    if (last === undefined || (!/[.(]/u.test(target) && !/\.(?:go|rs|kts?|exs?)$/u.test(path))) return false;
    const declaring = this.#declaring.get(last) ?? new Set();
    if (declaring.size === 1) return true;
    const qualifiers = words.filter((word) => word !== last).map((word) => word.toLowerCase());
    const place = path.toLowerCase();
    if (qualifiers.length === 0) return parentPath(path) === parentPath(from);
    const near = (other: string): boolean =>
      qualifiers.some(
        (word) =>
          word.length > 2 && other.includes(word.replace(/(?:handlers?|routes?|router|h)$/u, '') || word),
      );
    return near(place) || ![...declaring].some((other) => near(other.toLowerCase()));
  }
}

function isOfActions(name: string): boolean {
  return name.startsWith('actions:');
}

/** The folder that so many dots of an import in a file mean. */
function above(path: string, dots: number): string {
  return Array.from({ length: dots }).reduce<string>((folder) => parentPath(folder), path);
}

function wordsOf(target: string): readonly string[] {
  return target.match(/[A-Za-z_$][\w$]*/gu) ?? [];
}

/** Whether a module, as it is written in an import, is a file. */
function isModule(module: string, from: string, path: string): boolean {
  const bare = path.replace(/\.[cm]?[jt]sx?$|\.py$/u, '').replace(/\/(?:index|__init__)$/u, '');
  const isPath = module.includes('/') || /^\.{1,2}$/u.test(module);
  const parts = isPath
    ? module.replace(/\.[cm]?[jt]sx?$/u, '').split('/')
    : module.replace(/^\.+/u, '').split('.');
  if (isPath && module.startsWith('.')) {
    const folder = parentPath(from)
      .split('/')
      .filter((part) => part !== '');
    for (const part of parts) {
      if (part === '..') folder.pop();
      else if (part !== '.' && part !== '') folder.push(part);
    }
    return folder.join('/') === bare || folder.join('/').replace(/\/index$/u, '') === bare;
  }
  const tail = parts.filter((part) => !/^[@~]$/u.test(part) && part !== '').join('/');
  return tail !== '' && (bare === tail || bare.endsWith(`/${tail}`));
}

const families = [
  ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.mts'],
  ['.java', '.kt'],
];

/** Whether what is said of all in one file holds for files of an ending. */
function servesWith(path: string, ending: string): boolean {
  if (/^application/u.test(fileName(path))) return ending === '.java' || ending === '.kt';
  const own = path.slice(path.lastIndexOf('.'));
  return own === ending || families.some((family) => family.includes(own) && family.includes(ending));
}

function joined(route: string): string {
  return `/${route
    .split('/')
    .filter((part) => part !== '')
    .join('/')}`;
}
