// Everything that must hold, in order; ends with the line `N passed, N failed`.
// Use: node scripts/test.mjs [STAGE...]       (all stages when none is named)
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { performance } from 'node:perf_hooks';
import { cacheDir, rootDir } from './vscode/cache.mjs';
import { run } from './vscode/run.mjs';

/**
 * @typedef {object} Stage
 * @property {string} name
 * @property {readonly string[]} command program and arguments; `node` is the one that runs this
 * @property {'vitest' | 'last-line'} [counts] where the stage's own test counts are found
 * @property {string} [after] a stage that must have passed for this one to make sense
 */

const reportDir = join(cacheDir, 'test');
/** @param {string} name */
const reportOf = (name) => join(reportDir, `${name}.json`);
/** @param {string} project */
const vitest = (project) => [
  ...['npx', '--no-install', 'vitest', 'run', '--project', project],
  ...['--reporter=default', '--reporter=json', `--outputFile.json=${reportOf(project)}`],
];

/** @type {readonly Stage[]} */
const stages = [
  { name: 'lint', command: ['npm', 'run', '--silent', 'lint'] },
  { name: 'types', command: ['npm', 'run', '--silent', 'types'] },
  { name: 'unit', command: vitest('unit'), counts: 'vitest' },
  { name: 'build', command: ['npm', 'run', '--silent', 'build'] },
  {
    name: 'integration',
    command: ['node', 'scripts/test-integration.mjs'],
    counts: 'last-line',
    after: 'build',
  },
  { name: 'package', command: ['node', 'scripts/check-package.mjs'], counts: 'last-line', after: 'build' },
  { name: 'e2e', command: vitest('e2e'), counts: 'vitest', after: 'build' },
];

/**
 * The counts that a stage reported itself; zeros when it reported none.
 * @param {Stage} stage
 * @param {string} output
 */
function countsOf({ name, counts }, output) {
  const none = { passed: 0, failed: 0 };
  if (counts === 'last-line') {
    const [, passed, failed] = [...output.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1) ?? [];
    return passed === undefined ? none : { passed: Number(passed), failed: Number(failed) };
  }
  if (counts !== 'vitest' || !existsSync(reportOf(name))) return none;
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(reportOf(name), 'utf8'));
  return { passed: Number(numPassedTests), failed: Number(numFailedTests) };
}

/**
 * What failed in a stage, a line each, so that the end of the output tells what a long log hides.
 * @param {Stage} stage
 * @param {string} output
 * @returns {readonly string[]}
 */
function failuresOf({ name, counts }, output) {
  if (counts === 'last-line') return [...output.matchAll(/^failed: (.+)$/gm)].map(([, what = '']) => what);
  if (counts !== 'vitest' || !existsSync(reportOf(name))) return [];
  const { testResults } = JSON.parse(readFileSync(reportOf(name), 'utf8'));
  /** @type {readonly { name: string, message: string, assertionResults: readonly { status: string, fullName: string, failureMessages: readonly string[] }[] }[]} */
  const files = testResults;
  return files.flatMap(({ name: file, message, assertionResults }) => [
    ...(message === '' ? [] : [`${relative(rootDir, file)}: ${firstLine(message)}`]),
    ...assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages: [reason = ''] }) => `${fullName}: ${firstLine(reason)}`),
  ]);
}

/** @param {string} text */
function firstLine(text) {
  return text.split('\n', 1)[0]?.slice(0, 300) ?? '';
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !stages.some((stage) => stage.name === name));
if (unknown.length > 0) {
  console.error(
    `No such stage: ${unknown.join(', ')}. Stages: ${stages.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(2);
}

mkdirSync(reportDir, { recursive: true });
const env = { ...process.env, CI: 'true', NO_COLOR: '1' };
/** @type {Set<string>} */
const broken = new Set();
/** @type {string[]} */
const summary = [];
/** @type {string[]} */
const failures = [];
let passed = 0;
let failed = 0;

for (const stage of stages) {
  const { name, command, after } = stage;
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n--- ${name} ---`);
  if (after !== undefined && broken.has(after)) {
    summary.push(`${name.padEnd(12)} skipped: ${after} failed`);
    console.log(summary.at(-1));
    continue;
  }
  const start = performance.now();
  rmSync(reportOf(name), { force: true });
  const [program = '', ...args] = command;
  const { code, output } = await run(program === 'node' ? process.execPath : program, args, {
    cwd: rootDir,
    env,
    echo: true,
    shell: program !== 'node' && process.platform === 'win32',
  });
  const counts = countsOf(stage, output);
  // A stage that failed without a failed test of its own (a crash, a lint error) is one failure.
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  const silent = stage.counts !== undefined && counts.passed + counts.failed === 0;
  if (silent) counts.failed = 1;
  failures.push(...failuresOf(stage, output).map((what) => `${name}: ${what}`));
  passed += counts.passed;
  failed += counts.failed;
  if (counts.failed > 0) broken.add(name);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const own = stage.counts === undefined ? '' : `, ${counts.passed} passed, ${counts.failed} failed`;
  summary.push(
    `${name.padEnd(12)} ${counts.failed > 0 ? 'FAILED' : 'ok'} in ${seconds} s${own}${silent ? ' (no test ran)' : ''}`,
  );
  console.log(summary.at(-1));
}

console.log(`\n${summary.join('\n')}\n`);
if (failures.length > 0) console.log(`Failed:\n${failures.join('\n')}\n`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
