import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { gitEnvironment, gitSafeguards } from '../../../core/ports/git';
import type { GitProgram } from '../git-program';

/** Listing a very large workspace takes a second or two; beyond this, walking through it is the better way. */
const longestRunMs = 20_000;
const longestOutput = 512 * 1024 * 1024;

export const gitProgram: GitProgram | null = {
  environment: process.env,
  pathDelimiter: delimiter,
  run: (program, folder, args, { signal, environment }) =>
    new Promise((done, aborted) => {
      execFile(
        program,
        [...gitSafeguards, ...args],
        {
          cwd: folder,
          timeout: longestRunMs,
          maxBuffer: longestOutput,
          windowsHide: true,
          env: { ...process.env, ...gitEnvironment, ...environment },
          signal,
          // Made one text at the end: a text of pieces is put together again for each search in it.
          encoding: 'buffer',
        },
        (error, output, problems) => {
          const isFine = error === null && !problems.includes('could not open directory');
          if (signal?.aborted === true) aborted(signal.reason as Error);
          else done(isFine ? output.toString() : null);
        },
      );
    }),
  async index(folder) {
    const bytes = await readFile(join(folder, '.git', 'index')).catch(() => null);
    return bytes && { bytes, text: bytes.toString('latin1') };
  },
};
