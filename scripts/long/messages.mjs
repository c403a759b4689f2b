import { join } from 'node:path';
import { cacheDir, rootDir } from '../vscode/cache.mjs';
import { run } from '../vscode/run.mjs';
import { bundleProgram } from './bundle-program.mjs';
import { writeResult } from './result.mjs';

/** @typedef {import('../../test/long/messages/main').MessagesResult} MessagesResult */

const usualSeed = 20261129;

/**
 * Sends malformed messages to the readers of all pages and to sessions of the wizard, and writes what came of it to
 * test/long/messages.md.
 * @param {string | undefined} count how many malformed ones; all by default
 * @returns {Promise<boolean>} whether everything held
 */
export async function messages(count = '100000') {
  const seed = Number(process.env['FUZZ_SEED'] ?? usualSeed);
  const program = join(cacheDir, 'long', 'messages.mjs');
  await bundleProgram(join(rootDir, 'test', 'long', 'messages', 'main.ts'), program);
  const started = Date.now();
  const { code, output } = await run(process.execPath, [program, count, String(seed)], { cwd: rootDir });
  const last = output.trim().split('\n').at(-1) ?? '';
  if (code !== 0 || !last.startsWith('{')) throw new Error(`The program ended with ${code}:\n${output}`);
  /** @type {MessagesResult} */
  const { malformed, proper, taken, sessions, states, failures } = JSON.parse(last);
  writeResult('messages', {
    title: 'Malformed messages of pages',
    how: [
      'Arbitrary values, and valid messages with fields missing, of the wrong type, huge, with keys of prototypes and wrong paths, in',
      'any order (`test/long/messages`): read by the guards of wizard, coverage view and metrics, and, where a guard lets one pass,',
      'handled by a session of the wizard, among proper messages and without waiting for them. Nothing may throw or reject, no path',
      'outside of the workspace may be read, opened or written, and every state has to fit its own schema.',
    ],
    seed,
    figures: [
      ['malformed messages', malformed.toLocaleString('en')],
      ['of these let pass by a guard', taken.toLocaleString('en')],
      ['proper messages with odd values among them', proper.toLocaleString('en')],
      ['sessions', sessions.toLocaleString('en')],
      ['states held against their schema', states.toLocaleString('en')],
      ['failures', String(failures.length)],
      ['minutes', ((Date.now() - started) / 60_000).toFixed(1)],
    ],
    failures: failures.slice(0, 40),
  });
  return failures.length === 0;
}
