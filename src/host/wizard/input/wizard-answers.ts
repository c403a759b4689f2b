import { t } from '@vscode/l10n';
import { answersPath } from '../../../core/clarify/answers-file';
import {
  answersFolder,
  answerWrites,
  joinAnswers,
  type AnswersProblem,
  type KeptAnswers,
} from '../../../core/clarify/kept-answers';
import { readKeptQuestions } from '../../../core/clarify/model-questions';
import type { Answer } from '../../../core/clarify/question';
import { joinPath, recordedPath } from '../../../core/text/path';
import type { Notice } from '../../../shared/wizard/notice';
import type { AnswerView } from '../../../shared/wizard/questions-state';
import { writableOutput } from '../data/wizard-data';
import type { WizardReader } from '../reading/wizard-reader';
import type { WizardServices } from '../data/wizard-services';
import type { WizardStore } from '../data/wizard-store';

/**
 * The person's answers. They are part of the input, and lie in files beside the spec's path from the first one on, so
 * that they outlive the wizard and can be edited there. What somebody changed in the file meanwhile is taken over; a file
 * that can't be read is reported and left as it is.
 */
export class WizardAnswers {
  readonly #services: Pick<WizardServices, 'inputs' | 'trusted'>;
  readonly #store: WizardStore;
  readonly #reader: WizardReader;
  /** Answers as they stood in the files when those were last read or written, by question. */
  #synced: ReadonlyMap<string, string> = new Map();
  /** The spec that this wizard has written them beside last. */
  #written: string | null = null;
  /** One write after the other. */
  #saving: Promise<void> = Promise.resolve();

  constructor(
    services: Pick<WizardServices, 'inputs' | 'trusted'>,
    store: WizardStore,
    reader: WizardReader,
  ) {
    this.#services = services;
    this.#store = store;
    this.#reader = reader;
  }

  /** Takes over what was answered before for the source as it is now; answers of this wizard win. */
  async load(): Promise<void> {
    const { source, answersOf = null } = this.#store.data.input;
    if (source === null) return;
    const found = await this.#services.inputs.findAnswers(source, answersOf).catch(() => null);
    if (found === null || source !== this.#store.data.input.source) return;
    const { answers } = found;
    const [problem] = answers.problems;
    if (problem !== undefined) this.#report(damaged(problem));
    this.#adopt(answers);
    // What lies beside the spec to be is written on; what lies beside an earlier spec belongs to that.
    if (this.#spec !== null && found.spec === stemOf(this.#spec)) this.#remember(answers.answers);
    this.#reader.clarify();
  }

  /** Defers every question that has no answer yet. */
  deferRest(): Promise<void> {
    const { answers } = this.#store.data.input;
    const answered = new Set(answers.map(({ questionId }) => questionId));
    const deferred = this.#store.data.clarification.questions
      .filter(({ id }) => !answered.has(id))
      .map(({ id }): AnswerView => ({ kind: 'defer', questionId: id }));
    return this.change([...answers, ...deferred]);
  }

  /** Sets or takes back one answer and saves. */
  async give(questionId: string, answer: AnswerView | null): Promise<void> {
    const others = this.#store.data.input.answers.filter((other) => other.questionId !== questionId);
    await this.change(answer === null ? others : [...others, answer]);
  }

  async change(answers: readonly AnswerView[]): Promise<void> {
    this.#store.setInput({ answers: [...answers] });
    this.#reader.clarify();
    await this.save();
  }

  /** To be called when the source is another one, or its spec is written. */
  forget(): void {
    this.#written = null;
    this.#synced = new Map();
    this.#report(null);
  }

  /** Writes them where the spec will go; a change of path takes them along. */
  save(): Promise<void> {
    this.#saving = this.#saving.then(() => this.#save());
    return this.#saving;
  }

  /** The spec that they lie beside. */
  get #spec(): string | null {
    const { answersOf = null } = this.#store.data.input;
    // What a page has stored is no word of the host's.
    return answersOf === null ? writableOutput(this.#store.data) : joinPath('', answersOf);
  }

  async #save(): Promise<void> {
    const { inputs, trusted } = this.#services;
    const spec = this.#spec;
    const { source } = this.#store.data.input;
    if (spec === null || source === null || !trusted()) return;
    const kept = joinAnswers(await inputs.answersBeside(spec).catch(() => new Map<string, string>()));
    const other = kept.sources.find((about) => about !== recordedPath(source));
    const [place = answersPath(spec)] = kept.texts.keys();
    if (other !== undefined) return this.#report(aboutAnother(place, other));
    const whole = kept.problems.find(({ path }) => path === answersPath(spec));
    // Nobody knows which answers it holds, so none can be written elsewhere.
    if (whole !== undefined) return this.#report(damaged(whole));
    if (kept.texts.size > 0) this.#adopt(kept);
    const { answers, asked } = this.#store.data.input;
    const { questions, settled } = this.#store.data.clarification;
    const file = {
      ...({ version: 1, source: recordedPath(source), answers } as const),
      asked: readKeptQuestions(asked),
    };
    for (const { path, text } of answerWrites(spec, kept, file, [...questions, ...settled])) {
      try {
        await inputs.writeBeside(path, text);
      } catch {
        return this.#report(unwritable(path));
      }
    }
    const earlier = this.#written;
    this.#written = spec;
    this.#remember(answers);
    const [problem] = kept.problems;
    this.#report(problem === undefined ? null : damaged(problem));
    if (earlier !== null && earlier !== spec) await this.#takeAway(earlier);
  }

  /** Removes the answers beside a path that no spec was written to: those beside a spec are that spec's. */
  async #takeAway(earlier: string): Promise<void> {
    const { inputs } = this.#services;
    if ((await inputs.readBeside(earlier).catch(() => '')) !== null) return;
    const there = await inputs.answersBeside(earlier).catch(() => new Map<string, string>());
    for (const path of [...there.keys(), answersFolder(earlier)])
      await inputs.writeBeside(path, null).catch(() => undefined);
  }

