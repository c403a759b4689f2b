import type { Brief } from '../brief/brief';
import type { ChecklistEntry } from '../checklist/checklist';
import type { LanguageModel, ModelOutcome, ModelUsage, ModelWait } from '../ports/language-model';
import { reviewPrompt, reviewTask } from '../prompt/review-prompt';
import type { SpecDocument } from '../spec/spec-document';
import { reviewedHash, type ModelReview } from './opinion';
import { readOpinions } from './read-opinions';

export interface ReviewResult {
  /** `null` where the answer holds neither an opinion nor a remark. */
  readonly review: ModelReview | null;
  /** Entries of the answer that fit nothing. */
  readonly dropped: number;
  readonly outcome: ModelOutcome;
  readonly usage: ModelUsage | undefined;
}

/** Items of a checklist on which a model is asked: those that no check verifies. */
export function itemsToReview(checklist: readonly ChecklistEntry[]): readonly ChecklistEntry[] {
  return checklist.filter(({ verifiedBy, state }) => verifiedBy !== 'check' && state !== 'not-applicable');
}

/**
 * Asks a model what it thinks of a spec. Never throws: what went wrong is the outcome. What comes of it is opinion: neither text nor
 * checklist is changed.
 *
 * @param brief of the spec, as a draft of it would be made from now
 */
export async function askReviewer(input: {
  readonly model: LanguageModel;
  readonly brief: Brief;
  readonly spec: SpecDocument;
  readonly checklist: readonly ChecklistEntry[];
  readonly signal: AbortSignal;
  readonly onWait?: (wait: ModelWait) => void;
}): Promise<ReviewResult> {
  const { model, brief, spec, signal, onWait } = input;
  const items = itemsToReview(input.checklist);
  let text = '';
  for await (const event of model.stream(
    { messages: reviewPrompt(brief, spec, items), brief, task: reviewTask },
    signal,
  )) {
    if (event.type === 'text') text += event.text;
    else if (event.type === 'waiting') onWait?.(event.wait);
    else if (event.type === 'end') {
      const read = readOpinions(text, {
        items: items.map(({ id }) => id),
        lineCount: spec.text.split('\n').length,
      });
      const said = read.opinions.length + read.remarks.length > 0;
      return {
        review: said
          ? {
              ...{ version: 1, model: model.id, date: brief.date, sha256: reviewedHash(spec.text) },
              ...{ opinions: read.opinions, remarks: read.remarks },
            }
          : null,
        ...{ dropped: read.dropped, outcome: event.outcome, usage: event.usage },
      };
    }
  }
  throw new Error('The model ended without an outcome.');
}
