import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { availableParallelism, constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { setInterval, clearInterval } from 'node:timers';
import { cacheDir, rootDir } from '../vscode/cache.mjs';
import { bundleProgram } from './bundle-program.mjs';
import { machine, writePortion } from './fuzz-result.mjs';

/** @typedef {import('../../test/long/fuzz/main').Progress} Progress */
/** @typedef {import('../../test/long/fuzz/main').Failure} Failure */

/** A document that is not done after this long, in milliseconds, hangs. */
const hangs = 10 * 60_000;
const usualSeed = 20261129;
/** In megabytes: what a document leaves is dead with the next one, so it is seldom looked through for what lives. */
const youngGeneration = '--max-semi-space-size=64';

/**
 * Has one process work through its share, and another one through what is left where that dies or hangs.
 * @param {string} program
 * @param {{ seed: number, from: number, to: number, step: number }} share
 * @param {{ progress: (progress: Progress) => void, failure: (failure: Failure) => void, stop: AbortSignal }} on
 * @returns {Promise<void>}
 */
async function workThrough(program, { seed, from, to, step }, on) {
  const status = join(cacheDir, 'long', 'fuzz', `at-${from % step}`);
  writeFileSync(status, String(from));
  const numbers = [seed, from, to, step].map(String);
  const child = spawn(process.execPath, [youngGeneration, program, rootDir, ...numbers, status], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  const end = () => child.kill('SIGKILL');
  on.stop.addEventListener('abort', end);
  let rest = '';
  child.stdout.setEncoding('utf8');
  child.stdout.on('data', (/** @type {string} */ chunk) => {
    const lines = `${rest}${chunk}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const said = JSON.parse(line);
      if ('progress' in said) on.progress(said.progress);
      else on.failure(said.failure);
    }
  });
  let [at, since] = [from, Date.now()];
  const watch = setInterval(() => {
    const now = Number(readFileSync(status, 'utf8'));
    if (now !== at) [at, since] = [now, Date.now()];
    else if (Date.now() - since > hangs) child.kill('SIGKILL');
  }, 5000);
  const code = await new Promise((resolve) => child.on('close', resolve));
  clearInterval(watch);
  on.stop.removeEventListener('abort', end);
  if (code === 0 || on.stop.aborted) return;
  const died = Number(readFileSync(status, 'utf8'));
  on.failure({ number: died, what: `the process ended with ${code ?? 'a signal'}`, document: '' });
  if (died + step < to) await workThrough(program, { seed, from: died + step, to, step }, on);
}

/**
 * Parses and checks made-up documents, and writes what came of it to test/long/fuzz.md.
 * @param {string | undefined} portion how many, or the numbers of the first and the last one, such as `131489-140000`; a million by
 * default
 * @returns {Promise<boolean>} whether everything held
 */
export async function fuzz(portion = '1000000') {
  const [first = 0, last] = portion.split('-').map(Number);
  const [from, to] = last === undefined ? [0, first] : [first, last + 1];
  const total = to - from;
  const seed = Number(process.env['FUZZ_SEED'] ?? usualSeed);
  const processes = Math.min(Number(process.env['FUZZ_PROCESSES'] ?? availableParallelism()), total);
  mkdirSync(join(cacheDir, 'long', 'fuzz'), { recursive: true });
  const program = join(cacheDir, 'long', 'fuzz', 'main.mjs');
  await bundleProgram(join(rootDir, 'test', 'long', 'fuzz', 'main.ts'), program);
  const started = Date.now();
  /** What each process has done; a later one of the same share adds to it. @type {Progress[]} */
  const done = [];
  /** @type {Failure[]} */
  const failures = [];
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => stop.abort());
  let told = Date.now();
  const shares = Array.from({ length: processes }, (_, index) => {
    let begun = 0;
    return workThrough(
      program,
      { seed, from: from + index, to, step: processes },
      {
        stop: stop.signal,
        progress: (progress) => {
          // A process that took over counts from nought again.
          if (begun > 0 && progress.documents < (done[index]?.documents ?? 0)) begun += 1;
          done[index] = progress;
          if (Date.now() - told < 60_000) return;
          told = Date.now();
          console.log(`${sum(done, 'documents')} documents, ${failures.length} failures`);
        },
        failure: (failure) => {
          failures.push(failure);
          console.error(
            `Document ${failure.number} of seed ${seed} ${failure.what}\n${JSON.stringify(failure.document)}\n`,
          );
        },
      },
    );
  });
  await Promise.all(shares);
  const documents = sum(done, 'documents');
  const time = sum(done, 'time');
  const slowest = done.flatMap((progress) => progress.slowest).sort((a, b) => b.time - a.time);
  const [worst] = slowest;
  writePortion({
    ...{ seed, from, to },
    cells: [
      documents.toLocaleString('en'),
      sum(done, 'characters').toLocaleString('en'),
      String(failures.length),
      (time / Math.max(documents, 1)).toFixed(2),
      String(worst?.number ?? ''),
      worst?.time.toFixed(0) ?? '',
      (Math.max(...done.map(({ memory }) => memory)) / 1e6).toFixed(0),
      String(processes),
      ((Date.now() - started) / 60_000).toFixed(1),
      machine(),
    ],
    failures: failures.map(({ number, what }) => ({
      number,
      what: (what.split('\n')[0] ?? '').replaceAll('|', '\\|'),
    })),
  });
  return failures.length === 0 && documents === total;
}

/** @param {readonly Progress[]} done @param {'documents' | 'characters' | 'time'} what */
function sum(done, what) {
  return done.reduce((all, progress) => all + progress[what], 0);
}
