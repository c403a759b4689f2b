import type { FilePlaces } from './file-rows';
import { NumberedBytes } from './numbered-bytes';
import { compareText } from '../../text/path-order';

/** The file in which git keeps what is tracked, in two shapes: numbers are read from the one, paths cut out of the other. */
export interface IndexFile {
  readonly bytes: Uint8Array;
  /** One character a byte. */
  readonly text: string;
}

/** What an index lists, sorted by code unit. */
export interface IndexPaths {
  readonly files: readonly string[];
  /** Folder and name of each file; `null` where they are not known yet. */
  readonly places: FilePlaces | null;
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
const slashByte = 0x2f;
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
  const folders = new NumberedBytes(bytes, count);
  const names = new NumberedBytes(bytes, count);
  const folderOf = new Uint32Array(count);
  const nameOf = new Uint32Array(count);
  let at = headerLength;
  let previous = '';
  /** Folder of the entry before. */
  let folder = { row: folders.of(0, 0), start: 0, length: 0 };
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
    // A file in conflict has up to three entries.
    if ((flags & stageBits) === 0 || path !== previous) {
      let name = end;
      while (name > start && bytes[name - 1] !== slashByte) name -= 1;
      // The slash is none of the folder; in the root there is none.
      const length = Math.max(0, name - 1 - start);
      // Neighbours mostly lie in one folder.
      if (!isSame(bytes, folder, start, length))
        folder = { row: folders.of(start, start + length), start, length };
      const nameRow = names.of(name, end);
      const mode = (bytes[at + modeAt] ?? 0) >> 4;
      if (mode === regularMode) {
        const index = files.push(path) - 1;
        folderOf[index] = folder.row;
        nameOf[index] = nameRow;
      } else if (mode === linkMode) links.push(path);
      else if (mode === repositoryMode) repositories.push(path);
      // A folder of a sparse index.
      else return null;
    }
    previous = path;
    // Filled up to a multiple of eight bytes, with one at least.
    at += (end - at + 8) & ~7;
  }
  if (!areOptional(bytes, at, last)) return null;
  if (!folders.isAscii || !names.isAscii)
    return {
      files: decoded(files),
      places: null,
      links: decoded(links),
      repositories: decoded(repositories),
    };
  const textsOf = ({ starts, ends }: NumberedBytes): readonly string[] =>
    starts.map((from, row) => text.slice(from, ends[row]));
  const places = {
    ...{ folders: textsOf(folders), names: textsOf(names) },
    ...{ folderOf: folderOf.subarray(0, files.length), nameOf: nameOf.subarray(0, files.length) },
  };
  return { files, places, links, repositories };
}

/** Whether a folder is spelt at another place as well; two that follow each other mostly differ at their end. */
function isSame(
  bytes: Uint8Array,
  folder: { readonly start: number; readonly length: number },
  start: number,
  length: number,
): boolean {
  if (folder.length !== length) return false;
  for (let at = length - 1; at >= 0; at -= 1)
    if (bytes[folder.start + at] !== bytes[start + at]) return false;
  return true;
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
