import { lstat, mkdir, realpath, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { CliFailure, errorCode } from '../failure';
import { writeWhole } from './write-whole';

/** A file to be written. */
export interface FileToWrite {
  /** Relative to the folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/**
 * Writes files below a folder: all of them or, where any is there already or would come to lie elsewhere, none.
 *
 * @param folder absolute; created where it is not there
 * @param shown how a file is named in messages
 * @param force whether files that are there may be replaced; a link stays, and what it leads to is written
 * @throws CliFailure that names the files and what to do
 */
export async function writeFiles(
  folder: string,
  files: readonly FileToWrite[],
  shown: (path: string) => string,
  force: boolean,
): Promise<void> {
  const there: string[] = [];
  for (const { path } of files) {
    const target = resolve(folder, path);
    const way = relative(folder, target);
    if (way === '' || way === '..' || way.startsWith(`..${sep}`) || !(await staysInside(folder, target)))
      throw new CliFailure(`${shown(path)} would lie outside of the folder. Choose another one with --out.`);
    // What a link leads to counts; one that leads nowhere is in the way.
    const found = await stat(target).catch(() => lstat(target).catch(() => null));
    if (found !== null && !found.isFile())
      throw new CliFailure(`${shown(path)} is there and is no file. Choose another folder with --out.`);
    if (found !== null) there.push(shown(path));
  }
  if (there.length > 0 && !force)
    throw new CliFailure(
      `${there.join(', ')}: already there, and not overwritten. Choose another place with --out, or replace with --force.`,
    );
  for (const { path, text } of files) {
    const target = join(folder, path);
    try {
      await mkdir(dirname(target), { recursive: true });
      if (force) await writeWhole(target, text);
      else await writeFile(target, text, { flag: 'wx' });
    } catch (error) {
      throw new CliFailure(
        `${shown(path)} cannot be written (${errorCode(error)}). Choose another place with --out.`,
      );
    }
  }
}

/** Whether all links, that of the file itself too, stay in the folder, as far as the way is there. */
async function staysInside(folder: string, target: string): Promise<boolean> {
  const root = await realpath(folder).catch(() => null);
  if (root === null) return true;
  for (let part = target; ; part = dirname(part)) {
    const real = await realpath(part).catch(() => null);
    if (real !== null) return real === root || real.startsWith(root.endsWith(sep) ? root : `${root}${sep}`);
    if (dirname(part) === part) return false;
  }
}

/** Whether a path is a folder that is there. */
export async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isDirectory() ?? false;
}
