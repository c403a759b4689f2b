import { readFileSync, readdirSync, statSync } from 'node:fs';
import { createRequire, builtinModules } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';
import { rootDir } from '../vscode/cache.mjs';

const src = join(rootDir, 'src');
const host = join(src, 'host') + sep;
const platform = join(host, 'platform', 'browser');
const nodeModules = new Set(builtinModules);
const { resolve } = createRequire(import.meta.url);

/** What the entry for browsers is called in a build. */
export const webEntry = 'web:extension';

/**
 * Lets one build hold the extension for Node and the one for browsers: what is below `src/host` is there twice, with `#platform/...` leading
 * to Node in one and to the browser in the other, and all else once. See docs/decisions/0011-web-build.md.
 * @returns {import('esbuild').Plugin}
 */
export function webTwins() {
  return {
    name: 'web-twins',
    setup(build) {
      build.onResolve({ filter: /^web:extension$/ }, () => ({
        path: join(src, 'extension.ts'),
        namespace: 'web',
      }));
      build.onResolve({ filter: /^#platform\//, namespace: 'web' }, ({ path }) => ({
        path: join(platform, `${path.slice('#platform/'.length)}.ts`),
        namespace: 'web',
      }));
      build.onResolve({ filter: /^\./, namespace: 'web' }, async ({ path, resolveDir, kind }) => {
        const found = await build.resolve(path, { resolveDir, kind });
        if (found.errors.length > 0) return { errors: found.errors };
        const isTwin = found.path.startsWith(host);
        return { path: found.path, namespace: isTwin ? 'web' : 'file', sideEffects: found.sideEffects };
      });
      build.onResolve({ filter: /^listed-templates$/ }, ({ path }) => ({ path, namespace: 'listed' }));
      build.onLoad({ filter: /.*/, namespace: 'listed' }, () => {
        const sizes = sizesBelow(join(rootDir, 'templates'));
        return {
          contents: `export const listedTemplates = ${JSON.stringify(sizes)};`,
          watchFiles: Object.keys(sizes).map((path) => join(rootDir, 'templates', path)),
        };
      });
      build.onLoad({ filter: /\.ts$/, namespace: 'web' }, ({ path }) => ({
        contents: readFileSync(path, 'utf8'),
        loader: 'ts',
        resolveDir: dirname(path),
        watchFiles: [path],
      }));
    },
  };
}

/**
 * Packages that come in one form for Node and another for browsers: the other, which runs in both.
 * @returns {import('esbuild').Plugin}
 */
export function runAnywhere() {
  return {
    name: 'run-anywhere',
    setup(build) {
      const forBrowsers = {
        yaml: join(dirname(resolve('yaml/package.json')), 'browser', 'index.js'),
        '@vscode/l10n': join(dirname(resolve('@vscode/l10n')), 'browser.js'),
      };
      build.onResolve({ filter: /^(yaml|@vscode\/l10n)$/ }, ({ path }) => ({
        path: forBrowsers[/** @type {keyof typeof forBrowsers} */ (path)],
      }));
      build.onResolve({ filter: /^#min(path|proc|url)$/ }, ({ path, resolveDir }) => ({
        path: join(resolveDir, `${path.slice(1)}.browser.js`),
      }));

      build.onResolve({ filter: /^(node:)?(path|fs|crypto)$/ }, ({ path, importer }) => {
        const found = standIns.findIndex((one) => one.module === path && one.importer.test(importer));
        return found === -1 ? undefined : { path: String(found), namespace: 'stand-in' };
      });
      build.onLoad({ filter: /.*/, namespace: 'stand-in' }, ({ path }) => ({
        contents: standIns[Number(path)]?.contents ?? '',
      }));

      // The parser of PostgreSQL looks for its code beside itself; a browser has to be handed it.
      build.onResolve({ filter: /^\.\/libpg-query\.js$/ }, ({ path, importer, namespace, resolveDir }) => {
        if (namespace !== 'file' || !/[\\/]libpg-query[\\/]/.test(importer)) return undefined;
        return { path: join(resolveDir, path), namespace: 'pg-query' };
      });
      build.onLoad({ filter: /.*/, namespace: 'pg-query' }, ({ path }) => ({
        contents: readFileSync(join(rootDir, 'scripts', 'web', 'pg-query.cjs'), 'utf8').replace(
          'REAL',
          path.replaceAll('\\', '/'),
        ),
        resolveDir: dirname(path),
      }));
    },
  };
}

/**
 * Node modules that packages import for a branch that we never take, with what stands in for them.
 * @type {readonly { importer: RegExp, module: string, contents: string }[]}
 */
const standIns = [
  // Rules that are switched off (`core/secrets/secretlint-rules.ts`) read key files.
  {
    importer: /[\\/]secretlint-rule-preset-recommend[\\/]/,
    module: 'node:path',
    contents: 'export const basename = (path) => path.replace(/^.*\\//, "");\nexport default { basename };',
  },
  {
    importer: /[\\/]secretlint-rule-preset-recommend[\\/]/,
    module: 'node:fs',
    contents: 'export const readFileSync = () => { throw new Error("There are no files here."); };',
  },
  // It reads schemas from files where there are some.
  { importer: /[\\/]protobufjs[\\/]/, module: 'fs', contents: 'module.exports = null;' },
];

/**
 * What of Node the entry for browsers would ask for.
 * @param {import('esbuild').Metafile} metafile
 * @param {readonly string[]} reached outputs that it reaches
 * @returns {readonly string[]} a line each
 */
export function askedOfNode({ inputs, outputs }, reached) {
  const files = reached.flatMap((output) => Object.keys(outputs[output]?.inputs ?? {}));
  return [...new Set(files)].flatMap((file) =>
    (inputs[file]?.imports ?? [])
      .filter(
        ({ path, external }) => external === true && (path.startsWith('node:') || nodeModules.has(path)),
      )
      .filter(({ path }) => !neverReached.some((one) => one.importer.test(file) && one.module === path))
      .map(({ path }) => `${relative(rootDir, file)} asks for ${path} in the web build.`),
  );
}

/** @param {string} dir @returns {Record<string, number>} sizes in bytes by path below it, with forward slashes */
function sizesBelow(dir) {
  return Object.fromEntries(
    readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [relative(dir, path).replaceAll('\\', '/'), statSync(path).size]),
  );
}

/** What Emscripten asks for where it finds itself in Node. */
const neverReached = ['node:fs', 'node:crypto'].map((module) => ({
  importer: /libpg-query[\\/]wasm[\\/]libpg-query\.js$/,
  module,
}));
