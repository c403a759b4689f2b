import { fileName, parentPath } from '../../text/path';
import type { FileTable } from './file-table';
import { perFolder } from './per-folder';

/**
 * Folders that hold nothing a person wrote here: version control, installed packages and tool caches. They are
 * never entered, whatever `.gitignore` says, because a workspace may have none.
 */
export const skippedFolders: ReadonlySet<string> = new Set([
  '.git',
  '.hg',
  '.svn',
  '.jj',
  'node_modules',
  'bower_components',
  'jspm_packages',
  '.pnpm-store',
  '.yarn',
  '.venv',
  'venv',
  '__pycache__',
  '__pypackages__',
  '.tox',
  '.nox',
  '.mypy_cache',
  '.pytest_cache',
  '.ruff_cache',
  '.eggs',
  '.gradle',
  '.m2',
  '.bundle',
  '.dart_tool',
  '.terraform',
  '.next',
  '.nuxt',
  '.svelte-kit',
  '.turbo',
  '.parcel-cache',
  '.cache',
  '.vscode-test',
  '.nyc_output',
  'DerivedData',
  'Pods',
]);

/**
 * Folders whose content belongs to other people or to tests: files in them exist and may be cited, but they say
 * nothing about how this workspace is built.
 */
export const foreignFolders: ReadonlySet<string> = new Set([
  'fixtures',
  '__fixtures__',
  'fixture',
  'testdata',
  'test-data',
  'test_data',
  '__mocks__',
  '__snapshots__',
  'vendor',
  'third_party',
  'third-party',
  'thirdparty',
  'examples',
  'example',
  'samples',
]);

/** Whether what lies in the folder of a row is the workspace's own. */
export type OwnFolders = (row: number) => boolean;

/** The outermost foreign folder a file lies in, such as `test/fixtures`, or `null`. */
export type ForeignFolderOf = (path: string) => string | null;

/**
 * Builds the question whether a file is foreign; each folder is looked at once.
 *
 * @param home a file that is at home wherever it lies (the source): what shares its foreign folder is not foreign
 */
export function foreignFolderFinder(home: string | undefined): ForeignFolderOf {
  const known = new Map<string, string | null>([['', null]]);
  const ofFolder = (folder: string): string | null => {
    const found = known.get(folder);
    if (found !== undefined) return found;
    const outer = ofFolder(parentPath(folder));
    const answer = outer ?? (isForeign(folder, fileName(folder), home) ? folder : null);
    known.set(folder, answer);
    return answer;
  };
  return perFolder(ofFolder);
}

/**
 * Tells by the row of a folder whether what lies in it is the workspace's own, see {@link foreignFolderFinder}.
 */
export function ownFolders(table: FileTable, home: string | undefined): OwnFolders {
  const isInForeign = table.within(isForeignName, (folder) => isForeign(folder, fileName(folder), home));
  return (row) => isInForeign?.[row] !== true;
}

const jvmPackage = /(?:^|\/)src\/(?:main|test)\/(?:java|kotlin|scala)\//u;

function isForeignName(name: string): boolean {
  return foreignFolders.has(name.toLowerCase());
}

function isForeign(folder: string, name: string, home: string | undefined): boolean {
  // Below a source root of the JVM folders are packages, of which `com.example` is a common one.
  return isForeignName(name) && !jvmPackage.test(folder) && home?.startsWith(`${folder}/`) !== true;
}

/** The outermost foreign folder that one file lies in, or `null`; for many files build a finder. */
export function foreignFolder(path: string, home: string | undefined): string | null {
  return foreignFolderFinder(home)(path);
}
