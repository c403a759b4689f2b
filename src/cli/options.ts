import { InvalidArgumentError, Option, type Command } from 'commander';
import { sourceLanguage } from '../core/template/choose-language';
import type { ExitCode } from './failure';
import type { Terminal } from './terminal';

/** Adds one command to the program; it reports its exit code instead of ending the process. */
export type AddCommand = (program: Command, terminal: Terminal, done: (code: ExitCode) => void) => void;

/** Reads an option that counts something. */
export function wholeNumber(value: string): number {
  if (!/^[1-9]\d*$/.test(value)) throw new InvalidArgumentError('Give a whole number above 0.');
  return Number(value);
}

export const formatOption = (): Option =>
  new Option('--format <format>', 'how results are printed').choices(['text', 'json']).default('text');

export const checkFormatOption = (): Option =>
  new Option('--format <format>', 'how findings are printed')
    .choices(['text', 'json', 'sarif'])
    .default('text');

export const workspaceOption = (): Option =>
  new Option('--workspace <folder>', 'folder that holds rules, completed specs and code').default('.');

/** For a command about a source, which knows where it belongs. */
export const sourceWorkspaceOption = (): Option =>
  new Option(
    '--workspace <folder>',
    'folder that holds rules, completed specs and code (default: the current folder, or the repository in which the source lies)',
  );

/** For a command about a spec, which knows where it belongs. */
export const specWorkspaceOption = (): Option =>
  new Option(
    '--workspace <folder>',
    'folder that holds rules, completed specs and code (default: the current folder, or the one in which the source of the spec lies)',
  );

/** The same without a default, for a command that can do without a workspace. */
export const workspaceFolderOption = (): Option =>
  new Option(
    '--workspace <folder>',
    'folder whose receipts tell which ids the requirements had before (default: the current folder, or the repository in which the source lies)',
  );

export const nowOption = (): Option => new Option('--now <iso>', 'use this instant as the current time');

export const kindOption = (): Option =>
  new Option('--kind <kind>', 'what the source is, where detection errs').choices([
    'prd',
    'initiative',
    'conversation',
  ]);

export const conversationOption = (): Option =>
  new Option(
    '--conversation <number>',
    'which conversation of a chat export, from 1; by default the one that went on last',
  ).argParser(wholeNumber);

export const languageOption = (): Option =>
  new Option(
    '--language <language>',
    'language of the specification, such as en, de or zh-cn; auto is that of the source where it is known',
  ).default(sourceLanguage);

export const maxTokensOption = (): Option =>
  new Option('--max-tokens <number>', 'most tokens of context documents, the source apart').argParser(
    wholeNumber,
  );

export const receiptOption = (): Option =>
  new Option(
    '--receipt <file>',
    'receipt whose ids are kept; by default those of the workspace that name the source',
  );
