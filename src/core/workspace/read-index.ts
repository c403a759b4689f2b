import { compareText } from './path-order';

/** The file in which git keeps what is tracked, in two shapes: numbers are read from the one, paths cut out of the other. */
export interface IndexFile {
  readonly bytes: Uint8Array;
  /** One character a byte. */
  readonly text: string;
}

/** What an index lists, sorted by code unit. */
export interface IndexPaths {
  readonly files: readonly string[];
  /** Where in the path of each file its last slash is, -1 for none; `null` where nobody has looked. */
  readonly slashes: Int32Array | null;
  readonly links: readonly string[];
  /** Folders that are repositories of their own. */
  readonly repositories: readonly string[];
}

const [headerLength, checksumLength] = [12, 20];
/** Before the path of an entry: ten numbers, a hash of 20 bytes and the flags. */
const entryLength = 62;
const [modeAt, flagsAt] = [26, 60];
const [extendedFlag, stageBits, skipWorktreeBit] = [0x40, 0x30, 0x40];
/** Longer paths don't say how long they are. */
const longestToldLength = 0xfff;
const [slashByte, beyondAscii] = [0x2f, 0x80];
const [regularMode, linkMode, repositoryMode] = [0x8, 0xa, 0xe];

/**
 * Reads git's index as `Documentation/gitformat-index.txt` describes it: versions 2 and 3, with hashes of 20 bytes.
 *
 * @returns `null` for whatever only git itself can put together: a split, sparse or compressed index, files that are not
 * checked out, a newer format, a broken file
 */
export function readIndex({ bytes, text }: IndexFile): IndexPaths | null {
  const count = countOf(bytes, text);
  const last = bytes.length - checksumLength;
  if (count === null || count * entryLength > last) return null;
  const files: string[] = [];
  const links: string[] = [];
  const repositories: string[] = [];
  const slashes = new Int32Array(count);
  let at = headerLength;
  let previous = '';
  /** All bits that any byte of a path has: the highest one is none of ASCII's. */
  let bits = 0;
  for (let entry = 0; entry < count; entry += 1) {
    if (at + entryLength > last) return null;
    const flags = bytes[at + flagsAt] ?? 0;
    const isExtended = (flags & extendedFlag) !== 0;
    // Meant not to be there, though it may be: git looks.
    if (isExtended && ((bytes[at + entryLength] ?? 0) & skipWorktreeBit) !== 0) return null;
    const start = at + entryLength + (isExtended ? 2 : 0);
    const told = ((flags & 0xf) << 8) | (bytes[at + flagsAt + 1] ?? 0);
    const end = told < longestToldLength ? start + told : bytes.indexOf(0, start + told);
    if (end < start || end >= last) return null;
    const path = text.slice(start, end);
    let slash = -1;
    for (let index = start; index < end; index += 1) {
      const byte = bytes[index] ?? 0;
      bits |= byte;
      if (byte === slashByte) slash = index - start;
    }
    // A file in conflict has up to three entries.
    if ((flags & stageBits) === 0 || path !== previous) {
      const mode = (bytes[at + modeAt] ?? 0) >> 4;
      if (mode === regularMode) slashes[files.push(path) - 1] = slash;
      else if (mode === linkMode) links.push(path);
      else if (mode === repositoryMode) repositories.push(path);
      // A folder of a sparse index.
      else return null;
    }
    previous = path;
    // Filled up to a multiple of eight bytes, with one at least.
    at += (end - at + 8) & ~7;
  }
  if (!areOptional(bytes, at, last)) return null;
  return bits < beyondAscii
    ? { files, slashes, links, repositories }
    : {
        files: decoded(files),
        slashes: null,
        links: decoded(links),
        repositories: decoded(repositories),
      };
}

/** How many entries there are; `null` where this is no index that is understood. */
function countOf(bytes: Uint8Array, text: string): number | null {
  if (!text.startsWith('DIRC') || bytes.length < headerLength + checksumLength) return null;
  const version = numberAt(bytes, 4);
  return version === 2 || version === 3 ? numberAt(bytes, 8) : null;
}

/** Whether all that follows the entries may be passed over: the name of what may not begins with a small letter. */
function areOptional(bytes: Uint8Array, start: number, last: number): boolean {
  let at = start;
  while (at + 8 <= last) {
    const first = bytes[at] ?? 0;
    if (first < 0x41 || first > 0x5a) return false;
    at += 8 + numberAt(bytes, at + 4);
  }
  return at === last;
}

function numberAt(bytes: Uint8Array, at: number): number {
  let number = 0;
  for (let byte = at; byte < at + 4; byte += 1) number = number * 0x100 + (bytes[byte] ?? 0);
  return number;
}

/**
 * Paths of whose bytes each is a character yet. In ASCII the order of bytes, git's, is that of code units; elsewhere
 * mostly.
 */
function decoded(paths: readonly string[]): readonly string[] {
  if (paths.length === 0) return paths;
  const bytes = Uint8Array.from(paths.join('\0'), (character) => character.charCodeAt(0));
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).split('\0').sort(compareText);
}
