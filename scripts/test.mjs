// Everything that must hold; ends with the line `N passed, N failed`.
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

/**
 * What became of a stage.
 * @typedef {object} Result
 * @property {string} name
 * @property {number} passed
 * @property {number} failed
 * @property {readonly string[]} failures a line each
 * @property {string} summary
 */

const reportDir = join(cacheDir, 'test');
/** @param {string} name */
const reportOf = (name) => join(reportDir, `${name}.json`);
/** @param {string} project */
const vitest = (project) => [
  ...['npx', '--no-install', 'vitest', 'run', '--project', project],
  ...['--reporter=default', '--reporter=json', `--outputFile.json=${reportOf(project)}`],
];

/**
 * One after the other. Windows of VS Code do not run side by side: beside `e2e`, `integration` ends four minutes earlier in all, and a
 * busy editor refuses what a quiet one does. `package` leaves minified bundles behind, so `build` comes after it: the windows of
 * `integration` load what it makes, and those of `e2e` the package.
 * @type {readonly Stage[]}
 */
const inTurn = [
  { name: 'unit', command: vitest('unit'), counts: 'vitest' },
  { name: 'package', command: ['node', 'scripts/check-package.mjs'], counts: 'last-line' },
  { name: 'build', command: ['npm', 'run', '--silent', 'build'] },
  {
    name: 'integration',
    command: ['node', 'scripts/test-integration.mjs'],
    counts: 'last-line',
    after: 'build',
  },
  { name: 'e2e', command: vitest('e2e'), counts: 'vitest', after: 'package' },
];

/**
 * Beside them, one after the other as well, with what they leave of the processor: windows wait a lot.
 * @type {readonly Stage[]}
 */
const aside = [
  { name: 'types', command: ['npm', 'run', '--silent', 'types'] },
  { name: 'lint', command: ['npm', 'run', '--silent', 'lint'] },
];
const stages = [...aside, ...inTurn];

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

// E2e packages what was not packaged yet, which would change the bundles below integration.
if (wanted.includes('integration') && wanted.includes('e2e')) wanted.push('package', 'build');

mkdirSync(reportDir, { recursive: true });
const env = { ...process.env, CI: 'true', NO_COLOR: '1' };

/**
 * Runs a stage to its end.
 * @param {Stage} stage
 * @param {boolean} isAside its output is shown at the end, in one piece, and it takes what others leave of the processor
 * @returns {Promise<Result>}
 */
async function runStage(stage, isAside) {
  const { name, command } = stage;
  if (!isAside) console.log(`\n--- ${name} ---`);
  const start = performance.now();
  rmSync(reportOf(name), { force: true });
  const [program = '', ...args] = command;
  const { code, output } = await run(program === 'node' ? process.execPath : program, args, {
    cwd: rootDir,
    env,
    echo: !isAside,
    low: isAside && wanted.length === 0,
    shell: program !== 'node' && process.platform === 'win32',
  });
  const { passed, failed: counted } = countsOf(stage, output);
  const silent = stage.counts !== undefined && passed + counted === 0;
  // A stage that failed without a failed test of its own (a crash, a lint error) is one failure.
  const failed = counted === 0 && (code !== 0 || silent) ? 1 : counted;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const own = stage.counts === undefined ? '' : `, ${passed} passed, ${failed} failed`;
  const summary = `${name.padEnd(12)} ${failed > 0 ? 'FAILED' : 'ok'} in ${seconds} s${own}${silent ? ' (no test ran)' : ''}`;
  console.log(!isAside ? summary : `\n--- ${name} ---\n${output}${summary}`);
  return {
    ...{ name, passed, failed, summary },
    failures: failuresOf(stage, output).map((what) => `${name}: ${what}`),
  };
}

/**
 * @param {readonly Stage[]} row
 * @param {boolean} isAside
 */
async function runInTurn(row, isAside) {
  /** @type {Result[]} */
  const results = [];
  for (const stage of row.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
    const { name, after } = stage;
    if (results.some((result) => result.name === after && result.failed > 0)) {
      const summary = `${name.padEnd(12)} skipped: ${after} failed`;
      console.log(`\n--- ${name} ---\n${summary}`);
      results.push({ name, passed: 0, failed: 0, failures: [], summary });
    } else results.push(await runStage(stage, isAside));
  }
  return results;
}

const results = (await Promise.all([runInTurn(aside, true), runInTurn(inTurn, false)])).flat();
const failures = results.flatMap((result) => result.failures);
console.log(`\n${results.map(({ summary }) => summary).join('\n')}\n`);
if (failures.length > 0) console.log(`Failed:\n${failures.join('\n')}\n`);
/** @param {'passed' | 'failed'} which */
const total = (which) => results.reduce((sum, result) => sum + result[which], 0);
console.log(`${total('passed')} passed, ${total('failed')} failed`);
process.exitCode = total('failed') === 0 ? 0 : 1;
