import type { DirectoryEntry, FileSystem } from '../ports/file-system';
import type { RunGit } from '../ports/git';
import { parentPath } from '../text/path';
import { FileTable } from './file-table';
import { mapConcurrently } from './map-concurrently';
import { compareText, pathBelow } from './path-order';

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
/** What lies beside the tracked files, whether ignored or not; a folder without a tracked file counts as one. */
export const othersArguments = ['ls-files', '-z', '--others', '--directory'];
const stateOptions = [
  ...['status', '--porcelain=v2', '-z', '--branch', '--no-ahead-behind'],
  ...['--no-renames', '--ignore-submodules=dirty'],
];
/** Tracked files of the whole repository that differ from the head commit, for a workspace that is a part of it. */
export const elsewhereArguments = [...stateOptions, '--untracked-files=no'];
/**
 * Branch and head commit, and tracked files of the workspace that differ from it: deleted ones are still listed above.
 * Looking at each tracked file and walking through the folders take about as long, so they are two programs.
 */
export const stateArguments = [...elsewhereArguments, '--', '.'];
/** `true`, and the way from the root of the repository to the workspace. */
export const placeArguments = ['rev-parse', '--is-inside-work-tree', '--show-prefix'];

const foldersAtOnce = 32;

/**
 * Asks git which files a workspace has: it keeps an index of them, and knows the ignore rules of the machine too. Files
 * that are tracked are listed even where a rule would ignore them, as everywhere in git.
 *
 * @param ahead told the tracked files, deleted ones among them, while git still looks for what has changed
 * @returns `null` where git can't tell: no repository, no git, or a workspace that is ignored itself
 */
export async function listByGit(
  files: FileSystem,
  run: RunGit,
  signal: AbortSignal | undefined,
  ahead?: (tracked: FileTable) => void,
): Promise<GitListing | null> {
  // The longest first: starting a program takes its time, and what is asked last waits for all others.
  const beside = run(othersArguments, signal);
  const changes = run(stateArguments, signal);
  const index = run(trackedArguments, signal);
  const way = index.then(() => run(placeArguments, signal));
  const [others, tracked, state, place] = await Promise.all([
    othersIn(run, signal, { beside, index, way }),
    index.then((listed) => {
      if (listed === null) return null;
      const entries = readEntries(listed);
      ahead?.(entries.files);
      return entries;
    }),
    changes,
    way,
  ]);
  signal?.throwIfAborted();
  if (others === null || tracked === null || state === null || place === null) return null;
  // A workspace that is ignored itself looks empty.
  if (tracked.isEmpty && others.untracked.length === 0) return null;

  const { gone } = readState(state, prefixIn(place));
  const isThere = (path: string): boolean => !gone.has(path);
  const paths = others.untracked.filter((path) => !path.endsWith('/'));
  const clones = others.untracked.filter((path) => path.endsWith('/')).map((path) => path.slice(0, -1));
  const untracked = await typed(files, paths, signal);
  return {
    files: tracked.files.changed(gone, untracked.files),
    ignored: others.ignored,
    links: [...tracked.links.filter(isThere), ...untracked.links],
    repositories: [...tracked.repositories.filter(isThere), ...clones],
  };
}

/** What lies beside the tracked files, relative to the workspace; repositories within have a trailing slash. */
export type Others = Pick<Changes, 'untracked' | 'ignored'>;

/** Longest list of folders that a command line is given. */
const longestPaths = 4000;

/**
 * What lies beside the tracked files of a workspace.
 *
 * @returns `null` where git can't tell
 */
export function readOthers(run: RunGit, signal: AbortSignal | undefined): Promise<Others | null> {
  const [beside, index] = [run(othersArguments, signal), run(trackedArguments, signal)];
  return othersIn(run, signal, { beside, index, way: run(placeArguments, signal) });
}

/** What git was asked already; nothing is asked twice. */
interface Asked {
  readonly beside: Promise<string | null>;
  readonly index: Promise<string | null>;
  readonly way: Promise<string | null>;
}

/**
 * Tells what is untracked from what is ignored. One walk finds both, and the rules are asked about what it found: a
 * walk that obeys them would look for their files in every folder. Folders without a tracked file are looked into
 * unless a rule ignores them.
 */
async function othersIn(
  run: RunGit,
  signal: AbortSignal | undefined,
  { beside, index, way }: Asked,
): Promise<Others | null> {
  const [output, isSparse, place] = await Promise.all([beside, index.then(hasSparse), way]);
  if (output === null || isSparse === null || place === null) return null;
  const others = split(output);
  if (others.length === 0) return { untracked: [], ignored: [] };
  // Rules that are tracked and not checked out are read from the index, which else need not be read for this.
  const answer = await run(
    ['check-ignore', '-z', ...(isSparse ? [] : ['--no-index']), '--stdin'],
    signal,
    others.map((path) => `${withoutSlash(path)}\0`).join(''),
  );
  if (answer === null) return null;
  const isIgnored = new Set(split(answer));
  const ignored = others.filter((path) => isIgnored.has(withoutSlash(path)));
  const kept = others.filter((path) => !isIgnored.has(withoutSlash(path)));
  const folders = kept.filter((path) => path.endsWith('/'));
  if (folders.length === 0) return { untracked: kept, ignored };
  const paths = folders.map((path) => `:(literal)${path}`);
  const within = await run(
    [
      ...[...stateOptions, '--untracked-files=all', '--ignored=matching', '--'],
      ...(paths.join(' ').length > longestPaths ? ['.'] : paths),
    ],
    signal,
  );
  if (within === null) return null;
  const found = readState(within, prefixIn(place));
  return {
    untracked: [...new Set([...kept.filter((path) => !path.endsWith('/')), ...found.untracked])],
    ignored: [...new Set([...ignored, ...found.ignored])],
  };
}

