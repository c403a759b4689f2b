import type { DirectoryEntry, FileSystem } from '../../ports/file-system';
import { parentPath } from '../../text/path';
import { mapConcurrently } from './map-concurrently';
import { pathBelow } from '../../text/path-order';

type Types = ReadonlyMap<string, DirectoryEntry['type']>;

const foldersAtOnce = 32;

/** Types of paths and of what lies beside them, by reading their folders; what is not there has none. */
export async function typesOf(
  files: FileSystem,
  paths: readonly string[],
  signal: AbortSignal | undefined,
): Promise<Types> {
  return new Map(await entriesOf(files, [...new Set(paths.map(parentPath))], signal));
}

/**
 * The same for paths few of which are there, as of those that a sparse checkout leaves out: a folder is looked for only where
 * the one around it has it.
 */
export async function typesOfFew(
  files: FileSystem,
  paths: readonly string[],
  signal: AbortSignal | undefined,
): Promise<Types> {
  const types = new Map<string, DirectoryEntry['type']>();
  if (paths.length === 0) return types;
  const within = foldersWithin(paths);
  for (let level: readonly string[] = ['']; level.length > 0;) {
    for (const [path, type] of await entriesOf(files, level, signal)) types.set(path, type);
    level = level.flatMap((folder) =>
      (within.get(folder) ?? []).filter((path) => types.get(path) === 'directory'),
    );
  }
  return types;
}

/** The folders on the way to paths, by the folder around them. */
function foldersWithin(paths: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const known = new Set(['']);
  const within = new Map<string, string[]>();
  for (const path of paths)
    for (let folder = parentPath(path); !known.has(folder); folder = parentPath(folder)) {
      known.add(folder);
      const beside = within.get(parentPath(folder));
      if (beside === undefined) within.set(parentPath(folder), [folder]);
      else beside.push(folder);
    }
  return within;
}

async function entriesOf(
  files: FileSystem,
  folders: readonly string[],
  signal: AbortSignal | undefined,
): Promise<readonly (readonly [string, DirectoryEntry['type']])[]> {
  const read = await mapConcurrently(
    folders,
    foldersAtOnce,
    async (folder) => files.readDirectory(folder).catch((): readonly DirectoryEntry[] => []),
    signal,
  );
  const entries = folders.flatMap((folder, index) =>
    (read[index] ?? []).map(({ name, type }) => [pathBelow(folder, name), type] as const),
  );
  // On a Mac git composes letters and accents that the disk may keep apart. A name as it stands comes last, and counts.
  const composed = entries.map(([path, type]) => [path.normalize('NFC'), type] as const);
  return [...composed.filter(([path], index) => path !== entries[index]?.[0]), ...entries];
}
