/** What an index lists, in its order: that of the bytes of paths. */
export interface IndexPaths {
  readonly files: readonly string[];
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
const [regularMode, linkMode, repositoryMode] = [0x8, 0xa, 0xe];

/**
 * Reads git's index as `Documentation/gitformat-index.txt` describes it: versions 2 and 3, with hashes of 20 bytes.
 * Paths are cut out of the whole, which takes a fraction of what it takes to look at each byte.
 *
 * @param index one character a byte
 * @returns `null` for whatever only git itself can put together: a split, sparse or compressed index, files that are not
 * checked out, a newer format, a broken file
 */
export function readIndex(index: string): IndexPaths | null {
  const count = countOf(index);
  const last = index.length - checksumLength;
  if (count === null) return null;
  const files: string[] = [];
  const links: string[] = [];
  const repositories: string[] = [];
  let at = headerLength;
  let previous = '';
  for (let entry = 0; entry < count; entry += 1) {
    if (at + entryLength > last) return null;
    const flags = index.charCodeAt(at + flagsAt);
    const isExtended = (flags & extendedFlag) !== 0;
    // Meant not to be there, though it may be: git looks.
    if (isExtended && (index.charCodeAt(at + entryLength) & skipWorktreeBit) !== 0) return null;
    const start = at + entryLength + (isExtended ? 2 : 0);
    const told = ((flags & 0xf) << 8) | index.charCodeAt(at + flagsAt + 1);
    const end = told < longestToldLength ? start + told : index.indexOf('\0', start + told);
    if (end < start || end >= last) return null;
    const path = index.slice(start, end);
    // A file in conflict has up to three entries.
    if ((flags & stageBits) === 0 || path !== previous) {
      const mode = index.charCodeAt(at + modeAt) >> 4;
      if (mode === regularMode) files.push(path);
      else if (mode === linkMode) links.push(path);
      else if (mode === repositoryMode) repositories.push(path);
      // A folder of a sparse index.
      else return null;
    }
    previous = path;
    // Filled up to a multiple of eight bytes, with one at least.
    at += (end - at + 8) & ~7;
  }
  if (!areOptional(index, at, last)) return null;
  return { files: decoded(files), links: decoded(links), repositories: decoded(repositories) };
}

/** How many entries there are; `null` where this is no index that is understood. */
function countOf(index: string): number | null {
  if (!index.startsWith('DIRC') || index.length < headerLength + checksumLength) return null;
  const version = numberAt(index, 4);
  return version === 2 || version === 3 ? numberAt(index, 8) : null;
}

/** Whether all that follows the entries may be passed over: the name of what may not begins with a small letter. */
function areOptional(index: string, start: number, last: number): boolean {
  let at = start;
  while (at + 8 <= last) {
    if (!/[A-Z]/.test(index.charAt(at))) return false;
    at += 8 + numberAt(index, at + 4);
  }
  return at === last;
}

function numberAt(index: string, at: number): number {
  let number = 0;
  for (let byte = at; byte < at + 4; byte += 1) number = number * 0x100 + index.charCodeAt(byte);
  return number;
}

/** Paths of whose bytes each is a character yet. Few workspaces have any that are not ASCII. */
function decoded(paths: readonly string[]): readonly string[] {
  const all = paths.join('\0');
  if (!/[^\0-\x7f]/.test(all)) return paths;
  const bytes = Uint8Array.from(all, (character) => character.charCodeAt(0));
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).split('\0');
}
