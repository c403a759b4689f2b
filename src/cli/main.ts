import { runCommandLine } from './run-command-line';
import { Command, CommanderError } from 'commander';
import { addCheck } from './commands/check';
import { addContext } from './commands/context';
import { addDraft } from './commands/draft';
import { addDrift } from './commands/drift';
import { addExport } from './commands/export';
import { addImport } from './commands/import';
import { addIndex } from './commands/index-project';
import { addQuestions } from './commands/questions';
import { addRegenerate } from './commands/regenerate';
import { addRequirements } from './commands/requirements';
import { addTemplates } from './commands/templates';
import { CliFailure, exitCode, type ExitCode } from './failure';
import { version } from '../../package.json';

/** Runs one command and gives its exit code; the message of a failure has gone to stderr. */
async function run(args: readonly string[]): Promise<ExitCode> {
  let result: ExitCode = exitCode.fine;
  const program = new Command('tech-spec')
    .description(
      'Draft technical specifications from PRDs, initiatives and conversations, and check them without a model.',
    )
    .version(version)
    .exitOverride()
    .showHelpAfterError('Run tech-spec --help for the commands.');
  for (const add of [
    ...[
      addRequirements,
      addContext,
      addIndex,
      addQuestions,
      addTemplates,
      addDraft,
      addRegenerate,
      addCheck,
      addDrift,
      addExport,
      addImport,
    ],
  ]) {
    add(program, (code) => {
      result = code;
    });
  }
  // Subcommands do not inherit this.
  for (const command of program.commands) {
    command
      .exitOverride()
      .showHelpAfterError(`Run tech-spec ${command.name()} --help for its arguments and options.`);
  try {
    await program.parseAsync(args, { from: 'user' });
    return result;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.fine : exitCode.usage;
    if (CliFailure.is(error)) {
      process.stderr.write(`${error.message}\n`);
      return error.exit;
    }
    process.stderr.write(
      `Unexpected failure: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    return exitCode.usage;
}

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
