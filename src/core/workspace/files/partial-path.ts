/**
 * Where the part of a draft that came is kept beside the spec to be: `x.md.partial.md` for `x.md`. A draft in several calls has
 * further files, `x.md.partial-2.md` and so on.
 *
 * @param call its index
 */
export function partialPath(specPath: string, call = 0): string {
  return `${specPath}.partial${call === 0 ? '' : `-${call + 1}`}.md`;
}

/** Where a draft in several calls notes which there are. */
export function partialCallsPath(specPath: string): string {
  return `${specPath}.partial.json`;
}

/** Whether a file is such a part: no document of the workspace, whatever folder it lies in. */
export function isPartialPath(path: string): boolean {
  return /\.partial(?:(?:-\d+)?\.md|\.json)$/iu.test(path);
}
