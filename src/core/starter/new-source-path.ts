import { slugOf } from '../template/output-path';
import { fileName, parentPath } from '../text/path';
import type { SourceKind } from '../source/source';

/** Names of the folders that teams keep each kind in, the usual one first. */
const folders: Readonly<Record<SourceKind, readonly string[]>> = {
  prd: ['prds', 'prd', 'product-requirements'],
  initiative: ['initiatives', 'initiative'],
  conversation: ['conversations', 'conversation', 'transcripts', 'transcript', 'meetings'],
};

/** Names for documents without a title. */
const untitled: Readonly<Record<SourceKind, string>> = {
  prd: 'new-prd',
  initiative: 'new-initiative',
  conversation: 'new-conversation',
};

/**
 * Where a new document of this kind goes: beside those that the workspace has, else in the usual folder.
 *
 * @param existing paths of sources in the workspace
 * @returns a relative path; whether something stands there is another question
 */
export function newSourcePath(kind: SourceKind, title: string, existing: readonly string[]): string {
  const names = folders[kind];
  const known = existing
    .map((path) => parentPath(path))
    .filter((folder) => names.includes(fileName(folder).toLowerCase()) && !folder.startsWith('..'));
  const folder = mostFrequent(known) ?? names[0] ?? '';
  const name = slugOf({ title, path: `${untitled[kind]}.md` });
  return `${folder}/${/[\p{L}\p{N}]/u.test(title) ? name : untitled[kind]}.md`;
}

/** The first in alphabetical order among equals, so that the order of a listing decides nothing. */
function mostFrequent(values: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const ranked = [...counts].sort(([a, some], [b, others]) => others - some || (a < b ? -1 : 1));
  return ranked[0]?.[0] ?? null;
}
