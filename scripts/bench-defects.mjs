// Seeds defects into specs and counts what the checks find: test/defects, written to docs/defects.md.
// Use: npm run bench:defects [-- FIXTURE...]       (exits 1 below the recall and precision that are asked for)
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { bundleAliases } from './bundle-aliases.mjs';
import { cacheDir, rootDir } from './vscode/cache.mjs';
import { run } from './vscode/run.mjs';

const outfile = join(cacheDir, 'defects', 'main.mjs');
await esbuild.build({
  entryPoints: [join(rootDir, 'test', 'defects', 'main.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  alias: bundleAliases(),
  // The rivals stay what they are, and so does the parser of SQL, which looks for its WebAssembly beside itself.
  external: ['markdownlint', 'remark', 'remark-*', 'libpg-query'],
  // CommonJS packages in an ES module still ask for what Node has.
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  },
  logLevel: 'warning',
});
const { code } = await run(process.execPath, [outfile, rootDir, ...process.argv.slice(2)], {
  cwd: rootDir,
  echo: true,
});
process.exitCode = code;
