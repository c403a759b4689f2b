import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { URLSearchParams, fileURLToPath } from 'node:url';
import { run } from './run.mjs';
import { findServer } from './server-install.mjs';

const guard = fileURLToPath(new URL('./guard.mjs', import.meta.url));
const startTimeoutMs = 60_000;

/** Settings every session of ours starts with: nothing that moves, asks, phones home or gets in the way. */
export const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'window.commandCenter': true,
  'extensions.ignoreRecommendations': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'update.mode': 'none',
  'telemetry.telemetryLevel': 'off',
  'chat.commandCenter.enabled': false,
  'chat.disableAIFeatures': false,
  'git.openRepositoryInParentFolders': 'never',
  'git.autofetch': false,
};

/**
 * @typedef {object} ServerOptions
 * @property {string} dataDir folder of its own for settings, logs and state; made when absent
 * @property {string} [extensionsDir] installed extensions; default `extensions` in `dataDir`
 * @property {number} [port] default: a free one
 * @property {Readonly<Record<string, unknown>>} [settings] user settings on top of the quiet ones
 * @property {boolean} [forTests] lets a page run tests in the extension host (smoke test driver)
 * @property {boolean} [workspaceTrust] asks for trust as VS Code does; default off
 * @property {NodeJS.ProcessEnv} [env] added to the environment, reaches the extension host
 * @property {(message: string) => void} [say] where to tell of fetching
 */

/**
 * @typedef {object} RunningServer
 * @property {string} url `http://127.0.0.1:PORT`
 * @property {string} authority `127.0.0.1:PORT`
 * @property {number} port
 * @property {string} version VS Code version
 * @property {string} dataDir
 * @property {string} extensionsDir
 * @property {string} logFile what the server printed
 * @property {() => Promise<void>} stop ends the server and everything it started
 * @property {Promise<number>} exited resolves with the exit code
 */

/**
 * Common arguments of server runs and of `--install-extension`.
 * @param {{ dataDir: string, extensionsDir?: string }} folders
 */
function folderArguments({ dataDir, extensionsDir = join(dataDir, 'extensions') }) {
  return ['--server-data-dir', dataDir, '--extensions-dir', extensionsDir, '--accept-server-license-terms'];
}

/** @param {NodeJS.ProcessEnv} [added] */
function serverEnvironment(added) {
  const inherited = Object.fromEntries(
    // A script started from a VS Code terminal must not hand that editor's own plumbing to ours.
    Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$)/.test(name)),
  );
  return { ...inherited, EXTENSIONS_GALLERY: '{}', ...added };
}

/**
 * Starts a VS Code server on 127.0.0.1.
 * @param {ServerOptions} options
 * @returns {Promise<RunningServer>}
 * @throws {Error} with the last lines it printed, when it does not come up within a minute
 */
export async function startServer(options) {
  const { dataDir, extensionsDir = join(dataDir, 'extensions'), say = console.error } = options;
  const { node, main, version } = await findServer(say);
  const machineDir = join(dataDir, 'data', 'Machine');
  mkdirSync(machineDir, { recursive: true });
  mkdirSync(extensionsDir, { recursive: true });
  writeFileSync(
    join(machineDir, 'settings.json'),
    JSON.stringify({ ...quietSettings, ...options.settings }, null, 2),
  );

  const args = [
    ...[main, '--host', '127.0.0.1', '--port', String(options.port ?? 0), '--without-connection-token'],
    ...folderArguments({ dataDir, extensionsDir }),
    ...['--telemetry-level', 'off'],
    ...(options.workspaceTrust ? [] : ['--disable-workspace-trust']),
    ...(options.forTests ? ['--enable-smoke-test-driver'] : []),
  ];
  const child = spawn(process.execPath, [guard, node, ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: serverEnvironment(options.env),
  });
  const logFile = join(dataDir, 'server.log');
  const log = createWriteStream(logFile);
  let output = '';
  /** @type {Promise<number>} */
  const exited = new Promise((resolve) => child.on('close', (code) => resolve(code ?? 1)));
  /** @type {Promise<number>} */
  const listening = new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`The VS Code server did not start within a minute.\n${output.slice(-2000)}`)),
      startTimeoutMs,
    );
    const read = (/** @type {Buffer} */ chunk) => {
      log.write(chunk);
      if (output.length < 100_000) output += chunk.toString();
      const port = /Extension host agent listening on (\d+)/.exec(output)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(Number(port));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void exited.then((code) => {
      clearTimeout(timer);
      log.end();
      reject(new Error(`The VS Code server ended with code ${code}.\n${output.slice(-2000)}`));
    });
  });
  const stop = async () => {
    child.stdin.destroy();
    await exited;
  };
  try {
    const port = await listening;
    const authority = `127.0.0.1:${port}`;
    return {
      url: `http://${authority}`,
      authority,
      port,
      version,
      dataDir,
      extensionsDir,
      logFile,
      stop,
      exited,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * Installs a VSIX into a server's extensions folder, as a user would.
 * @param {string} vsix absolute path
 * @param {{ dataDir: string, extensionsDir?: string }} folders
 * @throws {Error} with what the server said
 */
export async function installVsix(vsix, folders) {
  const { node, main } = await findServer(console.error);
  const args = [main, ...folderArguments(folders), '--force', '--install-extension', vsix];
  const { code, output } = await run(node, args, { env: serverEnvironment() });
  if (code !== 0 || !/successfully installed/i.test(output))
    // Before that line the server only complains about native modules that it does without.
    throw new Error(
      `Installing ${vsix} failed (code ${code}).\n${output.slice(Math.max(0, output.indexOf('Installing extensions')))}`,
    );
}

/**
 * Address of a page of this server.
 * @param {RunningServer} server
 * @param {string | undefined} folder absolute path of the workspace folder or of a `.code-workspace`; none opens an empty window
 * @param {readonly (readonly [string, string])[]} [payload] options that only a test page takes
 */
export function pageAddress(server, folder, payload = []) {
  const query = new URLSearchParams();
  if (folder === undefined) query.set('ew', 'true');
  else query.set(folder.endsWith('.code-workspace') ? 'workspace' : 'folder', folder);
  if (payload.length > 0) query.set('payload', JSON.stringify(payload));
  return `${server.url}/?${query}`;
}

/**
 * A file of this machine as the page names it.
 * @param {RunningServer} server
 * @param {string} path absolute
 */
export function remoteUri(server, path) {
  return `vscode-remote://${server.authority}${path}`;
}
