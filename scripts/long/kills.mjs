import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { cacheDir, rootDir } from '../vscode/cache.mjs';
import { run } from '../vscode/run.mjs';

/** What the test says of a kill; the last of a number counts. */
const kept = join(cacheDir, 'long', 'killed-host.jsonl');

/**
 * @typedef {object} Kill
 * @property {number} number from 1
 * @property {number} line at which the kill came
 * @property {number} delay milliseconds after that line was shown
 * @property {boolean | undefined} opened whether the window had a Markdown file open when the draft was offered
 * @property {number} shown characters in the editor just before
 * @property {number} kept characters that the resumed draft went on from
 * @property {number} whole characters of the resumed spec, which is compared with what was sent
 * @property {number} seconds from the command to the resumed spec on disk
 */

/**
 * Kills the extension host while a draft streams, and writes what came of it to test/long/kills.md.
 * @param {string | undefined} portion which kills, such as `11-20`: it replaces its own rows and leaves the others
 * @returns {Promise<boolean>} whether nothing was lost
 */
export async function kills(portion = '1-50') {
  mkdirSync(join(kept, '..'), { recursive: true });
  if (portion === '1-50') rmSync(kept, { force: true });

  const { code } = await run(
    'npx',
    ['--no-install', 'vitest', 'run', '--project', 'e2e', 'test/e2e/killed-host.test.ts'],
    {
      cwd: rootDir,
      echo: true,
      env: { ...process.env, TECH_SPEC_KILLS: portion, TECH_SPEC_KILLS_FILE: kept },
      shell: process.platform === 'win32',
    },
  );

  /** @type {Map<number, Kill>} */
  const found = new Map();
  for (const line of existsSync(kept) ? readFileSync(kept, 'utf8').split('\n') : []) {
    if (line === '') continue;
    /** @type {Kill} */
    const kill = JSON.parse(line);
    found.set(kill.number, kill);
  }
  const rows = [...found.values()].sort((a, b) => a.number - b.number);
  const cells = rows.map(
    ({ number, line, delay, opened, shown, kept: from, whole, seconds }) =>
      `| ${number} | ${line} | ${delay} | ${opened === undefined ? '?' : opened ? 'yes' : 'no'} | ${shown} | ${from} | ${from - shown} | ${whole} | ${seconds.toFixed(1)} |`,
  );
  const text = [
    '# Kills of the extension host',
    '',
    'Written by `npm run test:long -- kills` (`test/e2e/killed-host.test.ts`): the process of the extension host gets SIGKILL while a draft',
    'streams, the window is loaded again, and the draft is resumed from the message there. A row stands here only where the resumed',
    'spec was what the server sent, byte for byte, and where nothing had been in the editor that was not kept on disk.',
    '',
    `${rows.length} kills lost nothing; ${cpus().length} cores, ${process.platform}, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}.`,
    '',
    '| kill | at line | ms after it | Markdown open afterwards | characters in the editor | gone on from | ahead of the editor | whole spec | seconds |',
    '| ---: | ---: | ---: | --- | ---: | ---: | ---: | ---: | ---: |',
    ...cells,
    '',
  ].join('\n');
  writeFileSync(join(rootDir, 'test', 'long', 'kills.md'), text);
  console.log(text);
  return code === 0;
}
