// Opens the example workspace in an editor that has this extension: desktop VS Code when there is one, else a VS Code
// server in the browser. Ctrl+C ends it.
// Use: npm start -- [--server] [--port N] [--no-open] [--fresh]
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultExample, makeExampleWorkspace } from './example-workspace.mjs';
import { packageVsix } from './package.mjs';
import { cacheDir, rootDir } from './vscode/cache.mjs';
import { run } from './vscode/run.mjs';
import { installVsix, pageAddress, quietSettings, startServer } from './vscode/server.mjs';

const usualPort = 8420;

/** Desktop VS Code on the PATH, if it can show a window here. */
function desktopCode() {
  const remoteTerminal = process.env['VSCODE_IPC_HOOK_CLI'] !== undefined;
  const screen = process.platform !== 'linux' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'];
  // Electron refuses to run as root without its sandbox.
  if (remoteTerminal || !screen || process.getuid?.() === 0) return undefined;
  const program = process.platform === 'win32' ? 'code.cmd' : 'code';
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, program))
    .find((path) => existsSync(path));
}

/** @param {number} port @returns {Promise<boolean>} */
function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

/** @param {string} address */
function openInBrowser(address) {
  const [program = '', ...args] = {
    darwin: ['open', address],
    win32: ['cmd', '/c', 'start', '""', address.replaceAll('&', '^&')],
  }[/** @type {string} */ (process.platform)] ?? ['xdg-open', address];
  const child = spawn(program, args, { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}

/** @param {boolean} fresh */
function exampleWorkspace(fresh) {
  const workspace = join(cacheDir, 'start', defaultExample);
  if (existsSync(workspace) && !fresh) {
    console.log(`The example is as you left it: ${workspace} (--fresh makes it anew)`);
    return workspace;
  }
  mkdirSync(dirname(workspace), { recursive: true });
  return makeExampleWorkspace(workspace);
}

/** @param {string} code @param {string} workspace */
async function startDesktop(code, workspace) {
  const dataDir = join(cacheDir, 'start', 'desktop');
  const settings = join(dataDir, 'User', 'settings.json');
  mkdirSync(dirname(settings), { recursive: true });
  if (!existsSync(settings)) writeFileSync(settings, JSON.stringify(quietSettings, null, 2));
  console.log('Opening VS Code ... Close its window or press Ctrl+C to end.');
  const child = spawn(
    process.platform === 'win32' ? `"${code}"` : code,
    [
      ...['--new-window', '--wait', '--disable-workspace-trust', '--skip-welcome', '--skip-release-notes'],
      ...['--user-data-dir', dataDir, '--extensions-dir', join(dataDir, 'extensions')],
      ...[`--extensionDevelopmentPath=${rootDir}`, workspace],
    ],
    { stdio: 'inherit', shell: process.platform === 'win32' },
  );
  /** @type {number} */
  const exitCode = await new Promise((resolve) => {
    child.on('error', () => resolve(1));
    child.on('exit', (status) => resolve(status ?? 0));
  });
  process.exitCode = exitCode;
}

/** @param {string} workspace @param {{ port: number | undefined, open: boolean }} options */
async function startInBrowser(workspace, { port, open }) {
  const dataDir = join(cacheDir, 'start', 'server');
  const vsix = await packageVsix({ say: console.log });
  await installVsix(vsix, { dataDir });
  const server = await startServer({
    dataDir,
    port: port ?? ((await isFree(usualPort)) ? usualPort : 0),
    say: console.log,
  });
  const stop = () => {
    console.log('\nStopping ...');
    void server.stop().then(() => process.exit(0));
  };
  process.once('SIGINT', stop).once('SIGTERM', stop).once('SIGHUP', stop);
  const address = pageAddress(server, workspace);
  const { version } = JSON.parse(readFileSync(join(rootDir, 'package.json'), 'utf8'));
  console.log(`
Tech Spec ${version} in VS Code ${server.version} is ready:

    ${address}

Right-click a file in prds/ and choose "Create Tech Spec". Ctrl+C ends it.`);
  if (open) openInBrowser(address);
  process.exitCode = await server.exited;
}

const { values: flags } = parseArgs({
  options: {
    server: { type: 'boolean', default: false },
    port: { type: 'string' },
    'no-open': { type: 'boolean', default: false },
    fresh: { type: 'boolean', default: false },
  },
});
const port = flags.port === undefined ? undefined : Number(flags.port);
if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65536)) {
  console.error(`--port takes a number from 1 to 65535, not ${flags.port}.`);
  process.exit(2);
}
try {
  const code = flags.server || port !== undefined ? undefined : desktopCode();
  const workspace = exampleWorkspace(flags.fresh);
  if (code === undefined) {
    await startInBrowser(workspace, { port, open: !flags['no-open'] });
  } else {
    const { code: built } = await run(process.execPath, [join(rootDir, 'scripts', 'build.mjs')], {
      echo: true,
    });
    if (built !== 0) throw new Error('The build failed.');
    await startDesktop(code, workspace);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
