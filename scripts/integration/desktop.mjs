import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { cacheDir } from '../vscode/cache.mjs';
import { quietSettings } from '../vscode/server.mjs';

/**
 * Runs an entry of tests in the extension host of a desktop VS Code. Extensions of the person's own are not loaded.
 * @param {object} options
 * @param {string} options.program what {@link desktopProgram} found
 * @param {string} options.folder folder or `.code-workspace` to open
 * @param {readonly string[]} options.developmentPaths extensions under development
 * @param {string} options.testsPath entry with `run()`
 * @param {string} options.dataDir folder of its own for settings and state
 * @param {Readonly<Record<string, unknown>>} options.settings user settings
 * @param {Readonly<Record<string, string>>} options.env added to the environment of the extension host
 * @returns {Promise<number>} 0 when `run()` resolved, 1 when it threw
 */
export async function runInDesktop({ program, folder, developmentPaths, testsPath, dataDir, settings, env }) {
  mkdirSync(join(dataDir, 'User'), { recursive: true });
  writeFileSync(join(dataDir, 'User', 'settings.json'), JSON.stringify({ ...quietSettings, ...settings }));
  try {
    return await runTests({
      vscodeExecutablePath: program,
      extensionDevelopmentPath: [...developmentPaths],
      extensionTestsPath: testsPath,
      extensionTestsEnv: env,
      launchArgs: [
        folder,
        ...['--user-data-dir', dataDir, '--extensions-dir', join(dataDir, 'extensions')],
        ...['--disable-workspace-trust', '--skip-welcome', '--skip-release-notes'],
      ],
    });
  } catch (error) {
    // The runner throws where tests failed; the report tells which.
    console.error(error instanceof Error ? error.message : String(error));
    return 1;
  }
}

/**
 * The program of a desktop VS Code: the one that `TECH_SPEC_VSCODE` names, else one that is downloaded once.
 * @returns {Promise<string>}
 * @throws {Error} that says what to do, when none could be got
 */
export async function desktopProgram() {
  const named = process.env['TECH_SPEC_VSCODE'];
  if (named !== undefined) {
    if (!existsSync(named)) throw new Error(`TECH_SPEC_VSCODE names ${named}, which does not exist.`);
    return named;
  }
  try {
    return await downloadAndUnzipVSCode({ cachePath: join(cacheDir, 'vscode-desktop') });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `A desktop VS Code could not be downloaded (${reason}). Set TECH_SPEC_VSCODE to the program of an installed one, or run \`npm run test:integration\`, which runs the same suites in VS Code's server build and needs a package registry only.`,
      { cause: error },
    );
  }
}
