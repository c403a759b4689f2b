import * as vscode from 'vscode';
import { tryModel, type Trial } from '../../models/try-model';
import {
  findServers,
  localServers,
  services,
  type FoundServer,
  type UsualServer,
} from '../../models/usual-servers';
import { signalOf } from '../commands/signal-of';
import { nextSteps, tell, type NextStep } from '../messages/tell';
import { readModelSettings, writeOpenAiSettings } from '../settings/settings';
import { editorModelId, selectEditorModels } from './editor-model';
import type { ModelCatalog } from './model-catalog';
import { readTyped } from './openai-address';
import { pickOrType } from './pick-or-type';
import { outlineId } from '../../core/receipt/build-receipt';

/** A key is asked for so often before a name is typed instead. */
const mostRefusals = 2;

/** One way to have specs written, as a person picks it. */
interface WayPick extends vscode.QuickPickItem {
  /** Sets it up as far as it can be. Resolves with the id of the model, or `null` where the person turned back. */
  readonly choose?: () => Promise<string | null>;
}

/**
 * Leads a person to a model that answers: what the editor has, servers that run on this machine, services with a key. The one
 * chosen is tried with a word before it is said to be connected.
 */
export class ConnectModel {
  readonly #models: ModelCatalog;
  /** The address typed last, to be set right where nothing answered there. */
  #typedAddress = '';

  constructor(models: ModelCatalog) {
    this.#models = models;
  }

  async run(): Promise<void> {
    const way = await this.#pickWay();
    if (way?.choose === undefined) return;
    const id = await way.choose();
    if (id === null) return;
    if (id === outlineId) {
      tell(
        'info',
        vscode.l10n.t(
          'The outline writes your specs: no model, no network. Connect a model whenever you like.',
        ),
        createSpec(),
      );
      return;
    }
    await this.#try(id);
  }

  /** Shown at once; what has to be looked for is added as it is found. */
  async #pickWay(): Promise<WayPick | undefined> {
    const stop = new AbortController();
    const picker = vscode.window.createQuickPick<WayPick>();
    picker.title = vscode.l10n.t('Connect a Model');
    picker.placeholder = vscode.l10n.t('What shall write your specs?');
    picker.matchOnDetail = true;
    picker.busy = true;
    const rest = [...this.#serviceWays(), ...this.#outlineWay()];
    picker.items = rest;
    picker.show();
    void Promise.all([selectEditorModels(), findServers(localServers, stop.signal)]).then(
      ([editor, found]) => {
        if (stop.signal.aborted) return;
        const active = picker.activeItems;
        picker.items = [...this.#editorWays(editor), ...this.#localWays(found), ...rest];
        // Whoever already moved to one stays there.
        if (picker.value === '' && active[0] !== rest[1]) picker.activeItems = active;
        picker.busy = false;
      },
    );
    try {
      return await new Promise((resolve) => {
        picker.onDidAccept(() => resolve(picker.selectedItems[0]));
        picker.onDidHide(() => resolve(undefined));
      });
    } finally {
      stop.abort();
      picker.dispose();
    }
  }

  #editorWays(chats: readonly vscode.LanguageModelChat[]): readonly WayPick[] {
    if (chats.length === 0) return [];
    return [
      separator(vscode.l10n.t('In this editor')),
      ...chats.map((chat) => ({
        label: chat.name,
        description: vscode.l10n.t('{0}, through the editor', chat.vendor),
        choose: async () => {
          const id = editorModelId(chat);
          await this.#models.prefer(id, 'editor', chat.id);
          return id;
        },
      })),
    ];
  }

