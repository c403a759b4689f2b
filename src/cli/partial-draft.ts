import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { partialPath } from '../core/draft/partial-path';
import { CliFailure } from './failure';

/**
 * What a model sent so far, verbatim, in a file beside the spec to be. Each piece is written as it comes, so that
 * nothing is lost however the program ends.
 */
export class PartialDraft {
  /** As it is shown to a person. */
  readonly shown: string;
  readonly #path: string;
  #file: number | null = null;

  /**
   * @param target absolute path of the spec
   * @param shown the same as a person would name it
   */
  constructor(target: string, shown: string) {
    this.#path = partialPath(target);
    this.shown = partialPath(shown);
  }

  /**
   * What an earlier draft left, or `null` where it left nothing. Leaving the byte order mark where it is, so that the
   * file stays as it was.
   *
   * @throws CliFailure when it can't be read
   */
  read(): string | null {
    try {
      return new TextDecoder('utf-8', { ignoreBOM: true }).decode(readFileSync(this.#path));
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return null;
      throw new CliFailure(`${this.shown} can not be read (${codeOf(error)}). Check its permissions.`);
    }
  }

  /**
   * Adds a piece; the first one replaces what lies there unless the draft goes on.
   *
   * @throws CliFailure when it can't be written
   */
  append(text: string, goesOn: boolean): void {
    if (text === '') return;
    try {
      if (this.#file === null) {
        mkdirSync(dirname(this.#path), { recursive: true });
        this.#file = openSync(this.#path, goesOn ? 'a' : 'w');
      }
      writeSync(this.#file, text);
    } catch (error) {
      throw new CliFailure(
        `${this.shown} can not be written (${codeOf(error)}). Choose another file with --out.`,
      );
    }
  }

  /** Ends the writing; what was written stays. */
  close(): void {
    if (this.#file !== null) closeSync(this.#file);
    this.#file = null;
  }

  /** Removes it: all that it holds is in the spec. */
  remove(): void {
    this.close();
    rmSync(this.#path, { force: true });
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
