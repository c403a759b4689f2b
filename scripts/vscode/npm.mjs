import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.mjs';

const unreachable = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network|socket|CERT/i;

/** npm hands its own settings to the scripts it runs; an npm of ours must not take them for its own. */
function cleanEnvironment() {
  const dropped =
    /^npm_(package_|lifecycle_|config_(local_prefix|global|workspace|omit|include|ignore_scripts))/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !dropped.test(name)));
}

/**
 * `npm install` in a folder of its own, without running any package's scripts. Works with npm 10 and 11, and with
 * whichever registry the user's npm is set to.
 * @param {string} dir where to install; made an empty package when `packages` are named
 * @param {readonly string[]} packages `name@version`; none installs what the folder's own package.json names
 * @throws {Error} with a next step when npm fails
 */
export async function npmInstall(dir, packages) {
  if (packages.length > 0) writeFileSync(join(dir, 'package.json'), '{ "private": true }\n');
  const npmCli = process.env['npm_execpath'];
  const ownNpm = npmCli?.endsWith('.js') === true;
  const args = [
    ...(ownNpm ? [npmCli] : []),
    ...['install', ...packages, '--prefix', dir, '--ignore-scripts', '--omit=dev'],
    ...['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error', '--engine-strict=false'],
    ...['--fetch-retries=3', '--fetch-retry-mintimeout=3000', '--fetch-retry-maxtimeout=15000'],
  ];
  const outcome = await run(ownNpm ? process.execPath : 'npm', args, {
    cwd: dir,
    env: cleanEnvironment(),
    shell: !ownNpm && process.platform === 'win32',
  });
  if (outcome.code === 0) return;
  const said = outcome.output.replaceAll(/^npm error +at .*\n/gm, '').trim();
  const what = packages.length > 0 ? packages.join(' ') : 'the dependencies of the VS Code server';
  const next = unreachable.test(outcome.output)
    ? 'The npm registry cannot be reached. Check the network, the proxy (HTTPS_PROXY) and `npm config get registry`, then run the same command again; what was fetched so far is kept.'
    : 'Run the same command again; if it fails in the same way, remove the folder .cache first.';
  throw new Error(`npm could not install ${what}.\n${said}\n${next}`);
}
