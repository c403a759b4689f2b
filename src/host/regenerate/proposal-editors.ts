import * as vscode from 'vscode';
import { nextSteps, tell } from '../commands/tell';
import { changedStretch } from '../../core/text/changed-stretch';
import { type Proposal } from './proposal';
import { readReceiptText, writeReceiptText } from './receipt-files';
import { ReceiptHistory } from './receipt-history';

export const proposalScheme = 'tech-spec-proposal';
/** How often the diff follows the answer, in milliseconds. */
const refreshTime = 120;
const readyKey = 'techSpec.proposalReady';

interface Shown {
  readonly document: vscode.TextDocument;
  readonly proposal: Proposal;
  readonly heading: string;
}

/** Sections that were written anew, each in a diff beside its document until it is accepted or discarded. */
export class ProposalEditors implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #shown = new Map<string, Shown>();
  readonly #history = new ReceiptHistory();
  readonly #subscriptions: vscode.Disposable[];
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly onDidChange = this.#changed.event;

  constructor() {
    this.#subscriptions = [
      this.#changed,
      this.#history,
      vscode.workspace.registerTextDocumentContentProvider(proposalScheme, this),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (this.#shown.has(proposalUri(document.uri).toString())) this.#later();
      }),
      // Closing the diff is the answer no.
      vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
        for (const tab of closed) {
          const uri = proposalOf(tab);
          if (uri !== null && this.#tabs(uri).length === 0) this.#forget(uri);
        }
      }),
    ];
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    const shown = this.#shown.get(uri.toString());
    return shown === undefined ? '' : shown.proposal.preview(shown.document.getText());
  }

  /** Whether a proposal for the document waits. */
  has(document: vscode.Uri): boolean {
    return this.#shown.has(proposalUri(document).toString());
  }

  async open(document: vscode.TextDocument, proposal: Proposal, heading: string): Promise<void> {
    const uri = proposalUri(document.uri);
    this.#shown.set(uri.toString(), { document, proposal, heading });
    this.#changed.fire(uri);
    const title = vscode.l10n.t('{0}: section written anew', heading);
    await vscode.commands.executeCommand('vscode.diff', document.uri, uri, title, { preview: false });
  }

  /** The answer has grown. */
  refresh(): void {
    this.#later();
  }

  /** Offers to accept what is whole. */
  offer(document: vscode.Uri): void {
    const uri = proposalUri(document);
    const shown = this.#shown.get(uri.toString());
    if (shown === undefined) return;
    this.#changed.fire(uri);
    void vscode.commands.executeCommand('setContext', readyKey, true);
    tell(
      'info',
      vscode.l10n.t('"{0}" is written anew. The diff shows what would change.', shown.heading),
      { label: vscode.l10n.t('Accept'), run: () => this.accept(uri) },
      { label: vscode.l10n.t('Discard'), run: () => this.discard(uri) },
    );
  }

  /**
   * Puts the section in, in one edit that one undo takes back, with what the receipt says of it.
   *
   * @param clicked of the diff, or `undefined` for the active one
   */
  async accept(clicked: vscode.Uri | undefined): Promise<void> {
    const uri = this.#find(clicked);
    const shown = uri === null ? undefined : this.#shown.get(uri.toString());
    if (uri === null || shown === undefined) return tellNone();
    const { document, proposal, heading } = shown;
    if (!proposal.ready) return tell('info', vscode.l10n.t('"{0}" is still being written.', heading));
    const receipt = await readReceiptText(document.uri);
    const before = document.getText();
    const replaced = proposal.replace(before, receipt);
    if (replaced.kind !== 'replaced') return tell('warning', refusal(replaced.kind, heading));
    const { start, end, newText } = changedStretch(before, replaced.text);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(
      document.uri,
      new vscode.Range(document.positionAt(start), document.positionAt(end)),
      newText,
    );
    if (!(await vscode.workspace.applyEdit(edit)))
      return tell('error', vscode.l10n.t('The editor did not take the change. Try again.'));
    if (receipt !== null && replaced.receipt !== null) {
      await writeReceiptText(document.uri, replaced.receipt);
      this.#history.note(
        document.uri,
        { text: before, receipt },
        { text: document.getText(), receipt: replaced.receipt },
      );
    }
    await this.#close(uri);
    await vscode.window.showTextDocument(document, { preview: false });
  }

  async discard(clicked: vscode.Uri | undefined): Promise<void> {
    const uri = this.#find(clicked);
    if (uri === null) return tellNone();
    await this.#close(uri);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const { proposal } of this.#shown.values()) proposal.stop();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /** The proposal that was clicked, else that of the active diff, else the only one. */
  #find(clicked: vscode.Uri | undefined): vscode.Uri | null {
    const active = vscode.window.tabGroups.activeTabGroup.activeTab;
    const candidates = [clicked, active === undefined ? null : proposalOf(active)];
    for (const uri of candidates)
      if (uri?.scheme === proposalScheme && this.#shown.has(uri.toString())) return uri;
    const [only, ...more] = this.#shown.values();
    return only === undefined || more.length > 0 ? null : proposalUri(only.document.uri);
  }

  async #close(uri: vscode.Uri): Promise<void> {
    this.#forget(uri);
    const tabs = this.#tabs(uri);
    if (tabs.length > 0) await vscode.window.tabGroups.close(tabs);
  }

  #forget(uri: vscode.Uri): void {
    this.#shown.get(uri.toString())?.proposal.stop();
    this.#shown.delete(uri.toString());
    const ready = [...this.#shown.values()].some(({ proposal }) => proposal.ready);
    void vscode.commands.executeCommand('setContext', readyKey, ready);
  }

  #tabs(uri: vscode.Uri): readonly vscode.Tab[] {
    return vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .filter((tab) => proposalOf(tab)?.toString() === uri.toString());
  }

  #later(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      for (const { document } of this.#shown.values()) this.#changed.fire(proposalUri(document.uri));
    }, refreshTime);
  }
}

/** Has the document's path, so that tab, language and folding are those of the document. */
function proposalUri(document: vscode.Uri): vscode.Uri {
  return document.with({ scheme: proposalScheme, query: document.scheme });
}

function proposalOf({ input }: vscode.Tab): vscode.Uri | null {
  return input instanceof vscode.TabInputTextDiff && input.modified.scheme === proposalScheme
    ? input.modified
    : null;
}

function refusal(kind: 'edited' | 'changed' | 'gone' | 'unusable', heading: string): string {
  switch (kind) {
    case 'edited':
    case 'changed':
      return vscode.l10n.t(
        '"{0}" was edited while it was written anew, so nothing was replaced. Discard this and run the command again.',
        heading,
      );
    case 'gone':
      return vscode.l10n.t('"{0}" is not in the document any more, so nothing was replaced.', heading);
    case 'unusable':
      return vscode.l10n.t(
        'The answer holds no text for "{0}" that fits between the other sections.',
        heading,
      );
  }
}

function tellNone(): void {
  tell(
    'info',
    vscode.l10n.t('No section that was written anew waits for your decision.'),
    nextSteps.showChecklist(),
  );
}
