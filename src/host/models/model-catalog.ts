import * as vscode from 'vscode';
import { priceOf } from '../../core/cost/prices';
import type { LanguageModel, ModelFailure } from '../../core/ports/language-model';
import type { ModelOffer } from '../../models/list-models';
import { createPatientModel } from '../../models/patient-model';
import { recordModel } from '../../models/record-model';
import { createOutlineModel } from '../../models/outline-model';
import type { ModelView } from '../../shared/wizard/generate-state';
import { tell } from '../messages/tell';
import type { ModelSettings } from '../settings/settings';
import { readCallMode, readModelSettings, writeOpenAiSettings, writeProvider } from '../settings/settings';
import type { DraftingModels, ModelMeter, OfferedModels } from '../wizard/data/wizard-services';
import type { ApiKeys } from './api-keys';
import { createEditorModel, editorModelId, languageModels, selectEditorModels } from './editor-model';
import { noEditorModel } from './editor-model-failure';
import { OpenAiService } from './openai-service';
import { openRecording, RecordingFiles } from './recording-files';
import { outlineId } from '../../core/receipt/build-receipt';

const lastModelKey = 'techSpec.lastModel';

/** All models that a draft can be made with: the outline, one OpenAI-compatible service, those of the editor. */
export class ModelCatalog implements DraftingModels {
  readonly #keys: ApiKeys;
  readonly #openAi: OpenAiService;
  readonly #context: Pick<vscode.ExtensionContext, 'globalState' | 'languageModelAccessInformation'>;
  readonly #connected = new vscode.EventEmitter<string | null>();
  readonly #recordings = new RecordingFiles((message) => tell('warning', message));
  /** `null` until a person's action allowed to ask the editor. */
  #editorModels: readonly vscode.LanguageModelChat[] | null = null;

  constructor(
    keys: ApiKeys,
    context: Pick<vscode.ExtensionContext, 'globalState' | 'languageModelAccessInformation'>,
  ) {
    this.#keys = keys;
    this.#openAi = new OpenAiService(keys);
    this.#context = context;
  }

  /** The editor's models or the stored keys changed, or the person connected a model or tried one. */
  readonly onDidChange = (listener: (connected: string | null) => void): vscode.Disposable => {
    const changed = (): void => listener(null);
    return vscode.Disposable.from(
      ...[
        languageModels()?.onDidChangeChatModels(changed),
        this.#keys.onDidChange(changed),
        this.#connected.event(listener),
      ].filter((subscription) => subscription !== undefined),
    );
  };

  async list(ask: boolean, signal: AbortSignal): Promise<OfferedModels> {
    const settings = readModelSettings();
    if (ask || this.#editorModels !== null) this.#editorModels = await selectEditorModels();
    const [openai, hasKey] = await Promise.all([
      this.#openAi.view(settings, ask, signal),
      this.#openAi.hasKey(settings),
    ]);
    return {
      models: [outlineView(), openai, ...replayViews(settings), ...this.#editorViews()],
      openai: { baseUrl: settings.baseUrl, modelName: settings.name, hasKey },
      defaultModel: this.#defaultModel(settings),
    };
  }

  /** As `connect`, and failures are told at once: nothing is waited for or tried again, and nothing recorded. */
  async connectOnce(id: string): Promise<LanguageModel | ModelFailure> {
    return id === outlineId ? createOutlineModel() : this.#connectAsked(id, (model) => model);
  }

  async connect(id: string): Promise<LanguageModel | ModelFailure> {
    if (id === outlineId) return createOutlineModel();
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
    if (id === 'openai') return this.#openAi.connect(patiently);
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

  /** Has drafts begin with this model, also where a setting says otherwise so far. */
  async prefer(id: string, provider: 'outline' | 'openai' | 'editor', name?: string): Promise<void> {
    await this.remember(id);
    if (readModelSettings().provider !== null) await writeProvider(provider, name);
    this.#connected.fire(id);
  }

  /** See {@link OpenAiService.offered}. */
  offered(signal: AbortSignal): Promise<ModelOffer> {
    return this.#openAi.offered(signal);
  }

  /** See {@link OpenAiService.noteTrial}; of other models nothing is kept. */
  noteTrial(id: string, failure: ModelFailure | null): void {
    if (id !== 'openai') return;
    this.#openAi.noteTrial(failure);
    this.#connected.fire(null);
  }

  /** See {@link OpenAiService.needsKey}. */
  needsApiKey(): Promise<boolean> {
    return this.#openAi.needsKey();
  }

  /** See {@link OpenAiService.enterKey}. */
  enterApiKey(why?: string): Promise<boolean> {
    return this.#openAi.enterKey(why);
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
        return named === undefined ? outlineId : editorModelId(named);
      }
      case null:
        return this.#context.globalState.get<string>(lastModelKey) ?? outlineId;
    }
  }
}

function outlineView(): ModelView {
  return {
    id: outlineId,
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
