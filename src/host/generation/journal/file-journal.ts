import type { AppendedFile, JournalFiles } from '../../platform/journal-files';
import type { DraftJournal } from './draft-journal';
import type { JournalEnding, JournalHeader } from './journal-header';

export const headerFile = 'draft.json';
export const endingFile = 'ended.json';
const padded = (number: number, digits: number): string => String(number).padStart(digits, '0');
/** @param call `null` where the draft is in one */
export const answerFile = (call: number | null, number: number): string =>
  `${call === null ? '' : `call-${padded(call + 1, 2)}-`}answer-${padded(number, 3)}.md`;
/** What the names of all answers of a call begin with. */
export const answersOfCall = (call: number): string => `call-${padded(call + 1, 2)}-answer-`;
export const completeFile = (call: number): string => `call-${padded(call + 1, 2)}-complete`;

/**
 * A journal as a folder: the header, and a file for each answer with its text as it came; of a draft in several calls for each answer
 * of each call, and for each call that is complete. Nothing is made before the first
 * text, so that a model that fails at once leaves none. One write is under way at a time and takes all that gathered
 * meanwhile, so that the stream never waits for the disk.
 */
export class FileJournal implements DraftJournal {
  readonly id: string;
  readonly #storage: JournalFiles;
  readonly #header: JournalHeader;
  /** Answers so far, by call. */
  readonly #answers: Map<number | null, number>;
  readonly #files = new Map<string, AppendedFile>();
  /** What waits to be written, an item for each change of the file. */
  #waiting: { readonly file: string; text: string }[] = [];
  #writing: Promise<void> | null = null;
  /** Characters that were taken, and those of them that are on disk. */
  #taken = 0;
  #kept = 0;
  /** Who waits until so many are. */
  #waiters: { readonly upTo: number; readonly tell: () => void }[] = [];
  #problem: string | null = null;
  #begun: boolean;

  /**
   * @param storage holds the journals, each in a folder that is named by its id
   * @param answers how many answers it holds already, by call
   */
  constructor(
    storage: JournalFiles,
    id: string,
    header: JournalHeader,
    answers: ReadonlyMap<number | null, number> = new Map(),
  ) {
    this.id = id;
    this.#storage = storage;
    this.#header = header;
    this.#answers = new Map(answers);
    this.#begun = false;
  }

  get problem(): string | null {
    return this.#problem;
  }

  nextAnswer(call: number | null = null): void {
    this.#answers.set(call, (this.#answers.get(call) ?? 0) + 1);
  }

  append(text: string, call: number | null = null): void {
    const answer = Math.max(1, this.#answers.get(call) ?? 0);
    this.#answers.set(call, answer);
    this.#take(answerFile(call, answer), text);
  }

  complete(call: number): void {
    // One character: a file that is there and empty might be one that was being written.
    this.#take(completeFile(call), '.');
  }

  #take(file: string, text: string): void {
    if (text === '' || this.#problem !== null) return;
    this.#taken += text.length;
    const last = this.#waiting.at(-1);
    if (last?.file === file) last.text += text;
    else this.#waiting.push({ file, text });
    this.#writing ??= this.#write();
  }

  written(): Promise<void> {
    if (this.#kept >= this.#taken || this.#problem !== null) return Promise.resolve();
    const upTo = this.#taken;
    return new Promise((tell) => this.#waiters.push({ upTo, tell }));
  }

  async end(ending: JournalEnding): Promise<void> {
    await this.written();
    await this.#writing;
    try {
      await this.#close();
      if (this.#begun || [...this.#answers.values()].some((answer) => answer > 1))
        await this.#storage.write(`${this.id}/${endingFile}`, JSON.stringify(ending));
    } catch (error) {
      this.#problem = messageOf(error);
    }
  }

  async remove(): Promise<void> {
    await this.written();
    await this.#writing;
    await this.#close().catch(() => undefined);
    await this.#storage.remove(this.id).catch(() => undefined);
  }

  async #write(): Promise<void> {
    try {
      for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
        const file = await this.#fileOf(next.file);
        await file.append(next.text);
        this.#kept += next.text.length;
        this.#tell();
      }
    } catch (error) {
      this.#problem = messageOf(error);
      this.#tell();
    } finally {
      this.#writing = null;
    }
  }

  #tell(): void {
    const due = this.#waiters.filter(({ upTo }) => upTo <= this.#kept || this.#problem !== null);
    this.#waiters = this.#waiters.filter((waiter) => !due.includes(waiter));
    for (const { tell } of due) tell();
  }

  async #close(): Promise<void> {
    const files = [...this.#files.values()];
    this.#files.clear();
    for (const file of files) await file.close();
  }

  async #fileOf(name: string): Promise<AppendedFile> {
    const known = this.#files.get(name);
    if (known !== undefined) return known;
    if (!this.#begun) {
      await this.#storage.write(`${this.id}/${headerFile}`, JSON.stringify(this.#header));
      await this.#storage.remove(`${this.id}/${endingFile}`);
      this.#begun = true;
    }
    const file = await this.#storage.open(`${this.id}/${name}`);
    this.#files.set(name, file);
    return file;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error);
}
