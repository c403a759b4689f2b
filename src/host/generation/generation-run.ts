import { withoutFooter } from '../../core/spec/footer-line';
import type { Brief } from '../../core/brief/brief';
import type { DraftEvent, DraftInput } from '../../core/draft/draft';
import type { DraftOutcome } from '../../core/draft/draft-outcome';
import { addUsage, type LanguageModel, type ModelUsage } from '../../core/ports/language-model';
import type { DraftJournal } from './journal/draft-journal';
import type { JournalEnding } from './journal/journal-header';
import { JournaledSink } from './journaled-sink';
import { repairDraft, type DraftRepair } from './repair-draft';
import { FileSystemError } from '../../core/ports/file-system';
import { estimateTokens } from '../../core/text/estimate-tokens';
import type { ActualsView } from '../../shared/wizard/generate-state';
import {
  idleGeneration,
  type GenerationResult,
  type GenerationSnapshot,
  type GenerationTrouble,
} from './generation-snapshot';

/** Takes the text as it comes and keeps it. */
export interface TextSink {
  write(text: string): void;
  /**
   * Saves; the text stays in the editor where that is not possible.
   *
   * @param isWhole whether nothing of the draft is missing, so that it is read from its start now
   */
  finish(isWhole: boolean): Promise<SinkResult>;
}

export type SinkResult =
  | {
      readonly kind: 'saved';
      /** The whole document, which may hold what the person typed meanwhile. */
      readonly text: string;
    }
  | { readonly kind: 'not-saved'; readonly reason: string };

/** What a run needs from the editor. Paths are relative to the workspace folder. */
export interface GenerationPorts {
  /** The draft's events, as `draft` in core yields them. */
  draft(input: DraftInput): AsyncIterable<DraftEvent>;
  /** @param draft all of the draft so far, where it goes on */
  openSink(path: string, draft?: string): Promise<TextSink>;
  /** Gets what the model sends before the sink does. */
  readonly journal: DraftJournal;
  writeReceipt(input: ReceiptInput): Promise<void>;
  check(path: string, text: string): Promise<Omit<GenerationResult, 'path'>>;
  /** What the draft took, by its text; absent where no model is asked. */
  readonly actuals?: (draft: ReceiptInput) => ActualsView;
  /**
   * What goes below a whole draft before it is saved, so that one undo takes both back; absent where nothing does. `null`
   * where it can not be told yet.
   */
  readonly conclude?: (draft: ReceiptInput) => Promise<string | null>;
  /** `null` where nothing is to be repaired: settings say so, or the model can write nothing else. */
  readonly repair: DraftRepair | null;
  /** Milliseconds on a clock that only moves forward. */
  now(): number;
}

export interface ReceiptInput {
  readonly path: string;
  readonly text: string;
  readonly brief: Brief;
  readonly model: string;
  /** As the server counted; absent where it did not. */
  readonly usage?: ModelUsage | undefined;
}

/** Where a draft begins. */
export type DraftFrom = Pick<DraftInput, 'written' | 'plan' | 'keptCalls'>;

/**
 * One draft from the model's first token to the checked file: stream, save, receipt, check. Stopping and failing keep
 * the text that came, and it is saved and checked like a whole one.
 */
export class GenerationRun {
  readonly #model: LanguageModel;
  readonly #brief: Brief;
  readonly #ports: GenerationPorts;
  readonly #abort = new AbortController();
  readonly #listeners = new Set<(snapshot: GenerationSnapshot) => void>();
  readonly #start: number;
  readonly #from: DraftFrom;
  #received = '';
  #running: Promise<GenerationSnapshot> | null = null;
  #snapshot: GenerationSnapshot = { ...idleGeneration, phase: 'starting' };

  /** @param from in which calls it is written, and what was kept of them so far where the draft goes on */
  constructor(model: LanguageModel, brief: Brief, ports: GenerationPorts, from: DraftFrom = {}) {
    this.#from = from;
    this.#model = model;
    this.#brief = brief;
    this.#ports = ports;
    this.#start = ports.now();
  }

  get snapshot(): GenerationSnapshot {
    return this.#snapshot;
  }

  /** All text that came from the model, whatever became of the document. */
  get received(): string {
    return this.#received;
  }

