import { t } from '@vscode/l10n';
import { emptyInitiative } from '../../core/initiative/initiative';
import { judgeInitiative } from '../../core/initiative/judge-initiative';
import { writeInitiative } from '../../core/initiative/write-initiative';
import { withoutSecrets, withoutSecretsIn } from '../../core/secrets/mask-secrets';
import { removedNotes } from '../../core/secrets/removed-notes';
import { readConversation } from '../../core/source/conversation/read-turns';
import { pastedConversation, writeConversation } from '../../core/source/conversation/write-conversation';
import { maxSourceBytes } from '../../core/source/document/decode-source';
import type { SourceKind } from '../../core/source/source';
import type { WritingInput, WritingMessage } from '../../shared/wizard/source-writing';
import { editedForm, longestKept } from '../../shared/wizard/source-writing';
import type { WizardServices } from '../wizard/data/wizard-services';
import type { WizardStore } from '../wizard/data/wizard-store';
import type { WritingData } from './writing-data';
import { emptyForm, inForm, writingOf } from './writing-data';

/** What the wizard does once a document was written. */
export interface WrittenSource {
  select(path: string, kind: SourceKind): Promise<void>;
  refreshCandidates(): Promise<void>;
}

/** The ways to a source that is no file yet: the form for an initiative, the pasted conversation, the PRD starter. */
export class SourceWriting {
  readonly #services: Pick<WizardServices, 'documents' | 'inputs'>;
  readonly #store: WizardStore;
  readonly #wizard: WrittenSource;

  constructor(
    services: Pick<WizardServices, 'documents' | 'inputs'>,
    store: WizardStore,
    wizard: WrittenSource,
  ) {
    this.#services = services;
    this.#store = store;
    this.#wizard = wizard;
  }

  /** Finds out where documents would go, for what was restored from an earlier page. */
  async start(): Promise<void> {
    if (this.#input.mode !== 'documents') await this.#targets();
  }

  async handle(message: WritingMessage): Promise<void> {
    switch (message.type) {
      case 'setSourceMode':
        this.#set({ mode: message.mode });
        return this.#targets();
      case 'editInitiative':
      case 'editRequirement':
      case 'setPriority':
      case 'addRequirement':
      case 'removeRequirement':
        // What is typed here is kept over a reload and becomes a file: no secret gets that far.
        this.#set({
          initiative: withoutSecretsIn(editedForm(this.#input.initiative ?? emptyForm, message)),
        });
        return message.type === 'editInitiative' && message.field === 'title' ? this.#targets() : undefined;
      case 'setInitiativePath':
        this.#set({ initiativePath: entered(message.path) });
        return this.#targets();
      case 'saveInitiative':
        return this.#saveInitiative(message.asItIs);
      case 'openInForm':
        return this.#openInForm();
      case 'newInitiative':
        this.#set({ initiative: null, initiativePath: null, editing: null, asked: false });
        return this.#targets();
      case 'setConversation':
        return this.#set({
          conversation: message.text.length > longestKept ? '' : withoutSecrets(message.text),
        });
      case 'setConversationPath':
        this.#set({ conversationPath: entered(message.path) });
        return this.#targets();
      case 'pasteConversation':
        return this.#saveConversation(await this.#services.documents.clipboard());
      case 'saveConversation':
        return this.#saveConversation(message.text);
      case 'pickConversation':
        return this.#pickConversation(message.index);
      case 'createPrd':
        if ((await this.#services.documents.createPrd(this.#known)) !== null)
          await this.#wizard.refreshCandidates();
        return;
    }
  }

  get #input(): WritingInput {
    return writingOf(this.#store.data.input);
  }

  get #known(): readonly string[] {
    return this.#store.data.candidates.map(({ path }) => path);
  }

