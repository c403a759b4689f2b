import type { ProjectIndex } from '../../project/project-index';
import { filePlan } from '../../spec/file-plan';
import type { SpecDocument } from '../../spec/spec-document';

/** Paths for exact look-ups: files, and every folder that holds one. */
export interface PathSet {
  readonly files: ReadonlySet<string>;
  /** Without a closing slash; the root is the empty text. */
  readonly folders: ReadonlySet<string>;
}

const ofProjects = new WeakMap<ProjectIndex, PathSet>();
const ofPlans = new WeakMap<SpecDocument, PathSet>();

/** Files of the workspace and their folders, made once per index. */
export function existingPaths(project: ProjectIndex): PathSet {
  const known = ofProjects.get(project);
  if (known !== undefined) return known;
  const paths = pathSet(project.files);
  ofProjects.set(project, paths);
  return paths;
}

/** What the spec creates, or names among its files without saying what becomes of it. Made once per spec. */
export function plannedPaths(spec: SpecDocument): PathSet {
  const known = ofPlans.get(spec);
  if (known !== undefined) return known;
  const paths = pathSet(filePlan(spec).flatMap(({ path, action }) => (action === 'delete' ? [] : [path])));
  ofPlans.set(spec, paths);
  return paths;
}

/** Whether a set has a file or a folder. */
export function hasPath({ files, folders }: PathSet, path: string): boolean {
  const bare = withoutSlash(path);
  return files.has(bare) || folders.has(bare);
}

/** `./a/../b/` as `b`; `null` where it leads out of the root. */
export function normalPath(path: string): string | null {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/');
}

/** Folders that hold a path, the innermost first, the root (empty) last. */
export function foldersAbove(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('/')).concat('');
}

function pathSet(paths: readonly string[]): PathSet {
  const files = new Set<string>();
  const folders = new Set<string>(['']);
  for (const path of paths) {
    if (path.endsWith('/')) folders.add(withoutSlash(path));
    else files.add(path);
    for (let end = path.lastIndexOf('/', path.length - 2); end > 0; end = path.lastIndexOf('/', end - 1)) {
      const folder = path.slice(0, end);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  return { files, folders };
}

function withoutSlash(path: string): string {
  return path.endsWith('/') ? path.slice(0, -1) : path;
}
