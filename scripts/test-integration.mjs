// Runs test/integration/**/*.itest.ts in the extension host of a real VS Code, against a copy of the example workspace;
// those in multi-root/ in a second window with a `.code-workspace` of two folders, those in parity/ in a third with specs of
// every kind, those in web/ against the web build in a web worker. The VS Code is the server build in a browser; with --desktop it is the desktop build, which is downloaded.
// Use: node scripts/test-integration.mjs [--grep TEXT] [--window NAME] [--desktop]       (build first: the extension is loaded from dist/)
import {
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { clearInterval, setInterval } from 'node:timers';
import { format, parseArgs } from 'node:util';
import { desktopProgram, runInDesktop } from './integration/desktop.mjs';
import { bundleSuites, suiteWindows } from './integration/suite-windows.mjs';
import { launchBrowser } from './vscode/browser.mjs';
import { cacheDir, rootDir } from './vscode/cache.mjs';
import { gatherExtensions, openTestPage } from './vscode/page.mjs';
import { startServer } from './vscode/server.mjs';

const runTimeoutMs = 40 * 60_000;

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

/** Folders of the extensions under development. */
const extensions = [rootDir, join(rootDir, 'test', 'harness', 'fake-model-provider')];

/** Scripted models say the same again when they are asked to repair. */
const settings = { 'techSpec.repair.rounds': 0 };

/**
 * What a run needs, wherever it runs.
 * @typedef {object} SuiteRun
 * @property {string} scratch folder of its own, removed at the end
 * @property {string} folder what the window opens
 * @property {string} testsPath
 * @property {readonly string[]} extensions folders of those under development
 * @property {Readonly<Record<string, string>>} env
 * @property {import('./integration/suite-windows.mjs').SuiteWindow['inWebWorker']} inWebWorker
 */

/**
 * @typedef {object} SuiteResult
 * @property {number} passed
 * @property {number} failed
 * @property {readonly string[]} failures
 * @property {string} [reason] why it says nothing, where it does not
 */

/**
 * @param {import('./integration/suite-windows.mjs').SuiteWindow} window
 * @param {{ grep?: string | undefined, desktop?: boolean | undefined }} options
 * @returns {Promise<SuiteResult>}
 */
async function runSuites(window, { grep, desktop = false }) {
  const workDir = join(cacheDir, 'integration');
  mkdirSync(workDir, { recursive: true });
  const testsPath = join(workDir, `${window.name}.js`);
  const none = { passed: 0, failed: 0, failures: [] };
  const scratch = mkdtempSync(join(tmpdir(), 'tech-spec-integration-'));
  process.on('exit', () => {
    if (process.env['TECH_SPEC_KEEP']) console.log(`kept: ${scratch}`);
    else rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
  });
  const run = { grep: grep ?? null, reportDir: scratch };
  if ((await bundleSuites(testsPath, window, run)) === 0)
    return { ...none, reason: `There is no *.itest.ts for the window ${window.name}.` };
  const resultsFile = join(scratch, 'results.json');
  const reportFile = join(scratch, 'report.txt');
  writeFileSync(reportFile, '');
  const stopFollowing = follow(reportFile);
  try {
    const code = await (desktop ? runOnDesktop : runInBrowser)({
      ...{ scratch, testsPath, inWebWorker: window.inWebWorker },
      folder: await window.make(scratch),
      extensions: window.extensions?.(scratch, extensions) ?? extensions,
      env: {
        TECH_SPEC_RESULTS_FILE: resultsFile,
        TECH_SPEC_REPORT_FILE: reportFile,
        ...(grep === undefined ? {} : { TECH_SPEC_GREP: grep }),
      },
    });
    if (typeof code === 'string') return { ...none, ...resultsIn(resultsFile), reason: code };
    const results = resultsIn(resultsFile);
    if (results === null) return { ...none, reason: 'The run ended without a report.' };
    return code === 0 || results.failed > 0 ? results : { ...results, reason: 'No test ran.' };
  } finally {
    stopFollowing();
  }
}

/**
 * @param {string} file
 * @returns {SuiteResult | null}
 */
function resultsIn(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

/** @param {SuiteRun} run */
async function runOnDesktop({ scratch, folder, testsPath, extensions, env }) {
  const dataDir = join(scratch, 'desktop');
  const program = await desktopProgram();
  return runInDesktop({ program, folder, testsPath, dataDir, settings, env, developmentPaths: extensions });
}

/**
 * Settings that have extensions run in the web worker extension host although there is a server.
 * @param {readonly string[]} extensions folders
 */
function kindsOf(extensions) {
  const ids = extensions.map((folder) => {
    const { publisher, name } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return `${publisher}.${name}`;
  });
  return { 'remote.extensionKind': Object.fromEntries(ids.map((id) => [id, ['web']])) };
}

/**
 * @param {SuiteRun} run
 * @returns {Promise<number | string>} the exit code, or why there is none
 */
async function runInBrowser({ scratch, folder, testsPath, extensions, env, inWebWorker }) {
  const editorLog = createWriteStream(join(cacheDir, 'integration', 'editor.log'), { flags: 'a' });
  const isInWorker = inWebWorker !== undefined;
  const server = await startServer({
    ...{ dataDir: join(scratch, 'server'), forTests: true, env },
    settings: isInWorker ? { ...settings, ...kindsOf(extensions) } : settings,
  });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    // A web worker's own words reach no log of the server.
    if (isInWorker) page.on('console', (said) => editorLog.write(`${said.type()} ${said.text()}\n`));
    const developmentPath = gatherExtensions(join(scratch, 'development'), extensions);
    const { exit } = await openTestPage(server, page, {
      ...{ folder, developmentPath },
      // Tests run where the extension runs that they lie in.
      testsPath: isInWorker
        ? testsPath.replace(rootDir, join(developmentPath, basename(rootDir)))
        : testsPath,
      onLog: (type, args) => editorLog.write(`${type} ${format(...args)}\n`),
    });
    /** @type {NodeJS.Timeout | undefined} */
    let timer;
    const timeout = new Promise((resolve) => {
      timer = setTimeout(() => resolve('The run did not end in time.'), runTimeoutMs);
    });
    const ended = server.exited.then(() => `The VS Code server ended: see ${server.logFile}.`);
    // The suites wait for what it does, and say what is missing where it fails.
    void inWebWorker?.(page, scratch).catch((/** @type {unknown} */ error) => {
      if (!page.isClosed()) console.error(`In the page: ${String(error)}`);
    });
    const code = await Promise.race([exit, timeout, ended]);
    clearTimeout(timer);
    return code;
  } finally {
    editorLog.end();
    await browser.close();
    await server.stop();
  }
}

const { values: flags } = parseArgs({
  options: { grep: { type: 'string' }, window: { type: 'string' }, desktop: { type: 'boolean' } },
});
if (flags.desktop)
  await desktopProgram().catch((/** @type {unknown} */ error) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(2);
  });
rmSync(join(cacheDir, 'integration', 'editor.log'), { force: true });
const totals = { passed: 0, failed: 0 };
/** @type {string[]} */
const failed = [];
for (const window of suiteWindows) {
  if (flags.window !== undefined && flags.window !== window.name) continue;
  // A desktop has a web worker host for extensions that are made for it; this one is made for both, and runs in Node there.
  if (flags.desktop && window.inWebWorker !== undefined) continue;
  const result = await runSuites(window, flags);
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
