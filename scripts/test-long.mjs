// Tests that take too long for each run: the extension host is killed 50 times while a draft streams.
// Use: npm run test:long
import { rootDir } from './vscode/cache.mjs';
import { run } from './vscode/run.mjs';

const { code } = await run(
  'npx',
  ['--no-install', 'vitest', 'run', '--project', 'e2e', 'test/e2e/killed-host.test.ts'],
  {
    cwd: rootDir,
    echo: true,
    env: { ...process.env, TECH_SPEC_KILLS: process.env['TECH_SPEC_KILLS'] ?? '50' },
    shell: process.platform === 'win32',
  },
);
process.exitCode = code;
