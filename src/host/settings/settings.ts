import * as vscode from 'vscode';
import type { Severity } from '../../core/checks/finding';
import { readPrices, type PriceList } from '../../core/cost/prices';
import { callModeOf, type CallMode } from '../../core/draft/calls/call-mode';
import { sourceLanguage } from '../../core/template/choose-language';
import { defaultRepairRounds, mostRepairRounds } from '../../core/repair/repair-rounds';
import { usualSilence, type SilenceLimits } from '../../models/silence';

const section = 'techSpec';

export type ModelProvider = (typeof providers)[number];

const providers = ['outline', 'openai', 'editor', 'replay'] as const;

/** Settings of one resource, read at the moment they are needed so that a change applies at once. */
export interface Settings {
  /** Path pattern that replaces the templates' own, or an empty string. */
  readonly output: string;
  /** Id of the template to select first, or an empty string. */
  readonly template: string;
  /** Language of specs, or `auto` for that of the source. */
  readonly language: string;
  /** Globs; an empty list leaves the built-in places. */
  readonly rules: readonly string[];
  readonly completedSpecs: readonly string[];
  readonly research: readonly string[];
  readonly specs: readonly string[];
  /** Most tokens of context, or `null` where the model's window decides. */
  readonly maxTokens: number | null;
  readonly prds: readonly string[];
  /** Check id to severity, for those that were set. */
  readonly checks: Readonly<Record<string, Severity | 'off'>>;
}

export interface ModelSettings {
  readonly provider: ModelProvider | null;
  readonly baseUrl: string;
  readonly name: string;
  /** As set: names and values that may stand for environment variables. */
  readonly headers: Readonly<Record<string, unknown>>;
  readonly silence: SilenceLimits;
  /** `null` leaves it to the server. */
  readonly maxOutputTokens: number | null;
  /** Of models, by name; those that can not be read are left out. */
  readonly prices: PriceList;
  /** Path of a recording, or an empty string. */
  readonly replayFile: string;
  /** Where requests and answers are written down, or an empty string. */
  readonly recordFile: string;
}

const severities: readonly string[] = ['error', 'warning', 'info', 'off'];

/** @param scope the workspace folder or a document in it */
export function readSettings(scope: vscode.Uri | null): Settings {
  const settings = vscode.workspace.getConfiguration(section, scope);
  const globs = (key: string): readonly string[] => settings.get<string[]>(key) ?? [];
  return {
    output: settings.get<string>('output') ?? '',
    template: settings.get<string>('template') ?? '',
    language: chosenLanguage(settings.get<unknown>('language')),
    rules: globs('rules.include'),
    completedSpecs: globs('completedSpecs.include'),
    research: globs('research.include'),
    specs: globs('specs.include'),
    maxTokens: positive(settings.get<unknown>('context.maxTokens')),
    prds: globs('prds.include'),
    checks: chosenSeverities(settings.get<Record<string, unknown>>('checks') ?? {}),
  };
}

export function readModelSettings(): ModelSettings {
  const settings = vscode.workspace.getConfiguration(section);
  const provider = settings.get<string>('model.provider') ?? '';
  return {
    provider: providers.find((one) => one === provider) ?? null,
    baseUrl: (settings.get<string>('model.baseUrl') ?? '').trim(),
    name: (settings.get<string>('model.name') ?? '').trim(),
    headers: settings.get<Record<string, unknown> | null>('model.headers') ?? {},
    silence: {
      firstByte: seconds(settings.get<unknown>('model.firstByteTimeout'), usualSilence.firstByte),
      idle: seconds(settings.get<unknown>('model.idleTimeout'), usualSilence.idle),
    },
    maxOutputTokens: positive(settings.get<unknown>('model.maxOutputTokens')),
    prices: readPrices(settings.get<unknown>('model.prices') ?? {}).prices,
    replayFile: (settings.get<string>('model.replayFile') ?? '').trim(),
    recordFile: (settings.get<string>('model.recordFile') ?? '').trim(),
  };
}

/** Writes to the user's (in a remote window: the machine's) settings, never to the workspace. */
export async function writeOpenAiSettings(baseUrl: string, name: string): Promise<void> {
  const settings = vscode.workspace.getConfiguration(section);
  const { Global } = vscode.ConfigurationTarget;
  await settings.update('model.baseUrl', baseUrl === '' ? undefined : baseUrl, Global);
  await settings.update('model.name', name === '' ? undefined : name, Global);
}

/** Writes to the user's settings which provider writes specs, and the name of its model where it is one of the editor's. */
export async function writeProvider(provider: 'outline' | 'openai' | 'editor', name?: string): Promise<void> {
  const settings = vscode.workspace.getConfiguration(section);
  const { Global } = vscode.ConfigurationTarget;
  await settings.update('model.provider', provider, Global);
  if (name !== undefined) await settings.update('model.name', name, Global);
}

function seconds(value: unknown, usual: number): number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : usual;
}

/** In how many calls of a model a document is written. */
export function readCallMode(scope: vscode.Uri | null): CallMode {
  return callModeOf(vscode.workspace.getConfiguration(section, scope).get<unknown>('draft.calls'));
}

/** How often sections with errors go back to the model after a draft; 0 for never. */
export function readRepairRounds(scope: vscode.Uri): number {
  const rounds = vscode.workspace.getConfiguration(section, scope).get<unknown>('repair.rounds');
  return typeof rounds === 'number' && Number.isFinite(rounds)
    ? Math.min(Math.max(Math.floor(rounds), 0), mostRepairRounds)
    : defaultRepairRounds;
}

/** Settings are typed by hand: what is no number of tokens counts as not set. */
function positive(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? Math.floor(value) : null;
}

function chosenLanguage(value: unknown): string {
  return typeof value === 'string' && value.trim() !== '' ? value.trim().toLowerCase() : sourceLanguage;
}

function chosenSeverities(values: Record<string, unknown>): Record<string, Severity | 'off'> {
  return Object.fromEntries(
    Object.entries(values).filter(
      (entry): entry is [string, Severity | 'off'] =>
        typeof entry[1] === 'string' && severities.includes(entry[1]),
    ),
  );
}
