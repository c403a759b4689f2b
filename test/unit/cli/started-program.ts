import { spawn, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundleAliases } from '../../../scripts/bundle-aliases.mjs';
import { environmentOf, root, type Ran, type RunOptions } from './run-options';

/** Two folders below the root, where the program finds the templates; test files that run at once have one each. */
export const program = join(root, '.cache', 'cli-under-test', `cli-${process.pid}.js`);

/** Bundles the command line, so that tests start it as a person would: as a program of its own. */
export async function buildProgram(): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: ['src/cli/main.ts'],
    outfile: program,
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
  process.once('exit', () => rmSync(program, { force: true }));
}

/**
 * Starts the program and waits for its end. A start costs a second: what does not depend on the process is tested by `run`.
 *
 * @param meanwhile gets the process, to send it signals or to close its pipes
 */
export function start(
  args: readonly string[],
  options: RunOptions = {},
  meanwhile: (child: ChildProcess) => void = () => undefined,
): Promise<Ran> {
  const child = spawn(process.execPath, [program, ...args], {
    cwd: options.cwd ?? root,
    env: environmentOf(options),
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  meanwhile(child);
  return new Promise((done, failed) => {
    child.on('error', failed);
    child.on('close', (code) => done({ code, out, err }));
  });
}
