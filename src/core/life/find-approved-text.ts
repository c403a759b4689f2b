import type { Git } from '../ports/git';
import type { Approval } from './approval';
import { knownHashesOf } from './approved-text';

/** More versions of a file than these are not looked through. */
const mostVersions = 50;

/**
 * The text that was approved: as the record has it, else as git has it at the commit of the approval, else in the history of the
 * file (a rebase leaves the commit behind).
 *
 * @returns `null` where neither has it
 */
export async function findApprovedText(git: Git, approval: Approval): Promise<string | null> {
  if (approval.text !== null) return approval.text;
  const { path, commit, sha256 } = approval;
  const isIt = (text: string | null): text is string =>
    text !== null && knownHashesOf(text, path).includes(sha256);
  const then = commit === null ? null : await textAt(git, commit, path);
  if (isIt(then)) return then;
  const log = await git.run?.(['log', '-n', String(mostVersions), '--format=%H', 'HEAD', '--', path]);
  for (const version of (log ?? '').split('\n')) {
    if (!/^[0-9a-f]{40,64}$/.test(version)) continue;
    const text = await textAt(git, version, path);
    if (isIt(text)) return text;
  }
  return null;
}

/** Text of a file in a commit; `null` where git can not tell. Paths are relative to the folder that git runs in. */
export async function textAt(git: Git, commit: string, path: string): Promise<string | null> {
  return (await git.run?.(['cat-file', 'blob', `${commit}:./${path}`])) ?? null;
}
