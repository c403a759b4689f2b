import type { Brief } from '../../core/brief/brief';
import { planCalls, type CallPlan } from '../../core/draft/calls/call-plan';
import type { KeptCall } from '../../core/draft/calls/draft-in-calls';
import { draft } from '../../core/draft/draft';
import type { DraftOutcome } from '../../core/draft/draft-outcome';
import type { LanguageModel, ModelUsage } from '../../core/ports/language-model';
import type { Template } from '../../core/template/template';
import { CliFailure } from '../failure';
import type { PartialDraft } from './partial-draft';
import type { Terminal } from '../terminal';
import { WaitingLine } from './waiting-line';

/** Where a draft begins. */
export interface DraftStart {
  /** The calls it is written in; `null` for one. */
  readonly plan: CallPlan | null;
  /** All that an earlier draft kept, to go on with; `null` for a new one, and for one in several calls. */
  readonly written: string | null;
  /** The same of each of several calls. */
  readonly kept: readonly KeptCall[] | null;
}

/**
 * What there is of the draft to go on with.
 *
 * @param plan the calls of a new draft; one that goes on has those that it had
 * @throws CliFailure where there is nothing to go on with
 */
export function startOf(
  { err }: Terminal,
  partial: PartialDraft,
  resume: boolean,
  plan: CallPlan | null,
  template: Template,
): DraftStart {
  if (!resume) {
    if (partial.all.length > 0)
      err.write(
        `${partial.shown} holds an earlier draft that broke off. It is replaced; --resume would go on with it.\n`,
      );
    return { plan, written: null, kept: null };
  }
  const left = partial.readCalls();
  if (left !== null) {
    const again = planCalls(template);
    if (again === null || JSON.stringify(again.calls.map(({ keys }) => keys)) !== JSON.stringify(left.calls))
      throw new CliFailure(
        `The template divides the document otherwise than when ${partial.shown} was written. Draft without --resume.`,
      );
    return { plan: again, written: null, kept: left.kept };
  }
  const written = partial.read();
  if (written === null)
    throw new CliFailure(`There is no ${partial.shown} to go on with. Draft without --resume.`);
  return { plan: null, written, kept: null };
}

/** Has a spec drafted and tells on stderr how it goes; Ctrl+C ends it. */
export async function runDraft(
  { err, onInterrupt }: Terminal,
  model: LanguageModel,
  brief: Brief,
  partial: PartialDraft,
  { plan, written, kept }: DraftStart,
): Promise<{
  /** The document. */
  readonly text: string;
  /** Whether there is anything in the partial file. */
  readonly anything: boolean;
  readonly outcome: DraftOutcome;
  readonly usage: ModelUsage | undefined;
}> {
  const stop = new AbortController();
  const stopListening = onInterrupt(() => stop.abort());
  let text = '';
  let anything = (written ?? '') !== '' || (kept ?? []).some((call) => call.text !== '');
  partial.begin(plan, kept ?? (written === null ? null : []));
  if (plan !== null)
    err.write(`The document is written in ${plan.calls.length} calls, some of them at once.\n`);
  let startedOver = false;
  const waiting = new WaitingLine(err);
  try {
    for await (const event of draft({
      ...{ model, brief, signal: stop.signal, plan, written: written ?? '' },
      keptCalls: kept ?? [],
    })) {
      if (event.type !== 'waiting') waiting.end();
      switch (event.type) {
        case 'resumed':
        case 'text':
          text += event.text;
          break;
        case 'received':
          anything ||= event.kept !== '';
          partial.append(event.kept, event.call);
          break;
        case 'called':
          partial.complete(event.call);
          break;
        case 'continuing':
          if (event.answer > 1)
            err.write("The answer reached the model's output limit; the model is asked to go on.\n");
          break;
        case 'sections': {
          const writing = event.sections.find(({ state }) => state === 'writing');
          if (writing !== undefined && err.isTTY) err.write(`writing ${writing.heading}\n`);
          if (event.startedOver && !startedOver)
            err.write('The model began the document again in the middle; it stands there twice.\n');
          startedOver = event.startedOver;
          break;
        }
        case 'waiting':
          waiting.show(event.wait);
          break;
        case 'end':
          return { text, anything, outcome: event.outcome, usage: event.usage };
      }
    }
  } finally {
    partial.close();
    stopListening();
  }
  throw new Error('The draft ended without an outcome.');
}
