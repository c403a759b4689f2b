import picomatch from 'picomatch';
import type * as vscode from 'vscode';
import { walkFiles } from '../../core/workspace/files/walk-files';
import { VsCodeFiles } from './vs-code-files';

/** Each folder is a request of its own, maybe over a network. */
const mostWalked = 5_000;
/** Walks that globs looked for in one go share; what is asked for later may be there since. */
const walks = new Map<string, Promise<readonly string[]>>();

/**
 * Files of a folder that match a glob, found by reading one folder after the other, ignored ones and those of packages left out.
 *
 * @param most so many at most
 */
export async function walkedFiles(
  root: vscode.Uri,
  glob: string,
  most: number,
  token?: vscode.CancellationToken,
): Promise<readonly vscode.Uri[]> {
  const files = new VsCodeFiles(root);
  const matches = picomatch(glob, { dot: true });
  const paths = (await walk(files)).filter((path) => matches(path));
  return token?.isCancellationRequested === true ? [] : paths.slice(0, most).map((path) => files.uri(path));
}

function walk(files: VsCodeFiles): Promise<readonly string[]> {
  const key = files.root.toString();
  const known = walks.get(key);
  if (known !== undefined) return known;
  const walking = walkFiles(files, '', mostWalked).then((walked) => walked.files);
  walks.set(key, walking);
  setTimeout(() => walks.delete(key), 0);
  return walking;
}
