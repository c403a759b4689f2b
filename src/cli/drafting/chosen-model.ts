import { InvalidArgumentError, Option, type Command } from 'commander';
import type { LanguageModel } from '../../core/ports/language-model';
import { createOpenAiModel } from '../../models/openai-model';
import { createOutlineModel } from '../../models/outline-model';
import { createPatientModel } from '../../models/patient-model';
import { recordModel } from '../../models/record-model';
import { requestHeaders } from '../../models/request-headers';
import { usualSilence } from '../../models/silence';
import { CliFailure } from '../failure';
import { wholeNumber } from '../options';
import { ownFetch } from './own-fetch';
import { recordingFile, replay } from './recording-file';
import type { Terminal } from '../terminal';
import { outlineId } from '../../core/receipt/build-receipt';

/** What decides which model writes, and how it is reached. */
export interface ModelOptions {
  readonly model: string;
  readonly baseUrl?: string;
  readonly header?: Readonly<Record<string, string>>;
  readonly firstByteTimeout?: number;
  readonly idleTimeout?: number;
  readonly maxOutputTokens?: number;
  readonly record?: string;
}

/** Adds the options of `ModelOptions` to a command. */
export function addModelOptions(command: Command): Command {
  return command
    .option(
      '--model <model>',
      'outline (no model), openai:NAME or replay:FILE; the key comes from OPENAI_API_KEY',
      'outline',
    )
    .option('--base-url <url>', 'server that speaks OpenAI chat completions', 'https://api.openai.com/v1')
    .addOption(
      new Option(
        '--header <header>',
        "sent with each request, as 'Name: value'; ${env:NAME} in it stands for a variable; repeatable",
      ).argParser(addHeader),
    )
    .addOption(
      new Option(
        '--first-byte-timeout <seconds>',
        'longest silence before an answer; 0 for no limit',
      ).argParser(secondsOf),
    )
    .addOption(
      new Option('--idle-timeout <seconds>', 'longest silence within an answer; 0 for no limit').argParser(
        secondsOf,
      ),
    )
    .addOption(
      new Option('--max-output-tokens <number>', 'longest answer to ask the server for').argParser(
        wholeNumber,
      ),
    )
    .option('--record <file>', 'writes requests and answers down, for --model replay:FILE');
}

/** @throws CliFailure saying what is wrong with the options */
export function chooseModel(terminal: Terminal, options: ModelOptions): LanguageModel {
  const model = connect(terminal, options);
  return options.record === undefined ? model : recordModel(model, recordingFile(terminal, options.record));
}

function connect(terminal: Terminal, options: ModelOptions): LanguageModel {
  const { environment } = terminal;
  const { model, baseUrl } = options;
  if (model === outlineId) return createOutlineModel();
  const file = /^replay:(.+)$/.exec(model)?.[1];
  if (file !== undefined) return replay(terminal, file);
  const name = /^openai:(.+)$/.exec(model)?.[1];
  if (name === undefined)
    throw new CliFailure(`--model ${model} is not known. Use outline, openai:NAME or replay:FILE.`);
  const url = baseUrl ?? '';
  if (!URL.canParse(url) || !/^https?:/.test(url)) {
    throw new CliFailure(`--base-url ${url} is no address. Give one such as http://127.0.0.1:11434/v1.`);
  }
  const headers = requestHeaders(options.header ?? {}, (variable) => environment[variable]);
  if (headers.kind === 'problem') throw new CliFailure(`--header: ${headers.message}`);
  const silence = {
    firstByte: options.firstByteTimeout ?? usualSilence.firstByte,
    idle: options.idleTimeout ?? usualSilence.idle,
  };
  const send = ownFetch(silence, environment);
  return createPatientModel(
    createOpenAiModel({
      ...{ name, baseUrl: url, apiKey: keyOf(environment), headers: headers.headers, silence },
      ...(send === undefined ? {} : { fetch: send }),
      ...(options.maxOutputTokens === undefined ? {} : { maxOutputTokens: options.maxOutputTokens }),
    }),
  );
}

/** An empty variable is none. */
function keyOf(environment: Terminal['environment']): string | null {
  const key = environment['OPENAI_API_KEY']?.trim();
  return key === undefined || key === '' ? null : key;
}

function addHeader(
  written: string,
  before: Readonly<Record<string, string>> | undefined,
): Readonly<Record<string, string>> {
  const at = written.indexOf(':');
  // The program's own message would quote the value, which may be a secret.
  if (at < 1) throw new CliFailure("--header: give it as 'Name: value'.");
  return { ...before, [written.slice(0, at).trim()]: written.slice(at + 1).trim() };
}

function secondsOf(value: string): number {
  if (!/^\d+(\.\d+)?$/.test(value)) throw new InvalidArgumentError('Give a number of seconds.');
  return Number(value);
}
