import { t } from '@vscode/l10n';
import { joinPath } from '../../../core/text/path';
import type { Notice } from '../../../shared/wizard/notice';
import { failureActions } from '../../generation/generation-notice';
import type { GenerationRun } from '../../generation/generation-run';
import { idleGeneration } from '../../generation/generation-snapshot';
import { selectedModel, unresolvedQuestions, writableOutput } from '../data/wizard-data';
import type { WizardCorrections } from '../input/wizard-corrections';
import { untrustedNotice } from '../data/wizard-notices';
import type { WizardReader } from '../reading/wizard-reader';
import type { WizardServices } from '../data/wizard-services';
import type { WizardStore } from '../data/wizard-store';

const busyPhases: readonly string[] = ['starting', 'streaming', 'repairing', 'checking'];

/** The Generate step: makes sure that a draft can be made, starts it and follows it to its end. */
export class WizardDrafting {
  readonly #services: WizardServices;
  readonly #store: WizardStore;
  readonly #reader: WizardReader;
  readonly #corrections: WizardCorrections;
  #run: GenerationRun | null = null;
  /** What a draft is being made ready by; `null` before and after. */
  #starting: AbortController | null = null;

  constructor(
    services: WizardServices,
    store: WizardStore,
    reader: WizardReader,
    corrections: WizardCorrections,
  ) {
    this.#corrections = corrections;
    this.#services = services;
    this.#store = store;
    this.#reader = reader;
  }

  /** Whether a draft is under way. */
  get busy(): boolean {
    return busyPhases.includes(this.#store.data.generation.phase);
  }

  /** The last draft, or `null` before the first. */
  get run(): GenerationRun | null {
    return this.#run;
  }

  async start(): Promise<void> {
    if (this.busy) return;
    this.#store.set({ generation: { ...idleGeneration, phase: 'starting' }, generateNotice: null });
    const starting = new AbortController();
    this.#starting = starting;
    const outcome = await this.#prepare(starting.signal).catch((error: unknown) =>
      starting.signal.aborted
        ? null
        : problem(
            t('The draft could not be started: {0}', error instanceof Error ? error.message : String(error)),
          ),
    );
    this.#starting = null;
    if (outcome !== null || starting.signal.aborted)
      this.#store.set({ generation: idleGeneration, generateNotice: outcome });
  }

  /** Knows again of the spec that was written before the window was reloaded, where it still is there. */
  async recall(): Promise<void> {
    const { written = null } = this.#store.data.input;
    // What a page has stored is no word of the host's.
    const path = written === null ? null : joinPath('', written);
    if (path === null) return;
    const result = await this.#services.resultOf(path).catch(() => null);
    if (this.busy || this.#store.data.generation.phase !== 'idle') return;
    if (this.#store.data.input.written !== written) return;
    if (result === null) this.#store.setInput({ written: null });
    else this.#store.set({ generation: { ...idleGeneration, phase: 'done', path, result } });
  }

  /** Ends the draft under way; what came is kept. */
  stop(): void {
    this.#reader.stopProject();
    // Nothing is asked of a model before everything has been read; stopped until then, nothing is.
    if (this.#starting !== null) this.#starting.abort();
    else this.#run?.stop();
  }

  /** Another model is chosen: what was said of one that failed goes, unless text came that can be gone on with. */
  forgetFailure(): void {
    const { generation, generateNotice } = this.#store.data;
    const failed = generation.phase === 'failed' && generation.path === null;
    if (failed || (generation.phase === 'idle' && generateNotice?.severity === 'error'))
      this.#store.set({ generation: idleGeneration, generateNotice: null });
  }

  /** @returns why the draft did not start, or `null` */
  async #prepare(signal: AbortSignal): Promise<Notice | null> {
    const { inputs, models } = this.#services;
    if (!this.#services.trusted()) return untrustedNotice();
    await Promise.all([this.#reader.output(), this.#reader.catchUp()]);
    await this.#reader.projectRead();
    const { data } = this.#store;
    if (data.outputProblem !== null) return problem(data.outputProblem);
    if (unresolvedQuestions(data).length > 0)
      return problem(t('Answer, assume or defer each blocking question first.'));
    const chosen = selectedModel(data);
    const brief = this.#reader.brief();
    if (chosen === null || brief === null || writableOutput(data) === null)
      return problem(t('Finish the earlier steps first.'));
    signal.throwIfAborted();
    const model = await models.connect(chosen.id);
    signal.throwIfAborted();
    if (!('stream' in model)) {
      const actions = failureActions(model.code);
      return { severity: 'error', text: `${model.message} ${model.remedy}`, actions };
    }
    const unwritable = await inputs.prepareOutput(brief.output);
    if (unwritable !== null) return problem(unwritable);
    // The spec is checked against the source as corrected, from its first moment on.
    if (!(await this.#corrections.carry(brief.output)))
      return problem(t('The corrections to the source cannot be written beside {0}.', brief.output));
    await models.remember(chosen.id);
    signal.throwIfAborted();
    const { excludedDocuments, includedDocuments, artefact } = data.input;
    const run = this.#services.generate(model, brief, {
      modelId: chosen.id,
      excludedDocuments,
      artefact,
      includedDocuments,
    });
    if (run === null) return problem(t('Another spec is being written. Stop it or wait for it.'));
    this.follow(run);
    return null;
  }

  /**
   * Shows how far a draft is, and runs it to its end.
   *
   * @param goesOn whether its path was taken before it began
   */
  follow(run: GenerationRun, goesOn = false): void {
    this.#run = run;
    this.#store.set({ generation: run.snapshot, generateNotice: null });
    this.#store.setInput({ written: null });
    const end = run.onDidChange((snapshot) => {
      const { phase, startedOver } = this.#store.data.generation;
      const moved = snapshot.phase !== phase || snapshot.startedOver !== startedOver;
      this.#store.set({ generation: snapshot }, moved ? 'state' : 'progress');
    });
    void run.run().then((snapshot) => {
      end();
      this.#store.set({ generation: snapshot });
      // The path is taken now; a further draft needs another one.
      if (snapshot.result !== null || goesOn) this.#store.setInput({ output: null });
      if (snapshot.result !== null) {
        if (snapshot.phase === 'done') this.#store.setInput({ written: snapshot.result.path });
        // The corrections beside a finished spec are its own from now on.
        this.#corrections.forget();
      }
      void this.#reader.output();
    });
  }
}

function problem(text: string): Notice {
  return { severity: 'error', text, actions: [] };
}
