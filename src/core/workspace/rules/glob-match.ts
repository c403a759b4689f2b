import picomatch from 'picomatch';
import { rememberTexts } from '../../text/remembered';
import { fileName } from '../../text/path';
import type { FileTable } from '../files/file-table';
import { globMatcher } from '../documents/find-documents';
import { isBelow } from './packages';
import { pathBelow } from '../../text/path-order';
import { isRoleFolder } from '../files/role-folders';
import { filesBelow } from '../files/sorted-files';
import type { Reach } from './touched-files';

/** How a rule's globs relate to the files of the workspace. */
export type GlobMatch =
  /** A file that the spec will touch, or one of the sort it will. */
  | {
      readonly kind: 'applies';
      readonly glob: string;
      readonly file: string;
      /** Why the file counts, or `null` where the glob is about a sort of file and not about a part of the product. */
      readonly because: string | null;
    }
  /** Files are there, but nothing leads to them. */
  | { readonly kind: 'elsewhere'; readonly glob: string; readonly file: string }
  | { readonly kind: 'nothing' };

/** Files of a workspace, looked up by folder and by ending without walking through all. */
export class FilesByPlace {
  readonly #files: FileTable;
  readonly #except: ReadonlySet<string>;
  /** What globs were found to match, by the globs and their folder: many rules share theirs. */
  readonly matches = new Map<string, GlobMatch>();
  readonly #byEnding = new Map<string, readonly string[]>();

  /** @param except files that no glob is about */
  constructor(files: FileTable, except: ReadonlySet<string>) {
    this.#files = files;
    this.#except = except;
  }

  /** Whether a file may be what a glob is about. */
  counts(file: string): boolean {
    return !this.#except.has(file);
  }

  /** Files that may match a glob and may not count: those below its fixed folder, or those with its ending. */
  candidates(glob: string, base: string): readonly string[] {
    const folder = pathBelow(base, fixedFolder(glob));
    if (folder !== '') return filesBelow(this.#files.paths, folder);
    const [, one, several] = /\.(?:(\w+)|\{([\w,]+)\})$/.exec(glob) ?? [];
    const endings = one === undefined ? several?.split(',') : [one];
    if (endings === undefined) return this.#files.paths;
    return endings.flatMap((ending) => this.#withEnding(ending));
  }

  #withEnding(ending: string): readonly string[] {
    const known = this.#byEnding.get(ending);
    if (known !== undefined) return known;
    const files = this.#files.named((name) => name.endsWith(`.${ending}`));
    this.#byEnding.set(ending, files);
    return files;
  }
}

/**
 * Matches the globs of a rule against what a spec will touch. A glob about a sort of file (`*.go`, `src/**`) applies
 * where such files are within reach; one about a part of the product (`src/billing/**`, `README.md`) where something
 * leads to one of its files. Without a source every file counts.
 *
 * @param base folder the globs are relative to
 * @param reach `null` without a source
 */
export function matchGlobs(
  globs: readonly string[],
  base: string,
  files: FilesByPlace,
  reach: Reach | null,
): GlobMatch {
  const key = [base, ...globs].join('\n');
  const known = files.matches.get(key);
  if (known !== undefined) return known;
  const match = findMatch(globs, base, files, reach);
  files.matches.set(key, match);
  return match;
}

function findMatch(
  globs: readonly string[],
  base: string,
  files: FilesByPlace,
  reach: Reach | null,
): GlobMatch {
  const not = globs
    .filter((glob) => glob.startsWith('!'))
    .map((glob) => relativeMatcher(glob.slice(1), base));
  let elsewhere: GlobMatch | null = null;
  for (const glob of globs.filter((item) => !item.startsWith('!'))) {
    const matches = relativeMatcher(glob, base);
    const isMatch = (file: string): boolean => matches(file) && !not.some((refuses) => refuses(file));
    const touched = reach?.touched.find(({ path }) => isMatch(path));
    if (touched !== undefined) return { kind: 'applies', glob, file: touched.path, because: touched.because };
    const candidates = files.candidates(anywhere(glob), base);
    const first = candidates.find((file) => isMatch(file) && files.counts(file));
    if (first === undefined) continue;
    const near =
      reach === null
        ? first
        : isAboutSort(glob, base, reach)
          ? candidates.find((file) => isNear(file, reach) && isMatch(file) && files.counts(file))
          : undefined;
    if (near !== undefined) return { kind: 'applies', glob, file: near, because: null };
    elsewhere ??= { kind: 'elsewhere', glob, file: first };
  }
  return elsewhere ?? { kind: 'nothing' };
}

/** A glob without a slash matches at any depth, as the tools have it. */
function anywhere(glob: string): string {
  return glob.includes('/') ? glob : `**/${glob}`;
}

/** Compiled once for each, as rules share theirs and are judged again and again. */
const matcherOf = rememberTexts(globMatcher);

/** Compiles a glob of a rule, so that it need not be when the rule is judged. */
export function prepareGlob(glob: string): void {
  matcherOf(anywhere(glob.startsWith('!') ? glob.slice(1) : glob));
}

/** Whether a path matches a glob of a rule whose globs are relative to a folder. */
export function relativeMatcher(glob: string, base: string): (path: string) => boolean {
  const matches = matcherOf(anywhere(glob));
  const literal = longestLiteral(glob);
  // Most paths lack what the glob spells out, and looking for that costs a tenth.
  const within = (path: string): boolean => path.includes(literal) && matches(path);
  if (base === '') return within;
  return (path) => path.startsWith(`${base}/`) && within(path.slice(base.length + 1));
}

/** The longest part that every match spells out; empty where braces or brackets leave a choice. */
function longestLiteral(glob: string): string {
  if (/[{}[\]()!+@\\|]/.test(glob)) return '';
  return glob
    .replace(/^(?:\.?\/)+/, '')
    .split(/[*?]+|\/\*\*\/?|\*\*\/?/)
    .map((part) => part.replace(/^\/|\/$/g, ''))
    .reduce((longest, part) => (part.length > longest.length ? part : longest), '');
}

/** The folder that a glob names without any wildcard, or the empty string. */
function fixedFolder(glob: string): string {
  const { base, isGlob } = picomatch.scan(glob.replace(/^(?:\.?\/)+/, ''));
  if (isGlob) return base === '.' ? '' : base;
  const slash = base.lastIndexOf('/');
  return slash < 0 ? '' : base.slice(0, slash);
}

/** Whether a glob speaks of a sort of file, wherever it lies, and not of one part of the product. */
function isAboutSort(glob: string, base: string, reach: Reach): boolean {
  if (!fileName(glob).startsWith('*')) return false;
  const folder = fixedFolder(anywhere(glob));
  // A folder that holds packages is judged by the package of each file.
  const holdsPackages = [...reach.packages.folders].some((inner) => isBelow(inner, pathBelow(base, folder)));
  return holdsPackages || isRoleFolder(folder);
}

/** Workspaces of up to so many packages are one product: a feature may go through all of its layers. */
const onePackageProduct = 3;

/**
 * Whether the work on a source may lead into the package of a path: into the source's own and what holds it, else
 * into those with files that the spec will touch. Where nothing is known of the files, every package is near, and in
 * a small workspace those named for a layer are.
 */
export function isNear(path: string, { home, packages, touchedPackages }: Reach): boolean {
  const folder = packages.of(path);
  if (folder === '' || touchedPackages.has(folder)) return true;
  if (home !== '') return isBelow(folder, home) || isBelow(home, folder);
  if (touchedPackages.size === 0) return true;
  return packages.folders.size <= onePackageProduct && isRoleFolder(folder);
}
