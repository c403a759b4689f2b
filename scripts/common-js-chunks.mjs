import { mkdirSync, writeFileSync } from 'node:fs';
import { Buffer } from 'node:buffer';
import { basename, dirname } from 'node:path';
import * as esbuild from 'esbuild';

/**
 * Lets several entries share chunks, and load further ones by `import()`, although VS Code requires CommonJS: esbuild splits ES
 * modules only, so each chunk is turned into CommonJS as it is written. For a build with `format: 'esm'`, `splitting`, `metafile` and
 * `write: false`; a module is then in one chunk only, so that no state and no class exists twice.
 * @param {object} options
 * @param {Readonly<Record<string, string>>} [options.banners] first lines by name of file
 * @param {readonly string[]} [options.elsewhere] names of files that somebody else writes
 * @param {boolean} options.minify
 * @param {string} options.target
 * @returns {esbuild.Plugin}
 */
export function commonJsChunks({ banners = {}, elsewhere = [], minify, target }) {
  return {
    name: 'common-js-chunks',
    setup(build) {
      build.onEnd(async ({ errors, metafile, outputFiles = [] }) => {
        if (errors.length > 0 || metafile === undefined) return;
        const own = outputFiles.filter(({ path }) => !elsewhere.includes(basename(path)));
        await Promise.all(own.map((file) => write(file, metafile)));
      });
    },
  };

  /** @param {esbuild.OutputFile} file @param {esbuild.Metafile} metafile */
  async function write({ path, text, contents }, metafile) {
    mkdirSync(dirname(path), { recursive: true });
    if (!path.endsWith('.js')) {
      writeFileSync(path, contents);
      return;
    }
    const name = basename(path);
    const banner = banners[name] ?? '';
    const { code, map } = await asCommonJs(name, text, metafile, { minify, target, banner });
    if (minify) {
      writeFileSync(path, code);
      return;
    }
    writeFileSync(path, `${code}//# sourceMappingURL=${name}.map\n`);
    writeFileSync(`${path}.map`, Buffer.from(map));
  }
}

/**
 * What `import()` of a chunk becomes: in Node a `require` that waits for its turn; in a browser, where `require` knows no files, what the
 * loader of chunks brings along (`src/host/platform/browser/load-chunks.ts`), by a name that no function of a chunk has. A package of
 * CommonJS is given with its names, too.
 */
const loading = `const loadChunk = typeof loadTechSpecChunk === 'function' ? loadTechSpecChunk : (name, get) => Promise.resolve().then(() => {
  const loaded = get();
  return loaded.__esModule ? loaded : { ...loaded, default: loaded };
});
`;

/**
 * @param {string} name
 * @param {string} text ES module
 * @param {esbuild.Metafile} metafile
 * @param {{ minify: boolean, target: string, banner?: string }} options
 * @returns {Promise<{ code: string, map: string }>}
 */
export async function asCommonJs(name, text, metafile, { minify, target, banner = '' }) {
  const names = importsOf(metafile, name, 'dynamic-import');
  const deferred = names.reduce(
    (code, one) => code.replaceAll(`import("./${one}")`, `loadChunk("./${one}", () => require("./${one}"))`),
    text,
  );
  const { code, map } = await esbuild.transform(names.length === 0 ? text : loading + deferred, {
    ...{ format: 'cjs', platform: 'node', charset: 'utf8', minify, target },
    sourcemap: minify ? false : 'external',
    sourcefile: name,
    banner,
    logLevel: 'warning',
  });
  // To whoever loads it by `import()` it is the package itself, with its names, and not only a module with a default.
  const isPackage = commonJsPackages(metafile).has(name);
  return { code: isPackage ? `${code}module.exports = module.exports.default;\n` : code, map };
}

/**
 * Names of the chunks that one imports.
 * @param {esbuild.Metafile} metafile
 * @param {string} name
 * @param {'import-statement' | 'dynamic-import'} kind
 * @returns {string[]}
 */
export function importsOf({ outputs }, name, kind) {
  const [, output] = Object.entries(outputs).find(([path]) => basename(path) === name) ?? [];
  return (output?.imports ?? [])
    .filter((one) => one.kind === kind && one.external !== true)
    .map(({ path }) => basename(path));
}

/**
 * Chunks that are a CommonJS package reached by `import()`: as an ES module such a chunk has its exports as `default`, and nothing else.
 * @param {esbuild.Metafile} metafile
 * @returns {ReadonlySet<string>} names of their files
 */
function commonJsPackages({ inputs, outputs }) {
  return new Set(
    Object.entries(outputs)
      .filter(([, { entryPoint, exports }]) => {
        const isCommonJs = entryPoint !== undefined && inputs[entryPoint]?.format === 'cjs';
        return isCommonJs && exports.length === 1 && exports[0] === 'default';
      })
      .map(([path]) => basename(path)),
  );
}
