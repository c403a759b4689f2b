// Bundles the extension, the command line and the webview into dist/.
// Use: node scripts/build.mjs [--minify] [--watch]
import { chmodSync, cpSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';
import { bundleAliases } from './bundle-aliases.mjs';
import { commonJsChunks } from './common-js-chunks.mjs';
import { noticesOf, thirdPartiesOf } from './third-party.mjs';
import { rootDir } from './vscode/cache.mjs';
import { writeWebEntry } from './web/web-entry.mjs';
import { runAnywhere, webEntry, webTwins } from './web/web-twins.mjs';

const { values: flags } = parseArgs({
  options: {
    minify: { type: 'boolean', default: false },
    watch: { type: 'boolean', default: false },
  },
});

const dist = join(rootDir, 'dist');

/** @type {esbuild.BuildOptions} */
const common = {
  absWorkingDir: rootDir,
  bundle: true,
  minify: flags.minify,
  // Escapes would double the tables of words in other scripts.
  charset: 'utf8',
  sourcemap: flags.minify ? false : 'linked',
  legalComments: flags.minify ? 'linked' : 'inline',
  define: { 'process.env.NODE_ENV': flags.watch ? '"development"' : '"production"' },
  logLevel: 'warning',
  metafile: true,
};

const entryForBrowsers = 'extension-web.js';

/**
 * Extension, the same for browsers, and command line in one build, so that they share what they have in common; what `import()` reaches is
 * a chunk that loads when the call is reached. See docs/decisions/0004-loading-on-demand.md and 0011-web-build.md.
 * @type {esbuild.BuildOptions}
 */
const forNode = {
  ...common,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  splitting: true,
  chunkNames: '[name]-[hash]',
  // The chunks are made CommonJS, with source maps that lead through both steps.
  sourcemap: flags.minify ? false : 'inline',
  write: false,
  external: ['vscode'],
  alias: bundleAliases(),
  plugins: [
    webTwins(),
    runAnywhere(),
    commonJsChunks({
      banners: { 'cli.js': '#!/usr/bin/env node' },
      elsewhere: [entryForBrowsers],
      minify: flags.minify,
      target: 'node20',
    }),
    writeWebEntry({ entry: entryForBrowsers, minify: flags.minify, target: 'es2022' }),
  ],
};

/** @type {esbuild.BuildOptions} */
const forBrowser = {
  ...common,
  platform: 'browser',
  target: 'es2022',
  format: 'iife',
  jsx: 'automatic',
  loader: { '.ttf': 'file', '.svg': 'dataurl' },
  assetNames: '[name]',
};

/** @typedef {{ entries: Readonly<Record<string, string>>, options: esbuild.BuildOptions }} Bundle entries by the file in dist */

/** @type {Bundle[]} */
const bundles = [
  {
    entries: { extension: 'src/extension.ts', cli: 'src/cli/main.ts', 'extension-web': webEntry },
    options: forNode,
  },
  {
    entries: {
      'webview/wizard': 'webview-ui/src/main.tsx',
      'webview/coverage': 'webview-ui/src/coverage.tsx',
    },
    options: forBrowser,
  },
];

/** @type {esbuild.BuildContext[]} */
const contexts = [];

/** @param {Bundle} bundle @returns {Promise<string[]>} the files that went in; none where they change while it watches */
async function make({ entries, options }) {
  const whole = { ...options, entryPoints: { ...entries }, outdir: 'dist' };
  if (!flags.watch) {
    const { metafile } = await esbuild.build(whole);
    // What stands in for a file, or for a twin of it, has a name before its path, and the file is there as itself.
    return Object.keys(metafile?.inputs ?? {}).filter((path) => !/^[a-z-]{3,}:/.test(path));
  }
  const context = await esbuild.context(whole);
  contexts.push(context);
  await context.watch();
  return [];
}

/** @param {string} from @param {string} to */
function copy(from, to) {
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to);
}

/** @param {string} dir @returns {string[]} */
function filesBelow(dir) {
  return readdirSync(dir, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(dir, entry.name)) : [join(dir, entry.name)],
  );
}

async function build() {
  const start = Date.now();
  const inputs = (await Promise.all(bundles.map(make))).flat();
  // PostgreSQL's parser looks for its code beside itself.
  const { resolve } = createRequire(import.meta.url);
  copy(join(dirname(resolve('libpg-query')), 'libpg-query.wasm'), join(dist, 'libpg-query.wasm'));
  const codicons = join(rootDir, 'node_modules', '@vscode', 'codicons', 'dist');
  for (const file of ['codicon.css', 'codicon.ttf']) copy(join(codicons, file), join(dist, 'webview', file));
  // What is copied above belongs to packages that are bundled, but for the icons.
  inputs.push('node_modules/@vscode/codicons/package.json');
  writeFileSync(join(dist, 'third-party-licenses.txt'), noticesOf(thirdPartiesOf(inputs)));
  if (!flags.watch) chmodSync(join(dist, 'cli.js'), 0o755);
  // What an earlier build left is removed last, so that a program that runs from dist is not pulled away under itself.
  for (const file of filesBelow(dist)) if (statSync(file).mtimeMs < start - 1000) rmSync(file);
  for (const file of filesBelow(dist).sort())
    if (!file.endsWith('.map')) {
      const kilobytes = (statSync(file).size / 1000).toFixed(1).padStart(9);
      console.log(`${kilobytes} kB  ${relative(rootDir, file).replaceAll('\\', '/')}`);
    }
}

try {
  await build();
  if (flags.watch) console.log('watching ...');
} catch (error) {
  // esbuild has printed its own errors.
  if (!(error instanceof Error && 'errors' in error))
    console.error(error instanceof Error ? error.message : error);
  await Promise.all(contexts.map((context) => context.dispose()));
  process.exitCode = 1;
}
