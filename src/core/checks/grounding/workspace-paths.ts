import type { ProjectIndex } from '../../project/project-index';
import { fileName, parentPath } from '../../text/path';
import { nameIndex, type NameIndex } from './name-index';
import { endingOf, similarPath } from './similar-path';

/** What a written path stands for in a workspace. */
export type ResolvedPath =
  | { readonly kind: 'exact' | 'unique'; readonly path: string }
  /** Several files are called so. */
  | { readonly kind: 'ambiguous'; readonly candidates: readonly string[] }
  /** Nothing is; `similar` is what was probably meant. */
  | { readonly kind: 'absent'; readonly similar: string | null };

/** Lookups over the files and folders of a workspace. */
export interface WorkspacePaths {
  has(path: string): boolean;
  hasFolder(path: string): boolean;
  /**
   * @param path without a line; a folder may end with a slash
   * @param home path of the document that names it: what lies near it is meant first
   */
  resolve(path: string, home: string | null): ResolvedPath;
}

const known = new WeakMap<ProjectIndex, WorkspacePaths>();

/** Lookups over the paths of a workspace, made once for each index. */
export function workspacePaths(project: ProjectIndex): WorkspacePaths {
  const found = known.get(project);
  if (found !== undefined) return found;
  const paths = buildPaths(project.files);
  known.set(project, paths);
  return paths;
}

function buildPaths(files: readonly string[]): WorkspacePaths {
  const all = new Set(files);
  const folders = new Set<string>();
  for (const file of files) {
    // What a folder lies in is known as soon as the folder is.
    for (let at = parentPath(file); at !== '' && !folders.has(at); at = parentPath(at)) folders.add(at);
  }
  const fileNames = once(() => grouped(files, fileName));
  const folderNames = once(() => grouped(folders, fileName));
  const similarFiles = once(() => similarNames(fileNames()));
  const similarFolders = once(() => similarNames(folderNames()));
  const filesIn = once(() => grouped(files, parentPath));

  /** Paths that end with one as written: `store/members.go` of `internal/store/members.go`. */
  const endingWith = (path: string, isFolder: boolean): readonly string[] => {
    const same = (isFolder ? folderNames() : fileNames()).get(fileName(path)) ?? [];
    return path.includes('/') ? same.filter((candidate) => candidate.endsWith(`/${path}`)) : same;
  };

  const similarTo = (path: string, isFolder: boolean): string | null =>
    similarPath(path, {
      named: (name) => (isFolder ? folderNames() : fileNames()).get(name) ?? [],
      likeNamed: (name) => {
        const ending = isFolder ? '' : endingOf(name);
        const groups = isFolder ? similarFolders() : similarFiles();
        const stem = groups.get(ending)?.nearest(name.slice(0, name.length - ending.length)) ?? null;
        return stem === null ? [] : ((isFolder ? folderNames() : fileNames()).get(`${stem}${ending}`) ?? []);
      },
      inFolder: (folder) => (isFolder ? [] : (filesIn().get(folder) ?? [])),
    });

  return {
    has: (path) => all.has(path) || folders.has(withoutSlash(path)),
    hasFolder: (path) => folders.has(withoutSlash(path)),
    resolve: (written, home) => {
      const isFolder = written.endsWith('/') || !/\.[A-Za-z]/u.test(fileName(written));
      const path = withoutSlash(written);
      if (all.has(path) || folders.has(path)) return { kind: 'exact', path };
      for (let at = home === null ? '' : parentPath(home); at !== ''; at = parentPath(at)) {
        const near = `${at}/${path}`;
        if (all.has(near) || folders.has(near)) return { kind: 'unique', path: near };
      }
      const endings = [...endingWith(path, false), ...(isFolder ? endingWith(path, true) : [])];
      const [first] = endings;
      if (first === undefined) return { kind: 'absent', similar: similarTo(path, isFolder) };
      if (endings.length === 1) return { kind: 'unique', path: first };
      return { kind: 'ambiguous', candidates: endings };
    },
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

function grouped(
  paths: Iterable<string>,
  keyOf: (path: string) => string,
): ReadonlyMap<string, readonly string[]> {
  const map = new Map<string, string[]>();
  for (const path of paths) {
    const key = keyOf(path);
    const same = map.get(key);
    if (same === undefined) map.set(key, [path]);
    else same.push(path);
  }
  return map;
}

/** Names by what they end with, so that `members.go` is never taken for `members.ts`. */
function similarNames(names: ReadonlyMap<string, unknown>): ReadonlyMap<string, NameIndex> {
  const groups = new Map<string, string[]>();
  for (const name of names.keys()) {
    const ending = endingOf(name);
    const stem = name.slice(0, name.length - ending.length);
    const group = groups.get(ending);
    if (group === undefined) groups.set(ending, [stem]);
    else group.push(stem);
  }
  return new Map([...groups].map(([ending, stems]) => [ending, nameIndex(stems)]));
}

function withoutSlash(path: string): string {
  return path.replace(/(?<!\/)\/+$/u, '');
}
