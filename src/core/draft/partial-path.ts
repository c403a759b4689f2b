const ending = '.partial.md';

/** Where the part of a draft that came is kept beside the spec to be: `x.md.partial.md` for `x.md`. */
export function partialPath(specPath: string): string {
  return `${specPath}${ending}`;
}

/** Whether a file is such a part: no document of the workspace, whatever folder it lies in. */
export function isPartialPath(path: string): boolean {
  return path.toLowerCase().endsWith(ending);
}
