import type { FileHandle } from 'node:fs/promises';
import { mkdir, open, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DraftJournal } from './draft-journal';
import type { JournalEnding, JournalHeader } from './journal-header';

export const headerFile = 'draft.json';
export const endingFile = 'ended.json';
export const answerFile = (number: number): string => `answer-${String(number).padStart(3, '0')}.md`;

/**
 * A journal as a folder: the header, and a file for each answer with its text as it came. Nothing is made before the first
 * text, so that a model that fails at once leaves none. One write is under way at a time and takes all that gathered
 * meanwhile, so that the stream never waits for the disk.
 */
export class NodeJournal implements DraftJournal {
  readonly id: string;
  readonly #folder: string;
  readonly #header: JournalHeader;
  #answer: number;
  #file: FileHandle | null = null;
  /** What waits to be written, an item for each change of the file. */
  #waiting: { readonly answer: number; text: string }[] = [];
  #opened = 0;
  #writing: Promise<void> | null = null;
  /** Characters that were taken, and those of them that are on disk. */
  #taken = 0;
  #kept = 0;
  /** Who waits until so many are. */
  #waiters: { readonly upTo: number; readonly tell: () => void }[] = [];
  #problem: string | null = null;
  #begun: boolean;

  /**
   * @param parent folder that holds the journals
   * @param answers how many answers it holds already
   */
  constructor(parent: string, id: string, header: JournalHeader, answers = 0) {
    this.id = id;
    this.#folder = join(parent, id);
    this.#header = header;
    this.#answer = answers;
    this.#begun = false;
  }

  get problem(): string | null {
    return this.#problem;
  }

  nextAnswer(): void {
    this.#answer += 1;
  }

  append(text: string): void {
    if (text === '' || this.#problem !== null) return;
    if (this.#answer === 0) this.#answer = 1;
    this.#taken += text.length;
    const last = this.#waiting.at(-1);
    if (last?.answer === this.#answer) last.text += text;
    else this.#waiting.push({ answer: this.#answer, text });
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
      await this.#file?.close();
      this.#file = null;
      if (this.#begun || this.#answer > 1)
        await writeFile(join(this.#folder, endingFile), JSON.stringify(ending));
    } catch (error) {
      this.#problem = messageOf(error);
    }
  }

  async remove(): Promise<void> {
    await this.written();
    await this.#writing;
    await this.#file?.close().catch(() => undefined);
    this.#file = null;
    await rm(this.#folder, { recursive: true, force: true }).catch(() => undefined);
  }

  async #write(): Promise<void> {
    try {
      for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
        const file = await this.#fileOf(next.answer);
        await file.appendFile(next.text);
        // In the file system is not yet on the disk.
        await file.datasync();
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

  async #fileOf(answer: number): Promise<FileHandle> {
    if (this.#file !== null && this.#opened === answer) return this.#file;
    await this.#file?.close();
    this.#file = null;
    if (!this.#begun) {
      await mkdir(this.#folder, { recursive: true });
      await writeFile(join(this.#folder, headerFile), JSON.stringify(this.#header));
      await rm(join(this.#folder, endingFile), { force: true });
      this.#begun = true;
    }
    this.#file = await open(join(this.#folder, answerFile(answer)), 'a');
    this.#opened = answer;
    return this.#file;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error);
}
