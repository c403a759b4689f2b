import type { FileSystem } from '../../ports/file-system';
import { FileSystemError } from '../../ports/file-system';
import { maskSecrets, type RemovedSecret } from '../../secrets/mask-secrets';
import { sha256Hex } from '../../text/hash';

/** Largest document that is read, in bytes. */
export const largestDocument = 512 * 1024;

/** A text file as it is, or the reason why it is not taken as one. */
export type PlainFile =
  | {
      readonly kind: 'text';
      readonly path: string;
      /** Byte order mark removed. */
      readonly text: string;
      readonly bytes: number;
      /** Over the bytes of the file. */
      readonly sha256: string;
    }
  | { readonly kind: 'rejected'; readonly path: string; readonly reason: string };

/** The same without its secrets. */
export type TextFile =
  | (Extract<PlainFile, { kind: 'text' }> & {
      /** What was taken out of the text. */
      readonly secrets: readonly RemovedSecret[];
    })
  | Extract<PlainFile, { kind: 'rejected' }>;

/**
 * Reads a document for a prompt; never rejects. What is no text (binary, not UTF-8) or longer than `largest` bytes is
 * turned away with a reason; secrets are taken out, so that nothing made from a text that was read here can hold one.
 */
export async function readText(
  files: FileSystem,
  path: string,
  largest = largestDocument,
): Promise<TextFile> {
  const file = await readPlainText(files, path, largest);
  return file.kind === 'rejected' ? file : { ...file, ...maskSecrets(file.text) };
}

/** The same with its secrets, for what is looked up in and never shown: thousands of files of code. */
export async function readPlainText(
  files: FileSystem,
  path: string,
  largest = largestDocument,
): Promise<PlainFile> {
  try {
    const stat = await files.stat(path);
    if (stat === undefined) return rejected(path, 'The file does not exist');
    if (stat.type !== 'file') return rejected(path, 'Not a regular file');
    if (stat.size > largest) return rejected(path, tooLarge(stat.size, largest));
    const data = await files.readFile(path);
    if (data.byteLength > largest) return rejected(path, tooLarge(data.byteLength, largest));
    if (isBinary(data)) return rejected(path, 'Binary file');
    const text = decodeText(data);
    if (text === null) return rejected(path, 'Not UTF-8 text');
    return { kind: 'text', path, text, bytes: data.byteLength, sha256: sha256Hex(data) };
  } catch (error) {
    const denied = FileSystemError.is(error) && error.code === 'no-access';
    return rejected(path, denied ? 'No permission to read this file' : 'The file could not be read');
  }
}

/** Text of UTF-8 or, by its byte order mark, UTF-16; `null` where the bytes are neither. */
function decodeText(data: Uint8Array): string | null {
  const encoding = utf16(data) ?? 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(data);
  } catch {
    return null;
  }
}

function isBinary(data: Uint8Array): boolean {
  return utf16(data) === null && data.subarray(0, 8192).includes(0);
}

function utf16(data: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (data[0] === 0xff && data[1] === 0xfe) return 'utf-16le';
  return data[0] === 0xfe && data[1] === 0xff ? 'utf-16be' : null;
}

function rejected(path: string, reason: string): Extract<PlainFile, { kind: 'rejected' }> {
  return { kind: 'rejected', path, reason };
}

function tooLarge(size: number, largest: number): string {
  return `Too large: ${Math.ceil(size / 1024)} KB, at most ${Math.floor(largest / 1024)} KB are read`;
}
