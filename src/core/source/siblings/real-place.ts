import type { FileSystem } from '../../ports/file-system';
import { fileName, parentPath } from '../../text/path';
import { pathBelow } from '../../text/path-order';

/** Where a path lies once the links in its folders are followed, relative to the root; `null` for outside of it. */
export type RealPlace = (path: string) => Promise<string | null>;

/**
 * Builds the question where a file really lies. Asked of core, because not every file system refuses to go through a
 * linked folder: the editor's follows it wherever it leads. Each folder is looked at once.
 */
export function realPlaceFinder(files: FileSystem): RealPlace {
  const known = new Map<string, Promise<string | null>>([['', Promise.resolve('')]]);
  const folderAt = (folder: string): Promise<string | null> => {
    const place = known.get(folder) ?? look(folder);
    known.set(folder, place);
    return place;
  };
  const look = async (folder: string): Promise<string | null> => {
    const outer = await folderAt(parentPath(folder));
    if (outer === null) return null;
    const stat = await files.stat(folder).catch(() => undefined);
    if (stat?.type === 'other') return (await files.resolveLink?.(folder)) ?? null;
    return pathBelow(outer, fileName(folder));
  };
  return async (path) => {
    const folder = await folderAt(parentPath(path));
    return folder === null ? null : pathBelow(folder, fileName(path));
  };
}
