import type { FileSystem } from '../ports/file-system';
import { parentPath } from '../text/path';
import { compareText } from '../text/path-order';

/** What lies beside a spec and belongs to it: `x.receipt.json` and `x.approvals/` for `x.md`. */
const endings: readonly string[] = [
  '.receipt.json',
  '.answers.json',
  '.answers',
  '.corrections.json',
  '.review.json',
  '.signoffs',
  '.accepted',
  '.approvals',
  '.comments',
];

const companion = new RegExp(
  `(?:${endings.map((ending) => ending.replaceAll('.', String.raw`\.`)).join('|')})(?:/|$)`,
  'iu',
);

/**
 * Whether a file lies beside a spec as part of it, whatever the spec is called: its receipt, or one file of its answers.
 *
 * @param path with forward slashes
 */
export function isCompanion(path: string): boolean {
  return companion.test(path);
}

/** Files and folders of a spec that are there, with the same of its new path. Never rejects. */
export async function companionMoves(
  files: FileSystem,
  from: string,
  to: string,
): Promise<readonly { readonly from: string; readonly to: string }[]> {
  const entries = await files.readDirectory(parentPath(from)).catch(() => []);
  const names = new Set(entries.map(({ name }) => name));
  const [before, after] = [stemOf(from), stemOf(to)];
  const name = before.slice(before.lastIndexOf('/') + 1);
  return endings
    .filter((ending) => names.has(name + ending))
    .map((ending) => ({ from: before + ending, to: after + ending }))
    .sort((a, b) => compareText(a.from, b.from));
}

function stemOf(path: string): string {
  return path.replace(/\.(?:md|markdown)$/i, '');
}
