import { outlineId } from '../receipt/build-receipt';
import type { Brief } from '../brief/brief';
import {
  addUsage,
  type LanguageModel,
  type ModelOutcome,
  type ModelUsage,
  type ModelWait,
} from '../ports/language-model';
import { putFooter } from '../checks/fixes/put-footer';
import { answeredContents } from '../regenerate/put-sections';
import { sectioned, type SectionTarget } from '../regenerate/section-target';
import { writeSections } from '../regenerate/write-sections';
import { bestOf } from './best-of';
import { joinParts } from './narrow-parts';
import { firstOrder, planRound } from './repair-order';
import { settle, type CheckedSpec, type CheckedText } from './settle';
import { errorsOf } from './sections-to-mend';

export type RepairEvent =
  /** A round begins: these sections go back. */
  | {
      readonly type: 'round';
      /** From 1. */
      readonly round: number;
      readonly sections: readonly SectionTarget[];
      readonly errors: number;
    }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'waiting'; readonly wait: ModelWait }
  /** A round's sections that made the spec better are in it, and below it the line that is true of it. */
  | { readonly type: 'mended'; readonly text: string; readonly errors: number }
  /** The spec got the line below it that its template asks for. */
  | { readonly type: 'concluded'; readonly text: string }
  /** Always last, exactly once. */
  | { readonly type: 'end'; readonly result: RepairResult };

export interface RepairResult {
  /** The spec, mended as far as it went, with the line below it as it is true now. */
  readonly text: string;
  /** Rounds for which the model was asked. */
  readonly rounds: number;
  /** Errors fewer than before. */
  readonly mended: number;
  /** Errors that are left. */
  readonly left: number;
  /** Tokens of all rounds; `null` where there was none. */
  readonly usage: ModelUsage | null;
  /** How the last answer ended; `complete` where none was needed. */
  readonly outcome: ModelOutcome;
}

/**
 * Settles what safe fixes settle, then sends the sections that have errors, of long ones the parts that have them, and nothing
 * else, back to the model with what is wrong in them, round after round. Of each round stays what makes the spec better; it ends
 * where nothing is left to mend, a round with whole sections did not improve the spec, or the model failed. What fails still
 * stays as findings. Never throws as long as `check` does not.
 *
 * @param text of the draft
 * @param rounds most rounds
 * @param check the verifier, for any version of the text
 */
export async function* repairSpec(input: {
  readonly model: LanguageModel;
  readonly brief: Brief;
  readonly text: string;
  readonly rounds: number;
  readonly check: (text: string) => Promise<CheckedSpec>;
  readonly signal: AbortSignal;
}): AsyncGenerator<RepairEvent> {
  const { model, brief, check, signal } = input;
  let current: CheckedText = { text: input.text, report: await check(input.text) };
  const atFirst = errorsOf(current.report).length;
  let usage: ModelUsage | null = null;
  let outcome: ModelOutcome = { kind: 'complete' };
  let round = 0;
  /** What the consumer has. */
  let shown = input.text;
  const mended = (): RepairEvent => {
    shown = concluded(current);
    return { type: 'mended', text: shown, errors: errorsOf(current.report).length };
  };
  // The outline can write nothing else than it did.
  const rounds = model.id === outlineId ? 0 : input.rounds;
  if (rounds > 0) {
    const settled = await settle(current, check);
    if (settled.text !== current.text) {
      current = settled;
      yield mended();
    }
  }
  const asked = new Set<string>();
  while (round < rounds && !signal.aborted) {
    const plan = planRound(brief, current.report, asked);
    if (plan.parts.length === 0) break;
    round += 1;
    const sections = joinParts(plan.parts).targets;
    yield { type: 'round', round, sections, errors: errorsOf(current.report).length };
    let { parts } = plan;
    let isBetter = false;
    while (parts.length > 0 && !signal.aborted) {
      const { order, taken } = firstOrder(brief, current.report.spec, { ...plan, parts });
      let answer = '';
      for await (const event of writeSections({ model, brief, order, signal })) {
        if (event.type !== 'end') {
          if (event.type === 'text') answer += event.text;
          yield event;
          continue;
        }
        ({ outcome } = event);
        usage = addUsage(usage, event.usage) ?? null;
      }
      if (outcome.kind !== 'complete') break;
      const { targets } = order;
      const contents = answeredContents(sectioned(order.spec, brief.template, null), targets, answer);
      const best = await bestOf({ current, targets, contents, check });
      if (best !== null) {
        current = best;
        isBetter = true;
        yield mended();
      }
      const rest = new Set(parts.map(({ name }) => name).filter((name) => !taken.has(name)));
      if (rest.size === 0) break;
      // What stands where may be another place by now, and some of it may be right.
      parts = planRound(brief, current.report, asked, plan.isNarrow).parts.filter(({ name }) =>
        rest.has(name),
      );
    }
    if (outcome.kind !== 'complete') break;
    // Whole sections may still help where parts of them did not.
    if (!isBetter && !plan.isNarrow) break;
    if (plan.isNarrow) for (const { name } of plan.parts) asked.add(name);
  }
  const left = errorsOf(current.report).length;
  const text = concluded(current);
  if (text !== shown) yield { type: 'concluded', text };
  yield {
    type: 'end',
    result: { text, rounds: round, mended: atFirst - left, left, usage, outcome },
  };
}

/** A text with the line below it that is true of it. */
function concluded({ report }: CheckedText): string {
  return putFooter(report.spec, report.footer);
}
