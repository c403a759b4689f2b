import type { FileSystem } from '../ports/file-system';

/** Paths of the files of a folder whose names match, sorted; none where there is no such folder. Never rejects. */
export async function filesNamed(
  files: FileSystem,
  folder: string,
  names: RegExp,
): Promise<readonly string[]> {
  const entries = await files.readDirectory(folder).catch(() => []);
  return entries
    .filter(({ name, type }) => type === 'file' && names.test(name))
    .map(({ name }) => `${folder}/${name}`)
    .sort();
}

/**
 * A file as text; never rejects.
 *
 * @param largest in bytes
 * @returns `null` where it can not be read, is larger, or is not in UTF-8
 */
export async function smallText(files: FileSystem, path: string, largest: number): Promise<string | null> {
  try {
    const bytes = await files.readFile(path);
    return bytes.length > largest ? null : new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
