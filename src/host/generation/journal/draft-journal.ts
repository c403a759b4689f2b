import type { JournalEnding } from './journal-header';

/** Keeps what a model sends, before anything is made of it. */
export interface DraftJournal {
  /** Identifies it among the journals of a window. */
  readonly id: string;
  /** Why it could not be written, or `null`. */
  readonly problem: string | null;
  /** Begins another answer; of one call, by its index, where the draft is in several. */
  nextAnswer(call?: number): void;
  /** Takes a piece of the answer under way; returns at once. */
  append(text: string, call?: number): void;
  /** Notes that all of one of several calls has come. */
  complete(call: number): void;
  /** Settles when all that was taken so far is on disk, or can not be written; never rejects. */
  written(): Promise<void>;
  /** Notes how the draft ended, and leaves it for who wants to go on. Never rejects. */
  end(ending: JournalEnding): Promise<void>;
  /** Removes it: all that it holds is in a spec. Never rejects. */
  remove(): Promise<void>;
}
