import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { access, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { CliFailure } from './failure';

/**
 * Writes a file anew, whole or not at all; its byte order mark and permissions stay, and so does a link that leads to it.
 *
 * @param file absolute path
 * @param shown the same for messages
 * @param before text that the file has to hold still, with or without its byte order mark
 * @param after with or without byte order mark
 * @throws CliFailure where the file can not be written, is not in UTF-8, or changed meanwhile
 */
export async function replaceFile(file: string, shown: string, before: string, after: string): Promise<void> {
  const { mark, text } = split(decode(shown, await readFile(file)));
  if (text !== split(before).text)
    throw new CliFailure(
      `${shown} changed while it was checked; nothing was written. Run the command again.`,
    );
  const target = await realpath(file);
  const beside = `${target}.${randomUUID()}.tmp`;
  try {
    // A file that is put in the place of another asks for no permission to write that one.
    await access(target, constants.W_OK);
    const { mode } = await stat(target);
    await writeFile(beside, mark + split(after).text, { mode, flag: 'wx' });
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new CliFailure(`${shown} can not be written (${code}). Check its permissions.`);
  }
}

/** Other bytes than those of UTF-8 could not be written back as they were. */
function decode(shown: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new CliFailure(`${shown} is not in UTF-8, so it can not be changed. Save it as UTF-8.`);
  }
}

function split(text: string): { readonly mark: string; readonly text: string } {
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  return { mark, text: text.slice(mark.length) };
}
