import { cpSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pageAddress, remoteUri } from './server.mjs';

/**
 * One folder with each extension as a sub-folder: a page takes a single `extensionDevelopmentPath`.
 * @param {string} dir folder to make; replaced when it exists
 * @param {readonly string[]} extensions absolute paths of extension folders
 * @returns {string} `dir`
 */
export function gatherExtensions(dir, extensions) {
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  for (const extension of extensions) {
    const target = join(dir, basename(extension));
    // Symbolic links need a privilege on Windows; the test extensions are tiny, and the product's own is a junction.
    if (process.platform === 'win32') cpSync(extension, target, { recursive: true });
    else symlinkSync(extension, target, 'dir');
  }
  return dir;
}

/**
 * Opens a workspace in the browser with extensions under development and a test entry in the extension host.
 * @param {import('./server.mjs').RunningServer} server started with `forTests`
 * @param {import('playwright-core').Page} page
 * @param {{ folder?: string, developmentPath: string, testsPath: string, onLog?: (type: string, args: readonly unknown[]) => void }} options absolute paths
 * @returns {Promise<{ exit: Promise<number> }>} `exit` resolves with 0 when the entry's `run()` resolved and with 1 when it threw
 */
export async function openTestPage(server, page, { folder, developmentPath, testsPath, onLog }) {
  /** @type {(code: number) => void} */
  let done = () => undefined;
  /** @type {Promise<number>} */
  const exit = new Promise((resolve) => (done = resolve));
  await page.exposeFunction(
    'codeAutomationLog',
    (/** @type {string} */ type, /** @type {unknown[]} */ args) => onLog?.(type, args),
  );
  await page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) => done(code));
  await page.goto(
    pageAddress(server, folder, [
      ['extensionDevelopmentPath', remoteUri(server, developmentPath)],
      ['extensionTestsPath', remoteUri(server, testsPath)],
      ['skipWelcome', 'true'],
    ]),
    { timeout: 120_000 },
  );
  return { exit };
}
