import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cacheDir, rootDir } from '../vscode/cache.mjs';
import { run } from '../vscode/run.mjs';
import { writeResult } from './result.mjs';

/** @typedef {import('../../test/long/soak/soak.long').SoakResult} SoakResult */

/** From this cycle of a window on its heap may grow by a tenth. */
const settledCycle = 5;

/**
 * Works in a window of VS Code for as long as is said, and writes what came of it to test/long/soak.md.
 * @param {string | undefined} minutes an hour by default
 * @returns {Promise<boolean>} whether nothing was lost and nothing grew
 */
export async function soak(minutes = '60') {
  const kept = join(cacheDir, 'long', 'soak.json');
  mkdirSync(join(kept, '..'), { recursive: true });
  rmSync(kept, { force: true });
  const { code } = await run(
    'npx',
    ['--no-install', 'vitest', 'run', '--config', 'test/long/long.config.mts'],
    {
      cwd: rootDir,
      echo: true,
      env: { ...process.env, TECH_SPEC_SOAK_MINUTES: minutes, TECH_SPEC_SOAK_FILE: kept },
      shell: process.platform === 'win32',
    },
  );
  if (!existsSync(kept)) return false;
  /** @type {SoakResult} */
  const result = JSON.parse(readFileSync(kept, 'utf8'));
  const cycles = result.windows.flat();
  writeResult('soak', {
    title: 'A window that is worked in for long',
    how: [
      'A real VS Code with the packaged extension (`test/long/soak`). In each cycle a person types into a spec and a PRD, takes it back and',
      'saves; a draft of a server that is busy at first streams while they type into it; one is stopped and resumed, one breaks off and is',
      'resumed, one gets no answer (a bad key, a web page, no JSON, an unknown model, in turns); the coverage view stands beside a spec that',
      'changes. Now and then the window is loaded again while a draft streams. No character may be lost, the logs of the extension host and',
      'of the product may hold no error or unhandled rejection of ours, and the heap after a forced collection, at the end of each cycle, may',
      'grow by a tenth at most from the fifth cycle of a window to its last three.',
    ],
    figures: [
      ['minutes', result.minutes.toFixed(1)],
      ['cycles', String(cycles.length)],
      ['reloads while a draft streamed', String(Math.max(result.windows.length - 1, 0))],
      [
        'drafts that were read to the byte',
        String(3 * cycles.length + Math.max(result.windows.length - 1, 0)),
      ],
      ...result.windows.flatMap((states, index) => ofWindow(states, index + 1)),
      ['errors, rejections and warnings of ours', String(result.trouble.length)],
    ],
    failures: [
      ...result.trouble.map((text) => text.split('\n')[0] ?? ''),
      ...(result.failure === null ? [] : [result.failure.split('\n')[0] ?? '']),
    ],
  });
  return code === 0;
}

/**
 * @param {SoakResult['windows'][number]} states
 * @param {number} number from 1
 * @returns {[string, string][]}
 */
function ofWindow(states, number) {
  const heaps = states.map(({ heap }) => (heap / 1e6).toFixed(1));
  const settled = states[settledCycle - 1];
  const last = states.at(-1);
  if (settled === undefined || last === undefined || last === settled)
    return [[`window ${number}: heap after each cycle, MB`, heaps.join(', ')]];
  const grown =
    Math.min(
      ...states
        .slice(settledCycle)
        .slice(-3)
        .map(({ heap }) => heap),
    ) /
      settled.heap -
    1;
  const held = (/** @type {typeof last} */ state) =>
    `${Object.values(state.resources).reduce((sum, count) => sum + count, 0)} + ${state.listeners}`;
  return [
    [`window ${number}: heap after each cycle, MB`, heaps.join(', ')],
    [
      `window ${number}: heap at the start, settled (cycle ${settledCycle}) and at the end, MB`,
      [heaps[0], heaps[settledCycle - 1], heaps.at(-1)].join(', '),
    ],
    [
      `window ${number}: heap from cycle ${settledCycle} to the last three`,
      `${grown < 0 ? '' : '+'}${(grown * 100).toFixed(1)} %`,
    ],
    [
      `window ${number}: timers, sockets and files + listeners, cycle ${settledCycle} and last`,
      `${held(settled)}, ${held(last)}`,
    ],
  ];
}
