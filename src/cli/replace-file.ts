import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { CliFailure } from './failure';

/**
 * Writes a file anew, whole or not at all; its byte order mark and permissions stay.
 *
 * @param file absolute path
 * @param shown the same for messages
 * @param before text that the file has to hold still, without byte order mark
 * @param after without byte order mark
 * @throws CliFailure where the file can not be written, or changed meanwhile
 */
export async function replaceFile(file: string, shown: string, before: string, after: string): Promise<void> {
  const bytes = await readFile(file, 'utf8');
  const mark = bytes.startsWith('\uFEFF') ? '\uFEFF' : '';
  if (bytes.slice(mark.length) !== before)
    throw new CliFailure(
      `${shown} changed while it was checked; nothing was written. Run the command again.`,
    );
  const beside = `${file}.${randomUUID()}.tmp`;
  try {
    const { mode } = await stat(file);
    await writeFile(beside, mark + after, { mode, flag: 'wx' });
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new CliFailure(`${shown} can not be written (${code}). Check its permissions.`);
  }
}
