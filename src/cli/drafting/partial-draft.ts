import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import * as v from 'valibot';
import type { CallPlan } from '../../core/draft/calls/call-plan';
import type { KeptCall } from '../../core/draft/calls/draft-in-calls';
import { partialCallsPath, partialPath } from '../../core/workspace/files/partial-path';
import { CliFailure, errorCode } from '../failure';

const callsFile = v.object({
  /** Sections that each call writes. */
  calls: v.pipe(v.array(v.array(v.string())), v.maxLength(100)),
  /** Those that are complete. */
  complete: v.array(v.number()),
});

/** What an earlier draft in several calls left. */
export interface PartialCalls {
  readonly calls: readonly (readonly string[])[];
  readonly kept: readonly KeptCall[];
}

/**
 * What a model sent so far, verbatim, in files beside the spec to be: one, or one for each call of a draft. Each piece is
 * written as it comes, so that nothing is lost however the program ends.
 */
export class PartialDraft {
  /** As it is shown to a person. */
  readonly shown: string;
  readonly #target: string;
  readonly #name: string;
  readonly #open = new Map<number, number>();
  readonly #complete = new Set<number>();
  #plan: CallPlan | null = null;
  #goesOn = false;

  /**
   * @param target absolute path of the spec
   * @param shown the same as a person would name it
   */
  constructor(target: string, shown: string) {
    this.#target = target;
    this.#name = shown;
    this.shown = partialPath(shown);
  }

  /**
   * What an earlier draft left, or `null` where it left nothing. Leaving the byte order mark where it is, so that the
   * file stays as it was.
   *
   * @throws CliFailure when it can't be read
   */
  read(): string | null {
    return this.#read(partialPath(this.#target), this.shown);
  }

  /**
   * The same of a draft in several calls; `null` where it was in one.
   *
   * @throws CliFailure when it can't be read
   */
  readCalls(): PartialCalls | null {
    const shown = partialCallsPath(this.#name);
    const text = this.#read(partialCallsPath(this.#target), shown);
    if (text === null) return null;
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      value = null;
    }
    const noted = v.safeParse(callsFile, value);
    if (!noted.success)
      throw new CliFailure(`${shown} cannot be read: it tells no calls. Draft without --resume.`);
    const { calls, complete } = noted.output;
    const kept = calls.map((_, call) => ({
      text: this.#read(partialPath(this.#target, call), partialPath(this.#name, call)) ?? '',
      complete: complete.includes(call),
    }));
    return { calls, kept };
  }

  #read(path: string, shown: string): string | null {
    try {
      return new TextDecoder('utf-8', { ignoreBOM: true }).decode(readFileSync(path));
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return null;
      throw new CliFailure(`${shown} cannot be read (${errorCode(error)}). Check its permissions.`);
    }
  }

  /**
   * Says what is to come; nothing is written before the first text.
   *
   * @param kept what the draft goes on with, by call; `null` where it begins anew, so that what lies there is replaced
   */
  begin(plan: CallPlan | null, kept: readonly KeptCall[] | null): void {
    this.#plan = plan;
    this.#goesOn = kept !== null;
    for (const [call, { complete }] of (kept ?? []).entries()) if (complete) this.#complete.add(call);
  }

  /**
   * Adds a piece.
   *
   * @param call its index, where the draft is in several
   * @throws CliFailure when it can't be written
   */
  append(text: string, call = 0): void {
    if (text === '') return;
    try {
      if (this.#open.size === 0) this.#start();
      const file = this.#open.get(call) ?? openSync(partialPath(this.#target, call), 'a');
      this.#open.set(call, file);
      writeSync(file, text);
    } catch (error) {
      throw new CliFailure(
        `${partialPath(this.#name, call)} cannot be written (${errorCode(error)}). Choose another file with --out.`,
      );
    }
  }

  /** Notes that all of a call has come. */
  complete(call: number): void {
    this.#complete.add(call);
    this.#note();
  }

  /** Files there are, as a person would name them. */
  get all(): readonly string[] {
    return this.#parts().map((call) => partialPath(this.#name, call));
  }

  /** Ends the writing; what was written stays. */
  close(): void {
    for (const file of this.#open.values()) closeSync(file);
    this.#open.clear();
  }

  /** Removes it: all that it holds is in the spec. */
  remove(): void {
    this.close();
    for (const call of this.#parts()) rmSync(partialPath(this.#target, call), { force: true });
    rmSync(partialCallsPath(this.#target), { force: true });
  }

  #start(): void {
    mkdirSync(dirname(this.#target), { recursive: true });
    if (!this.#goesOn) this.remove();
    this.#goesOn = true;
    this.#note();
  }

  #note(): void {
    if (this.#plan === null) return;
    const noted = { calls: this.#plan.calls.map(({ keys }) => keys), complete: [...this.#complete] };
    writeFileSync(partialCallsPath(this.#target), `${JSON.stringify(noted)}\n`);
  }

  #parts(): readonly number[] {
    return Array.from({ length: mostCalls }, (_, call) => call).filter((call) =>
      existsSync(partialPath(this.#target, call)),
    );
  }
}

const mostCalls = 100;
