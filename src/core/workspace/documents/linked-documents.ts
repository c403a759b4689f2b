import type { FileSystem } from '../../ports/file-system';
import type { ExcludedFile } from '../context';
import type { Candidate, PlaceFinder } from './find-documents';
import { isDocument } from './find-documents';
import { isListed } from '../../text/path-order';
import { filesBelow } from '../files/sorted-files';
import { hasSecretName } from '../../secrets/secret-names';

export interface LinkedDocuments {
  readonly candidates: readonly Candidate[];
  readonly excluded: readonly ExcludedFile[];
}

/**
 * Documents that are symbolic links, or lie in a folder that is one. What a link leads to inside of the workspace is
 * read once, by its own path where that is a place of documents, else by the link's. Links out of the workspace are
 * refused: a cloned repository could read the machine's files through them.
 *
 * @param links of the workspace, as listed
 * @param listed files of the workspace, sorted: those that are ignored are not among them
 */
export async function linkedDocuments(
  files: FileSystem,
  links: readonly string[],
  listed: readonly string[],
  find: PlaceFinder,
): Promise<LinkedDocuments> {
  if (links.length === 0) return { candidates: [], excluded: [] };
  const candidates: Candidate[] = [];
  const excluded: ExcludedFile[] = [];
  for (const path of links) {
    if ((find(path) ?? find(`${path}/document.md`)) === undefined) continue;
    const refuse = (reason: string): void => void excluded.push({ path, reason, cause: 'withheld' });
    const target = (await files.resolveLink?.(path)) ?? null;
    if (target === null) {
      refuse('A symbolic link that leads out of the workspace; not followed');
      continue;
    }
    const inside = isListed(listed, target) ? [target] : filesBelow(listed, target);
    if (inside.length === 0) {
      refuse(`A symbolic link to ${target}, which is ignored or absent`);
      continue;
    }
    const before = candidates.length;
    for (const file of inside) {
      const candidate = find(`${path}${file.slice(target.length)}`);
      if (candidate === undefined || !isDocument(candidate.path, candidate.place)) continue;
      const own = find(file);
      if (own !== undefined && isDocument(file, own.place)) continue;
      if (!hasSecretName(file)) candidates.push({ ...candidate, readAt: file });
    }
    if (candidates.length === before)
      excluded.push({ path, reason: `A symbolic link to ${target}, which is read there`, cause: 'repeated' });
  }
  return { candidates, excluded };
}
