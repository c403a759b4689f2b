import { fileName } from '../../text/path';
import type { FileTable } from '../file-table';
import { compareText } from '../path-order';

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
 * @param own by the row of a folder whether it is the workspace's own, test data and vendored code left out
 * @param projects folders with a manifest; the root is the empty string
 */
export function findModules(
  table: FileTable,
  own: readonly boolean[],
  projects: readonly string[],
): readonly string[] {
  const folders = foldersWithSource(table, own);
  const modules = new Set<string>();
  for (const project of new Set(['', ...projects])) {
    const below = project === '' ? '' : `${project}/`;
    const present = moduleParents.filter(({ folder }) => folders.has(`${below}${folder}`));
    for (const { folder, chain } of present) {
      if (present.some((other) => other.folder.startsWith(`${folder}/`))) continue;
      const parent = `${below}${folder}`;
      const top = chain === true ? descend(parent, folders) : parent;
      for (const name of folders.get(top)?.children ?? []) {
        if (!notModules.has(name.toLowerCase()) && !name.startsWith('.')) modules.add(`${top}/${name}`);
      }
    }
  }
  return [...modules].sort(compareText);
}

interface SourceFolder {
  /** Names of sub-folders with source files somewhere in them. */
  readonly children: string[];
  /** Whether there are source files in the folder itself. */
  hasSource: boolean;
}

function foldersWithSource(table: FileTable, own: readonly boolean[]): ReadonlyMap<string, SourceFolder> {
  const isSource = table.ofNames((name) => sourceFile.test(name) && !name.endsWith('.d.ts'));
  const withSource = new Set<number>();
  table.forEach((folder, name) => {
    if (isSource[name] === true && own[folder] === true) withSource.add(folder);
  });
  const folders = new Map<string, SourceFolder>();
  const folderAt = (row: number): SourceFolder => {
    const path = table.folders[row] ?? '';
    const known = folders.get(path);
    if (known !== undefined) return known;
    const added: SourceFolder = { children: [], hasSource: withSource.has(row) };
    folders.set(path, added);
    if (row > 0) folderAt(table.parentOf(row)).children.push(fileName(path));
    return added;
  };
  for (const row of withSource) folderAt(row);
  return folders;
}

/** Follows `com/acme/shop` down to where the code divides. */
function descend(path: string, folders: ReadonlyMap<string, SourceFolder>): string {
  let at = path;
  for (let step = 0; step < deepest; step += 1) {
    const here = folders.get(at);
    const only = here?.children.length === 1 && !here.hasSource ? here.children[0] : undefined;
    if (only === undefined || !folders.has(`${at}/${only}`)) return at;
    const next = folders.get(`${at}/${only}`);
    if (next === undefined || next.children.length === 0) return at;
    at = `${at}/${only}`;
  }
  return at;
}
