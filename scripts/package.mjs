import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { rootDir } from './vscode/cache.mjs';
import { run } from './vscode/run.mjs';

/** Everything that a package is made from. */
const inputs = [
  ...[
    'src',
    'webview-ui/src',
    'templates',
    'media',
    'l10n',
    'scripts/build.mjs',
    'scripts/web',
    '.vscodeignore',
  ],
  ...[
    'package.json',
    'package.nls.json',
    'package-lock.json',
    'README.md',
    'CHANGELOG.md',
    'SUPPORT.md',
    'LICENSE',
  ],
];

/** @param {string} path @returns {number} time of the latest change below it, milliseconds since 1970 */
function lastChange(path) {
  if (!existsSync(path)) return 0;
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => lastChange(join(path, name))));
}

/**
 * The packaged extension: made by `npm run package`, or the one at hand when nothing changed since.
 * TECH_SPEC_VSIX names another one to use instead.
 * @param {{ always?: boolean, say?: (message: string) => void }} [options] `always` makes it anew in any case
 * @returns {Promise<string>} absolute path of the VSIX
 * @throws {Error} with what the packaging said
 */
export async function packageVsix({ always = false, say = console.error } = {}) {
  const given = process.env['TECH_SPEC_VSIX'];
  if (given) return given;
  const vsix = join(rootDir, 'tech-spec.vsix');
  const made = existsSync(vsix) ? statSync(vsix).mtimeMs : 0;
  if (!always && made > Math.max(...inputs.map((path) => lastChange(join(rootDir, path))))) return vsix;
  say('Packaging the extension ...');
  const { code, output } = await run('npm', ['run', '--silent', 'package'], {
    cwd: rootDir,
    shell: process.platform === 'win32',
  });
  if (code !== 0) throw new Error(`npm run package failed.\n${output}`);
  return vsix;
}
