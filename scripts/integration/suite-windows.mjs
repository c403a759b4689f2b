// The windows that suites of test/integration run in, and the bundle of each.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { bundleAliases } from '../bundle-aliases.mjs';
import { defaultExample, makeExampleWorkspace } from '../example-workspace.mjs';
import { makeParityWorkspace } from '../parity-workspace.mjs';
import { rootDir } from '../vscode/cache.mjs';

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
export const suiteWindows = [
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
 * Bundles the suites that run in a window, as an entry for `extensionTestsPath`.
 * @param {string} outfile
 * @param {SuiteWindow} window
 * @returns {Promise<number>} how many there are
 */
export async function bundleSuites(outfile, window) {
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
