import type { Brief } from '../brief/brief';
import { prepareBrief } from '../brief/prepare-brief';
import type { SpecFileReport } from '../checks/check-spec-file';
import { clarify, decided } from '../clarify/clarify';
import type { Answer, Question } from '../clarify/question';
import type { Clock } from '../ports/clock';
import type { Receipt } from '../receipt/receipt';
import type { Source } from '../source/source';
import type { WorkspaceContext } from '../workspace/context';
import { climbsOut } from '../text/path';
import { addedByHandReason, leftOutByHandReason } from '../workspace/choose-documents';
import { withStackEdits, type StackEdit } from '../workspace/stack/stack-edits';

/** What a person decided about the context of the draft. */
export interface ContextByHand {
  readonly excludedPaths: readonly string[];
  readonly includedPaths: readonly string[];
  /** Of these, those outside of the workspace, to their hash: a receipt may come from anyone. */
  readonly pinned: ReadonlyMap<string, string>;
}

/**
 * The brief of a spec that exists, so that a part of it can be written as the whole was: by its source, template and answers,
 * with the workspace as it is now. What a person left out of the context of the draft stays out.
 *
 * @param gather reads the workspace, the code included
 * @param answers that are known beside the receipt's, and win over them
 * @returns what is missing, where there is no brief
 */
export async function briefOfSpec(input: {
  readonly report: Pick<SpecFileReport, 'path' | 'template' | 'receipt' | 'understood'>;
  readonly gather: (source: Source, choice: ContextByHand) => Promise<WorkspaceContext>;
  readonly answers?: readonly Answer[];
  /** Questions of models that answers are about. */
  readonly asked?: readonly Question[];
  readonly clock: Clock;
}): Promise<Brief | 'template' | 'source'> {
  const { path, template, receipt, understood: source } = input.report;
  if (template === null) return 'template';
  if (source === null) return 'source';
  const gathered = await input.gather(source, contextByHand(receipt));
  const context = withStackEdits(gathered, stackEditsOf(receipt));
  const answers = lastOfEach([...byPeople(receipt), ...(input.answers ?? [])]);
  const clarification = clarify({ source, context, template, answers, asked: input.asked ?? [] });
  return prepareBrief({
    source,
    context,
    template,
    ...decided(clarification, answers),
    clock: input.clock,
    output: path,
  });
}

/** What the workspace answered then is looked up anew. */
function byPeople(receipt: Receipt | null): readonly Answer[] {
  return (receipt?.answers ?? []).filter((answer) => answer.kind !== 'text' || answer.by !== 'workspace');
}

function lastOfEach(answers: readonly Answer[]): readonly Answer[] {
  return [...new Map(answers.map((answer) => [answer.questionId, answer])).values()];
}

function contextByHand(receipt: Receipt | null): ContextByHand {
  const having = (
    documents: readonly { readonly path: string; readonly reason: string }[] | undefined,
    reason: string,
  ): readonly string[] => (documents ?? []).filter((one) => one.reason === reason).map((one) => one.path);
  const documents = receipt?.context.documents ?? [];
  return {
    excludedPaths: having(receipt?.context.excluded, leftOutByHandReason),
    includedPaths: having(documents, addedByHandReason),
    pinned: new Map(
      documents.filter(({ path }) => climbsOut(path)).map(({ path, sha256 }) => [path, sha256] as const),
    ),
  };
}

function stackEditsOf(receipt: Receipt | null): readonly StackEdit[] {
  return receipt?.context.stackEdits ?? [];
}
