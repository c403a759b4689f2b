import { parseSpec } from '../../spec/parse-spec';
import type { ContextDocument, ContextKind, WorkspaceContext } from '../../workspace/context';
import type { DeclaredFact } from '../../workspace/declared-facts/declared-fact';
import { factsOfDocument, readDeclaredFacts } from '../../workspace/declared-facts/declared-facts';
import { specStatements, type SpecStatement } from '../../workspace/declared-facts/spec-statements';

/** Documents that settle things for all specs; what binds more comes first. */
const settling: readonly ContextKind[] = ['rule', 'steering', 'decision', 'completed-spec'];

/** Documents of a workspace in which teams write down what holds, the most binding first. */
export function settlingDocuments({
  documents,
}: Pick<WorkspaceContext, 'documents'>): readonly ContextDocument[] {
  // Lines of a cut document are not those of the file.
  const whole = documents.filter(({ truncated }) => !truncated);
  return settling.flatMap((kind) => whole.filter((document) => document.kind === kind));
}

const statements = new WeakMap<ContextDocument, readonly SpecStatement[]>();

/** What a document states, read once. */
export function documentStatements(document: ContextDocument): readonly SpecStatement[] {
  const before = statements.get(document);
  if (before !== undefined) return before;
  const found = specStatements(parseSpec(document.text)).statements;
  statements.set(document, found);
  return found;
}

const facts = new WeakMap<ContextDocument, readonly DeclaredFact[]>();

/** What a settling document declares: rules name limits and settings as completed specs do. */
export function documentFacts(document: ContextDocument): readonly DeclaredFact[] {
  if (document.kind === 'completed-spec') return factsOfDocument(document);
  if (!settling.includes(document.kind) || document.truncated) return [];
  const before = facts.get(document);
  if (before !== undefined) return before;
  const found = readDeclaredFacts(document.path, document.text);
  facts.set(document, found);
  return found;
}

/** Questions about what is to be changed or made: what is there now does not answer them. */
const change =
  /\b(?:should (?:we|it|they|this) (?:change|replace|drop|migrate|switch|move)|(?:do we|to) (?:need|add|create|introduce|change|extend|replace)\b|(?:is|are) (?:needed|added|created|introduced|affected|changed|missing|new)\b|\bnew\b|\badditional\b)/iu;

/** Whether a question asks what is to become, not what is. */
export function isOpenToChange(question: string): boolean {
  return change.test(question);
}
