import type { RunGit } from '../ports/git';

/**
 * Which files git knows to differ from those of a commit, working tree included. Files that are new since then had no state
 * before, so they are not among them.
 *
 * @param commit full hash; anything else is no commit
 * @returns nothing where git fails, or does not know the commit
 */
export async function changedSince(
  run: RunGit,
  commit: string,
  paths: readonly string[],
): Promise<ReadonlyMap<string, 'changed' | 'removed'>> {
  const changes = new Map<string, 'changed' | 'removed'>();
  // The hash comes from a file that anybody may have written.
  if (!/^[0-9a-f]{40,64}$/u.test(commit) || paths.length === 0) return changes;
  const literal = paths.map((path) => `:(literal)${path}`);
  const output = await run([
    ...['diff', '--no-ext-diff', '--no-textconv', '--no-renames', '--name-status', '-z', '--relative'],
    ...[commit, '--', ...literal],
  ]);
  const fields = (output ?? '').split('\0');
  for (let index = 0; index + 1 < fields.length; index += 2) {
    const [status = '', path = ''] = [fields[index], fields[index + 1]];
    if (status.startsWith('D')) changes.set(path, 'removed');
    else if (/^[MT]/u.test(status)) changes.set(path, 'changed');
  }
  return changes;
}
