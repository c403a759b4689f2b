import type { Brief } from '../../brief/brief';
import { addUsage, type LanguageModel, type ModelRequest, type ModelUsage } from '../../ports/language-model';
import { goingOn } from '../../prompt/continuation-prompt';
import { partPrompt } from '../../prompt/part-prompt';
import { answers, outcomeOfAnswers, type AnswersEvent } from '../answers';
import type { DraftEvent } from '../draft';
import type { DraftOutcome } from '../draft-outcome';
import { SectionTracker, type SectionProgress } from '../section-tracker';
import { chapterOfSections, type CallPlan } from './call-plan';
import { ChapterOrder } from './chapter-order';
import { ChapterSplitter } from './chapter-splitter';
import { mergeStreams } from './merge-streams';

/** What was kept of one call of a draft that goes on. */
export interface KeptCall {
  readonly text: string;
  /** Whether all of it has come. */
  readonly complete: boolean;
}

export interface CallsInput {
  readonly model: LanguageModel;
  readonly brief: Brief;
  readonly signal: AbortSignal;
  readonly plan: CallPlan;
  /** By index in the plan; empty for a new draft. */
  readonly kept: readonly KeptCall[];
}

/**
 * Streams one spec that is written in several calls: wave after wave, those of a wave at once. What comes is put into the
 * template's order, so that the text grows at its end only. A call that fails does not stop those that run beside it; no further wave
 * begins then.
 */
export async function* draftInCalls(input: CallsInput): AsyncGenerator<DraftEvent> {
  const { model, brief, signal, plan } = input;
  const parts = new Parts(input);
  const held = parts.release();
  if (held !== '') yield { type: 'resumed', text: held };
  yield parts.sections(false);
  let usage: ModelUsage | undefined;
  const failures = new Map<number, DraftOutcome>();
  const waves = Math.max(...plan.calls.map(({ wave }) => wave)) + 1;
  for (let wave = 0; wave < waves && failures.size === 0; wave++) {
    const streams = parts.open(wave).map(
      (call) =>
        [
          call,
          answers({
            ...{ model, signal, written: parts.keptOf(call) },
            request: requests(brief, plan, call, parts.before(wave)),
          }),
        ] as const,
    );
    for await (const { stream: call, item } of mergeStreams<AnswersEvent>(new Map(streams))) {
      if (item.type === 'waiting') yield item;
      else if (item.type === 'continuing') yield { ...item, call };
      else {
        if (item.type === 'received') {
          yield { ...item, call };
          parts.push(call, item.kept);
        } else {
          usage = addUsage(usage, item.usage);
          const outcome = outcomeOfAnswers(item.last, () => parts.isWhole(call));
          if (outcome.kind === 'complete') {
            parts.end(call);
            yield { type: 'called', call };
          } else failures.set(call, outcome);
        }
        const text = parts.release();
        if (text !== '') yield { type: 'text', text };
        if (parts.changed || item.type === 'answered') yield parts.sections(false);
      }
    }
  }
  const [failed] = [...failures].sort(([a], [b]) => a - b).map(([, outcome]) => outcome);
  if (failed === undefined) yield { type: 'text', text: '\n' };
  yield parts.sections(failed === undefined);
  yield {
    type: 'end',
    outcome: failed ?? { kind: 'complete' },
    ...(usage === undefined ? {} : { usage }),
  };
}

/**
 * The document as far as the calls that were kept bring it, without a model.
 *
 * @returns what stands without a gap, and all there is
 */
export function joinCalls(
  template: Pick<Brief['template'], 'sections'>,
  plan: CallPlan,
  kept: readonly KeptCall[],
): { readonly inOrder: string; readonly all: string } {
  const parts = new Parts({ brief: { template }, plan, kept });
  return { inOrder: parts.release(), all: parts.all() };
}

function requests(
  brief: Brief,
  plan: CallPlan,
  call: number,
  before: string,
): (written: string) => ModelRequest {
  const { keys = [], opening = false } = plan.calls[call] ?? {};
  return (written) => ({
    brief,
    get messages() {
      const prompt = partPrompt(brief, plan, call, before);
      return written === '' ? prompt : goingOn(prompt, written);
    },
    task: { kind: 'part', keys, opening, written },
  });
}

/** What has come of all calls. */
class Parts {
  readonly #plan: CallPlan;
  readonly #kept: readonly KeptCall[];
  readonly #order: ChapterOrder;
  readonly #splitters: readonly ChapterSplitter[];
  readonly #tracker: SectionTracker;
  readonly #callOf: ReadonlyMap<string, number>;
  /** Sections that have begun in the document. */
  #released = 0;
  #shown = 0;

  constructor({
    brief,
    plan,
    kept,
  }: {
    readonly brief: { readonly template: Pick<Brief['template'], 'sections'> };
    readonly plan: CallPlan;
    readonly kept: readonly KeptCall[];
  }) {
    const { template } = brief;
    this.#plan = plan;
    this.#kept = kept;
    this.#order = new ChapterOrder(plan);
    this.#tracker = new SectionTracker(template);
    this.#splitters = plan.calls.map((_, call) => new ChapterSplitter(template, plan, call));
    const callOfChapter = new Map(plan.chapters.map(({ key, call }) => [key, call]));
    this.#callOf = new Map(
      [...chapterOfSections(template.sections)].map(([key, chapter]) => [
        key,
        callOfChapter.get(chapter) ?? 0,
      ]),
    );
    for (const [call, { text, complete }] of kept.entries()) {
      if (text !== '') this.push(call, text);
      if (complete) this.end(call);
    }
  }

  /** Calls of a wave that are not complete. */
  open(wave: number): readonly number[] {
    return this.#plan.calls.flatMap((call, index) =>
      call.wave === wave && call.keys.length > 0 && this.#kept[index]?.complete !== true ? [index] : [],
    );
  }

  keptOf(call: number): string {
    return this.#kept[call]?.text ?? '';
  }

  /** What waves before one wrote. */
  before(wave: number): string {
    return this.#order.written((call) => (this.#plan.calls[call]?.wave ?? wave) < wave);
  }

  push(call: number, text: string): void {
    for (const piece of this.#splitters[call]?.push(text) ?? []) this.#order.put(piece);
  }

  end(call: number): void {
    for (const piece of this.#splitters[call]?.end() ?? []) this.#order.put(piece);
    this.#order.end(call);
  }

  release(): string {
    const text = this.#order.release();
    if (this.#tracker.push(text)) this.#released += 1;
    return text;
  }

  all(): string {
    return this.#order.all();
  }

  isWhole(call: number): boolean {
    return this.#splitters[call]?.isWhole === true;
  }

  /** Whether a section began since it was told last. */
  get changed(): boolean {
    return this.#shown !== this.#begun();
  }

  sections(complete: boolean): DraftEvent {
    this.#shown = this.#begun();
    const sections = this.#progress(complete);
    return { type: 'sections', sections, startedOver: this.#tracker.startedOver };
  }

  #begun(): number {
    return this.#splitters.reduce((sum, { sections }) => sum + sections, this.#released);
  }

  /** Each section as its own call has it, which may be ahead of the document; what is wrong as the document has it. */
  #progress(complete: boolean): readonly SectionProgress[] {
    const byCall = this.#splitters.map(({ progress }) => progress);
    return this.#tracker.progress(complete).map((section, index) => {
      const own = byCall[this.#callOf.get(section.key) ?? 0]?.[index]?.state;
      return own === undefined || section.state === 'done' ? section : { ...section, state: own };
    });
  }
}
