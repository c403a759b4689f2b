import { mkdirSync, writeFileSync } from 'node:fs';
import { Buffer } from 'node:buffer';
import { dirname } from 'node:path';
import * as esbuild from 'esbuild';

/**
 * Lets several entries share chunks, and load further ones by `import()`, although VS Code requires CommonJS: esbuild splits ES
 * modules only, so each chunk is turned into CommonJS as it is written. For a build with `format: 'esm'`, `splitting`, `metafile` and
 * `write: false`; a module is then in one chunk only, so that no state and no class exists twice.
 * @param {{ banners?: Readonly<Record<string, string>>, minify: boolean, target: string }} options first lines by name of file
 * @returns {esbuild.Plugin}
 */
export function commonJsChunks({ banners = {}, minify, target }) {
  return {
    name: 'common-js-chunks',
    setup(build) {
      build.onEnd(async ({ errors, metafile, outputFiles = [] }) => {
        if (errors.length > 0 || metafile === undefined) return;
        const packages = commonJsPackages(metafile);
        await Promise.all(outputFiles.map((file) => write(file, packages)));
      });
    },
  };

  /** @param {esbuild.OutputFile} file @param {ReadonlySet<string>} packages names of files */
  async function write({ path, text, contents }, packages) {
    mkdirSync(dirname(path), { recursive: true });
    if (!path.endsWith('.js')) {
      writeFileSync(path, contents);
      return;
    }
    const name = path.replace(/^.*[\\/]/, '');
    const { code, map } = await esbuild.transform(text, {
      ...{ format: 'cjs', platform: 'node', charset: 'utf8', minify, target },
      // `import()` becomes a deferred `require`, which keeps the default export of a CommonJS bundle what it is in ESM.
      supported: { 'dynamic-import': false },
      sourcemap: minify ? false : 'external',
      sourcefile: name,
      banner: banners[name] ?? '',
      logLevel: 'warning',
    });
    // To whoever loads it by `import()` it is the package itself, with its names, and not only a module with a default.
    const whole = packages.has(name) ? `${code}module.exports = module.exports.default;\n` : code;
    if (minify) {
      writeFileSync(path, whole);
      return;
    }
    writeFileSync(path, `${whole}//# sourceMappingURL=${name}.map\n`);
    writeFileSync(`${path}.map`, Buffer.from(map));
  }
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
      .map(([path]) => path.replace(/^.*\//, '')),
  );
}
