import { randomBytes } from 'node:crypto';
import { readFile, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { planCalls, type CallPlan } from '../../../core/draft/calls/call-plan';
import { joinCalls, type KeptCall } from '../../../core/draft/calls/draft-in-calls';
import { joinAnswers } from '../../../core/draft/join-answers';
import type { DraftJournal } from './draft-journal';
import { readEnding, readHeader, type JournalEnding, type JournalHeader } from './journal-header';
import { answersOfCall, completeFile, endingFile, headerFile, NodeJournal } from './node-journal';

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
  readonly #folder: string;

  /** @param folder absolute */
  constructor(folder: string) {
    this.#folder = folder;
  }

  begin(header: JournalHeader): DraftJournal {
    // Sorted by name they are sorted by time.
    const id = `${header.begun.replace(/\D/g, '')}-${randomBytes(4).toString('hex')}`;
    return new NodeJournal(this.#folder, id, header);
  }

  /** Goes on with a journal: what comes is a further answer. */
  goOn({ id, answers }: UnfinishedDraft, header: JournalHeader): DraftJournal {
    return new NodeJournal(this.#folder, id, header, answers);
  }

  /** All there are, the newest first; not those that are being written by a process that lives. */
  async list(): Promise<readonly UnfinishedDraft[]> {
    const names = await readdir(this.#folder).catch(() => []);
    const drafts = await Promise.all(
      names
        .sort()
        .reverse()
        .map((id) => this.#read(id)),
    );
    return drafts.flatMap((draft) => draft ?? []);
  }

  async remove(id: string): Promise<void> {
    await rm(join(this.#folder, id), { recursive: true, force: true });
  }

  /** Removes the oldest of those that are of no more use than the files that their text is in. */
  async tidy(): Promise<void> {
    const saved = (await this.list()).filter(({ ending }) => ending?.saved === true);
    for (const { id } of saved.slice(mostKept)) await this.remove(id);
  }

  async #read(id: string): Promise<UnfinishedDraft | null> {
    const folder = join(this.#folder, id);
    const text = (name: string): Promise<string> => readFile(join(folder, name), 'utf8').catch(() => '');
    const header = readHeader(await text(headerFile));
    if (header === null) return null;
    const ending = readEnding(await text(endingFile));
    if (ending === null && (await isBeingWritten(folder, header.process))) return null;
    const names = (await readdir(folder).catch(() => [])).sort();
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
}

/** A process id is given again after a while, so that a folder nobody touches for long belongs to nobody. */
const longestSilence = 60 * 60_000;

async function isBeingWritten(folder: string, id: number): Promise<boolean> {
  if (id === process.pid) return false;
  try {
    process.kill(id, 0);
  } catch {
    return false;
  }
  const { mtimeMs } = await stat(folder);
  return Date.now() - mtimeMs < longestSilence;
}
