// @ts-nocheck -- a text for the bundler, which puts a path into it
// Stands between PostgreSQL's parser and its WebAssembly, which it looks for beside itself: in Node it finds it, in a browser the loader of
// chunks (`loadTechSpecChunk`, see src/host/platform/browser/load-chunks.ts) has it.
const make = require('REAL');

async function options() {
  if (typeof loadTechSpecChunk !== 'function') return {};
  const module = await WebAssembly.compile(await loadTechSpecChunk.file('libpg-query.wasm'));
  return { instantiateWasm: (imports, done) => void WebAssembly.instantiate(module, imports).then(done) };
}

exports.__esModule = true;
exports.default = async () => make(await options());
