import type { FileSystem } from '../ports/file-system';
import type { Git, GitState } from '../ports/git';
import { withoutSecrets } from '../secrets/mask-secrets';
import type { Sibling } from '../source/siblings/sibling';
import type { Source } from '../source/source';
import { hasSecretName } from '../secrets/secret-names';
import { sha256Hex } from '../text/hash';
import { fileName, recordedPath } from '../text/path';
import { chooseDocuments } from './choose-documents';
import { contextBudget } from './context-budget';
import type { DocumentSection } from './document-sections';
import type { ReadCandidate } from './considered';
import type { ContextDocument, ExcludedFile, WithheldSecret, WorkspaceContext } from './context';
import type { DocumentPlace } from './document-kinds';
import { estimateTokens } from './estimate-tokens';
import type { Candidate, ExtraGlobs, PlaceFinder } from './find-documents';
import { FileTable } from './file-table';
import { findDocuments, isDocument, leadsToDocuments, placeFinder } from './find-documents';
import { fitBudget } from './fit-budget';
import type { FileListing } from './list-files';
import { linkedDocuments } from './linked-documents';
import { listFiles } from './list-files';
import { mapConcurrently } from './map-concurrently';
import { compareText, isListed } from './path-order';
import { ReadAhead } from './read-ahead';
import { withoutSecretFileNames } from './secret-file-names';
import { foreignFolder } from './skipped-folders';
import { readStack } from './stack';

export interface GatherOptions extends ExtraGlobs {
  /** What the spec is for; without it nothing is ranked, and all research is taken. */
  readonly source?: Source | undefined;
  /** Where the spec will be written, where a person has said so: in a monorepo it tells the package. */
  readonly target?: string | undefined;
  /** Whether decisions count however little they share with the source: what was turned down is turned down for all. */
  readonly allDecisions?: boolean | undefined;
  /** Documents a person left out, relative to the root. */
  readonly excludedPaths?: readonly string[] | undefined;
  /** Documents a person wants in, whatever their scope or relevance; secrets and ignored files stay out all the same. */
  readonly includedPaths?: readonly string[] | undefined;
  /** Paths that a file names and no person, to the hash that what is there must have to be taken. */
  readonly pinned?: ReadonlyMap<string, string> | undefined;
  /** Documents of this workspace that were read before and have not changed since; each is read anew by default. */
  readonly documents?: ReadAhead | undefined;
  /** The workspace's files where they are already listed; they are listed once then. */
  readonly listing?: FileListing | undefined;
  /** Most tokens of a request of the model that will be asked, where that is known. */
  readonly modelWindow?: number | null | undefined;
  /** Most tokens that all documents may have together, the source apart: that is always sent whole. */
  readonly maxTokens?: number | null | undefined;
}

const readsAtOnce = 32;

const addedByHand: DocumentPlace = {
  kind: 'research',
  nested: true,
  label: 'Document',
  unstated: 'always',
  endings: [''],
};

/** What nothing but a rule's reference leads to; the kind is that of the rule. */
const referenced: DocumentPlace = {
  kind: 'rule',
  nested: true,
  label: 'Document',
  unstated: 'always',
  endings: [''],
};

/**
 * Reads everything a workspace has to say about one source: rules, steering, completed specs, decisions, research,
 * stack and repository state. Each document comes with the reason why it was taken, each candidate that was not
 * with the reason why not. The same files give the same value, in whatever order folders list them.
 *
 * @throws the signal's reason when aborted, and nothing else: what can't be read is recorded
 */
export async function gatherContext(
  ports: { readonly files: FileSystem; readonly git: Git },
  options: GatherOptions = {},
  signal?: AbortSignal,
): Promise<WorkspaceContext> {
  const { source } = options;
  const find = placeFinder(options);
  const ahead = options.documents ?? new ReadAhead(ports.files);
  const [found, git] = await Promise.all([
    options.listing ??
      listFiles(ports.files, {
        git: ports.git,
        signal,
        ahead: (tracked) => {
          const documents = candidatesOf(findDocuments(tracked, find), find, { source }, () => false);
          const read = documents.filter((document) => refusal(document, options, null) === null);
          ahead.start(read, source, signal);
        },
      }),
    ports.git.read(),
  ]);
  signal?.throwIfAborted();
  const named = withoutSecretFileNames(FileTable.of(found.files));
  const table = FileTable.of(named.files);
  const listing = { ...found, files: named.files, excluded: [...found.excluded, ...named.excluded] };
  const linked = await linkedDocuments(ports.files, listing.links, listing.files, find);
  const isIgnored = ignoredFinder(listing);
  const candidates = candidatesOf(
    [...findDocuments(table, find), ...linked.candidates],
    find,
    options,
    isIgnored,
  );
  const [read, stack] = await Promise.all([
    readCandidates(ahead, candidates, options, signal),
    readStack(ports.files, table, source?.path, signal),
  ]);
  signal?.throwIfAborted();

  const own = sourcePaths(source);
  const turnedAway = new Set(read.excluded.map(({ path }) => path));
  const chosen = await chooseDocuments(read.candidates, {
    files: table,
    source,
    target: options.target,
    ahead,
    allDecisions: options.allDecisions,
    has: (path) => isListed(listing.files, path),
    isIgnored,
    isExcluded: (path) => turnedAway.has(path) || own.has(path),
    read: (path, kind) =>
      readCandidate(ahead, find(path) ?? { path, place: { ...referenced, kind }, base: '' }, options),
  });
  const sourceDocuments = source === undefined ? [] : [documentOf(source), ...siblingDocuments(source)];
  const budget = contextBudget({
    window: options.modelWindow,
    maxTokens: options.maxTokens,
    sourceTokens: totalTokens(sourceDocuments),
  });
  const { scoreOf } = chosen;
  const scoreSection = scoreOf === null ? null : ({ text }: DocumentSection): number => scoreOf(text);
  const fitted = fitBudget(chosen.claims, budget.tokens, scoreSection);
  const documents = [...sourceDocuments, ...fitted.documents];
  return {
    documents,
    excluded: sortedByPath([
      ...listing.excluded,
      ...keptOut(listing, find, options.includedPaths?.filter(isIgnored) ?? []),
      ...linked.excluded,
      ...read.excluded,
      ...chosen.excluded,
      ...fitted.excluded,
    ]),
    withheld: withheldSecrets(documents),
    stack,
    git: git === null ? null : withoutSecretsInGit(git),
    tokens: totalTokens(documents),
    budget,
    hash: contextHash(documents),
    // A copy, as the list that was looked through keeps what was made of it.
    files: [...listing.files],
  };
}

