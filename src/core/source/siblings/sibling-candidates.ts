import type { DirectoryEntry, FileSystem } from '../../ports/file-system';
import { hasSecretName } from '../../secrets/secret-names';
import { fileName, joinPath, parentPath } from '../../text/path';
import { compareText, pathBelow } from '../../text/path-order';
import { idKey } from '../notation/id-family';
import { markdownLinks } from '../document/markdown-links';
import type { RealPlace } from './real-place';

/** Most files that are looked into. */
export const mostSiblings = 100;
/** Most entries of one folder that are looked at. */
const mostEntries = 2000;

/** Files that name requirements without defining them: what was made from the source, and what every folder has. */
const derived =
  /(?:^|[-_.])(?:tech-?spec|techspec|design|tasks?|plan|todo|changelog|license|template|checklist|progress|archive)(?:[-_.]|$)/i;
const isText = /\.(?:md|markdown|txt)$/i;

export interface SiblingCandidate {
  readonly path: string;
  /** Whether the source links it, so that nothing else has to speak for it. */
  readonly linked: boolean;
}

/**
 * Files that may define what a source cites: those it links first, in the order of its text, then the files of its own
 * folder, those named after a cited id (`us-001-login.md`) before the others, by name. Never outside of the workspace.
 *
 * @param wanted keys of the cited ids, see `idKey`
 * @param realPlace folders that lie outside are not listed
 */
export async function siblingCandidates(
  source: { readonly path: string; readonly text: string },
  wanted: ReadonlySet<string>,
  files: FileSystem,
  realPlace: RealPlace,
): Promise<readonly SiblingCandidate[]> {
  const folder = parentPath(source.path);
  const linked = linkedPaths(source.text, folder);
  const folders = [...new Set(linked.filter((path) => !isText.test(path) && path !== folder))];
  const [beside = [], ...linkedBelow] = await Promise.all(
    [folder, ...folders].map(async (path) => byName(await textFiles(files, path, realPlace), wanted)),
  );
  const below = linkedBelow.flat();
  const named = new Set([...linked.filter((path) => isText.test(path)), ...below]);
  return [...new Set([...named, ...beside])]
    .filter((path) => path !== source.path && !hasSecretName(path))
    .slice(0, mostSiblings)
    .map((path) => ({ path, linked: named.has(path) }));
}

/** Files and folders that a text links, relative to the root; what leads out of the root is left out. */
function linkedPaths(text: string, folder: string): readonly string[] {
  const paths = markdownLinks(text).flatMap((written) => {
    const path = linkedPath(written, folder);
    return path !== null && (written.endsWith('/') || isText.test(path)) ? [path] : [];
  });
  return [...new Set(paths)];
}

/** Path of a link target relative to the root; a leading slash means the root. `null` where it leads out of it. */
export function linkedPath(written: string, folder: string): string | null {
  const plain = decoded(written).replace(/[#?].*/, '');
  if (plain === '') return null;
  return plain.startsWith('/') ? joinPath('', plain.slice(1)) : joinPath(folder, plain);
}

function decoded(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    // A lone percent sign: the path is meant as it stands.
    return written;
  }
}

/** Those named after a wanted id first; what was made from the source is left out. */
function byName(paths: readonly string[], wanted: ReadonlySet<string>): readonly string[] {
  const rank = (path: string): number => (namesId(fileName(path), wanted) ? 0 : 1);
  return paths.filter((path) => !derived.test(fileName(path))).toSorted((a, b) => rank(a) - rank(b));
}

async function textFiles(
  files: FileSystem,
  folder: string,
  realPlace: RealPlace,
): Promise<readonly string[]> {
  if ((await realPlace(pathBelow(folder, 'any'))) === null) return [];
  const entries = await files.readDirectory(folder).catch((): readonly DirectoryEntry[] => []);
  return entries
    .filter(({ name, type }) => type === 'file' && isText.test(name))
    .map(({ name }) => pathBelow(folder, name))
    .sort(compareText)
    .slice(0, mostEntries);
}

/** Whether a file name opens with one of the ids: `US-001-login.md`, `us_1.md`. */
function namesId(name: string, wanted: ReadonlySet<string>): boolean {
  const id = /^(\p{L}{1,8})[-_ ]?(\d{1,5})(?!\d)/u.exec(name);
  return id !== null && wanted.has(idKey(`${id[1] ?? ''}-${id[2] ?? ''}`));
}
