import * as vscode from 'vscode';
import { nextSteps, tell } from '../messages/tell';
import { fileName } from '../../core/text/path';
import { changedStretch } from '../../core/text/changed-stretch';
import { chosenProposal, wholeProposals } from './chosen-proposal';
import { askDecision, OpenDecisions } from './open-decisions';
import { type Proposal, type PutAnswer } from './proposal';
import {
  diffTabs,
  keyOf,
  proposalOf,
  proposalScheme,
  proposalUri,
  revealDiff,
  wholeUri,
} from './proposal-tabs';
import {
  headingsOfChange,
  offerText,
  openingTitle,
  refusal,
  stillWriting,
  wholeTitle,
  type ProposalSubject,
} from './proposal-words';
import { readReceiptText, writeReceiptText } from './receipt-files';
import { ReceiptHistory } from './receipt-history';

/** How often the diff follows the answer, in milliseconds. */
const refreshTime = 120;
const readyKey = 'techSpec.proposalReady';

interface Shown {
  readonly document: vscode.TextDocument;
  readonly proposal: Proposal;
  readonly subject: ProposalSubject;
  /** Ends once the diff of the whole answer is open; `null` before it is begun. */
  whole: Promise<void> | null;
}

/** Sections that were written anew, each in a diff beside its document until it is accepted or discarded. */
export class ProposalEditors implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #shown = new Map<string, Shown>();
  readonly #history = new ReceiptHistory();
  readonly #decisions = new OpenDecisions();
  readonly #subscriptions: vscode.Disposable[];
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly onDidChange = this.#changed.event;

  constructor() {
    this.#subscriptions = [
      this.#changed,
      this.#history,
      this.#decisions,
      vscode.workspace.registerTextDocumentContentProvider(proposalScheme, this),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (this.#shown.has(proposalUri(document.uri).toString())) this.#later();
      }),
      vscode.window.tabGroups.onDidChangeTabs(({ changed, closed }) => {
        for (const tab of changed) {
          const uri = tab.isActive ? proposalOf(tab) : null;
          if (uri !== null) void this.#wholeShown(uri);
        }
        // Closing the diff is the answer no.
        for (const tab of closed) {
          const uri = proposalOf(tab);
          if (uri !== null && diffTabs(uri).length === 0) this.#forget(uri);
        }
      }),
    ];
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    const shown = this.#shown.get(keyOf(uri).toString());
    return shown === undefined ? '' : shown.proposal.shown(shown.document.getText());
  }

  /** Whether a proposal for the document waits. */
  has(document: vscode.Uri): boolean {
    return this.#shown.has(proposalUri(document).toString());
  }

  /** @param line of the first section that is written anew, from 1: the diff opens there */
  async open(
    document: vscode.TextDocument,
    proposal: Proposal,
    subject: ProposalSubject,
    line: number,
  ): Promise<void> {
    const uri = proposalUri(document.uri);
    this.#shown.set(uri.toString(), { document, proposal, subject, whole: null });
    this.#fire(uri);
    const title = openingTitle(subject);
    const selection = new vscode.Range(line - 1, 0, line - 1, 0);
    const options: vscode.TextDocumentShowOptions = { preview: false, selection };
    await vscode.commands.executeCommand('vscode.diff', document.uri, uri, title, options);
  }

  /** The answer has grown. */
  refresh(): void {
    this.#later();
  }

  /** Has the person decide on what is whole. */
  async offer(document: vscode.Uri): Promise<void> {
    const uri = proposalUri(document);
    const shown = this.#shown.get(uri.toString());
    if (shown === undefined) return;
    this.#tellDecisions();
    // At once, since what only follows from the sections takes its time to be worked out.
    await this.#wholeShown(uri);
    if (this.#shown.get(uri.toString()) !== shown) return;
    await shown.proposal.concluded(shown.document.getText(), await readReceiptText(document));
    this.#fire(uri);
    // It may have been answered meanwhile.
    if (this.#shown.get(uri.toString()) !== shown) return;
    const where = vscode.l10n.t('Accept or discard it above the diff or in the status bar.');
    tell('info', `${offerText(changedHeadings(shown))} ${where}`);
  }

  /** Shows what is whole and asks about it, of several what the person picks. The next may be written in its place meanwhile. */
  async decide(): Promise<void> {
    const whole = wholeProposals(this.#shown);
    if (whole.size === 0) return tellNone();
    const uri = this.#find(undefined, whole) ?? (await this.#pick(whole));
    const shown = uri === null ? undefined : whole.get(uri.toString());
    if (uri === null || shown === undefined) return;
    await revealDiff(uri);
    const decision = await askDecision(offerText(changedHeadings(shown)));
    if (this.#shown.get(uri.toString()) !== shown) return;
    if (decision === 'accept') await this.accept(uri);
    if (decision === 'discard') await this.discard(uri);
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
    const { document, proposal, subject } = shown;
    await shown.whole;
    if (!proposal.ready) return tell('info', stillWriting(subject));
    const receipt = await readReceiptText(document.uri);
    await proposal.accept(
      () => document.getText(),
      receipt,
      (before, replaced) => this.#putIn(shown, { text: before, receipt }, replaced),
    );
  }

  async #putIn(
    { document, subject }: Shown,
    before: { readonly text: string; readonly receipt: string | null },
    replaced: PutAnswer,
  ): Promise<void> {
    const { text, receipt } = before;
    if (replaced.kind !== 'replaced') return tell('warning', refusal(replaced.kind, subject));
    const { start, end, newText } = changedStretch(text, replaced.text);
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
        { text, receipt },
        { text: document.getText(), receipt: replaced.receipt },
      );
    }
    await this.#close(proposalUri(document.uri));
    await vscode.window.showTextDocument(document, { preview: false });
  }

  async discard(clicked: vscode.Uri | undefined): Promise<void> {
    const uri = this.#find(clicked);
    if (uri === null) return tellNone();
    await this.#shown.get(uri.toString())?.whole;
    await this.#close(uri);
  }

  /** Takes away the diff of a document whose answer is of no use. */
  async withdraw(document: vscode.Uri): Promise<void> {
    const uri = proposalUri(document);
    await this.#shown.get(uri.toString())?.whole;
    await this.#close(uri);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const { proposal } of this.#shown.values()) proposal.stop();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /**
   * Where the diff of a whole answer is looked at, or as soon as it is, puts one in its place that is titled by the sections
   * that really change and stands at the first change.
   */
  #wholeShown(uri: vscode.Uri): Promise<void> {
    const shown = this.#shown.get(uri.toString());
    const [tab] = diffTabs(uri).filter(({ isActive }) => isActive);
    if (shown === undefined || tab === undefined || !shown.proposal.ready) return Promise.resolve();
    // Whoever waits for it goes on: where it does not come, the diff that is there shows the same.
    return (shown.whole ??= this.#replaceDiff(uri, shown, tab).catch(() => undefined));
  }

  async #replaceDiff(uri: vscode.Uri, shown: Shown, tab: vscode.Tab): Promise<void> {
    const { document, proposal } = shown;
    const before = document.getText();
    const after = proposal.preview(before);
    const line = after.slice(0, changedStretch(before, after).start).split('\n').length - 1;
    const options: vscode.TextDocumentShowOptions = {
      ...{ preview: false, preserveFocus: true, viewColumn: tab.group.viewColumn },
      selection: new vscode.Range(line, 0, line, 0),
    };
    const title = wholeTitle(changedHeadings(shown));
    await vscode.commands.executeCommand('vscode.diff', document.uri, wholeUri(uri), title, options);
    if (this.#shown.get(uri.toString()) === shown) await vscode.window.tabGroups.close(tab, true);
    // The person closed the first one meanwhile, which was the answer: this one has nothing to show.
    else if (!this.#shown.has(uri.toString())) await this.#close(uri);
  }

  /** The proposal that was clicked, else that of the active diff, else the only one. @param among those that may be meant */
  #find(clicked: vscode.Uri | undefined, among: ReadonlyMap<string, Shown> = this.#shown): vscode.Uri | null {
    const active = vscode.window.tabGroups.activeTabGroup.activeTab;
    const chosen = chosenProposal(
      clicked?.scheme === proposalScheme ? keyOf(clicked).toString() : undefined,
      active === undefined ? null : (proposalOf(active)?.toString() ?? null),
      [...among.keys()],
    );
    const shown = chosen === null ? undefined : among.get(chosen);
    return shown === undefined ? null : proposalUri(shown.document.uri);
  }

  async #close(uri: vscode.Uri): Promise<void> {
    this.#forget(uri);
    const tabs = diffTabs(uri);
    if (tabs.length > 0) await vscode.window.tabGroups.close(tabs);
  }

  #forget(uri: vscode.Uri): void {
    this.#shown.get(uri.toString())?.proposal.stop();
    this.#shown.delete(uri.toString());
    this.#tellDecisions();
  }

  /** Buttons and status bar say that something waits for exactly as long as it does. */
  #tellDecisions(): void {
    const ready = [...wholeProposals(this.#shown).values()];
    void vscode.commands.executeCommand('setContext', readyKey, ready.length > 0);
    this.#decisions.show(
      ready.map((shown) => `${fileName(shown.document.uri.path)}: ${offerText(changedHeadings(shown))}`),
    );
  }

  async #pick(among: ReadonlyMap<string, Shown>): Promise<vscode.Uri | null> {
    const items = [...among.values()].map((shown) => ({
      label: fileName(shown.document.uri.path),
      description: offerText(changedHeadings(shown)),
      uri: proposalUri(shown.document.uri),
    }));
    const title = vscode.l10n.t('Written Anew, to Accept or Discard');
    return (await vscode.window.showQuickPick(items, { title }))?.uri ?? null;
  }

  #later(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      for (const { document } of this.#shown.values()) this.#fire(proposalUri(document.uri));
    }, refreshTime);
  }

  #fire(uri: vscode.Uri): void {
    this.#changed.fire(uri);
    this.#changed.fire(wholeUri(uri));
  }
}

function changedHeadings({ document, proposal }: Shown): readonly string[] {
  const before = document.getText();
  return headingsOfChange(before, proposal.preview(before));
}

function tellNone(): void {
  tell(
    'info',
    vscode.l10n.t('No section that was written anew waits for your decision.'),
    nextSteps.showChecklist(),
  );
}
