import { fileName, parentPath } from '../../text/path';

/** Paths of a workspace to look up. */
export interface KnownPaths {
  /** Files and the folders that hold them. */
  readonly paths: ReadonlySet<string>;
  /** File name to its paths. */
  readonly byName: ReadonlyMap<string, readonly string[]>;
}

const knownByFiles = new WeakMap<readonly string[], KnownPaths>();

/** Made once for a list of files. */
export function knownPaths(files: readonly string[]): KnownPaths {
  const before = knownByFiles.get(files);
  if (before !== undefined) return before;
  const paths = new Set<string>();
  const byName = new Map<string, string[]>();
  for (const file of files) {
    paths.add(file);
    for (let folder = parentPath(file); folder !== '' && !paths.has(folder); folder = parentPath(folder))
      paths.add(folder);
    const name = fileName(file);
    const same = byName.get(name);
    if (same === undefined) byName.set(name, [file]);
    else same.push(file);
  }
  const known = { paths, byName };
  knownByFiles.set(files, known);
  return known;
}
