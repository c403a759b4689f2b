import type { FileSystem } from '../../ports/file-system';
import type { Git, RunGit } from '../../ports/git';
import { FileTable } from './file-table';
import { compareText } from '../../text/path-order';
import { readIndex, type IndexFile, type IndexPaths } from './read-index';
import { typesOf, typesOfFew } from './types-of-paths';

/** What git tells of a workspace; every list in git's order but for the files, relative to the workspace. */
export interface GitListing {
  readonly files: FileTable;
  /** Files and folders (these with a trailing slash) that are ignored. */
  readonly ignored: readonly string[];
  readonly links: readonly string[];
  /** Folders that are repositories of their own: submodules and clones. Git says nothing of what is in them. */
  readonly repositories: readonly string[];
}

/** Tracked files, with how they are tracked: read from the index, so that no folder is walked through. */
export const trackedArguments = ['ls-files', '-z', '-s', '-t', '--cached'];
const stateOptions = [
  ...['status', '--porcelain=v2', '-z', '--branch', '--no-ahead-behind'],
  ...['--no-renames', '--ignore-submodules=dirty'],
];
/** Tracked files of the whole repository that differ from the head commit, for a workspace that is a part of it. */
export const elsewhereArguments = [...stateOptions, '--untracked-files=no'];
/**
 * Branch and head commit; tracked files of the workspace that differ from it, for deleted ones are still in the index;
 * what lies beside the tracked files, and what of that is ignored. One program: it goes on while the index is read
 * here, and whatever else is started makes it wait for a processor.
 */
export const stateArguments = [
  ...[...stateOptions, '--untracked-files=all', '--ignored=matching', '--', '.'],
];
/** `true`, and the way from the root of the repository to the workspace. */
export const placeArguments = ['rev-parse', '--is-inside-work-tree', '--show-prefix'];
/** What that is where the workspace is the root. */
export const rootPlace = 'true\n\n';

/**
 * Asks git which files a workspace has: it keeps an index of them, and knows the ignore rules of the machine too. Files
 * that are tracked are listed even where a rule would ignore them, as everywhere in git.
 *
 * @param ahead told the tracked files, deleted ones among them, while git still looks for what has changed
 * @returns `null` where git can't tell: no repository, no git, or a workspace that is ignored itself
 */
export async function listByGit(
  files: FileSystem,
  git: Pick<Git, 'index'> & { readonly run: RunGit },
  signal: AbortSignal | undefined,
  ahead?: (tracked: FileTable) => void,
): Promise<GitListing | null> {
  // The longest first: starting a program takes its time.
  const changes = git.run(stateArguments, signal);
  // Where another answer fails first, nobody waits for this one any more.
  changes.catch(() => undefined);
  const index = (await git.index?.()) ?? null;
  const way = index === null ? git.run(placeArguments, signal) : rootPlace;
  if (typeof way !== 'string') way.catch(() => undefined);
  const read = index === null ? null : entriesInFile(index);
  const tracked = read ?? entriesIn(await git.run(trackedArguments, signal));
  if (tracked !== null) ahead?.(tracked.files);
  const [state, place] = await Promise.all([changes, way]);
  signal?.throwIfAborted();
  if (tracked === null || state === null || place === null) return null;

  const { gone, untyped, ignored } = readState(state, prefixIn(place));
  // A workspace that is ignored itself looks empty.
  if (tracked.isEmpty && untyped.length === 0) return null;
  const isThere = (path: string): boolean => !gone.has(path);
  const paths = untyped.filter((path) => !path.endsWith('/'));
  const clones = untyped.filter((path) => path.endsWith('/')).map((path) => path.slice(0, -1));
  const [types, leftAlone] = await Promise.all([
    typesOf(files, paths, signal),
    typesOfFew(files, tracked.leftAlone, signal),
  ]);
  const found = (type: 'file' | 'other'): readonly string[] => [
    ...paths.filter((path) => types.get(path) === type),
    ...tracked.leftAlone.filter((path) => leftAlone.get(path) === type),
  ];
  return {
    files: tracked.files.changed(gone, found('file')),
    ignored,
    links: [...tracked.links.filter(isThere), ...found('other')],
    repositories: [...tracked.repositories.filter(isThere), ...clones],
  };
}

/** The way from the root of the repository to the workspace. */
function prefixIn(place: string): string {
  return place.split('\n')[1] ?? '';
}

