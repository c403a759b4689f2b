import { fileName } from '../../text/path';
import type { FileTable } from '../files/file-table';
import { compareText } from '../../text/path-order';
import type { OwnFolders } from '../files/skipped-folders';

interface ModuleParent {
  /** Folder whose sub-folders divide a product by domain, relative to a project. */
  readonly folder: string;
  /** Whether a chain of packages (`com/acme/shop`) may lead to where the code divides. */
  readonly chain?: boolean;
}

/** Where one is the beginning of another, the longer wins. */
const moduleParents: readonly ModuleParent[] = [
  { folder: 'internal' },
  { folder: 'pkg' },
  { folder: 'src/main/java', chain: true },
  { folder: 'src/main/kotlin', chain: true },
  { folder: 'src', chain: true },
  { folder: 'app' },
  { folder: 'apps' },
  { folder: 'packages' },
  { folder: 'services' },
  { folder: 'modules' },
  { folder: 'crates' },
  { folder: 'lib' },
  { folder: 'libs' },
];

/** Sub-folders that hold no domain code. */
const notModules: ReadonlySet<string> = new Set([
  'test',
  'tests',
  '__tests__',
  'testdata',
  'testing',
  'testutil',
  'e2e',
  'fixtures',
  'mocks',
  'assets',
  'static',
  'public',
  'styles',
  'images',
  'icons',
  'fonts',
  'locales',
  'i18n',
  'migrations',
  'generated',
  'dist',
  'build',
  'bin',
  'types',
  'typings',
]);

const sourceFile =
  /\.(?:go|[cm]?tsx?|[cm]?jsx?|vue|svelte|py|rs|java|kt|scala|rb|php|cs|fs|exs?|erl|dart|swift|c|cc|cpp|h|hpp|m|clj|hs|ml|lua)$/;

/** Folders that a package chain leads through before code begins. */
const deepest = 8;

/**
 * Folders that hold the product's own code by domain, sorted: the sub-folders, with source files in them, of the
 * usual parents in every project of the workspace.
 *
 * @param own test data and vendored code are not
 * @param projects folders with a manifest; the root is the empty string
 */
export function findModules(
  table: FileTable,
  own: OwnFolders,
  projects: readonly string[],
): readonly string[] {
  const folderAt = foldersWithSource(table, own);
  const modules = new Set<string>();
  for (const project of new Set(['', ...projects])) {
    const below = project === '' ? '' : `${project}/`;
    const present = moduleParents.filter(({ folder }) => folderAt(`${below}${folder}`) !== undefined);
    for (const { folder, chain } of present) {
      if (present.some((other) => other.folder.startsWith(`${folder}/`))) continue;
      const parent = `${below}${folder}`;
      const top = chain === true ? descend(parent, folderAt) : parent;
      for (const name of folderAt(top)?.children ?? []) {
        if (!notModules.has(name.toLowerCase()) && !name.startsWith('.')) modules.add(`${top}/${name}`);
      }
    }
  }
  return [...modules].sort(compareText);
}

interface SourceFolder {
  /** Names of sub-folders with source files somewhere in them. */
  readonly children: readonly string[];
  /** Whether there are source files in the folder itself. */
  readonly hasSource: boolean;
}

/** Finds a folder by its path; `undefined` where there are no source files in it or below. */
type FindSourceFolder = (path: string) => SourceFolder | undefined;

function foldersWithSource(table: FileTable, own: OwnFolders): FindSourceFolder {
  const isSource = table.ofNames((name) => sourceFile.test(name) && !name.endsWith('.d.ts'));
  const hasSource = new Uint8Array(table.folders.length);
  table.forEach((folder, name) => {
    if (isSource[name] === true) hasSource[folder] = 1;
  });
  const hasBelow = new Uint8Array(table.folders.length);
  const children: (number[] | undefined)[] = [];
  // Each folder comes after the one around it.
  for (let row = table.folders.length - 1; row > 0; row -= 1) {
    if (hasSource[row] === 1 && !own(row)) hasSource[row] = 0;
    if (hasSource[row] !== 1 && hasBelow[row] !== 1) continue;
    const parent = table.parentOf(row);
    hasBelow[parent] = 1;
    (children[parent] ??= []).push(row);
  }
  return (path) => {
    const row = table.rowOf(path);
    if (row === undefined || (hasSource[row] !== 1 && hasBelow[row] !== 1)) return undefined;
    return {
      children: (children[row] ?? []).map((child) => fileName(table.folders[child] ?? '')),
      hasSource: hasSource[row] === 1,
    };
  };
}

/** Follows `com/acme/shop` down to where the code divides. */
function descend(path: string, folderAt: FindSourceFolder): string {
  let at = path;
  for (let step = 0; step < deepest; step += 1) {
    const here = folderAt(at);
    const only = here?.children.length === 1 && !here.hasSource ? here.children[0] : undefined;
    if (only === undefined) return at;
    const next = folderAt(`${at}/${only}`);
    if (next === undefined || next.children.length === 0) return at;
    at = `${at}/${only}`;
  }
  return at;
}