  /** What differs from the last common state on one side only is that side's; on both sides the person's here. */
  #adopt({ answers, asked }: Pick<KeptAnswers, 'answers' | 'asked'>): void {
    const { input } = this.#store.data;
    const own = new Map(input.answers.map((answer) => [answer.questionId, answer]));
    const theirs = new Map(answers.map((answer) => [answer.questionId, answer]));
    const merged = [...new Set([...own.keys(), ...theirs.keys()])].flatMap((id): readonly AnswerView[] => {
      const [mine, other] = [own.get(id), theirs.get(id)];
      const isMine = keyOf(mine) !== this.#synced.get(id);
      const taken = isMine && (mine !== undefined || this.#synced.has(id)) ? mine : other;
      return taken === undefined ? [] : [taken];
    });
    const known = readKeptQuestions(input.asked);
    const ids = new Set(known.map(({ id }) => id));
    this.#store.setInput({
      answers: merged,
      asked: [...known, ...asked.filter(({ id }) => !ids.has(id))],
    });
  }

  #remember(answers: readonly Answer[]): void {
    this.#synced = new Map(answers.map((answer) => [answer.questionId, keyOf(answer) ?? '']));
  }

  #report(notice: Notice | null): void {
    this.#store.set({ answersNotice: notice });
  }
}

function stemOf(spec: string): string {
  return spec.replace(/\.(?:md|markdown)$/i, '');
}

function keyOf(answer: Answer | undefined): string | undefined {
  if (answer === undefined) return undefined;
  return answer.kind === 'defer' ? `defer ${answer.owner ?? ''}` : `${answer.kind} ${answer.text}`;
}

function damaged({ path, error, line }: AnswersProblem): Notice {
  const place = line === null ? path : `${path}:${line}`;
  return {
    severity: 'error',
    text: t(
      '{0} cannot be read: {1}. Repair or delete it; until then it is not overwritten, and answers are kept here only.',
      place,
      error,
    ),
    actions: [{ id: `openAnswers:${line ?? 1}:${path}`, label: t('Open the File') }],
  };
}

function aboutAnother(path: string, source: string): Notice {
  return {
    severity: 'error',
    text: t(
      '{0} holds the answers about {1} and is not overwritten. Choose another path for the spec.',
      path,
      source,
    ),
    actions: [{ id: `openAnswers:1:${path}`, label: t('Open the File') }],
  };
}

function unwritable(path: string): Notice {
  return {
    severity: 'warning',
    text: t('The answers cannot be written to {0}. They are kept while this wizard is open.', path),
    actions: [],
  };
}
