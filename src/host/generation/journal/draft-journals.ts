import { writers } from '#platform/journal-storage';
import { planCalls, type CallPlan } from '../../../core/draft/calls/call-plan';
import { joinCalls, type KeptCall } from '../../../core/draft/calls/draft-in-calls';
import { joinAnswers } from '../../../core/draft/join-answers';
import type { JournalFiles } from '../../platform/journal-files';
import type { DraftJournal } from './draft-journal';
import { readEnding, readHeader, type JournalEnding, type JournalHeader } from './journal-header';
import { answersOfCall, completeFile, endingFile, FileJournal, headerFile } from './file-journal';

/** A draft that is not done, as its journal has it. */
export interface UnfinishedDraft {
  readonly id: string;
  readonly header: JournalHeader;
  /** What came, as one text; of several calls as far as it has no gap. */
  readonly written: string;
  /** What came of several calls; `null` where there is one. */
  readonly calls: {
    readonly plan: CallPlan;
    readonly kept: readonly KeptCall[];
    readonly all: string;
  } | null;
  /** How many answers that was, by call. */
  readonly answers: ReadonlyMap<number | null, number>;
  /** `null` where the editor went away while it was written. */
  readonly ending: JournalEnding | null;
}

/** Drafts that ended, and whose text is in a file, are kept so many; further ones go, the oldest first. */
const mostKept = 10;

/** The journals below one folder, which is made with the first of them. */
export class DraftJournals {
  readonly #storage: JournalFiles;

  constructor(storage: JournalFiles) {
    this.#storage = storage;
  }

  begin(header: JournalHeader): DraftJournal {
    // Sorted by name they are sorted by time.
    const id = `${header.begun.replace(/\D/g, '')}-${randomHex()}`;
    return new FileJournal(this.#storage, id, header);
  }

  /** Goes on with a journal: what comes is a further answer. */
  goOn({ id, answers }: UnfinishedDraft, header: JournalHeader): DraftJournal {
    return new FileJournal(this.#storage, id, header, answers);
  }

  /** All there are, the newest first; not those that are being written by a process that lives. */
  async list(): Promise<readonly UnfinishedDraft[]> {
    const names = await this.#storage.names('');
    const drafts = await Promise.all(
      [...names]
        .sort()
        .reverse()
        .map((id) => this.#read(id)),
    );
    return drafts.flatMap((draft) => draft ?? []);
  }

  async remove(id: string): Promise<void> {
    await this.#storage.remove(id);
  }

  /** Removes the oldest of those that are of no more use than the files that their text is in. */
  async tidy(): Promise<void> {
    const saved = (await this.list()).filter(({ ending }) => ending?.saved === true);
    for (const { id } of saved.slice(mostKept)) await this.remove(id);
  }

  async #read(id: string): Promise<UnfinishedDraft | null> {
    const text = (name: string): Promise<string> => this.#storage.text(`${id}/${name}`);
    const header = readHeader(await text(headerFile));
    if (header === null) return null;
    const ending = readEnding(await text(endingFile));
    if (ending === null && (await this.#isBeingWritten(id, header.process))) return null;
    const names = [...(await this.#storage.names(id))].sort();
    const answersOf = (prefix: string): Promise<readonly string[]> =>
      Promise.all(names.filter((name) => name.startsWith(prefix)).map(text));
    const plan = header.plan === undefined ? null : planCalls(header.plan);
    if (plan === null || header.plan === undefined) {
      const answers = await answersOf('answer-');
      const written = joinAnswers(answers);
      const draft = { id, header, written, calls: null, ending };
      return written === '' ? null : { ...draft, answers: new Map([[null, answers.length]]) };
    }
    const answers = await Promise.all(plan.calls.map((_, call) => answersOf(answersOfCall(call))));
    const kept = answers.map((of, call) => ({
      text: joinAnswers(of),
      complete: names.includes(completeFile(call)),
    }));
    if (kept.every((call) => call.text === '')) return null;
    const { inOrder, all } = joinCalls(header.plan, plan, kept);
    return {
      ...{ id, header, written: inOrder, calls: { plan, kept, all }, ending },
      answers: new Map(answers.map((of, call) => [call, of.length])),
    };
  }

  async #isBeingWritten(id: string, writer: number): Promise<boolean> {
    // One that was removed since its header was read is nobody's.
    const changed = await this.#storage.changed(id).catch(() => 0);
    return writers.mayLive(writer, Date.now() - changed);
  }
}

function randomHex(): string {
  return [...crypto.getRandomValues(new Uint8Array(4))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
