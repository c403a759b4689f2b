import { isPartialPath } from '../draft/partial-path';
import type { FileSystem } from '../ports/file-system';
import type { Git } from '../ports/git';
import type { AiIgnoredFile } from './ai-ignore';
import { withoutAiIgnored } from './ai-ignore';
import type { ExcludedFile } from './context';
import { FileTable } from './file-table';
import { listByGit } from './list-by-git';
import { compareText, depthOf } from './path-order';
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
  /** Told the tracked files, sorted, while git still looks for what has changed: some of them may not be listed in the end. */
  readonly ahead?: ((tracked: readonly string[]) => void) | undefined;
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
  const found = told ?? (await walkFiles(files, '', limit, signal));
  const listed = told === null ? sorted(found.files) : found.files;
  // What there is of a broken draft is none of the workspace's documents.
  const all = listed.some(isPartialPath) ? listed.filter((path) => !isPartialPath(path)) : listed;
  const { kept, ignored: aiIgnored } = await withoutAiIgnored(files, all, found.ignored, signal);
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

/** What git tells, the files sorted by path; `null` where it can't. */
async function fromGit(
  files: FileSystem,
  { git, signal, ahead }: ListFilesOptions,
  limit: number,
): Promise<WalkedFiles | null> {
  const listing =
    git?.run === undefined
      ? null
      : await listByGit(files, git.run.bind(git), signal, (tracked) =>
          ahead?.(withoutSkipped(sorted(tracked))),
        );
  if (listing === null) return null;
  const listed = withoutSkipped(sorted(listing.files));
  const nested: WalkedFiles[] = [];
  for (const folder of withoutSkipped(listing.repositories.map((path) => `${path}/`)))
    nested.push(await walkFiles(files, folder.slice(0, -1), limit, signal));
  const within = nested.flatMap((walked) => walked.files);
  const all = within.length === 0 ? listed : sorted([...listed, ...within]);
  return {
    files: all.length > limit ? sorted(nearest(all, limit)) : all,
    ignored: [...withoutSkipped(listing.ignored), ...nested.flatMap(({ ignored }) => ignored)],
    links: [...withoutSkipped(listing.links), ...nested.flatMap(({ links }) => links)],
    excluded: nested.flatMap(({ excluded }) => excluded),
    cut: all.length > limit || nested.some(({ cut }) => cut),
  };
}

function withoutSkipped(paths: readonly string[]): readonly string[] {
  const table = FileTable.of(paths);
  const isSkipped = table.inFolders(false, (around, name) => around || skippedFolders.has(name));
  return isSkipped.includes(true) ? table.filter((folder) => isSkipped[folder] !== true) : paths;
}

/** The first files of a walk that goes level by level. */
function nearest(paths: readonly string[], limit: number): readonly string[] {
  const keys = new Map(paths.map((path) => [path, path.replaceAll('/', '\0')]));
  const key = (path: string): string => keys.get(path) ?? path;
  return [...paths]
    .sort((left, right) => depthOf(left) - depthOf(right) || compareText(key(left), key(right)))
    .slice(0, limit);
}

/** Git's order is that of the bytes, and mostly the one that is wanted. */
function sorted(paths: readonly string[]): readonly string[] {
  if (paths.every((path, index) => index === 0 || (paths[index - 1] ?? '') <= path)) return paths;
  return [...paths].sort(compareText);
}