/** SHA-256 over one line `path sha256` per document, sorted: independent of order, reasons and cuts. */
export function contextHash(documents: readonly Pick<ContextDocument, 'path' | 'sha256'>[]): string {
  const lines = documents.map(({ path, sha256 }) => `${path} ${sha256}\n`);
  return sha256Hex(lines.sort(compareText).join(''));
}

/** The documents found and those that a person added, the source left out. */
function candidatesOf(
  candidates: readonly Candidate[],
  find: PlaceFinder,
  { source, includedPaths = [] }: GatherOptions,
  isIgnored: (path: string) => boolean,
): readonly Candidate[] {
  const known = new Set(candidates.map(({ path }) => path));
  const added = [...new Set(includedPaths)]
    .filter((path) => !known.has(path) && !isIgnored(path))
    .map((path) => find(path) ?? { path, place: addedByHand, base: '' });
  const own = sourcePaths(source);
  return [...candidates, ...added].filter(({ path }) => !own.has(path));
}

interface ReadCandidates {
  readonly candidates: readonly ReadCandidate[];
  readonly excluded: readonly ExcludedFile[];
}

async function readCandidates(
  ahead: ReadAhead,
  candidates: readonly Candidate[],
  options: GatherOptions,
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

async function readCandidate(
  ahead: ReadAhead,
  candidate: Candidate,
  options: GatherOptions,
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
function wantedBy(path: string, { excludedPaths, includedPaths }: GatherOptions): boolean | null {
  if (excludedPaths?.includes(path) === true) return false;
  return includedPaths?.includes(path) === true ? true : null;
}

/** A candidate that is turned away before it is read, or `null`. */
function refusal(
  { path, place }: Candidate,
  { source }: GatherOptions,
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

/** Whether a `.gitignore`, or a file of its kind for AI tools, keeps a path out. */
function ignoredFinder({ ignored, aiIgnored = [] }: FileListing): (path: string) => boolean {
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
function keptOut(
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

function documentOf(source: Sibling): ContextDocument {
  return {
    path: recordedPath(source.path),
    kind: 'source',
    reason: 'What the spec is for',
    title: source.title,
    bytes: new TextEncoder().encode(source.text).byteLength,
    tokens: estimateTokens(source.text),
    sha256: source.sha256,
    truncated: false,
    text: source.text,
    ...(source.secrets.length === 0 ? {} : { secrets: source.secrets }),
  };
}

/** Files that are sent as what the spec is for, and not as what it is made with. */
function sourcePaths(source: Source | undefined): ReadonlySet<string> {
  return new Set(
    source === undefined ? [] : [source.path, ...(source.siblings ?? []).map(({ path }) => path)],
  );
}

/** The files beside the source that define some of its requirements: they are as much what the spec is for. */
function siblingDocuments(source: Source): readonly ContextDocument[] {
  const definedIn = (path: string): readonly string[] =>
    source.requirements.filter((requirement) => requirement.path === path).map(({ id }) => id);
  return (source.siblings ?? []).map((sibling) => ({
    ...documentOf(sibling),
    reason: `Defines ${listed(definedIn(sibling.path))}, which the source cites`,
  }));
}

function listed(ids: readonly string[]): string {
  return ids.length <= 4
    ? ids.join(', ')
    : `${ids.slice(0, 3).join(', ')} and ${ids.length - 3} more requirements`;
}

/** Names and messages that people gave, and may have pasted. */
function withoutSecretsInGit(git: GitState): GitState {
  const { branch, userName, recentCommits } = git;
  return {
    ...git,
    branch: branch === null ? null : withoutSecrets(branch),
    userName: userName === null ? null : withoutSecrets(userName),
    recentCommits: recentCommits.map(({ hash, subject }) => ({ hash, subject: withoutSecrets(subject) })),
  };
}

/** Secrets that were taken out of documents that are sent, in the order of paths and lines. */
function withheldSecrets(documents: readonly ContextDocument[]): readonly WithheldSecret[] {
  return documents
    .flatMap(({ path, secrets = [] }) => secrets.map((secret) => ({ path, ...secret })))
    .sort((left, right) => compareText(left.path, right.path) || left.line - right.line);
}

function totalTokens(documents: readonly ContextDocument[]): number {
  return documents.reduce((sum, { tokens }) => sum + tokens, 0);
}

function sortedByPath(excluded: readonly ExcludedFile[]): readonly ExcludedFile[] {
  return [...excluded].sort(
    (left, right) => compareText(left.path, right.path) || compareText(left.reason, right.reason),
  );
}
