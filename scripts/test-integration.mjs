// Runs test/integration/**/*.itest.ts in the extension host of a real VS Code, against a copy of the example workspace;
// those in multi-root/ in a second window with a `.code-workspace` of two folders, those in parity/ in a third with specs of
// every kind.
// Use: node scripts/test-integration.mjs [--grep TEXT] [--window NAME]       (build first: the extension is loaded from dist/)
import {
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clearInterval, setInterval } from 'node:timers';
import { format, parseArgs } from 'node:util';
import * as esbuild from 'esbuild';
import { bundleAliases } from './bundle-aliases.mjs';
import { defaultExample, makeExampleWorkspace } from './example-workspace.mjs';
import { launchBrowser } from './vscode/browser.mjs';
import { makeParityWorkspace } from './parity-workspace.mjs';
import { cacheDir, rootDir } from './vscode/cache.mjs';
import { gatherExtensions, openTestPage } from './vscode/page.mjs';
import { startServer } from './vscode/server.mjs';

const runTimeoutMs = 25 * 60_000;
const suitesDir = join(rootDir, 'test', 'integration');

const multiRoot = 'multi-root/';
const parity = 'parity/';

/**
 * A window that suites run in.
 * @typedef {object} SuiteWindow
 * @property {string} name
 * @property {(path: string) => boolean} runs whether a suite, by its path below test/integration, runs in it
 * @property {(scratch: string) => string | Promise<string>} make makes what it opens and returns its absolute path
 */

/** @type {readonly SuiteWindow[]} */
const suiteWindows = [
  {
    name: 'example',
    runs: (path) => !path.startsWith(multiRoot) && !path.startsWith(parity),
    make: (scratch) => makeExampleWorkspace(join(scratch, defaultExample)),
  },
  { name: 'multi-root', runs: (path) => path.startsWith(multiRoot), make: makeMultiRootWorkspace },
  {
    name: 'parity',
    runs: (path) => path.startsWith(parity),
    make: (scratch) => makeParityWorkspace(join(scratch, 'parity')),
  },
];

/**
 * The example beside another product that has a PRD at the same path and rules and research of its own.
 * @param {string} scratch
 */
function makeMultiRootWorkspace(scratch) {
  const root = join(scratch, 'both');
  makeExampleWorkspace(join(root, 'invites'));
  /** @type {Readonly<Record<string, string>>} */
  const payments = {
    'prds/team-invites.md': '# PRD: Team payments\n\n## Requirements\n\n- FR-1: Owners pay for teammates.\n',
    'AGENTS.md': '# Payments\n\nAmounts are whole cents.\n',
    'research/cards.md': '# Cards\n\nOwners pay for teammates by card.\n',
    'go.mod': 'module example.com/payments\n\ngo 1.24\n',
  };
  for (const [path, text] of Object.entries(payments)) {
    mkdirSync(join(root, 'payments', path, '..'), { recursive: true });
    writeFileSync(join(root, 'payments', path), text);
  }
  const file = join(root, 'both.code-workspace');
  writeFileSync(file, JSON.stringify({ folders: [{ path: 'invites' }, { path: 'payments' }] }));
  return file;
}

/**
 * @param {string} outfile
 * @param {SuiteWindow} window
 */