  #set(change: Partial<WritingInput>): void {
    this.#store.setInput({ writing: { ...this.#input, ...change } });
  }

  #tell(change: Partial<WritingData>): void {
    this.#store.set({ writing: { ...this.#store.data.writing, ...change } });
  }

  /** Where the documents go, and whether they can. */
  async #targets(): Promise<void> {
    const { documents, inputs } = this.#services;
    const { initiative, initiativePath, editing, conversationPath } = this.#input;
    const form = initiative ?? emptyForm;
    const initiativeTarget =
      editing?.path ?? initiativePath ?? (await documents.suggestPath('initiative', form.title, this.#known));
    const conversationTarget =
      conversationPath ?? (await documents.suggestPath('conversation', this.#dated(), this.#known));
    const [ofInitiative, ofConversation] = await Promise.all([
      editing === null ? inputs.outputProblem(initiativeTarget) : null,
      inputs.outputProblem(conversationTarget),
    ]);
    this.#tell({
      initiativeTarget: { path: initiativeTarget, problem: ofInitiative },
      conversationTarget: { path: conversationTarget, problem: ofConversation },
    });
  }

  #dated(): string {
    return `Conversation ${this.#services.inputs.clock.now().toISOString().slice(0, 10)}`;
  }

  /** A vague initiative is not accepted; written as it is, its weak fields become questions. */
  async #saveInitiative(asItIs: boolean): Promise<void> {
    const { documents } = this.#services;
    const form = this.#input.initiative ?? emptyForm;
    if (!asItIs && judgeInitiative(form).length > 0) return this.#set({ asked: true });
    if (form.title.trim() === '') return this.#set({ asked: true });
    await this.#targets();
    const { editing } = this.#input;
    const text = writeInitiative(form);
    const { path } = this.#store.data.writing.initiativeTarget;
    const problem =
      editing === null
        ? await documents.create(path, text)
        : await documents.rewrite(path, text, editing.sha256);
    if (problem !== null) return this.#tell({ initiativeTarget: { path, problem } });
    this.#set({ mode: 'documents', initiative: null, initiativePath: null, editing: null, asked: false });
    await this.#written(path, 'initiative');
  }

  #openInForm(): void {
    const source = this.#store.data.source.value;
    const initiative = source === null ? null : inForm(source);
    if (source === null || initiative === null) return;
    this.#set({
      mode: 'initiative',
      initiative: { ...emptyInitiative, ...initiative, requirements: [...initiative.requirements] },
      initiativePath: null,
      editing: { path: source.path, sha256: source.sha256 },
      asked: true,
    });
    this.#tell({ initiativeTarget: { path: source.path, problem: null } });
  }

  async #saveConversation(text: string): Promise<void> {
    const target = this.#store.data.writing.conversationTarget;
    const refuse = (problem: string): void => this.#tell({ conversationTarget: { ...target, problem } });
    if (new TextEncoder().encode(text).length > maxSourceBytes)
      return refuse(t('The text is larger than 5 MB. Paste only the part to specify.'));
    // Before its title becomes a name of a file, and again after: the text of an export is written out only now.
    const pasted = pastedConversation(withoutSecrets(text));
    if (pasted.kind === 'empty') return refuse(t('There is no text. Copy a conversation first.'));
    if (pasted.kind === 'several')
      return refuse(
        t(
          'This export holds {0} conversations. Save it as a file in the workspace, choose that under Documents, and pick one.',
          pasted.count,
        ),
      );
    await this.#targets();
    const { conversationPath } = this.#input;
    const path =
      conversationPath ??
      (await this.#services.documents.suggestPath(
        'conversation',
        pasted.title ?? this.#dated(),
        this.#known,
      ));
    const saved = withoutSecrets(pasted.text);
    const problem = await this.#services.documents.create(path, saved);
    if (problem !== null) return this.#tell({ conversationTarget: { path, problem } });
    this.#set({ mode: 'documents', conversation: '', conversationPath: null });
    const written = this.#written(path, 'conversation');
    this.#tell({ takenOut: removedNotes(saved) });
    await written;
  }

  async #pickConversation(index: number): Promise<void> {
    const source = this.#store.data.source.value;
    if (source === null) return;
    const chosen = readConversation(source.text, index).all[index];
    if (chosen === undefined) return;
    const title = chosen.title ?? this.#dated();
    const path = await this.#services.documents.suggestPath('conversation', title, this.#known);
    const problem = await this.#services.documents.create(path, writeConversation(chosen, title));
    if (problem !== null) return this.#tell({ conversationTarget: { path, problem } });
    await this.#written(path, 'conversation');
  }

  #written(path: string, kind: SourceKind): Promise<void> {
    return this.#wizard.select(path, kind);
  }
}

function entered(path: string): string | null {
  return path.trim() === '' ? null : path.trim();
}