  #localWays(found: readonly FoundServer[]): readonly WayPick[] {
    if (found.length === 0) return [];
    return [
      separator(vscode.l10n.t('Running on this machine')),
      ...found.map(({ name, baseUrl, models }) => ({
        label: name,
        description: baseUrl,
        detail:
          models.length === 0
            ? vscode.l10n.t('Lists no model. Load one in the server, or enter its name.')
            : models
                .slice(0, 5)
                .map((model) => model.name)
                .join(', '),
        choose: () => this.#useServer(baseUrl),
      })),
    ];
  }

  #serviceWays(): readonly WayPick[] {
    const way = ({ name, baseUrl }: UsualServer): WayPick => ({
      label: name,
      description: baseUrl,
      choose: () => this.#useServer(baseUrl),
    });
    return [
      separator(vscode.l10n.t('Services with a key of yours')),
      ...services.map(way),
      {
        label: vscode.l10n.t('Another server...'),
        description: vscode.l10n.t("Any that speaks OpenAI's chat completions"),
        choose: () => this.#useOtherServer(),
      },
    ];
  }

  #outlineWay(): readonly WayPick[] {
    return [
      separator(vscode.l10n.t('Without a model')),
      {
        label: vscode.l10n.t('Outline'),
        description: vscode.l10n.t('What is known, in place; the rest as open questions'),
        choose: async () => {
          await this.#models.prefer(outlineId, 'outline');
          return outlineId;
        },
      },
    ];
  }

  async #useOtherServer(): Promise<string | null> {
    const typed = await vscode.window.showInputBox({
      title: vscode.l10n.t('Base URL'),
      prompt: vscode.l10n.t('The address that requests begin with, mostly ending in /v1.'),
      placeHolder: 'https://models.example.com/v1',
      value: this.#typedAddress,
      ignoreFocusOut: true,
      validateInput: (value) =>
        readTyped(value).kind === 'server'
          ? undefined
          : vscode.l10n.t('The base URL must start with https:// or http:// and hold no user name.'),
    });
    const address = readTyped(typed ?? '');
    if (typed === undefined || address.kind === 'invalid') return null;
    this.#typedAddress = typed;
    return this.#useServer(address.baseUrl);
  }

  async #useServer(baseUrl: string): Promise<string | null> {
    const before = readModelSettings();
    // Keys and lists of models go by what the settings name.
    await writeOpenAiSettings(baseUrl, '');
    const hasKey = !(await this.#models.needsApiKey()) || (await this.#models.enterApiKey());
    const name = hasKey ? await this.#pickName(baseUrl) : null;
    if (name === null) {
      await writeOpenAiSettings(before.baseUrl, before.name);
      return null;
    }
    await writeOpenAiSettings(baseUrl, name);
    await this.#models.prefer('openai', 'openai');
    return 'openai';
  }

  /**
   * A name that the server offers, or one that is typed: not all servers tell, and not all tell all.
   *
   * @param refusals how often the server would not tell with the key it got
   */
  async #pickName(baseUrl: string, refusals = 0): Promise<string | null> {
    const offer = await vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Notification,
        title: vscode.l10n.t('Asking for its models'),
        cancellable: true,
      },
      (_, token) => this.#models.offered(signalOf(token)),
    );
    if (offer.kind === 'unanswered') {
      // A name is of no use where nothing answers.
      const { message, remedy } = offer.failure;
      const again: NextStep = { label: vscode.l10n.t('Try Again'), run: () => this.#tryServer(baseUrl) };
      tell('error', `${message} ${remedy}`, again, this.#chooseAnother());
      return null;
    }
    // Without the key that it wants, no server tells its models. Some keys may ask a model and not list them.
    if (offer.kind === 'refused' && refusals < mostRefusals)
      return (await this.#models.enterApiKey(offer.failure.message))
        ? this.#pickName(baseUrl, refusals + 1)
        : null;
    const names = offer.kind === 'names' ? offer.names : [];
    if (names.length === 0) {
      const typed = await vscode.window.showInputBox({
        title: vscode.l10n.t('Model'),
        prompt: vscode.l10n.t('The server lists no models. Enter the name of one.'),
        ignoreFocusOut: true,
      });
      return typed === undefined || typed.trim() === '' ? null : typed.trim();
    }
    return pickOrType(names);
  }

  async #tryServer(baseUrl: string): Promise<void> {
    const id = await this.#useServer(baseUrl);
    if (id !== null) await this.#try(id);
  }

  #chooseAnother(): NextStep {
    return { label: vscode.l10n.t('Choose Another'), run: () => this.run() };
  }

  async #try(id: string): Promise<void> {
    let name = '';
    const trial = await vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Notification,
        title: vscode.l10n.t('Asking the model for a word'),
        cancellable: true,
      },
      async (_, token): Promise<Trial> => {
        const model = await this.#models.connectOnce(id);
        if ('stream' in model) name = model.label;
        return 'stream' in model
          ? tryModel(model, () => performance.now(), signalOf(token))
          : { kind: 'failed', failure: model };
      },
    );
    const again: NextStep = { label: vscode.l10n.t('Try Again'), run: () => this.#try(id) };
    const other = this.#chooseAnother();
    if (trial.kind !== 'cancelled')
      this.#models.noteTrial(id, trial.kind === 'failed' ? trial.failure : null);
    switch (trial.kind) {
      case 'cancelled':
        return;
      case 'answered':
        tell(
          'info',
          vscode.l10n.t(
            '{0} answered after {1} s. It writes your specs from now on.',
            name,
            // Of one on this machine 0.0 would be told.
            Math.max(0.1, trial.milliseconds / 1000).toFixed(1),
          ),
          createSpec(),
        );
        return;
      case 'silent':
        tell(
          'warning',
          vscode.l10n.t('The model was reached and gave no text. Try another one.'),
          again,
          other,
        );
        return;
      case 'failed': {
        const { code, message, remedy } = trial.failure;
        const key: NextStep = {
          label: vscode.l10n.t('Enter API Key'),
          run: async () => ((await this.#models.enterApiKey()) ? this.#try(id) : undefined),
        };
        const first = code === 'unauthorized' && id === 'openai' ? key : again;
        tell('error', `${message} ${remedy}`, first, other, nextSteps.modelSettings());
      }
    }
  }
}

function createSpec(): NextStep {
  return {
    label: vscode.l10n.t('Create Tech Spec'),
    run: () => vscode.commands.executeCommand('techSpec.create'),
  };
}

function separator(label: string): WayPick {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}
