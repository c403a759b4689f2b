import { environmentVariable } from '#platform/machine';
import * as vscode from 'vscode';
import type { LanguageModel, ModelFailure } from '../../core/ports/language-model';
import { offeredModels, type ModelOffer } from '../../models/list-models';
import { createOpenAiModel } from '../../models/openai-model';
import { requestHeaders, type RequestHeaders } from '../../models/request-headers';
import type { ModelView } from '../../shared/wizard/generate-state';
import { readModelSettings, type ModelSettings } from '../settings/settings';
import type { ApiKeys } from './api-keys';
import { FailedTrial } from './failed-trial';
import { openAiBaseUrl, readAddress } from './openai-address';

const mostListed = 8;

/** The OpenAI-compatible service that the settings name: its address, its key, what it offers. */
export class OpenAiService {
  readonly #keys: ApiKeys;
  readonly #trial = new FailedTrial();

  constructor(keys: ApiKeys) {
    this.#keys = keys;
  }

  /** Whether the key of the server is stored. */
  async hasKey({ baseUrl }: ModelSettings): Promise<boolean> {
    return (await this.#storedKey(baseUrl)) !== null;
  }

  /** Whether the server wants a key that is not there. */
  async needsKey(): Promise<boolean> {
    const settings = readModelSettings();
    return lacksKey(settings, await this.#storedKey(settings.baseUrl));
  }

  /** Names of the models of the server, to choose from, or why it tells none: nothing answers, or it wants a key. */
  async offered(signal: AbortSignal): Promise<ModelOffer> {
    const settings = readModelSettings();
    return this.#offered(settings, await this.#storedKey(settings.baseUrl), signal);
  }

  /** Keeps how the model of the settings failed when it was tried; `null` where it answered. */
  noteTrial(failure: ModelFailure | null): void {
    this.#trial.note(readModelSettings(), failure);
  }

  /**
   * Asks for the key of the server.
   *
   * @param why it is needed, a sentence; told above where it is kept
   */
  async enterKey(why?: string): Promise<boolean> {
    const address = readAddress(readModelSettings().baseUrl);
    if (address.kind !== 'server') {
      const open = vscode.l10n.t('Open Settings');
      const choice = await vscode.window.showWarningMessage(
        vscode.l10n.t(
          'The base URL in the settings is no address. Correct it first: a key is kept for one server only.',
        ),
        open,
      );
      if (choice === open)
        await vscode.commands.executeCommand('workbench.action.openSettings', 'techSpec.model');
      return false;
    }
    const key = await vscode.window.showInputBox({
      title: vscode.l10n.t('API Key'),
      prompt:
        why === undefined
          ? vscode.l10n.t("For {0}. It is kept in the editor's secret storage.", address.origin)
          : `${why} ${vscode.l10n.t("The key is kept in the editor's secret storage.")}`,
      password: true,
      ignoreFocusOut: true,
      validateInput: (value) =>
        /\s/.test(value.trim()) ? vscode.l10n.t('A key holds no blanks or line breaks.') : undefined,
    });
    if (key === undefined || key.trim() === '') return false;
    await this.#keys.set(address.origin, key.trim());
    this.#trial.forget();
    return true;
  }

  /** A model of it, or what is missing before it can be asked. */
  async connect(patiently: (model: LanguageModel) => LanguageModel): Promise<LanguageModel | ModelFailure> {
    const settings = readModelSettings();
    const address = readAddress(settings.baseUrl);
    const key = await this.#storedKey(settings.baseUrl);
    const headers = headersOf(settings);
    const problem = problemOf(settings, key);
    if (address.kind === 'server' && problem === null && headers.kind === 'headers') {
      const { name, silence, maxOutputTokens } = settings;
      return patiently(
        createOpenAiModel({
          ...{ name, baseUrl: address.baseUrl, apiKey: key, headers: headers.headers, silence },
          ...(maxOutputTokens === null ? {} : { maxOutputTokens }),
        }),
      );
    }
    const missingKey = address.kind === 'server' && settings.name !== '';
    return {
      code: missingKey ? 'unauthorized' : 'unavailable',
      message: problem ?? '',
      remedy: vscode.l10n.t('Or use the outline, which needs no model.'),
    };
  }

  /**
   * How it is offered.
   *
   * @param ask whether the server may be asked for the names of its models
   */
  async view(settings: ModelSettings, ask: boolean, signal: AbortSignal): Promise<ModelView> {
    const key = await this.#storedKey(settings.baseUrl);
    let problem = problemOf(settings, key);
    if (problem !== null && settings.name === '' && ask) {
      const offer = await this.#offered(settings, key, signal);
      if (offer.kind === 'refused') problem = `${offer.failure.message} ${offer.failure.remedy}`;
      else if (offer.kind === 'names' && offer.names.length > 0)
        problem = vscode.l10n.t(
          'Enter a model name. The server offers: {0}',
          offer.names.slice(0, mostListed).join(', '),
        );
    }
    if (problem === null) {
      const failed = await this.#trial.of(
        settings,
        ask ? () => this.#offered(settings, key, signal) : null,
        signal,
      );
      problem = failed === null ? null : `${failed.message} ${failed.remedy}`;
    }
    return {
      id: 'openai',
      label: settings.name === '' ? vscode.l10n.t('OpenAI-compatible service') : settings.name,
      detail: settings.baseUrl === '' ? openAiBaseUrl : settings.baseUrl,
      provider: 'openai',
      ready: problem === null,
      problem,
    };
  }

  async #offered(settings: ModelSettings, key: string | null, signal: AbortSignal): Promise<ModelOffer> {
    const address = readAddress(settings.baseUrl);
    const sent = headersOf(settings);
    if (address.kind !== 'server' || sent.kind === 'problem' || lacksKey(settings, key))
      return { kind: 'names', names: [] };
    const { headers } = sent;
    return offeredModels({ baseUrl: address.baseUrl, apiKey: key, headers }, signal);
  }

  async #storedKey(baseUrl: string): Promise<string | null> {
    const address = readAddress(baseUrl);
    return address.kind === 'server' ? this.#keys.get(address.origin) : null;
  }
}

function headersOf({ headers }: ModelSettings): RequestHeaders {
  return requestHeaders(headers, environmentVariable);
}

/** Servers elsewhere want a key, unless a header of the person's own stands for it. */
function lacksKey({ baseUrl, headers }: ModelSettings, key: string | null): boolean {
  const address = readAddress(baseUrl);
  return key === null && address.kind === 'server' && !address.local && Object.keys(headers).length === 0;
}

/** What is missing before the service can be asked, or `null`. */
function problemOf(settings: ModelSettings, key: string | null): string | null {
  const { baseUrl, name } = settings;
  const address = readAddress(baseUrl);
  const headers = headersOf(settings);
  if (address.kind === 'invalid')
    return vscode.l10n.t('The base URL must start with https:// or http:// and hold no user name.');
  if (name === '') return vscode.l10n.t('Enter a model name.');
  if (headers.kind === 'problem') return headers.message;
  if (lacksKey(settings, key)) return vscode.l10n.t('Set the API key for {0}.', address.origin);
  return null;
}
