import { t } from '@vscode/l10n';
import type { ContextDocument, ExcludedFile, WorkspaceContext } from '../../../core/workspace/context';
import { secretKindText } from '../../../core/secrets/secret-kind-text';
import { sayReason } from '../../../core/workspace/reasons';
import { factsOfDocument } from '../../../core/workspace/declared-facts/declared-facts';
import type { ContextState, DocumentView } from '../../../shared/wizard/context-state';
import type { WizardInput } from '../../../shared/wizard/wizard-input';

type Choices = Pick<WizardInput, 'excludedDocuments' | 'includedDocuments'>;

/** Documents that are sent and that a person may put in, in the order of their paths within each. */
export function documentViews(value: WorkspaceContext, choices: Choices): DocumentView[] {
  const byHand = new Set([...choices.excludedDocuments, ...choices.includedDocuments]);
  const views = [
    ...value.documents.map((document) => sentView(document)),
    ...value.excluded.flatMap((file) => leftOutView(file) ?? []),
  ];
  return views
    .map((view) => ({ ...view, byHand: byHand.has(view.path) }))
    .sort((left, right) => (left.path < right.path ? -1 : 1));
}

function sentView(document: ContextDocument): Omit<DocumentView, 'byHand'> {
  const { path, kind, title, reason, tokens, truncated } = document;
  return {
    ...{ path, kind, title, tokens, truncated, included: true },
    reason: sayReason(reason, t),
    ...factsView(document),
  };
}

/** Whoever wants to see more opens the spec. */
const mostFacts = 40;

function factsView(document: ContextDocument): Pick<DocumentView, 'facts'> {
  const facts = factsOfDocument(document);
  if (facts.length === 0) return {};
  const shown = facts
    .slice(0, mostFacts)
    .map(({ kind, name, detail, line }) => ({ kind, name, detail, line }));
  return { facts: { count: facts.length, shown } };
}

/** `undefined` for what no choice sends. */
function leftOutView({ path, reason, document }: ExcludedFile): Omit<DocumentView, 'byHand'> | undefined {
  if (document === undefined) return undefined;
  const { kind, title, tokens } = document;
  return { path, kind, title, reason: sayReason(reason, t), tokens, truncated: false, included: false };
}

/** What never leaves the machine: whole files, and secrets that were taken out of documents. */
export function withheldViews({ excluded, withheld }: WorkspaceContext): ContextState['withheld'] {
  return [
    ...excluded
      .filter(({ document }) => document === undefined)
      .map(({ path, reason }) => ({ path, reason: sayReason(reason, t) })),
    ...withheld.map(({ path, line, kind }) => ({
      path,
      reason: t('Taken out at line {0}: {1}', line, secretKindText(kind)),
    })),
  ];
}

/** Whether each path is sent as far as is known: a choice counts before the workspace was read for it. */
export function isSent(value: WorkspaceContext | null, choices: Choices): (path: string) => boolean {
  const sent = new Set(value?.documents.map(({ path }) => path));
  const left = new Set(choices.excludedDocuments);
  const added = new Set(choices.includedDocuments);
  return (path) => !left.has(path) && (added.has(path) || sent.has(path));
}
