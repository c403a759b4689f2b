import type { FileSystem } from '../ports/file-system';
import type { Git, GitState } from '../ports/git';
import { withoutSecretsIn } from '../secrets/mask-secrets';
import { sha256Hex } from '../text/hash';
import { chooseDocuments } from './choose-documents';
import { contextBudget } from './documents/context-budget';
import type { DocumentSection } from './documents/document-sections';
import type { ContextDocument, ExcludedFile, WithheldSecret, WorkspaceContext } from './context';
import type { DocumentPlace } from './documents/document-kinds';
import type { ExtraGlobs } from './documents/find-documents';
import { FileTable } from './files/file-table';
import { findDocuments, placeFinder } from './documents/find-documents';
import { fitBudget } from './documents/fit-budget';
import { ignoredFinder, keptOut } from './documents/kept-out';
import type { FileListing } from './files/list-files';
import { linkedDocuments } from './documents/linked-documents';
import { listFiles } from './files/list-files';
import { compareText, isListed } from '../text/path-order';
import { ReadAhead } from './read-ahead';
import {
  candidatesOf,
  readCandidate,
  readCandidates,
  refusal,
  type WishedDocuments,
} from './documents/read-candidates';
import { withoutSecretFileNames } from './files/secret-file-names';
import { sourceDocuments, sourcePaths } from './documents/source-documents';
import { manifestPaths, readStack } from './stack';

/** Without a source nothing is ranked, and all research is taken. */
export interface GatherOptions extends ExtraGlobs, WishedDocuments {
  /** Where the spec will be written, where a person has said so: in a monorepo it tells the package. */
  readonly target?: string | undefined;
  /** Whether decisions count however little they share with the source: what was turned down is turned down for all. */
  readonly allDecisions?: boolean | undefined;
  /** Documents of this workspace that were read before and have not changed since; each is read anew by default. */
  readonly documents?: ReadAhead | undefined;
  /** The workspace's files where they are already listed; they are listed once then. */
  readonly listing?: FileListing | undefined;
  /** Most tokens of a request of the model that will be asked, where that is known. */
  readonly modelWindow?: number | null | undefined;
  /** Most tokens that all documents may have together, the source apart: that is always sent whole. */
  readonly maxTokens?: number | null | undefined;
}

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
          ahead.start(read, manifestPaths(tracked, source?.path), source, signal);
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
    readStack(ports.files, table, { home: source?.path, signal, read: (path) => ahead.read(path) }),
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
  const sent = source === undefined ? [] : sourceDocuments(source);
  const budget = contextBudget({
    window: options.modelWindow,
    maxTokens: options.maxTokens,
    sourceTokens: totalTokens(sent),
  });
  const { scoreOf } = chosen;
  const scoreSection = scoreOf === null ? null : ({ text }: DocumentSection): number => scoreOf(text);
  const fitted = fitBudget(chosen.claims, budget.tokens, scoreSection);
  const documents = [...sent, ...fitted.documents];
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

/** Names and messages that people gave, and may have pasted. */
function withoutSecretsInGit(git: GitState): GitState {
  const { branch, userName, recentCommits } = git;
  const texts = withoutSecretsIn({ branch, userName, subjects: recentCommits.map(({ subject }) => subject) });
  return {
    ...git,
    branch: texts.branch,
    userName: texts.userName,
    recentCommits: recentCommits.map(({ hash, subject }, at) => ({
      hash,
      subject: texts.subjects[at] ?? subject,
    })),
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
