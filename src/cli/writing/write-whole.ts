import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { access, chmod, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { errorCode } from '../failure';

/**
 * Writes a file, whole or not at all. One that is there keeps its permissions; a link that leads to it stays and is written
 * through.
 *
 * @param file absolute path
 * @throws Error of the system, see {@link errorCode}; then the file is as it was
 */
export async function writeWhole(file: string, text: string): Promise<void> {
  const target = await realpath(file).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return file;
    throw error;
  });
  const beside = `${target}.${randomUUID()}.tmp`;
  try {
    const mode = await modeOf(target);
    await writeFile(beside, text, { flag: 'wx', ...(mode === null ? {} : { mode }) });
    // What a new file may have is less where a mask is set: a file of a group would be one person's.
    if (mode !== null) await chmod(beside, mode);
    await rename(beside, target);
  } finally {
    await rm(beside, { force: true });
  }
}

/**
 * Permissions of a file; `null` where it is not there.
 *
 * @throws Error where it may not be written: a file that is put in the place of another asks for no permission to write that one
 */
async function modeOf(file: string): Promise<number | null> {
  const found = await stat(file).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  });
  if (found === null) return null;
  await access(file, constants.W_OK);
  return found.mode;
}