/** Whether something that is tracked is not checked out. */
function hasSparse(tracked: string | null): boolean | null {
  return tracked === null ? null : tracked.startsWith('S ') || tracked.includes('\0S ');
}

function withoutSlash(path: string): string {
  return path.endsWith('/') ? path.slice(0, -1) : path;
}

/** The way from the root of the repository to the workspace. */
function prefixIn(place: string): string {
  return place.split('\n')[1] ?? '';
}

interface Entries extends Pick<GitListing, 'files' | 'links' | 'repositories'> {
  readonly isEmpty: boolean;
}

/** What stands before an entry's path at least: its letter, its mode, its hash and its stage. */
const shortestHead = 'H 100644 '.length + 40 + ' 0'.length;
const [letterS, digit0, digit2] = [0x53, 0x30, 0x32];

/** Entries `H 100644 <hash> 0\tpath`; `S` in place of `H` says that the file is not checked out. */
function readEntries(listed: string): Entries {
  const files: string[] = [];
  const links: string[] = [];
  const repositories: string[] = [];
  let previous = '';
  // Git's order is that of the bytes, and mostly the one that is wanted.
  let isSorted = true;
  for (let start = 0; start < listed.length;) {
    const end = endOf(listed, start);
    if (listed.charCodeAt(start) !== letterS) {
      const path = listed.slice(listed.indexOf('\t', start + shortestHead) + 1, end);
      // A file in conflict has up to three entries.
      if (path !== previous) {
        // A file is 100644 or 100755, a link 120000, a repository 160000.
        const sort = listed.charCodeAt(start + 3);
        (sort === digit0 ? files : sort === digit2 ? links : repositories).push(path);
        isSorted &&= previous < path;
      }
      previous = path;
    }
    start = end + 1;
  }
  const sorted = isSorted ? files : files.sort(compareText);
  return { files: FileTable.of(sorted), links, repositories, isEmpty: listed === '' };
}

/** Git names no types of what it does not track, so their folders are read. */
async function typed(
  files: FileSystem,
  untracked: readonly string[],
  signal: AbortSignal | undefined,
): Promise<{ readonly files: readonly string[]; readonly links: readonly string[] }> {
  const folders = [...new Set(untracked.map(parentPath))];
  const read = await mapConcurrently(
    folders,
    foldersAtOnce,
    async (folder) => files.readDirectory(folder).catch((): readonly DirectoryEntry[] => []),
    signal,
  );
  const types = new Map<string, DirectoryEntry['type']>();
  folders.forEach((folder, index) => {
    for (const { name, type } of read[index] ?? []) types.set(pathBelow(folder, name), type);
  });
  return {
    files: untracked.filter((path) => types.get(path) === 'file'),
    links: untracked.filter((path) => types.get(path) === 'other'),
  };
}

interface Changes {
  /** Tracked files that are not there any more. */
  readonly gone: ReadonlySet<string>;
  /** Files, and repositories within (these with a trailing slash). */
  readonly untracked: readonly string[];
  readonly ignored: readonly string[];
}

/** Fields before the path in an entry, by its first letter: an ordinary change, a file in conflict. */
const fieldsBefore: Readonly<Record<string, number>> = { '1': 8, u: 10 };

/** Entries `? path`, `! path` and `1 XY ... path`, whose Y is a D where a file is gone; paths from the repository's root. */
function readState(state: string, prefix: string): Changes {
  const gone = new Set<string>();
  const untracked: string[] = [];
  const ignored: string[] = [];
  for (const entry of split(state)) {
    const sort = entry.charAt(0);
    if (sort === '?' || sort === '!') {
      const path = entry.slice(2);
      if (path.startsWith(prefix) && path !== prefix)
        (sort === '?' ? untracked : ignored).push(path.slice(prefix.length));
    } else if (entry.charAt(3) === 'D' && Object.hasOwn(fieldsBefore, sort)) {
      const path = entry.split(' ').slice(fieldsBefore[sort]).join(' ');
      if (path.startsWith(prefix)) gone.add(path.slice(prefix.length));
    }
  }
  return { gone, untracked, ignored };
}

function split(output: string): readonly string[] {
  return output.split('\0').filter((entry) => entry !== '');
}

function endOf(listed: string, start: number): number {
  const end = listed.indexOf('\0', start);
  return end < 0 ? listed.length : end;
}
