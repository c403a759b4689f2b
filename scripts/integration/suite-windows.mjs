// The windows that suites of test/integration run in, and the bundle of each.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as esbuild from 'esbuild';
import { bundleAliases } from '../bundle-aliases.mjs';
import { defaultExample, makeExampleWorkspace } from '../example-workspace.mjs';
import { walkWizard } from './web-wizard.mjs';
import { makeParityWorkspace } from '../parity-workspace.mjs';
import { rootDir } from '../vscode/cache.mjs';
import { runAnywhere } from '../web/web-twins.mjs';

const suitesDir = join(rootDir, 'test', 'integration');

const multiRoot = 'multi-root/';
const parity = 'parity/';
const web = 'web/';

/**
 * A window that suites run in.
 * @typedef {object} SuiteWindow
 * @property {string} name
 * @property {(path: string) => boolean} runs whether a suite, by its path below test/integration, runs in it
 * @property {(scratch: string) => string | Promise<string>} make makes what it opens and returns its absolute path
 * @property {(scratch: string, extensions: readonly string[]) => readonly string[]} [extensions] folders of the extensions under development,
 *   where it needs others than those of the other windows
 * @property {(page: import('playwright-core').Page, scratch: string) => Promise<void>} [inWebWorker] runs the web build, in the web worker
 *   extension host; what a person does meanwhile in the page
 */

/** @type {readonly SuiteWindow[]} */
export const suiteWindows = [
  {
    name: 'example',
    runs: (path) => ![multiRoot, parity, web].some((folder) => path.startsWith(folder)),
    make: (scratch) => makeExampleWorkspace(join(scratch, defaultExample)),
  },
  { name: 'multi-root', runs: (path) => path.startsWith(multiRoot), make: makeMultiRootWorkspace },
  {
    name: 'parity',
    runs: (path) => path.startsWith(parity),
    make: (scratch) => makeParityWorkspace(join(scratch, 'parity')),
  },
  {
    name: 'web',
    runs: (path) => path.startsWith(web),
    make: (scratch) => {
      makeExampleWorkspace(join(scratch, defaultExample));
      // In a workspace a second folder, such as one of a virtual file system, joins without a restart of the extension host.
      const file = join(scratch, 'web.code-workspace');
      writeFileSync(file, JSON.stringify({ folders: [{ path: defaultExample }] }));
      return file;
    },
    extensions: (scratch, extensions) => extensions.map((extension) => forWebWorker(extension, scratch)),
    inWebWorker: (page, scratch) => walkWizard(page, join(scratch, defaultExample)),
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
 * An extension of the tests is one file for Node. In a web worker it is loaded by the entry for browsers, whose name has to end in `.js`.
 * @param {string} extension
 * @param {string} scratch
 * @returns {string} a copy that has such an entry; one that has it is given back as it is
 */
function forWebWorker(extension, scratch) {
  const manifest = JSON.parse(readFileSync(join(extension, 'package.json'), 'utf8'));
  if (manifest.browser !== undefined) return extension;
  const copy = join(scratch, 'for-web-worker', basename(extension));
  mkdirSync(copy, { recursive: true });
  writeFileSync(join(copy, 'extension.js'), readFileSync(join(extension, manifest.main)));
  writeFileSync(join(copy, 'package.json'), JSON.stringify({ ...manifest, browser: './extension.js' }));
  return copy;
}

/**
 * Bundles the suites that run in a window, as an entry for `extensionTestsPath`.
 * @param {string} outfile
 * @param {SuiteWindow} window
 * @param {{ grep: string | null, reportDir: string }} run for a web worker, which has no environment
 * @returns {Promise<number>} how many there are
 */
export async function bundleSuites(outfile, window, run) {
  const suites = readdirSync(suitesDir, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.itest.ts'))
    .map((path) => path.replaceAll('\\', '/'))
    .filter(window.runs)
    .map((path) => `./${path}`)
    .sort();
  const mocha = join(rootDir, 'node_modules', 'mocha');
  await esbuild.build({
    ...(window.inWebWorker === undefined
      ? { entryPoints: [join(suitesDir, 'index.ts')], platform: 'node', target: 'node20' }
      : {
          entryPoints: [join(suitesDir, 'web', 'index-web.ts')],
          ...{
            platform: 'browser',
            conditions: ['worker'],
            target: 'es2022',
            define: { suiteRun: JSON.stringify(run) },
          },
        }),
    outfile,
    bundle: true,
    format: 'cjs',
    sourcemap: 'inline',
    external: ['vscode', 'libpg-query'],
    // As the product is built: the package's main file can't be bundled.
    alias: bundleAliases(),
    logLevel: 'warning',
    plugins: [
      ...(window.inWebWorker === undefined ? [] : [runAnywhere()]),
      {
        name: 'integration-suites',
        setup(build) {
          build.onResolve({ filter: /^mocha$/ }, () => ({ path: mocha, external: true }));
          // In a browser it takes the exports of the bundle for its own.
          build.onLoad({ filter: /[\\/]mocha[\\/]mocha\.js$/ }, ({ path }) => ({
            contents: `((module, exports) => {\n${readFileSync(path, 'utf8')}\n}).call(globalThis);`,
          }));
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
