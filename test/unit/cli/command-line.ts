import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bundleAliases } from '../../../scripts/bundle-aliases.mjs';
import { build } from 'esbuild';

const root = resolve(__dirname, '../../..');
/** Two folders below the root, where the program finds the templates; test files that run at once have one each. */
const bundle = join(root, '.cache', 'cli-under-test', `cli-${process.pid}.js`);

export const example = join(root, 'examples', 'team-invites');

/** Bundles the command line, so that tests run it as a person would: as a program of its own. */
export async function buildCommandLine(): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: ['src/cli/main.ts'],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    // As in scripts/build.mjs.
    alias: bundleAliases(),
    // It looks for its WebAssembly beside itself.
    external: ['libpg-query'],
    logLevel: 'silent',
  });
  process.once('exit', () => rmSync(bundle, { force: true }));
}

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A proxy of the machine would stand between the program and the servers of the tests. */
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(https?|all|no)_proxy$/i.test(name)),
);

/** Runs the program; the environment has neither key nor proxy unless one is given. */
export function run(
  args: readonly string[],
  options: {
    readonly cwd?: string;
    readonly key?: string;
    readonly env?: Readonly<Record<string, string>>;
  } = {},
): Promise<Ran> {
  const child = spawn(process.execPath, [bundle, ...args], {
    cwd: options.cwd ?? root,
    env: { ...environment, OPENAI_API_KEY: options.key, ...options.env },
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  return new Promise((done, failed) => {
    child.on('error', failed);
    child.on('close', (code) => done({ code, out, err }));
  });
}
