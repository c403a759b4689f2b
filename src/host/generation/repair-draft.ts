import type { Brief } from '../../core/brief/brief';
import type { LanguageModel, ModelUsage, ModelWait } from '../../core/ports/language-model';
import type { RepairEvent } from '../../core/repair/repair-spec';

/** What the repair of a draft needs from the editor. */
export interface DraftRepair {
  /** The repair's events, as `repairSpec` in core yields them. */
  events(input: {
    readonly model: LanguageModel;
    readonly brief: Brief;
    readonly text: string;
    readonly signal: AbortSignal;
  }): AsyncIterable<RepairEvent>;
  /**
   * Puts a version in the place of another and saves it.
   *
   * @returns whether it was done: not where the file says something else by now
   */
  replace(from: string, to: string): Promise<boolean>;
}

/**
 * Mends a draft that lies in its file. What a person changes meanwhile stays, and ends the repair.
 *
 * @returns the text that stands in the file, and the tokens that were used; `null` where the model was not asked
 */
export async function repairDraft(
  { events, replace }: DraftRepair,
  input: {
    readonly model: LanguageModel;
    readonly brief: Brief;
    readonly text: string;
    readonly signal: AbortSignal;
    readonly onRound: () => void;
    readonly onWait: (wait: ModelWait) => void;
  },
): Promise<{ readonly text: string; readonly usage: ModelUsage | null }> {
  const { onRound, onWait, signal, ...draft } = input;
  const own = new AbortController();
  let { text } = draft;
  let usage: ModelUsage | null = null;
  for await (const event of events({ ...draft, signal: AbortSignal.any([signal, own.signal]) })) {
    if (event.type === 'round') onRound();
    else if (event.type === 'waiting') onWait(event.wait);
    else if ((event.type === 'mended' || event.type === 'concluded') && !own.signal.aborted) {
      if (await replace(text, event.text)) text = event.text;
      else own.abort();
    } else if (event.type === 'end') ({ usage } = event.result);
  }
  return { text, usage };
}
