import type { Source } from '../../source/source';
import { oncePer } from '../../text/remembered';
import { fileName, parentPath } from '../../text/path';
import type { FileTable } from '../files/file-table';
import type { Packages } from './packages';
import { isBelow, isCode } from './packages';
import type { Topic } from '../relevance/relevance';
import { isRoleName } from '../files/role-folders';
import { ownFolders, type OwnFolders } from '../files/skipped-folders';
import { termsOf } from '../relevance/terms';

/** A file that the spec will probably touch, and what leads there. */
export interface TouchedFile {
  readonly path: string;
  /** `the source names it`, or `"invite" is in its path`. */
  readonly because: string;
}

/** Where in the workspace the work on a source will happen, as far as source and file names tell. */
export interface Reach {
  /** Files that the source names, and files whose path shares its telling words; sorted by path in each half. */
  readonly touched: readonly TouchedFile[];
  /** Package that holds the source or the spec; the empty string for the root. */
  readonly home: string;
  /** What lies in it, for the reason: `source` or `spec`; `null` without either. */
  readonly homeOf: 'source' | 'spec' | null;
  readonly packages: Packages;
  /** Packages with touched files. */
  readonly touchedPackages: ReadonlySet<string>;
}

export interface ReachOptions {
  readonly source: Source | undefined;
  readonly topic: Topic | null;
  /** Where the spec will be written, where a person has said so; relative to the root. */
  readonly target: string | undefined;
  readonly packages: Packages;
}

/** Words of the source that are looked for in paths. */
const pathTerms = 12;
/** A word that stands in more of the code than this tells no part of it from another. */
const commonShare = 0.4;
const fewFiles = 20;
const mostTouched = 2000;

const pathShape = /(?<![\w.@()[\]-])(?:[\w.@()[\]-]+\/)*[\w.@()[\]-]*[\w)\]]/g;

/**
 * Derives what a spec will touch: the files and folders the source names, and those whose path shares its telling
 * words. In a monorepo only what its own package and the root hold counts as alike; what is named counts anywhere.
 *
 */
export function findReach(files: FileTable, options: ReachOptions): Reach {
  const { source, topic, target, packages } = options;
  const own = ownFolders(files, source?.path);
  const ofSource = source === undefined ? '' : packages.of(source.path);
  const home = ofSource !== '' || target === undefined ? ofSource : packages.of(target);
  const named = source === undefined ? [] : namedFiles(source, files, own);
  const seen = new Set(named.map(({ path }) => path));
  const alike = topic === null ? [] : alikeFiles(topic, files, own);
  const touched = [
    ...named,
    ...alike.filter(({ path }) => !seen.has(path) && (home === '' || inReach(packages.of(path), home))),
  ].slice(0, mostTouched);
  return {
    touched,
    home,
    homeOf: home === '' ? null : ofSource === '' ? 'spec' : 'source',
    packages,
    touchedPackages: new Set(touched.map(({ path }) => packages.of(path))),
  };
}

/** Whether a package is the home, holds it, or lies in it. */
function inReach(folder: string, home: string): boolean {
  return isBelow(folder, home) || isBelow(home, folder);
}

/** What a source names that may be the path of a file, the end of one or a folder, by its last segment; found once for each. */
export const pathsNamedBy = oncePer(({ text }: Source): ReadonlyMap<string, ReadonlySet<string>> => {
  const wanted = new Map<string, Set<string>>();
  for (const [shape] of text.matchAll(pathShape)) {
    const path = shape.replace(/^(?:\.\/)+/, '');
    const isPath = path.includes('/') || isCode(path);
    if (!isPath || path.length > 300) continue;
    const name = fileName(path);
    const paths = wanted.get(name);
    if (paths === undefined) wanted.set(name, new Set([path]));
    else paths.add(path);
  }
  return wanted;
});

/** Files that the source names by their path, by the end of it, or by a folder they lie in. */
function namedFiles(source: Source, files: FileTable, own: OwnFolders): readonly TouchedFile[] {
  const wanted = pathsNamedBy(source);
  if (wanted.size === 0) return [];
  const named: TouchedFile[] = [];
  // One segment alone (`web/`) is a word as often as a folder.
  const isNamedFolder = (folder: string, name: string): boolean =>
    folder.includes('/') && wanted.get(name)?.has(folder) === true;
  const inNamed = files.within(
    (name) => wanted.has(name),
    (folder) => isNamedFolder(folder, fileName(folder)),
  );
  const isWanted = files.ofNames((name) => wanted.has(name));
  const possible = files.either(
    (folder) => inNamed?.[folder] === true,
    (name) => isWanted[name] === true,
    own,
  );
  for (const file of possible) {
    const paths = wanted.get(fileName(file)) ?? [];
    const isNamed = [...paths].some((path) => file === path || file.endsWith(`/${path}`));
    if (isNamed) named.push({ path: file, because: 'the source names it' });
    else if (inNamed?.[files.rowOf(parentPath(file)) ?? 0] === true)
      named.push({ path: file, because: 'the source names its folder' });
  }
  return named;
}

/** Code files whose folder or name has a telling word of the source. */
function alikeFiles(topic: Topic, files: FileTable, own: OwnFolders): readonly TouchedFile[] {
  const stems = [...topic.weights.keys()]
    .filter((stem) => /^[\p{L}\p{N}]{3,60}$/u.test(stem) && !isRoleName(topic.words.get(stem) ?? stem))
    .slice(0, pathTerms);
  if (stems.length === 0) return [];
  const shape = new RegExp(stems.join('|'), 'iu');
  const known = new Map<string, string | null>();
  const ofName = (name: string): string | null => {
    if (!shape.test(name)) return null;
    const found = known.get(name);
    if (found !== undefined) return found;
    const stem = termsOf(name.replaceAll('_', ' '))
      .map((term) => term.stem)
      .find((term) => stems.includes(term));
    const answer = stem ?? null;
    known.set(name, answer);
    return answer;
  };
  const stemOfFolder = files.nearest(ofName);
  const [stemOfName, isOfCode] = [files.ofNames(ofName), files.ofNames(isCode)];
  let code = 0;
  const byStem = new Map<string, string[]>();
  files.forEach((folder, name, index) => {
    if (!own(folder) || isOfCode[name] !== true) return;
    code += 1;
    const stem = stemOfName[name] ?? stemOfFolder?.[folder] ?? null;
    if (stem === null) return;
    const file = files.paths[index] ?? '';
    const paths = byStem.get(stem);
    if (paths === undefined) byStem.set(stem, [file]);
    else paths.push(file);
  });
  return stems.flatMap((stem) => {
    const paths = byStem.get(stem) ?? [];
    if (code > fewFiles && paths.length > code * commonShare) return [];
    const word = topic.words.get(stem) ?? stem;
    return paths.map((path) => ({ path, because: `"${word}" is in its path` }));
  });
}
