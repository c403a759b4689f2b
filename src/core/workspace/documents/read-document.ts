import type { FileSystem } from '../../ports/file-system';
import { maskSecrets } from '../../secrets/mask-secrets';
import { readPlainText, type TextFile } from '../files/read-text';
import { RecentlyUsed } from '../files/recently-used';

/** More documents than most workspaces have. */
const mostKept = 500;
/** Longer ones, in characters, are not kept: few are, and all of them together must not fill the memory. */
const longestKept = 64 * 1024;

const kept = new RecentlyUsed<Extract<TextFile, { kind: 'text' }>>(mostKept);

/**
 * Reads a document without its secrets; never rejects. The file is read each time. One that has the bytes it had before is
 * the value it was before, so that what was made of that need not be made again: in an editor the context is gathered
 * for each choice a person makes, and of hundreds of documents hardly one has changed.
 */
export async function readDocument(files: FileSystem, path: string): Promise<TextFile> {
  const file = await readPlainText(files, path);
  if (file.kind === 'rejected') return file;
  const key = `${path}\0${file.sha256}`;
  const read = kept.get(key) ?? { ...file, ...maskSecrets(file.text) };
  return file.text.length > longestKept ? read : kept.use(key, read);
}
