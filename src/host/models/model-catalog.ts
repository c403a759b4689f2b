import { environmentVariable } from '#platform/machine';
import * as vscode from 'vscode';
import { priceOf } from '../../core/cost/prices';
import type { LanguageModel, ModelFailure } from '../../core/ports/language-model';
import { listOpenAiModels } from '../../models/list-models';
import { createOpenAiModel } from '../../models/openai-model';
import { createPatientModel } from '../../models/patient-model';
import { recordModel } from '../../models/record-model';
import { requestHeaders, type RequestHeaders } from '../../models/request-headers';
import { createOutlineModel } from '../../models/outline-model';
import type { ModelView } from '../../shared/wizard/generate-state';
import { tell } from '../commands/tell';
import type { ModelSettings } from '../settings/settings';
import { readCallMode, readModelSettings, writeOpenAiSettings, writeProvider } from '../settings/settings';
import type { DraftingModels, ModelMeter, OfferedModels } from '../wizard/wizard-services';
import type { ApiKeys } from './api-keys';
import { createEditorModel, editorModelId, languageModels, selectEditorModels } from './editor-model';
import { noEditorModel } from './editor-model-failure';
import { openAiBaseUrl, readAddress } from './openai-address';
import { openRecording, RecordingFiles } from './recording-files';

const lastModelKey = 'techSpec.lastModel';
const mostListed = 8;

/** All models that a draft can be made with: the outline, one OpenAI-compatible service, those of the editor. */
export class ModelCatalog implements DraftingModels {
  readonly #keys: ApiKeys;
  readonly #context: Pick<vscode.ExtensionContext, 'globalState' | 'languageModelAccessInformation'>;
  readonly #recordings = new RecordingFiles((message) => tell('warning', message));
  /** `null` until a person's action allowed to ask the editor. */
  #editorModels: readonly vscode.LanguageModelChat[] | null = null;

  constructor(
    keys: ApiKeys,
    context: Pick<vscode.ExtensionContext, 'globalState' | 'languageModelAccessInformation'>,
  ) {
    this.#keys = keys;
    this.#context = context;
  }

  /** The editor's models or the stored keys changed. */
  readonly onDidChange = (listener: () => void): vscode.Disposable =>
    vscode.Disposable.from(
      ...[languageModels()?.onDidChangeChatModels(listener), this.#keys.onDidChange(listener)].filter(
        (subscription) => subscription !== undefined,
      ),
    );

  async list(ask: boolean, signal: AbortSignal): Promise<OfferedModels> {
    const settings = readModelSettings();
    if (ask || this.#editorModels !== null) this.#editorModels = await selectEditorModels();
    const [openai, hasKey] = await Promise.all([
      this.#openAiView(settings, ask, signal),
      this.#storedKey(settings.baseUrl).then((key) => key !== null),
    ]);
    return {
      models: [outlineView(), openai, ...replayViews(settings), ...this.#editorViews()],
      openai: { baseUrl: settings.baseUrl, modelName: settings.name, hasKey },
      defaultModel: this.#defaultModel(settings),
    };
  }

  /** As `connect`, and failures are told at once: nothing is waited for or tried again, and nothing recorded. */
  async connectOnce(id: string): Promise<LanguageModel | ModelFailure> {
    return id === 'outline' ? createOutlineModel() : this.#connectAsked(id, (model) => model);
  }

  async connect(id: string): Promise<LanguageModel | ModelFailure> {
    if (id === 'outline') return createOutlineModel();
    const { replayFile, recordFile } = readModelSettings();
    if (id === 'replay') return openRecording(replayFile);
    const model = await this.#connectAsked(id, createPatientModel);
    return 'stream' in model && recordFile !== ''
      ? recordModel(model, this.#recordings.sink(recordFile))
      : model;
  }

  /** A model that is asked over a network or through the editor. */
  async #connectAsked(
    id: string,
    patiently: (model: LanguageModel) => LanguageModel,
  ): Promise<LanguageModel | ModelFailure> {
    if (id === 'openai') return this.#connectOpenAi(patiently);
    // Asked anew: the list may have changed since it was shown.
    this.#editorModels = await selectEditorModels();
    const chat = this.#editorModels.find((model) => editorModelId(model) === id);
    return chat === undefined ? noEditorModel() : createEditorModel(chat);
  }

  meter(id: string): ModelMeter {
    const { name, prices } = readModelSettings();
    const chat = this.#editorModels?.find((model) => editorModelId(model) === id);
    const price = priceOf(prices, id === 'openai' ? `openai:${name}` : id === 'replay' ? 'replay:' : id);
    const { countTokens, countsItself = false } =
      chat === undefined ? createOutlineModel() : createEditorModel(chat);
    return {
      ...{ countTokens, countsItself, price, callMode: readCallMode(null), language: vscode.env.language },
      // What a recording holds is known when it is opened; most are of one call.
      ...(id === 'replay' ? { calls: 'one' as const } : {}),
    };
  }

  async remember(id: string): Promise<void> {
    await this.#context.globalState.update(lastModelKey, id);
  }

  async configureOpenAi(baseUrl: string, modelName: string): Promise<void> {
    await writeOpenAiSettings(baseUrl, modelName);
  }

  /** Names of the models of the server that the settings name, to choose from; empty where it does not tell. */
  async offeredNames(signal: AbortSignal): Promise<readonly string[]> {
    const settings = readModelSettings();
    return this.#offeredNames(settings, await this.#storedKey(settings.baseUrl), signal);
  }

  /** Whether the server that the settings name wants a key that is not there. */
  async needsApiKey(): Promise<boolean> {
    const settings = readModelSettings();
    return lacksKey(settings, await this.#storedKey(settings.baseUrl));
  }

  /** Has drafts begin with this model, also where a setting says otherwise so far. */
  async prefer(id: string, provider: 'outline' | 'openai' | 'editor', name?: string): Promise<void> {
    await this.remember(id);
    if (readModelSettings().provider !== null) await writeProvider(provider, name);
  }

  /** Asks for the key of the server that the settings name. */
  async enterApiKey(): Promise<boolean> {
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
      prompt: vscode.l10n.t("For {0}. It is kept in the editor's secret storage.", address.origin),
      password: true,
      ignoreFocusOut: true,
      validateInput: (value) =>
        /\s/.test(value.trim()) ? vscode.l10n.t('A key holds no blanks or line breaks.') : undefined,
    });
    if (key === undefined || key.trim() === '') return false;
    await this.#keys.set(address.origin, key.trim());
    return true;
  }

  async #storedKey(baseUrl: string): Promise<string | null> {
    const address = readAddress(baseUrl);
    return address.kind === 'server' ? this.#keys.get(address.origin) : null;
  }

