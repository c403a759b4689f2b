/** Compares by UTF-16 code unit: the same on every machine, unlike a locale's order. */
export function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** Whether a sorted list has a path, by bisection: a set of a hundred thousand paths takes longer to make than this. */
export function isListed(sorted: readonly string[], path: string): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const found = sorted[middle] ?? '';
    if (found === path) return true;
    if (found < path) low = middle + 1;
    else high = middle;
  }
  return false;
}

/** Compares paths by depth, then by text, so that what lies nearer to the root comes first. */
export function compareByDepth(left: string, right: string): number {
  return depthOf(left) - depthOf(right) || compareText(left, right);
}

/** Number of folders above the file: 0 for one in the root. */
export function depthOf(path: string): number {
  let depth = 0;
  for (let index = 0; index < path.length; index += 1) if (path.charCodeAt(index) === 47) depth += 1;
  return depth;
}

/** Joins a folder, which may be the empty root, and a relative path below it. */
export function pathBelow(folder: string, rest: string): string {
  if (folder === '') return rest;
  return rest === '' ? folder : `${folder}/${rest}`;
}
