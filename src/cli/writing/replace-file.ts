import { readFile } from 'node:fs/promises';
import { CliFailure, errorCode } from '../failure';
import { writeWhole } from './write-whole';

/**
 * Writes a file anew, whole or not at all; its byte order mark and permissions stay, and so does a link that leads to it.
 *
 * @param file absolute path
 * @param shown the same for messages
 * @param before text that the file has to hold still, with or without its byte order mark
 * @param after with or without byte order mark
 * @throws CliFailure where the file can not be read or written, is not in UTF-8, or changed meanwhile
 */
export async function replaceFile(file: string, shown: string, before: string, after: string): Promise<void> {
  const { mark, text } = split(decode(shown, await read(file, shown)));
  if (text !== split(before).text)
    throw new CliFailure(
      `${shown} changed while it was checked; nothing was written. Run the command again.`,
    );
  try {
    await writeWhole(file, mark + split(after).text);
  } catch (error) {
    throw new CliFailure(`${shown} cannot be written (${errorCode(error)}). Check its permissions.`);
  }
}

async function read(file: string, shown: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    const code = errorCode(error);
    throw new CliFailure(
      code === 'ENOENT'
        ? `${shown} is gone; nothing was written. Restore it, and run the command again.`
        : `${shown} cannot be read (${code}); nothing was written. Check its permissions.`,
    );
  }
}

/** Other bytes than those of UTF-8 could not be written back as they were. */
function decode(shown: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new CliFailure(`${shown} is not in UTF-8, so it cannot be changed. Save it as UTF-8.`);
  }
}

function split(text: string): { readonly mark: string; readonly text: string } {
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  return { mark, text: text.slice(mark.length) };
}
