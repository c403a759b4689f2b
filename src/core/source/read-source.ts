import { maskSecrets } from '../secrets/mask-secrets';
import { sha256Hex } from '../text/hash';
import { settle } from './conversation/conversation-requirements';
import { unresolvedIds } from './ids/cited-ids';
import { findingsOfExport } from './findings/review-export';
import { monologue, readConversation } from './conversation/read-turns';
import type { ReadConversation } from './conversation/read-turns';
import { roleOf } from './conversation/speaker-role';
import { decodeSource } from './document/decode-source';
import type { DocumentModel } from './document/document-model';
import { isDependencyList } from './dependency-list';
import { delegatedLinks } from './delegated-links';
import { factsOf } from './facts/facts';
import { sourceLines, unreadLines } from './document/places';
import { findingsOf } from './findings/review-source';
import { findRequirements } from './requirements/requirements';
import { metadataOf } from './notation/metadata';
import { isNoDocument } from './no-document';
import { SourceError } from './document/source-error';
import { outOfScopeItems } from './requirements/out-of-scope';
import { parseDocument } from './parsing/parse-document';
import { titleOf } from './document/inline-text';
import { unnumberedHeading } from './document/plain-heading';
import type { Source, SourceKind } from './source';
import { kindOfDocument } from './source-kind';

export interface SourceInput {
  /** Relative to the workspace root where the file lies inside, else as the person named it. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** What the person says it is; by default the text decides. */
  readonly kind?: SourceKind | undefined;
  /** Which conversation of an export is meant, from 0; by default the one that went on last. */
  readonly conversation?: number | null;
}

/**
 * Understands a source document: its requirements, what it leaves out, what it says otherwise, and its own problems.
 * The same bytes give the same value; odd markup never throws.
 *
 * @throws SourceError where the bytes are empty, binary or over 5 MB, and where the name says that it is code or data, which is no
 *   export of a chat and which nobody called a document by its kind
 */
export function readSource({ path, bytes, kind, conversation = null }: SourceInput): Source {
  // Before anything else: nothing that is made from a source can hold a secret of it.
  const { text, secrets } = maskSecrets(decodeSource(path, bytes), 'same');
  const talk = kind === undefined || kind === 'conversation' ? readConversation(text, conversation) : null;
  const base = { path, sha256: sha256Hex(bytes), text, secrets };
  // An export of a chat is data: nothing in it is Markdown of the document's own.
  if (talk !== null && talk.all.length > 0) {
    const chosen = conversation === null ? {} : { conversation };
    const known = { ...base, ...chosen, kind: 'conversation', metadata: {} } as const;
    return { ...known, title: talk.title ?? fileName(path), ...readTalk(known, talk) };
  }
  if (kind === undefined && (isNoDocument(path) || isDependencyList(path, text)))
    throw new SourceError(
      'no-document',
      `${path} is code or data and no document. Choose the Markdown or text file that says what is to be built.`,
    );
  const document = parseDocument(text);
  const metadata = metadataOf(document);
  const known = kind ?? kindOfDocument(document, talk?.turns ?? [], metadata);
  const common = { ...base, kind: known, metadata };
  const title = titleOf(unnumberedHeading(document.title ?? metadata['title'] ?? fileName(path)));
  return known === 'conversation' && talk !== null
    ? { ...common, title: isTitled(document) ? title : fileName(path), ...readTalk(common, talk) }
    : { ...common, title, ...readDocument(common, document) };
}

type Content = Pick<
  Source,
  'requirements' | 'outOfScope' | 'facts' | 'findings' | 'unresolved' | 'delegated' | 'superseded'
>;
type Known = Pick<Source, 'kind' | 'metadata' | 'text' | 'secrets'>;

/** Whether headings title a transcript: the name of a role does not. */
function isTitled({ headings, title }: DocumentModel): boolean {
  return headings > 0 && (title === null || roleOf(title) === 'person');
}

function readDocument(known: Known, document: DocumentModel): Content {
  const { root } = document;
  const found = findRequirements(document);
  const { requirements, duplicates } = found;
  const criteria = new Set(
    requirements.flatMap((requirement) => requirement.acceptance.map((criterion) => criterion.line)),
  );
  const lines = sourceLines(known.text);
  const delegated = delegatedLinks(
    root,
    lines,
    requirements.map(({ line }) => line),
  );
  const unresolved = unresolvedIds({ lines, unread: unreadLines(lines), requirements, root });
  const content = {
    requirements,
    outOfScope: outOfScopeItems(root, found.outOfScope),
    facts: factsOf(root, (line) => criteria.has(line)),
  };
  return {
    ...content,
    ...(unresolved.length === 0 ? {} : { unresolved }),
    ...(delegated.length === 0 ? {} : { delegated }),
    findings: findingsOf({ ...known, ...content, duplicates, unresolved, root }),
  };
}

function readTalk(known: Known, { turns, all }: ReadConversation): Content {
  const { superseded, contradictions, ...content } = settle(
    turns.length > 0 ? turns : [monologue(known.text)],
  );
  const review = {
    ...{ ...known, ...content, duplicates: [], unresolved: [], root: null },
    talk: { contradictions, conversations: all.length },
  };
  return {
    ...content,
    ...(superseded.length === 0 ? {} : { superseded }),
    findings: all.length === 0 ? findingsOf(review) : findingsOfExport(review),
  };
}

function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}
