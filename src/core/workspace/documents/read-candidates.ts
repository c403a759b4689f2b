import { hasSecretName } from '../../secrets/secret-names';
import type { Source } from '../../source/source';
import { fileName } from '../../text/path';
import type { ReadCandidate } from './considered';
import type { ExcludedFile } from '../context';
import type { DocumentPlace } from './document-kinds';
import { isDocument, type Candidate, type PlaceFinder } from './find-documents';
import { mapConcurrently } from '../files/map-concurrently';
import type { ReadAhead } from '../read-ahead';
import { foreignFolder } from '../files/skipped-folders';
import { sourcePaths } from './source-documents';

/** Which documents a person wants or does not. */
export interface WishedDocuments {
  /** What the spec is for. */
  readonly source?: Source | undefined;
  /** Documents a person left out, relative to the root. */
  readonly excludedPaths?: readonly string[] | undefined;
  /** Documents a person wants in, whatever their scope or relevance; secrets and ignored files stay out all the same. */
  readonly includedPaths?: readonly string[] | undefined;
  /** Paths that a file names and no person, to the hash that what is there must have to be taken. */
  readonly pinned?: ReadonlyMap<string, string> | undefined;
}

const readsAtOnce = 32;

const addedByHand: DocumentPlace = {
  kind: 'research',
  nested: true,
  label: 'Document',
  unstated: 'always',
  endings: [''],
};

/** The documents found and those that a person added, the source left out. */
export function candidatesOf(
  candidates: readonly Candidate[],
  find: PlaceFinder,
  { source, includedPaths = [] }: WishedDocuments,
  isIgnored: (path: string) => boolean,
): readonly Candidate[] {
  const known = new Set(candidates.map(({ path }) => path));
  const added = [...new Set(includedPaths)]
    .filter((path) => !known.has(path) && !isIgnored(path))
    .map((path) => find(path) ?? { path, place: addedByHand, base: '' });
  const own = sourcePaths(source);
  return [...candidates, ...added].filter(({ path }) => !own.has(path));
}

export interface ReadCandidates {
  readonly candidates: readonly ReadCandidate[];
  readonly excluded: readonly ExcludedFile[];
}

export async function readCandidates(
  ahead: ReadAhead,
  candidates: readonly Candidate[],
  options: WishedDocuments,
  signal: AbortSignal | undefined,
): Promise<ReadCandidates> {
  const results = await mapConcurrently(
    candidates,
    readsAtOnce,
    (candidate) => readCandidate(ahead, candidate, options),
    signal,
  );
  const read: ReadCandidate[] = [];
  const excluded: ExcludedFile[] = [];
  for (const result of results) {
    if ('file' in result) read.push(result);
    else excluded.push(result);
  }
  return { candidates: read, excluded };
}

export async function readCandidate(
  ahead: ReadAhead,
  candidate: Candidate,
  options: WishedDocuments,
): Promise<ReadCandidate | ExcludedFile> {
  const { path, readAt = path } = candidate;
  const wanted = wantedBy(path, options);
  const refused = refusal(candidate, options, wanted);
  if (refused !== null) return refused;
  const file = await ahead.read(readAt);
  if (file.kind === 'rejected') return { path, reason: file.reason, cause: 'unreadable' };
  const pinned = options.pinned?.get(path);
  if (pinned !== undefined && file.sha256 !== pinned)
    return {
      path,
      reason: 'Outside of the workspace, and not what it was for the receipt; add it by hand to send it',
      cause: 'withheld',
    };
  return { ...candidate, file, wanted };
}

/** What a person said about a document; leaving out is the later word. */
function wantedBy(path: string, { excludedPaths, includedPaths }: WishedDocuments): boolean | null {
  if (excludedPaths?.includes(path) === true) return false;
  return includedPaths?.includes(path) === true ? true : null;
}

/** A candidate that is turned away before it is read, or `null`. */
export function refusal(
  { path, place }: Candidate,
  { source }: WishedDocuments,
  wanted: boolean | null,
): ExcludedFile | null {
  if (hasSecretName(path))
    return {
      path,
      reason: 'Its name says that it holds a secret; never read into a prompt',
      cause: 'withheld',
    };
  if (wanted === true) return null;
  const foreign = foreignFolder(path, source?.path);
  if (foreign !== null)
    return {
      path,
      reason: `Belongs to ${foreign}/, which is not this workspace's own`,
      cause: 'choice',
      document: { kind: place.kind, title: fileName(path), tokens: null },
    };
  return isDocument(path, place) ? null : { path, reason: 'Not a text document', cause: 'unreadable' };
}