  async #connectOpenAi(
    patiently: (model: LanguageModel) => LanguageModel,
  ): Promise<LanguageModel | ModelFailure> {
    const settings = readModelSettings();
    const address = readAddress(settings.baseUrl);
    const key = await this.#storedKey(settings.baseUrl);
    const headers = headersOf(settings);
    const problem = openAiProblem(settings, key);
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

  async #openAiView(settings: ModelSettings, ask: boolean, signal: AbortSignal): Promise<ModelView> {
    const key = await this.#storedKey(settings.baseUrl);
    let problem = openAiProblem(settings, key);
    if (problem !== null && settings.name === '' && ask) {
      const offered = await this.#offeredNames(settings, key, signal);
      if (offered.length > 0)
        problem = vscode.l10n.t(
          'Enter a model name. The server offers: {0}',
          offered.slice(0, mostListed).join(', '),
        );
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

  async #offeredNames(
    settings: ModelSettings,
    key: string | null,
    signal: AbortSignal,
  ): Promise<readonly string[]> {
    const address = readAddress(settings.baseUrl);
    const sent = headersOf(settings);
    if (address.kind !== 'server' || sent.kind === 'problem' || lacksKey(settings, key)) return [];
    try {
      const { headers } = sent;
      const names = await listOpenAiModels({ baseUrl: address.baseUrl, apiKey: key, headers }, signal);
      return names.map(({ name }) => name);
    } catch {
      return [];
    }
  }

  #editorViews(): readonly ModelView[] {
    if (this.#editorModels === null || languageModels() === undefined) return [];
    if (this.#editorModels.length === 0) {
      return [
        {
          id: 'editor',
          label: vscode.l10n.t("The editor's models"),
          detail: '',
          provider: 'editor',
          ready: false,
          problem: vscode.l10n.t(
            'The editor offers no models now. Sign in to a provider of chat models to use them.',
          ),
        },
      ];
    }
    return this.#editorModels.map((chat) => {
      const denied = this.#context.languageModelAccessInformation.canSendRequest(chat) === false;
      return {
        id: editorModelId(chat),
        label: chat.name,
        detail: vscode.l10n.t('{0}, through the editor', chat.vendor),
        provider: 'editor',
        contextWindow: chat.maxInputTokens,
        ready: !denied,
        problem: denied
          ? vscode.l10n.t(
              "You have not allowed Tech Spec to use this model. Change it in the editor's account menu.",
            )
          : null,
      };
    });
  }

  #defaultModel({ provider, name }: ModelSettings): string {
    switch (provider) {
      case 'outline':
      case 'openai':
      case 'replay':
        return provider;
      case 'editor': {
        const models = this.#editorModels ?? [];
        const named = models.find((chat) => [chat.id, chat.family, chat.name].includes(name)) ?? models[0];
        return named === undefined ? 'outline' : editorModelId(named);
      }
      case null:
        return this.#context.globalState.get<string>(lastModelKey) ?? 'outline';
    }
  }
}

function outlineView(): ModelView {
  return {
    id: 'outline',
    label: vscode.l10n.t('Outline'),
    detail: vscode.l10n.t(
      'No model: fills the template with what source, workspace and answers hold, and lists the rest as open questions.',
    ),
    provider: 'outline',
    ready: true,
    problem: null,
  };
}

/** The recording, where one is set or wanted. */
function replayViews({ provider, replayFile }: ModelSettings): readonly ModelView[] {
  if (replayFile === '' && provider !== 'replay') return [];
  return [
    {
      id: 'replay',
      label: vscode.l10n.t('Recording'),
      detail: replayFile,
      provider: 'replay',
      ready: replayFile !== '',
      problem:
        replayFile === ''
          ? vscode.l10n.t('Name the file of the recording in the setting techSpec.model.replayFile.')
          : null,
    },
  ];
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
function openAiProblem(settings: ModelSettings, key: string | null): string | null {
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
