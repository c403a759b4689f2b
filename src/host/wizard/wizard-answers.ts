import { t } from '@vscode/l10n';
import {
  answersPath,
  parseAnswers,
  serialiseAnswers,
  type ReadAnswers,
} from '../../core/clarify/answers-file';
import { readKeptQuestions } from '../../core/clarify/model-questions';
import type { Answer } from '../../core/clarify/question';
import { recordedPath } from '../../core/text/path';
import type { AnswerView, Notice } from '../../shared/protocol';
import { chosenOutput } from './wizard-data';
import type { WizardReader } from './wizard-reader';
import type { WizardServices } from './wizard-services';
import type { WizardStore } from './wizard-store';

/**
 * The person's answers. They are part of the input, and lie in a file beside the spec's path from the first one on, so
 * that they outlive the wizard and can be edited there. What somebody changed in the file meanwhile is taken over; a file
 * that can't be read is reported and left as it is.
 */
export class WizardAnswers {
  readonly #services: Pick<WizardServices, 'inputs' | 'trusted'>;
  readonly #store: WizardStore;
  readonly #reader: WizardReader;
  /** Answers as they stood in the file when it was last read or written, by question. */
  #synced: ReadonlyMap<string, string> = new Map();
  /** Where this wizard has written them last. */
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
    const parsed = parseAnswers(found.text);
    if ('error' in parsed) return this.#report(damaged(found.path, parsed.error, parsed.line));
    this.#adopt(parsed.file);
    // A file beside the spec to be is written on; one beside an earlier spec belongs to that.
    if (found.path === this.#path) this.#remember(parsed.file.answers);
    this.#reader.clarify();
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

  get #path(): string | null {
    const { answersOf = null } = this.#store.data.input;
    if (answersOf !== null) return answersPath(answersOf);
    const output = chosenOutput(this.#store.data);
    return output === '' || this.#store.data.outputProblem !== null ? null : answersPath(output);
  }

  async #save(): Promise<void> {
    const { inputs, trusted } = this.#services;
    const path = this.#path;
    const { source } = this.#store.data.input;
    if (path === null || source === null || !trusted()) return;
    const there = await inputs.readBeside(path).catch(() => null);
    if (there !== null) {
      const parsed = parseAnswers(there);
      if ('error' in parsed) return this.#report(damaged(path, parsed.error, parsed.line));
      if (parsed.file.source !== null && parsed.file.source !== recordedPath(source))
        return this.#report(aboutAnother(path, parsed.file.source));
      this.#adopt(parsed.file);
    }
    const { answers, asked } = this.#store.data.input;
    if (answers.length === 0 && there === null) return;
    const { questions, settled } = this.#store.data.clarification;
    const file = {
      ...({ version: 1, source: recordedPath(source), answers } as const),
      asked: readKeptQuestions(asked),
    };
    try {
      await inputs.writeBeside(path, serialiseAnswers(file, [...questions, ...settled]));
    } catch {
      return this.#report(unwritable(path));
    }
    const earlier = this.#written;
    this.#written = path;
    this.#remember(answers);
    this.#report(null);
    if (earlier === null || earlier === path) return;
    // Answers beside a spec are that spec's.
    const spec = await inputs.readBeside(specOf(earlier)).catch(() => '');
    if (spec === null) await inputs.writeBeside(earlier, null).catch(() => undefined);
  }

  /** What differs from the last common state on one side only is that side's; on both sides the person's here. */
  #adopt({ answers, asked }: ReadAnswers): void {
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

function specOf(answers: string): string {
  return answers.replace(/\.answers\.json$/, '.md');
}

function keyOf(answer: Answer | undefined): string | undefined {
  if (answer === undefined) return undefined;
  return answer.kind === 'defer' ? `defer ${answer.owner ?? ''}` : `${answer.kind} ${answer.text}`;
}

function damaged(path: string, error: string, line: number | null): Notice {
  const place = line === null ? path : `${path}:${line}`;
  return {
    severity: 'error',
    text: t(
      '{0} can not be read: {1}. Repair or delete it; until then it is not overwritten, and answers are kept here only.',
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
    text: t('The answers can not be written to {0}. They are kept while this wizard is open.', path),
    actions: [],
  };
}
