import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import * as esbuild from 'esbuild';
import { asCommonJs, importsOf } from '../common-js-chunks.mjs';
import { rootDir } from '../vscode/cache.mjs';
import { askedOfNode } from './web-twins.mjs';

/**
 * Writes the entry for browsers, which holds the loader of chunks and all that the entry requires at once: `require` in a web worker knows
 * `vscode` alone. The chunks that it loads are those beside it, of the same build. Fails where any of them would ask for Node.
 * @param {{ entry: string, minify: boolean, target: string }} options `entry` is the name of the file
 * @returns {esbuild.Plugin}
 */
export function writeWebEntry({ entry, minify, target }) {
  return {
    name: 'web-entry',
    setup(build) {
      build.onEnd(async ({ errors, metafile, outputFiles = [] }) => {
        if (errors.length > 0 || metafile === undefined) return undefined;
        const inside = closure(metafile, entry);
        const reached = reachedFrom(metafile, entry);
        const outputs = Object.keys(metafile.outputs).filter((path) => reached.has(basename(path)));
        const asked = askedOfNode(metafile, outputs);
        if (asked.length > 0) return { errors: asked.map((text) => ({ text })) };

        /** @param {string} name */
        const codeOf = async (name) => {
          const text = outputFiles.find(({ path }) => basename(path) === name)?.text ?? '';
          const { code } = await asCommonJs(name, text, metafile, { minify, target });
          return `${JSON.stringify(`./${name}`)}(module, exports, require, loadTechSpecChunk) {\n${code}\n}`;
        };
        const here = await Promise.all(inside.map(codeOf));
        const loaded = [...reached].filter((name) =>
          [...reached].some((one) => importsOf(metafile, one, 'dynamic-import').includes(name)),
        );
        const needs = Object.fromEntries(
          loaded.map((name) => [`./${name}`, closure(metafile, name).map((one) => `./${one}`)]),
        );
        const path = outputFiles.find((file) => basename(file.path) === entry)?.path ?? entry;
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(
          path,
          [
            '"use strict";',
            'const loading = { exports: {} };',
            `((module, exports) => {\n${await loader()}})(loading, loading.exports);`,
            'const { chunkLoader, readBeside } = loading.exports;',
            `const { require: start } = chunkLoader({`,
            `here: {\n${here.join(',\n')}\n},`,
            `needs: ${JSON.stringify(needs)} }, readBeside, require);`,
            `module.exports = start(${JSON.stringify(`./${entry}`)});`,
            '',
          ].join('\n'),
        );
        return undefined;
      });
    },
  };

  async function loader() {
    const { outputFiles } = await esbuild.build({
      entryPoints: [join(rootDir, 'src', 'host', 'platform', 'browser', 'chunk-loader.ts')],
      ...{ bundle: true, write: false, format: 'cjs', platform: 'browser', target, minify, charset: 'utf8' },
      external: ['vscode'],
      sourcemap: false,
    });
    return outputFiles[0]?.text ?? '';
  }
}

/**
 * A chunk and all that it requires.
 * @param {esbuild.Metafile} metafile @param {string} name @param {Set<string>} [known] @returns {string[]} names of files
 */
function closure(metafile, name, known = new Set()) {
  if (!known.has(name)) {
    known.add(name);
    for (const next of importsOf(metafile, name, 'import-statement')) closure(metafile, next, known);
  }
  return [...known];
}

/**
 * A chunk and all that it requires or may load.
 * @param {esbuild.Metafile} metafile @param {string} name @param {Set<string>} [known] @returns {Set<string>} names of files
 */
function reachedFrom(metafile, name, known = new Set()) {
  if (!known.has(name)) {
    known.add(name);
    for (const kind of /** @type {const} */ (['import-statement', 'dynamic-import']))
      for (const next of importsOf(metafile, name, kind)) reachedFrom(metafile, next, known);
  }
  return known;
}
