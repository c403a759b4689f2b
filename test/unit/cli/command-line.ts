import { runCommandLine } from '../../../src/cli/run-command-line';
import { environmentOf, root, type Ran, type RunOptions } from './run-options';

/** Runs a command as the program does, without a process of its own: for those see `started-program.ts`. */
export async function run(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  let out = '';
  let err = '';
  const code = await runCommandLine(args, {
    folder: options.cwd ?? root,
    environment: environmentOf(options),
    out: { write: (text) => (out += text) },
    err: { write: (text) => (err += text) },
    onInterrupt: () => () => undefined,
  });
  return { code, out, err };
}
