import { Command, CommanderError } from 'commander';
import { addCheck } from './commands/check';
import { addApprove } from './commands/approve';
import { addComplete } from './commands/complete';
import { addContext } from './commands/context';
import { addDiffApproved } from './commands/diff-approved';
import { addDraft } from './commands/draft';
import { addDrift } from './commands/drift';
import { addExport } from './commands/export';
import { addImport } from './commands/import';
import { addUpdate } from './commands/update';
import { addWorkflow } from './commands/workflow';
import { addIndex } from './commands/index-project';
import { addMcp } from './commands/mcp';
import { addQuestions } from './commands/questions';
import { addRegenerate } from './commands/regenerate';
import { addReview } from './commands/review';
import { addRequirements } from './commands/requirements';
import { addStatus } from './commands/status';
import { addTemplates } from './commands/templates';
import { addTick } from './commands/tick';
import { addTrace } from './commands/trace';
import { CliFailure, exitCode, type ExitCode } from './failure';
import type { Terminal } from './terminal';
import { version } from '../../package.json';

/**
 * Runs one command.
 *
 * @param args what follows the name of the program
 * @returns its exit code; the message of a failure has gone to the error output
 */
export async function runCommandLine(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let result: ExitCode = exitCode.fine;
  const program = new Command('tech-spec')
    .description(
      'Draft technical specifications from PRDs, initiatives and conversations, and check them without a model.',
    )
    .version(version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.out.write(text),
      writeErr: (text) => terminal.err.write(text),
    })
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
      addReview,
      addCheck,
      addTrace,
      addTick,
      addDrift,
      addUpdate,
      addExport,
      addImport,
      addStatus,
      addApprove,
      addDiffApproved,
      addComplete,
      addWorkflow,
      addMcp,
    ],
  ]) {
    add(program, terminal, (code) => {
      result = code;
    });
  }
  // Subcommands do not inherit this.
  for (const command of program.commands) {
    for (const [one, name] of [
      [command, command.name()] as const,
      ...command.commands.map((below) => [below, `${command.name()} ${below.name()}`] as const),
    ])
      one.exitOverride().showHelpAfterError(`Run tech-spec ${name} --help for its arguments and options.`);
  }
  try {
    await program.parseAsync(args, { from: 'user' });
    return result;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.fine : exitCode.usage;
    if (CliFailure.is(error)) {
      terminal.err.write(`${error.message}\n`);
      return error.exit;
    }
    terminal.err.write(
      `Unexpected failure: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    return exitCode.usage;
  }
}
