import { isPartialPath } from './partial-path';
import type { FileSystem } from '../../ports/file-system';
import type { Git } from '../../ports/git';
import type { AiIgnoredFile } from './ai-ignore';
import { withoutAiIgnored } from './ai-ignore';
import type { ExcludedFile } from '../context';
import { FileTable } from './file-table';
import { listByGit } from './list-by-git';
import { compareText, depthOf } from '../../text/path-order';
import { skippedFolders } from './skipped-folders';
import type { WalkedFiles } from './walk-files';
import { walkFiles } from './walk-files';

/** The files of a workspace. Every list is sorted by path. */
export interface FileListing {
  /** Files that are not ignored, relative to the root. */
  readonly files: readonly string[];
  /** Files and folders (these with a trailing slash) that a `.gitignore` keeps out. */
  readonly ignored: readonly string[];
  /** Files that are kept from tools like this one, see `ai-ignore.ts`. Absent where there are none. */
  readonly aiIgnored?: readonly AiIgnoredFile[];
  /** Symbolic links, sockets and such: never followed. */
  readonly links: readonly string[];
  /** Folders that could not be read, and the note that the limit was reached. */
  readonly excluded: readonly ExcludedFile[];
}

export interface ListFilesOptions {
  /** Most files to list; the rest of the workspace stays unread. */
  readonly limit?: number | undefined;
  /** Asked before folders are walked: it is faster, and knows what is tracked. */
  readonly git?: Git | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Told the tracked files while git still looks for what has changed: some of them may not be listed in the end. */
  readonly ahead?: ((tracked: FileTable) => void) | undefined;
}

const defaultLimit = 200_000;

/**
 * Lists the files of a workspace: by git where it can be asked, else by walking through the folders, with the same
 * outcome. Installed packages and caches are left out either way.
 *
 * @throws the signal's reason when aborted; a folder that can't be read is recorded, never thrown
 */
export async function listFiles(files: FileSystem, options: ListFilesOptions = {}): Promise<FileListing> {
  const { limit = defaultLimit, signal } = options;
  const told = await fromGit(files, options, limit);
  const found = told ?? (await walked(files, limit, signal));
  // What there is of a broken draft is none of the workspace's documents.
  const isPartial = found.files.ofNames(isPartialPath);
  const all = isPartial.includes(true)
    ? found.files.only((_, name) => isPartial[name] !== true)
    : found.files;
  const { kept, ignored: aiIgnored } = await withoutAiIgnored(files, all.paths, found.ignored, signal);
  const cut: ExcludedFile = {
    path: '',
    reason: `The workspace has more than ${limit} files; the deepest were not read`,
  };
  return {
    files: kept,
    ignored: sorted(found.ignored),
    ...(aiIgnored.length === 0 ? {} : { aiIgnored }),
    links: sorted(found.links),
    excluded: [...found.excluded, ...(found.cut ? [cut] : [])].sort((left, right) =>
      compareText(left.path, right.path),
    ),
  };
}

interface FoundFiles extends Omit<WalkedFiles, 'files'> {
  readonly files: FileTable;
}

async function walked(
  files: FileSystem,
  limit: number,
  signal: AbortSignal | undefined,
): Promise<FoundFiles> {
  const found = await walkFiles(files, '', limit, signal);
  return { ...found, files: FileTable.of(sorted(found.files)) };
}

/** What git tells; `null` where it can't. */
async function fromGit(
  files: FileSystem,
  { git, signal, ahead }: ListFilesOptions,
  limit: number,
): Promise<FoundFiles | null> {
  if (git?.run === undefined) return null;
  const asked = { run: git.run.bind(git), ...(git.index && { index: git.index.bind(git) }) };
  const listing = await listByGit(files, asked, signal, (tracked) => ahead?.(withoutSkipped(tracked)));
  if (listing === null) return null;
  const listed = withoutSkipped(listing.files);
  const nested: WalkedFiles[] = [];
  for (const folder of pathsWithoutSkipped(listing.repositories.map((path) => `${path}/`)))
    nested.push(await walkFiles(files, folder.slice(0, -1), limit, signal));
  const all = listed.changed(
    [],
    nested.flatMap((found) => found.files),
  );
  return {
    files: all.paths.length > limit ? FileTable.of(sorted(nearest(all.paths, limit))) : all,
    ignored: [...pathsWithoutSkipped(listing.ignored), ...nested.flatMap(({ ignored }) => ignored)],
    links: [...pathsWithoutSkipped(listing.links), ...nested.flatMap(({ links }) => links)],
    excluded: nested.flatMap(({ excluded }) => excluded),
    cut: all.paths.length > limit || nested.some(({ cut }) => cut),
  };
}

function withoutSkipped(files: FileTable): FileTable {
  const isSkipped = files.within((name) => skippedFolders.has(name));
  return isSkipped === null ? files : files.only((folder) => isSkipped[folder] !== true);
}

function pathsWithoutSkipped(paths: readonly string[]): readonly string[] {
  return withoutSkipped(FileTable.of(paths)).paths;
}

/** The first files of a walk that goes level by level. */
function nearest(paths: readonly string[], limit: number): readonly string[] {
  const keys = new Map(paths.map((path) => [path, path.replaceAll('/', '\0')]));
  const key = (path: string): string => keys.get(path) ?? path;
  return [...paths]
    .sort((left, right) => depthOf(left) - depthOf(right) || compareText(key(left), key(right)))
    .slice(0, limit);
}

/** A list that is sorted already is not sorted again. */
function sorted(paths: readonly string[]): readonly string[] {
  if (paths.every((path, index) => index === 0 || (paths[index - 1] ?? '') <= path)) return paths;
  return [...paths].sort(compareText);
}
