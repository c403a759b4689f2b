/** Folder of a relative path with forward slashes; the empty string for a file at the root. */
export function parentPath(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

/** Last part of a path. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/**
 * Joins and normalises a path found in a document.
 *
 * @returns a path below the root, or `null` where it would leave it or is absolute
 */
export function joinPath(folder: string, path: string): string | null {
  if (path.startsWith('/') || /^[a-z][a-z\d+.-]*:/i.test(path)) return null;
  const parts: string[] = [];
  for (const part of `${folder}/${path}`.split(/[/\\]/)) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.length === 0 ? null : parts.join('/');
}

/** Whether a path climbs out of the folder it is relative to, or may do so on its way. */
export function climbsOut(path: string): boolean {
  return path.split(/[/\\]/).includes('..');
}

/** Whether a path with forward slashes is absolute: from a root, a drive, a home folder or as an address. */
export function isAbsolutePath(path: string): boolean {
  return /^(?:\/|~\/|[A-Za-z][A-Za-z\d+.-]*:)/.test(path);
}

/**
 * A path as a document may hold it, with forward slashes. An absolute one would tell where someone's home is and help
 * nobody else: its file name has to do.
 */
export function recordedPath(path: string): string {
  const forward = path.replace(/\\/g, '/');
  return isAbsolutePath(forward) ? fileName(forward) : forward;
}
