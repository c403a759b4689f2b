/**
 * Whether a path, of which the end need not exist, lies below the root once all links on its way are followed: a
 * repository can hold a folder that is a link to anywhere.
 *
 * @param path relative to the root, with forward slashes
 * @param realPath absolute path of what lies at a relative one (empty for the root), links followed; `null` where nothing does
 */
export async function staysInside(
  path: string,
  realPath: (path: string) => Promise<string | null>,
): Promise<boolean> {
  const forward = (real: string | null): string | null => real?.replaceAll('\\', '/') ?? null;
  const root = forward(await realPath(''));
  const parts = path.split('/');
  for (let length = parts.length; length > 0; length -= 1) {
    const real = forward(await realPath(parts.slice(0, length).join('/')));
    if (real !== null) return root !== null && real.startsWith(`${root.replace(/\/$/, '')}/`);
  }
  return true;
}
