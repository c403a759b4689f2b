import type { ExcludedFile } from '../context';
import { isDocument, leadsToDocuments, type PlaceFinder } from './find-documents';
import type { FileListing } from '../files/list-files';

/** Whether a `.gitignore`, or a file of its kind for AI tools, keeps a path out. */
export function ignoredFinder({ ignored, aiIgnored = [] }: FileListing): (path: string) => boolean {
  const known = new Set([...ignored, ...aiIgnored.map(({ path }) => path)]);
  return (path) => {
    if (known.has(path)) return true;
    for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1))
      if (known.has(path.slice(0, at + 1))) return true;
    return false;
  };
}

/**
 * Documents that were never read because a file such as `.gitignore` says so.
 *
 * @param wanted ignored files that a person asked for
 */
export function keptOut(
  { ignored, aiIgnored = [] }: FileListing,
  find: PlaceFinder,
  wanted: readonly string[],
): readonly ExcludedFile[] {
  const excluded: ExcludedFile[] = [];
  for (const path of ignored) {
    const isFolder = path.endsWith('/');
    const candidate = find(isFolder ? `${path}document.md` : path);
    const expected = isFolder
      ? candidate !== undefined || leadsToDocuments(path)
      : candidate !== undefined && isDocument(path, candidate.place);
    if (expected) excluded.push({ path, reason: 'Ignored by .gitignore', cause: 'withheld' });
  }
  for (const { path, by } of aiIgnored) {
    const candidate = find(path);
    if (candidate !== undefined && isDocument(path, candidate.place))
      excluded.push({ path, reason: `Kept from AI tools by ${by}`, cause: 'withheld' });
  }
  const told = new Set(excluded.map(({ path }) => path));
  for (const path of wanted)
    if (!told.has(path))
      excluded.push({ path, reason: 'Ignored, so it is never read into a prompt', cause: 'withheld' });
  return excluded;
}
