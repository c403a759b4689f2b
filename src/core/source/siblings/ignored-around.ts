import ignore from 'ignore';
import type { FileSystem } from '../../ports/file-system';
import { parentPath } from '../../text/path';
import { aiIgnoreFiles } from '../../workspace/files/ai-ignore';
import { skippedFolders } from '../../workspace/files/skipped-folders';

/** Deeper folders than this are not asked for a `.gitignore`. */
const deepest = 32;

/**
 * Tells whether a file is kept out by the `.gitignore` of a folder around it or by one of the files that keep others
 * from tools like this one, or lies in a folder of things that were installed or built. Reads each such file once.
 */
export function ignoredAround(files: FileSystem): (path: string) => Promise<boolean> {
  const read = new Map<string, Promise<ReturnType<typeof ignore> | null>>();
  const rulesOf = (folder: string, name: string): Promise<ReturnType<typeof ignore> | null> => {
    const file = folder === '' ? name : `${folder}/${name}`;
    const known = read.get(file) ?? rulesIn(files, file);
    read.set(file, known);
    return known;
  };
  const names = ['.gitignore', ...aiIgnoreFiles];
  const refuses = async (name: string, path: string): Promise<boolean> => {
    // The nearest folder that says something decides, as git has it.
    let folder = path;
    for (let depth = 0; folder !== '' && depth < deepest; depth += 1) {
      folder = parentPath(folder);
      const below = folder === '' ? path : path.slice(folder.length + 1);
      const verdict = (await rulesOf(folder, name))?.test(below);
      if (verdict?.ignored === true) return true;
      if (verdict?.unignored === true) return false;
    }
    return false;
  };
  return async (path) => {
    const folders = path.split('/').slice(0, -1);
    if (folders.some((name) => skippedFolders.has(name))) return true;
    return (await Promise.all(names.map((name) => refuses(name, path)))).includes(true);
  };
}

async function rulesIn(files: FileSystem, path: string): Promise<ReturnType<typeof ignore> | null> {
  const bytes = await files.readFile(path).catch(() => null);
  return bytes === null ? null : ignore().add(new TextDecoder().decode(bytes));
}
