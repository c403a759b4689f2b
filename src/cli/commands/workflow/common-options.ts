import type { Command } from 'commander';
import type { ExitCode } from '../../failure';
import { formatOption, nowOption, workspaceOption } from '../../options';
import type { Format } from '../../output';

/** Options of every command of the workflow. */
export interface Options {
  readonly workspace: string;
  readonly now?: string;
  readonly format: Format;
}

/** Tells how a command ended. */
export type Done = (code: ExitCode) => void;

/** Gives a command the options that all have. */
export const common = (command: Command): Command =>
  command.addOption(workspaceOption()).addOption(nowOption()).addOption(formatOption());