  /** @returns a function that ends the subscription */
  onDidChange(listener: (snapshot: GenerationSnapshot) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The journal of what came; there is something in it as soon as there is text. */
  get journal(): string {
    return this.#ports.journal.id;
  }

  /** Ends the model's answer; the run goes on to keep and check what came. */
  stop(): void {
    this.#abort.abort();
  }

  /** Runs to the end, once, whoever asks for it; never rejects. */
  run(): Promise<GenerationSnapshot> {
    return (this.#running ??= this.#toEnd());
  }

  async #toEnd(): Promise<GenerationSnapshot> {
    const { text, usage, outcome } = await this.#stream();
    // A whole answer that no file holds is no success.
    const phase = text === null && outcome.kind === 'complete' ? 'failed' : endPhase(outcome);
    if (text === null) {
      await this.#ports.journal.end({ phase: 'failed', saved: false });
      this.#set({ phase, outcome });
      return this.#snapshot;
    }
    this.#set({ phase: 'checking', outcome });
    const path = this.#brief.output;
    const receipt = { path, text, brief: this.#brief, model: this.#model.id, usage };
    let trouble = await failureOf('receipt', () => this.#ports.writeReceipt(receipt));
    if (phase === 'done' && trouble === null) await this.#ports.journal.remove();
    else await this.#ports.journal.end({ phase, saved: true });
    trouble =
      (await failureOf('check', async () => {
        const mended = phase === 'done' && trouble === null ? await this.#repair(receipt) : receipt;
        this.#set({ phase: 'checking', wait: null });
        const checked = await this.#ports.check(path, mended.text);
        const actuals = this.#ports.actuals?.(mended);
        this.#set({ result: { path, ...checked, ...(actuals === undefined ? {} : { actuals }) } });
      })) ?? trouble;
    this.#set({ phase, trouble: trouble ?? this.#snapshot.trouble });
    return this.#snapshot;
  }

  /**
   * Sends sections with errors back to the model. Stopping ends the repair and keeps the draft.
   *
   * @returns the text that stands in the file now, and all that was used
   */
  async #repair(draft: ReceiptInput): Promise<ReceiptInput> {
    const { repair } = this.#ports;
    if (repair === null) return draft;
    const { text, usage } = await repairDraft(repair, {
      model: this.#model,
      brief: this.#brief,
      text: draft.text,
      signal: this.#abort.signal,
      onRound: () => this.#set({ phase: 'repairing', wait: null }),
      onWait: (wait) => this.#set({ wait }),
    });
    const mended = { ...draft, text, usage: addUsage(draft.usage, usage) };
    // The line below it is in no receipt, and to write one takes its time.
    if (withoutFooter(text) !== withoutFooter(draft.text) || usage !== null)
      await this.#ports.writeReceipt(mended);
    return mended;
  }

  /** Text is `null` where none came or it could not be kept in a file. */
  async #stream(): Promise<{
    text: string | null;
    usage: ModelUsage | undefined;
    outcome: DraftOutcome;
  }> {
    let sink: TextSink | null = null;
    let outcome: DraftOutcome = { kind: 'empty' };
    let usage: ModelUsage | undefined;
    let receivedTokens = 0;
    const { journal } = this.#ports;
    const input: DraftInput = {
      model: this.#model,
      brief: this.#brief,
      signal: this.#abort.signal,
      ...this.#from,
    };
    for await (const event of this.#ports.draft(input)) {
      if (event.type === 'sections') this.#set({ sections: event.sections, startedOver: event.startedOver });
      else if (event.type === 'waiting') this.#set({ wait: event.wait });
      else if (event.type === 'continuing') journal.nextAnswer(event.call);
      else if (event.type === 'received') journal.append(event.text, event.call);
      else if (event.type === 'called') journal.complete(event.call);
      else if (event.type === 'end') {
        ({ outcome, usage } = event);
        this.#set({ wait: null });
      } else if (event.type === 'resumed') {
        sink = await this.#open(event.text);
        if (sink === null) break;
        this.#received += event.text;
      } else {
        // Opened with the first text, so that a model that fails at once leaves no empty tab behind.
        sink ??= await this.#open();
        if (sink === null) break;
        sink.write(event.text);
        this.#received += event.text;
        receivedTokens += estimateTokens(event.text);
        this.#set({ phase: 'streaming', wait: null, receivedTokens });
      }
    }
    if (sink !== null && outcome.kind === 'complete') await this.#conclude(sink, usage);
    const text = sink === null ? null : await this.#finish(sink, outcome.kind === 'complete');
    if (journal.problem !== null && this.#snapshot.trouble === null)
      this.#set({ trouble: { kind: 'journal', detail: journal.problem } });
    return { text, usage, outcome };
  }

  /** What the checks could not tell in time they tell when the draft is saved. */
  async #conclude(sink: TextSink, usage: ModelUsage | undefined): Promise<void> {
    const { conclude } = this.#ports;
    if (conclude === undefined) return;
    this.#set({ phase: 'checking' });
    const { output: path } = this.#brief;
    const draft = { path, text: this.#received, brief: this.#brief, model: this.#model.id, usage };
    const end = await conclude(draft).catch(() => null);
    if (end !== null) sink.write(end);
  }

  async #open(draft?: string): Promise<TextSink | null> {
    try {
      const sink = await this.#ports.openSink(this.#brief.output, draft);
      this.#set({ path: this.#brief.output });
      return new JournaledSink(sink, this.#ports.journal);
    } catch (error) {
      this.#abort.abort();
      this.#set({ trouble: { kind: 'open', detail: detailOf(error) } });
      return null;
    }
  }

  async #finish(sink: TextSink, isWhole: boolean): Promise<string | null> {
    const result = await sink.finish(isWhole);
    if (result.kind === 'saved') return result.text;
    this.#set({ trouble: { kind: 'save', detail: result.reason } });
    return null;
  }

  #set(change: Partial<GenerationSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change, elapsed: this.#ports.now() - this.#start };
    for (const listener of this.#listeners) listener(this.#snapshot);
  }
}

function endPhase(outcome: DraftOutcome): JournalEnding['phase'] {
  if (outcome.kind === 'complete') return 'done';
  return outcome.kind === 'cancelled' ? 'stopped' : 'failed';
}

async function failureOf(
  kind: 'receipt' | 'check',
  step: () => Promise<void>,
): Promise<GenerationTrouble | null> {
  try {
    await step();
    return null;
  } catch (error) {
    return { kind, detail: detailOf(error) };
  }
}

/** One line for a person; never a stack. */
function detailOf(error: unknown): string {
  if (FileSystemError.is(error)) return error.path;
  return error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : '';
}
