// Bundles the extension, the command line and the webview into dist/.
// Use: node scripts/build.mjs [--minify] [--watch] [--allow-missing]
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';
import { bundleAliases } from './bundle-aliases.mjs';
import { rootDir } from './vscode/cache.mjs';

const { values: flags } = parseArgs({
  options: {
    minify: { type: 'boolean', default: false },
    watch: { type: 'boolean', default: false },
    'allow-missing': { type: 'boolean', default: false },
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
};

/** @type {esbuild.BuildOptions} */
const forNode = {
  ...common,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  external: ['vscode'],
  alias: bundleAliases(),
  // `import()` becomes a deferred `require`, which keeps the default export of a CommonJS bundle what it is in ESM.
  supported: { 'dynamic-import': false },
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

/** What `import()` reaches, by the name of its own bundle in dist. @type {Map<string, string>} */
const lazyBundles = new Map();

/** Modules of ours that only name what is used of a large package, so that its parts share one bundle: file to name. */
const packageParts = new Map([[join(rootDir, 'src/cli/mcp/sdk.ts'), 'mcp-sdk']]);

/**
 * A CommonJS bundle cannot be split by esbuild, so a package that is loaded by `import()` becomes a bundle of its own
 * beside it, loaded when the call is reached: `import('openai')` loads dist/openai.js. Our own modules stay together
 * (see `onDemandPlugin`), because two copies of a module would have two states: two translation tables, two classes of
 * the same error.
 * @type {esbuild.Plugin}
 */
const lazyPlugin = {
  name: 'lazy-bundles',
  setup(build) {
    build.onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) => {
      if (kind !== 'dynamic-import') return undefined;
      const file = join(resolveDir, `${path}.ts`);
      const name = packageParts.get(file);
      if (name === undefined) return undefined;
      lazyBundles.set(name, file);
      return { path: `./${name}.js`, external: true };
    });
    build.onResolve({ filter: /^[^./]/ }, async (args) => {
      if (args.kind !== 'dynamic-import' || args.pluginData === 'resolved') return undefined;
      const resolved = await build.resolve(args.path, {
        kind: args.kind,
        importer: args.importer,
        resolveDir: args.resolveDir,
        pluginData: 'resolved',
      });
      if (resolved.errors.length > 0 || resolved.external) return resolved;
      const name = args.path.replace(/^@|\.m?js$/g, '').replace(/[@/]+/g, '-');
      const known = lazyBundles.get(name);
      if (known !== undefined && known !== resolved.path)
        return { errors: [{ text: `Two modules loaded by import() are named ${name}: rename one.` }] };
      lazyBundles.set(name, resolved.path);
      return { path: `./${name}.js`, external: true };
    });
  },
};

/** What the extension loads with the first spec or command, see docs/decisions/0004-loading-on-demand.md. */
const onDemand = { out: 'on-demand', entry: 'src/host/on-demand.ts' };

/**
 * Leaves that part out of what loads with the extension, and lets `import()` of it load its bundle.
 * @type {esbuild.Plugin}
 */
const onDemandPlugin = {
  name: 'on-demand',
  setup(build) {
    build.onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) => {
      if (kind !== 'dynamic-import') return undefined;
      if (join(resolveDir, `${path}.ts`) === join(rootDir, onDemand.entry))
        return { path: `./${onDemand.out}.js`, external: true };
      return { errors: [{ text: `Only ${onDemand.entry} may be loaded by import() from here.` }] };
    });
  },
};

/** @typedef {{ out: string, entry: string, options: esbuild.BuildOptions }} Bundle */

/** @type {Bundle[]} */
const bundles = [
  {
    out: 'extension',
    entry: 'src/extension.ts',
    options: { ...forNode, plugins: [onDemandPlugin, lazyPlugin] },
  },
  { ...onDemand, options: { ...forNode, plugins: [lazyPlugin] } },
  {
    out: 'cli',
    entry: 'src/cli/main.ts',
    options: { ...forNode, banner: { js: '#!/usr/bin/env node' }, plugins: [lazyPlugin] },
  },
  { out: 'webview/wizard', entry: 'webview-ui/src/main.tsx', options: forBrowser },
  { out: 'webview/coverage', entry: 'webview-ui/src/coverage.tsx', options: forBrowser },
];

/** @type {esbuild.BuildContext[]} */
const contexts = [];

/** Modules whose code is in a bundle, by the bundle's name. @type {Map<string, readonly string[]>} */
const modules = new Map();

/** @param {Bundle} bundle */
async function make({ out, entry, options }) {
  const metafile = /** @type {const} */ (true);
  const whole = { ...options, entryPoints: [{ in: entry, out }], outdir: 'dist', metafile };
  if (!flags.watch) {
    const { outputs } = (await esbuild.build(whole)).metafile;
    modules.set(out, Object.keys(outputs[`dist/${out}.js`]?.inputs ?? {}));
    return;
  }
  const context = await esbuild.context(whole);
  contexts.push(context);
  // The first build finds the lazy bundles; later ones follow the files.
  await context.rebuild().catch(() => undefined);
  await context.watch();
}

/** Modules that may be in both halves of the extension: small, functions only, nothing that is remembered or compared. */
const stateless = [
  'src/host/generation/journal/journal-folder.ts',
  'src/core/text/path.ts',
  'src/core/checks/distinct-findings.ts',
  'src/core/spec/front-matter-names-spec.ts',
  'src/core/spec/vocabulary/metadata-names.ts',
  'src/host/review/problem-counts.ts',
  'src/host/review/to-diagnostic.ts',
];

/**
 * The two halves of the extension run side by side, so a module in both exists twice.
 * @throws {Error} naming such modules, unless they have no state
 */
function refuseDoubles() {
  const early = new Set(modules.get('extension')?.filter((module) => !stateless.includes(module)));
  const both = (modules.get(onDemand.out) ?? []).filter((module) => early.has(module));
  if (both.length > 0)
    throw new Error(
      `In dist/extension.js and in dist/${onDemand.out}.js: ${both.join(', ')}. ` +
        'Import types only, pass what is needed as an argument, or list a module without state in scripts/build.mjs.',
    );
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
  const present = bundles.filter(({ entry, out }) => {
    if (existsSync(join(rootDir, entry))) return true;
    if (!flags['allow-missing']) throw new Error(`${entry} is missing: dist/${out}.js cannot be built.`);
    console.warn(`skipped dist/${out}.js: ${entry} is not there yet`);
    return false;
  });
  await Promise.all(present.map(make));
  const done = new Set();
  for (const [name, path] of lazyBundles) {
    // A Map grows while it is walked, so what a lazy bundle loads lazily is built too.
    if (done.has(name)) continue;
    done.add(name);
    await make({ out: name, entry: path, options: { ...forNode, plugins: [lazyPlugin] } });
  }
  refuseDoubles();
  // PostgreSQL's parser looks for its code beside itself.
  if (lazyBundles.has('libpg-query'))
    copy(
      join(rootDir, 'node_modules', 'libpg-query', 'wasm', 'libpg-query.wasm'),
      join(dist, 'libpg-query.wasm'),
    );
  if (present.some(({ out }) => out.startsWith('webview/'))) {
    const codicons = join(rootDir, 'node_modules', '@vscode', 'codicons', 'dist');
    for (const file of ['codicon.css', 'codicon.ttf'])
      copy(join(codicons, file), join(dist, 'webview', file));
  }
  if (!existsSync(dist)) return;
  if (existsSync(join(dist, 'cli.js'))) chmodSync(join(dist, 'cli.js'), 0o755);
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