interface Entries extends Pick<GitListing, 'files' | 'links' | 'repositories'> {
  /** Files and links that git was told not to look at: most are not checked out, some are kept as someone changed them. */
  readonly leftAlone: readonly string[];
  readonly isEmpty: boolean;
}

/** What stands before an entry's path at least: its letter, its mode, its hash and its stage. */
const shortestHead = 'H 100644 '.length + 40 + ' 0'.length;
const [letterS, digit0, digit2] = [0x53, 0x30, 0x32];

/** The index as its file has it; `null` where only git can put it together. */
function entriesInFile(index: IndexFile): Entries | null {
  const read = readIndex(index);
  return (
    read && {
      ...read,
      files: FileTable.of(read.files, read.places),
      leftAlone: [],
      isEmpty: areEmpty(read),
    }
  );
}

/** Entries `H 100644 <hash> 0\tpath`; `S` in place of `H` says that the file is left alone, and mostly not checked out. */
function entriesIn(listed: string | null): Entries | null {
  if (listed === null) return null;
  const files: string[] = [];
  const links: string[] = [];
  const repositories: string[] = [];
  const leftAlone: string[] = [];
  let previous = '';
  for (let start = 0; start < listed.length;) {
    const end = endOf(listed, start);
    const path = listed.slice(listed.indexOf('\t', start + shortestHead) + 1, end);
    if (listed.charCodeAt(start) === letterS) leftAlone.push(path);
    // A file in conflict has up to three entries.
    else if (path !== previous) {
      // A file is 100644 or 100755, a link 120000, a repository 160000.
      const sort = listed.charCodeAt(start + 3);
      (sort === digit0 ? files : sort === digit2 ? links : repositories).push(path);
    }
    previous = path;
    start = end + 1;
  }
  return { files: sortedTable(files), links, repositories, leftAlone, isEmpty: listed === '' };
}

function areEmpty({ files, links, repositories }: IndexPaths): boolean {
  return files.length + links.length + repositories.length === 0;
}

/** Git's order is that of the bytes, and mostly the one that is wanted. */
function sortedTable(paths: readonly string[]): FileTable {
  const isSorted = paths.every((path, index) => index === 0 || (paths[index - 1] ?? '') < path);
  return FileTable.of(isSorted ? paths : [...paths].sort(compareText));
}

interface Changes {
  /** Tracked files that are not there any more, or not as what they are tracked. */
  readonly gone: ReadonlySet<string>;
  /** Paths of which git tells no type, and repositories (these with a trailing slash). */
  readonly untyped: readonly string[];
  readonly ignored: readonly string[];
}

/** Fields before the path in an entry, by its first letter: an ordinary change, a file in conflict. */
const fieldsBefore: Readonly<Record<string, number>> = { '1': 8, u: 10 };
const [nothingThere, repositoryThere] = ['000000', '160000'];

/**
 * Entries `? path`, `! path`, `1 XY sub mH mI mW hH hI path` and `u XY sub m1 m2 m3 mW h1 h2 h3 path`, paths from the
 * repository's root. Y is a D where a file is gone and a T where it is of another type now, but in a conflict says what
 * one side did; mW is the mode of what is there.
 */
function readState(state: string, prefix: string): Changes {
  const gone = new Set<string>();
  const untyped: string[] = [];
  const ignored: string[] = [];
  for (const entry of split(state)) {
    const sort = entry.charAt(0);
    const change = entry.charAt(3);
    if (sort === '?' || sort === '!') {
      const path = entry.slice(2);
      if (path.startsWith(prefix) && path !== prefix)
        (sort === '?' ? untyped : ignored).push(path.slice(prefix.length));
    } else if (sort === 'u' || (sort === '1' && (change === 'D' || change === 'T'))) {
      const fields = entry.split(' ');
      const path = fields.slice(fieldsBefore[sort]).join(' ');
      const there = fields[sort === 'u' ? 6 : 5];
      if (!path.startsWith(prefix) || (sort === 'u' && there !== nothingThere)) continue;
      gone.add(path.slice(prefix.length));
      if (there !== nothingThere)
        untyped.push(path.slice(prefix.length) + (there === repositoryThere ? '/' : ''));
    }
  }
  return { gone, untyped, ignored };
}

function split(output: string): readonly string[] {
  return output.split('\0').filter((entry) => entry !== '');
}

function endOf(listed: string, start: number): number {
  const end = listed.indexOf('\0', start);
  return end < 0 ? listed.length : end;
}
