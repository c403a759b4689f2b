import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cached } from './cache.mjs';
import { npmInstall } from './npm.mjs';

/** The npm package that carries a whole VS Code server, and the Node version this release runs on. */
const serverVersion = '4.139.1';
const nodeMajor = '24';

/** npm's `node` package gets its binary in an install script, which npm 11 may refuse; the platform package has it. */
function nodePackage() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const prefix = platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node';
  return `${prefix}-${platform}-${process.arch}`;
}

/**
 * A Node binary of the version the VS Code server needs: the one that runs this, or one fetched from npm.
 * @param {(message: string) => void} say
 * @returns {Promise<string>} absolute path of the binary
 */
export async function findNode(say) {
  if (process.versions.node.split('.')[0] === nodeMajor) return process.execPath;
  const name = nodePackage();
  const dir = await cached(`${name}-${nodeMajor}`, async (partial) => {
    say(`Fetching Node ${nodeMajor} for the VS Code server (npm package ${name}) ...`);
    await npmInstall(partial, [`${name}@${nodeMajor}`]);
  });
  return join(dir, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/**
 * The VS Code server, fetched from npm on first use (about 100 MB to download, 600 MB on disk).
 * @param {(message: string) => void} say
 * @returns {Promise<{ node: string, main: string, version: string }>} the Node binary, `server-main.js`, and the VS Code version
 */
export async function findServer(say) {
  const node = await findNode(say);
  const dir = await cached(`vscode-server-${serverVersion}`, async (partial) => {
    say(`Fetching a VS Code server (npm package code-server ${serverVersion}) ...`);
    await npmInstall(partial, [`code-server@${serverVersion}`]);
    const code = join(partial, 'node_modules', 'code-server', 'lib', 'vscode');
    say('Fetching the dependencies of the VS Code server ...');
    await npmInstall(code, []);
    if (!existsSync(join(code, 'node_modules')))
      throw new Error(`npm left ${code} without its dependencies. Remove the folder .cache and try again.`);
    writeFileSync(join(partial, 'complete'), '');
  });
  const code = join(dir, 'node_modules', 'code-server', 'lib', 'vscode');
  const { version } = JSON.parse(readFileSync(join(code, 'package.json'), 'utf8'));
  return { node, main: join(code, 'out', 'server-main.js'), version };
}
