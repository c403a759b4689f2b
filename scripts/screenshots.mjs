// Walks the product in a real VS Code and writes docs/images: test/e2e/*.shots.ts.
// Use: npm run screenshots [-- NAME...]       (names filter the scripts by their file name)
import { rootDir } from './vscode/cache.mjs';
import { run } from './vscode/run.mjs';

const config = 'test/harness/screenshots.config.ts';
const { code } = await run(
  'npx',
  ['--no-install', 'vitest', 'run', '--config', config, ...process.argv.slice(2)],
  { cwd: rootDir, echo: true, shell: process.platform === 'win32' },
);
process.exitCode = code;
