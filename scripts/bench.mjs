// Measures what docs promise of speed and size and writes docs/benchmarks.md: test/bench/**/*.bench.ts.
// Use: npm run bench [-- NAME...]       (names filter the benchmarks by their file name; the others keep their results)
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { cacheDir, rootDir } from './vscode/cache.mjs';
import { run } from './vscode/run.mjs';

const results = join(rootDir, 'docs', 'benchmarks.md');
/** One Markdown file for each benchmark, written by it (test/bench/result.ts). */
const parts = join(cacheDir, 'bench', 'results');
mkdirSync(parts, { recursive: true });

const config = 'test/bench/bench.config.ts';
const { code } = await run(
  'npx',
  ['--no-install', 'vitest', 'run', '--config', config, ...process.argv.slice(2)],
  { cwd: rootDir, echo: true, shell: process.platform === 'win32' },
);

const machine = `${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, ${process.platform}`;
const introduction = [
  '# Benchmarks',
  'Written by `npm run bench`. Figures of one machine on one day: compare rows and ratios, not days.',
  `Machine: ${machine}; Node ${process.version}.`,
];
const measured = existsSync(parts)
  ? readdirSync(parts)
      .sort()
      .flatMap((file) => sectionsOf(readFileSync(join(parts, file), 'utf8')))
  : [];
const titles = new Set(measured.map(titleOf));
// What was not measured here stays as it was measured last.
const before = sectionsOf(existsSync(results) ? readFileSync(results, 'utf8') : '').filter(
  (section) => !titles.has(titleOf(section)),
);
const sections = [...before, ...measured].sort((a, b) => (titleOf(a) < titleOf(b) ? -1 : 1));
const text = `${[...introduction, ...sections].join('\n\n')}\n`;
writeFileSync(results, text);
console.log(text);
process.exitCode = code;

/** @param {string} text @returns {string[]} its sections of level 2 */
function sectionsOf(text) {
  return text
    .split(/^(?=## )/m)
    .filter((section) => section.startsWith('## '))
    .map((section) => section.trim());
}

/** @param {string} section */
function titleOf(section) {
  return section.split('\n', 1)[0] ?? '';
}
