import * as esbuild from 'esbuild';
import { bundleAliases } from '../bundle-aliases.mjs';

/**
 * Makes a program of our TypeScript that Node runs by itself.
 * @param {string} entry absolute path
 * @param {string} outfile absolute path, ending in `.mjs`, below the checkout
 */
export async function bundleProgram(entry, outfile) {
  await esbuild.build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    alias: bundleAliases(),
    // Looks for its WebAssembly beside itself.
    external: ['libpg-query'],
    // CommonJS packages in an ES module still ask for what Node has.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    logLevel: 'warning',
  });
}
