import { Option } from 'commander';
import type { LanguageModel } from '../core/ports/language-model';
import { createOpenAiModel } from '../models/openai-model';
import { createOutlineModel } from '../models/outline-model';
import { createPatientModel } from '../models/patient-model';
import { CliFailure } from './failure';

export interface ModelOptions {
  readonly model: string;
  readonly baseUrl?: string;
}

export const modelOption = (): Option =>
  new Option(
    '--model <model>',
    'outline (no model) or openai:NAME; the key comes from OPENAI_API_KEY',
  ).default('outline');

export const baseUrlOption = (): Option =>
  new Option('--base-url <url>', 'server that speaks OpenAI chat completions').default(
    'https://api.openai.com/v1',
  );

/** @throws CliFailure that says what a model is named like */
export function chooseModel({ model, baseUrl }: ModelOptions): LanguageModel {
  if (model === 'outline') return createOutlineModel();
  const name = /^openai:(.+)$/.exec(model)?.[1];
  if (name === undefined) throw new CliFailure(`--model ${model} is not known. Use outline or openai:NAME.`);
  const url = baseUrl ?? '';
  if (!URL.canParse(url) || !/^https?:/.test(url)) {
    throw new CliFailure(`--base-url ${url} is no address. Give one such as http://127.0.0.1:11434/v1.`);
  }
  return createPatientModel(
    createOpenAiModel({ name, baseUrl: url, apiKey: process.env['OPENAI_API_KEY'] ?? null }),
  );
}
