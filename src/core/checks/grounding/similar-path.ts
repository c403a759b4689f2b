import leven from 'leven';
import { fileName, parentPath } from '../../text/path';
import { slipsIn } from './name-index';

/** Where to look for what a path was meant to be. */
export interface PathCandidates {
  /** Paths whose last part is this name. */
  named(name: string): readonly string[];
  /** Paths whose last part is the known name that this one is most like. */
  likeNamed(name: string): readonly string[];
  /** Files that lie directly in a folder. */
  inFolder(folder: string): readonly string[];
}

/** Endings that are mistaken for each other. */
const endings: readonly (readonly string[])[] = [
  ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.vue', '.svelte'],
  ['.test.ts', '.test.tsx', '.spec.ts', '.spec.tsx', '.test.js', '.test.jsx', '.spec.js'],
  ['.yml', '.yaml', '.json', '.jsonc', '.toml'],
  ['.md', '.mdx', '.mdc', '.markdown', '.txt'],
  ['.c', '.cc', '.cpp', '.h', '.hpp'],
  ['.css', '.scss', '.sass', '.less'],
];

/** More files of one name tell nothing about which was meant. */
const mostCandidates = 400;

/**
 * The path that was probably meant by one that does not exist: the same but for a slip in a name, another ending, or
 * folders left out or added. A file of that name somewhere else is no slip. `null` where nothing fits.
 */
export function similarPath(path: string, { named, likeNamed, inFolder }: PathCandidates): string | null {
  const name = fileName(path);
  const folder = parentPath(path);
  const sameName = named(name).filter((candidate) => isLikeFolder(folder, parentPath(candidate)));
  const best = nearest(path, sameName);
  if (best !== null) return best;
  const likeName = likeNamed(name);
  if (folder === '') return likeName.length === 1 ? (likeName[0] ?? null) : null;
  const slip = nearest(
    path,
    likeName.filter(
      (candidate) => isSameFolder(folder, parentPath(candidate)) || leven(path, candidate) <= 3,
    ),
  );
  if (slip !== null) return slip;
  const stem = name.slice(0, name.length - endingOf(name).length);
  const otherEnding = inFolder(folder).filter((candidate) => {
    const other = fileName(candidate);
    if (other === name || other.slice(0, other.length - endingOf(other).length) !== stem) return false;
    return endings.some((group) => group.includes(endingOf(name)) && group.includes(endingOf(other)));
  });
  return otherEnding.length === 1 ? (otherEnding[0] ?? null) : null;
}

/** What a file name ends with from its first dot on: `.test.tsx` of `MemberTable.test.tsx`. */
export function endingOf(name: string): string {
  const dot = name.indexOf('.', 1);
  return dot === -1 ? '' : name.slice(dot);
}

function nearest(path: string, candidates: readonly string[]): string | null {
  let best: string | null = null;
  let distance = Number.POSITIVE_INFINITY;
  for (const candidate of candidates.slice(0, mostCandidates)) {
    const edits = leven(path, candidate);
    if (edits < distance) [best, distance] = [candidate, edits];
  }
  return best;
}

/** The same, or the one without the folders in front: `store` for `internal/store`. */
function isSameFolder(written: string, folder: string): boolean {
  return folder === written || folder.endsWith(`/${written}`) || written.endsWith(`/${folder}`);
}

/** The same but for a slip, or with folders left out or added. */
function isLikeFolder(written: string, folder: string): boolean {
  if (written === '' || isSameFolder(written, folder)) return true;
  if (leven(written.toLowerCase(), folder.toLowerCase()) <= slipsIn(written)) return true;
  const [few, many] = [written.split('/'), folder.split('/')].sort((a, b) => a.length - b.length);
  return (
    few !== undefined &&
    many !== undefined &&
    few.length > 1 &&
    many.length - few.length <= 2 &&
    isPartOf(few, many)
  );
}

function isPartOf(few: readonly string[], many: readonly string[]): boolean {
  let at = 0;
  for (const part of many) if (part === few[at]) at += 1;
  return at === few.length;
}
