import { randomUUID } from 'node:crypto';
import { lstat, mkdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { CliFailure } from './failure';

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
 * @param force whether files that are there may be replaced
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
    const found = await lstat(target).catch(() => null);
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
      if (force) await replace(target, text);
      else await writeFile(target, text, { flag: 'wx' });
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
      throw new CliFailure(`${shown(path)} can not be written (${code}). Choose another place with --out.`);
    }
  }
}

/** Whole or not at all. */
async function replace(target: string, text: string): Promise<void> {
  const beside = `${target}.${randomUUID()}.tmp`;
  try {
    await writeFile(beside, text, { flag: 'wx' });
    await rename(beside, target);
  } finally {
    await rm(beside, { force: true });
  }
}

/** Whether links on the way lead out of the folder, as far as the way is there. */
async function staysInside(folder: string, target: string): Promise<boolean> {
  const root = await realpath(folder).catch(() => null);
  if (root === null) return true;
  for (let part = dirname(target); ; part = dirname(part)) {
    const real = await realpath(part).catch(() => null);
    if (real !== null) return real === root || real.startsWith(root.endsWith(sep) ? root : `${root}${sep}`);
    if (dirname(part) === part) return false;
  }
}

/** Whether a path is a folder that is there. */
export async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isDirectory() ?? false;
}
