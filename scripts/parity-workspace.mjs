// Makes the workspace that the extension and the command line are compared on: see test/integration/parity.
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import * as esbuild from 'esbuild';
import { bundleAliases } from './bundle-aliases.mjs';
import { makeExampleWorkspace } from './example-workspace.mjs';
import { cacheDir, rootDir } from './vscode/cache.mjs';

/** Not part of the repository: lies beside the checkout, or where TECH_SPEC_CORPUS says. */
const corpus = resolve(process.env['TECH_SPEC_CORPUS'] ?? join(rootDir, '..', 'shared', 'corpus'));

/**
 * @param {string} root folder to make it in
 * @returns {Promise<string>} absolute path of the `.code-workspace`
 */
export async function makeParityWorkspace(root) {
  const outfile = join(cacheDir, 'integration', 'parity-workspace.cjs');
  await esbuild.build({
    entryPoints: [join(rootDir, 'test', 'integration', 'parity', 'parity-workspace.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    alias: bundleAliases(),
    // It looks for its WebAssembly beside itself.
    external: ['libpg-query'],
    // The command line finds the templates as from dist, wherever the cache lies.
    define: { __dirname: JSON.stringify(join(rootDir, 'dist')) },
    logLevel: 'warning',
  });
  /** @type {typeof import('../test/integration/parity/parity-workspace')} */
  const made = createRequire(import.meta.url)(outfile);
  return made.makeParityWorkspace({
    root,
    fixtures: join(rootDir, 'test', 'defects', 'fixtures'),
    corpus: join(corpus, 'specs'),
    copyExample: makeExampleWorkspace,
  });
}
