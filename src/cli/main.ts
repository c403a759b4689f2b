import { runCommandLine } from './run-command-line';

// A reader that closes early (head, less) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
void runCommandLine(process.argv.slice(2), {
  folder: process.cwd(),
  environment: process.env,
  out: process.stdout,
  err: process.stderr,
  onInterrupt: (listener) => {
    process.once('SIGINT', listener);
    return () => process.off('SIGINT', listener);
  },
}).then((code) => {
  process.exitCode = code;
});