async function bundleSuites(outfile, window) {
  const suites = readdirSync(suitesDir, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.itest.ts'))
    .map((path) => path.replaceAll('\\', '/'))
    .filter(window.runs)
    .map((path) => `./${path}`)
    .sort();
  const mocha = join(rootDir, 'node_modules', 'mocha');
  await esbuild.build({
    entryPoints: [join(suitesDir, 'index.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: 'inline',
    external: ['vscode', 'libpg-query'],
    // As the product is built: the package's main file can't be bundled.
    alias: bundleAliases(),
    logLevel: 'warning',
    plugins: [
      {
        name: 'integration-suites',
        setup(build) {
          build.onResolve({ filter: /^mocha$/ }, () => ({ path: mocha, external: true }));
          build.onResolve({ filter: /^integration-suites$/ }, ({ path }) => ({ path, namespace: 'suites' }));
          build.onLoad({ filter: /.*/, namespace: 'suites' }, () => ({
            contents: suites.map((path) => `import ${JSON.stringify(path)};`).join('\n'),
            resolveDir: suitesDir,
          }));
        },
      },
    ],
  });
  return suites.length;
}

/**
 * Prints what is appended to a file.
 * @param {string} file
 * @returns {() => void} prints the rest and stops
 */
function follow(file) {
  let printed = 0;
  const print = () => {
    const text = readFileSync(file);
    process.stdout.write(text.subarray(printed));
    printed = text.length;
  };
  const timer = setInterval(print, 200);
  return () => {
    clearInterval(timer);
    print();
  };
}

/**
 * @param {SuiteWindow} window
 * @param {string | undefined} grep
 * @returns {Promise<{ passed: number, failed: number, failures: readonly string[], reason?: string }>}
 */
async function runSuites(window, grep) {
  const workDir = join(cacheDir, 'integration');
  mkdirSync(workDir, { recursive: true });
  const bundle = join(workDir, `${window.name}.js`);
  if ((await bundleSuites(bundle, window)) === 0)
    return {
      passed: 0,
      failed: 0,
      failures: [],
      reason: `There is no *.itest.ts for the window ${window.name}.`,
    };

  const scratch = mkdtempSync(join(tmpdir(), 'tech-spec-integration-'));
  process.on('exit', () => {
    if (process.env['TECH_SPEC_KEEP']) console.log(`kept: ${scratch}`);
    else rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
  });
  const resultsFile = join(scratch, 'results.json');
  const reportFile = join(scratch, 'report.txt');
  writeFileSync(reportFile, '');
  const editorLog = createWriteStream(join(workDir, 'editor.log'), { flags: 'a' });
  const folder = await window.make(scratch);
  const developmentPath = gatherExtensions(join(scratch, 'development'), [
    rootDir,
    join(rootDir, 'test', 'harness', 'fake-model-provider'),
  ]);
  const server = await startServer({
    dataDir: join(scratch, 'server'),
    forTests: true,
    // Scripted models say the same again when they are asked to repair.
    settings: { 'techSpec.repair.rounds': 0 },
    env: {
      TECH_SPEC_RESULTS_FILE: resultsFile,
      TECH_SPEC_REPORT_FILE: reportFile,
      ...(grep === undefined ? {} : { TECH_SPEC_GREP: grep }),
    },
  });
  const browser = await launchBrowser();
  const stopFollowing = follow(reportFile);
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const { exit } = await openTestPage(server, page, {
      folder,
      developmentPath,
      testsPath: bundle,
      onLog: (type, args) => editorLog.write(`${type} ${format(...args)}\n`),
    });
    /** @type {NodeJS.Timeout | undefined} */
    let timer;
    const timeout = new Promise((resolve) => (timer = setTimeout(() => resolve('timeout'), runTimeoutMs)));
    const code = await Promise.race([exit, timeout, server.exited.then(() => 'server ended')]);
    clearTimeout(timer);
    stopFollowing();
    const counts = existsSync(resultsFile)
      ? JSON.parse(readFileSync(resultsFile, 'utf8'))
      : { passed: 0, failed: 0, failures: [] };
    const reasons = {
      timeout: 'The run did not end in time.',
      'server ended': `The VS Code server ended: see ${server.logFile}.`,
    };
    const reason =
      reasons[/** @type {keyof typeof reasons} */ (code)] ??
      (existsSync(resultsFile)
        ? code === 0 || counts.failed > 0
          ? undefined
          : 'No test ran.'
        : 'The run ended without a report.');
    return { ...counts, ...(reason === undefined ? {} : { reason }) };
  } finally {
    stopFollowing();
    editorLog.end();
    await browser.close();
    await server.stop();
  }
}

const { values: flags } = parseArgs({ options: { grep: { type: 'string' }, window: { type: 'string' } } });
rmSync(join(cacheDir, 'integration', 'editor.log'), { force: true });
const totals = { passed: 0, failed: 0 };
/** @type {string[]} */
const failed = [];
for (const window of suiteWindows) {
  if (flags.window !== undefined && flags.window !== window.name) continue;
  const result = await runSuites(window, flags.grep);
  const { reason } = result;
  // With a text to look for, one of the windows may have nothing to run.
  const isFiltered = flags.grep !== undefined && reason === 'No test ran.';
  if (reason !== undefined && !isFiltered)
    console.error(`${reason} What the editor said is in .cache/integration/editor.log.`);
  const broken = reason !== undefined && result.failed === 0 && !isFiltered;
  totals.passed += result.passed;
  totals.failed += broken ? 1 : result.failed;
  failed.push(...result.failures, ...(broken ? [`window ${window.name}: ${reason}`] : []));
}
if (totals.passed + totals.failed === 0) totals.failed = 1;
for (const failure of failed) console.log(`failed: ${failure.replace(/\s+/g, ' ')}`);
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed === 0 ? 0 : 1;
