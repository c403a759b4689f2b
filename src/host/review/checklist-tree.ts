import * as vscode from 'vscode';
import { decidesItem, type ChecklistEntry, type ChecklistState } from '../../core/checklist/checklist';
import {
  everything,
  filterChecklist,
  gatesOf,
  type ChecklistFilter,
} from '../../core/checklist/checklist-view';
import type { CommentThread } from '../../core/life/comments/threads';
import type { SignOff } from '../../core/checklist/sign-off';
import { hasLinesOf } from '../../core/spec/written-text';
import type { ActiveSpec } from './active-spec';
import { chooseFilter, filterName } from './choose-filter';
import { commentItem, commentsItem, unsettled } from './comment-items';
import { opinionItem, opinionsOf, shownOpinions, type ShownOpinion } from './opinion-items';
import type { ReviewedFinding } from './reviewed-spec';
import type { SpecLibrary } from './spec-library';

/** What the view shows of an item. */
interface ShownItem {
  readonly entry: ChecklistEntry;
  readonly findings: readonly ReviewedFinding[];
  /** Who ticked it, where that is recorded. */
  readonly signOff: SignOff | null;
}

type Node =
  /** Stays the same object while its spec is shown: the editor knows an item by it. */
  | { readonly kind: 'item'; shown: ShownItem }
  | { readonly kind: 'finding'; readonly finding: ReviewedFinding }
  /** What models think stands apart: it proves nothing. */
  | { readonly kind: 'opinions' }
  | { readonly kind: 'opinion'; readonly opinion: ShownOpinion }
  | { readonly kind: 'comments' }
  | { readonly kind: 'comment'; readonly thread: CommentThread };

/** A box that a person clicked. */
interface Tick {
  readonly document: vscode.TextDocument | null;
  readonly node: Node;
  readonly state: vscode.TreeItemCheckboxState;
}

type ItemNode = Extract<Node, { readonly kind: 'item' }>;

const opinions: Node = { kind: 'opinions' };
const comments: Node = { kind: 'comments' };

const stateIcons: Readonly<Record<ChecklistState, vscode.ThemeIcon>> = {
  pass: new vscode.ThemeIcon('pass', new vscode.ThemeColor('testing.iconPassed')),
  fail: new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground')),
  open: new vscode.ThemeIcon('question', new vscode.ThemeColor('list.warningForeground')),
  'not-applicable': new vscode.ThemeIcon('circle-slash'),
};

/** The `Review Checklist` view: the items of the active spec's template, verified ones with their findings beneath. */
export class ChecklistTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #active: ActiveSpec;
  readonly #library: SpecLibrary;
  readonly #changed = new vscode.EventEmitter<readonly Node[] | undefined>();
  readonly #subscription: vscode.Disposable;
  #view: vscode.TreeView<Node> | undefined;
  /** Made and not written yet. */
  #ticks: readonly Tick[] = [];
  #ticking: Promise<void> = Promise.resolve();
  /** The spec that is shown, and its items. */
  #spec: string | null = null;
  #items: readonly ItemNode[] = [];
  #filter: ChecklistFilter = everything;
  #threads: readonly CommentThread[] = [];
  #opinions: readonly ShownOpinion[] = [];
  /** Who said it and when, and whether of another text. */
  #opinionsOf = '';

  readonly onDidChangeTreeData = this.#changed.event as vscode.Event<Node[] | undefined>;

  constructor(active: ActiveSpec, library: SpecLibrary) {
    this.#active = active;
    this.#library = library;
    this.#subscription = active.onDidChange(() => this.#update());
  }

  /** @param id view id as contributed */
  show(id: string): vscode.Disposable {
    const view = vscode.window.createTreeView<Node>(id, {
      treeDataProvider: this,
      manageCheckboxStateManually: true,
    });
    this.#view = view;
    view.onDidChangeCheckboxState(({ items }) => {
      // The editor lost the item while it refreshed the view; the box is to show what the file has.
      if (items.length === 0) this.#changed.fire(undefined);
      const { document } = this.#active;
      this.#ticks = [...this.#ticks, ...items.map(([node, state]) => ({ document, node, state }))];
      this.#ticking = this.#ticking.then(() => this.#writeTicks());
    });
    this.#update();
    return view;
  }

  getTreeItem(node: Node): vscode.TreeItem {
    switch (node.kind) {
      case 'item':
        return this.#item(node.shown);
      case 'finding':
        return this.#finding(node.finding);
      case 'opinions': {
        const label = vscode.l10n.t("Models' opinions");
        const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Expanded);
        item.id = 'opinions';
        item.description = [
          vscode.l10n.t('no proof'),
          ...(this.#opinionsOf === '' ? [] : [this.#opinionsOf]),
        ].join(' · ');
        item.tooltip = new vscode.MarkdownString().appendText(item.description);
        item.iconPath = new vscode.ThemeIcon('comment-discussion');
        return item;
      }
      case 'comments':
        return commentsItem(this.#threads.length);
      case 'comment': {
        const item = commentItem(node.thread);
        const line = node.thread.range.line - 1;
        item.command = this.#reveal(new vscode.Range(line, 0, line, 0));
        return item;
      }
      case 'opinion': {
        const { opinion } = node;
        const item = opinionItem(opinion);
        const line = opinion.lines[0];
        if (line !== undefined) item.command = this.#reveal(new vscode.Range(line - 1, 0, line - 1, 0));
        return item;
      }
    }
  }

  getChildren(node?: Node): Node[] {
    const isOpinion = ({ shown }: ItemNode): boolean => shown.entry.verifiedBy === 'model';
    if (node === undefined) {
      const proven = this.#items.filter((item) => !isOpinion(item));
      return [
        ...proven,
        ...(this.#threads.length > 0 ? [comments] : []),
        ...(proven.length < this.#items.length || this.#opinions.length > 0 ? [opinions] : []),
      ];
    }
    if (node.kind === 'comments') return this.#threads.map((thread): Node => ({ kind: 'comment', thread }));
    if (node.kind === 'opinions')
      return [
        ...this.#items.filter(isOpinion),
        ...this.#opinions.map((opinion): Node => ({ kind: 'opinion', opinion })),
      ];
    return node.kind === 'item' ? node.shown.findings.map((finding) => ({ kind: 'finding', finding })) : [];
  }

  /** Asks what to show. */
  async chooseFilter(): Promise<void> {
    const chosen = await chooseFilter(this.#filter, gatesOf(this.#checklist()));
    if (chosen === null) return;
    this.#filter = chosen;
    this.#update();
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }

  #item({ entry, findings, signOff }: ShownItem): vscode.TreeItem {
    const collapsible =
      findings.length > 0 ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None;
    const item = new vscode.TreeItem(entry.text, collapsible);
    const state = signOff === null ? stateLabel(entry) : signOffLabel(signOff);
    item.id = entry.id;
    item.description = state;
    const commit = signOff?.commit?.slice(0, 10);
    const detail = commit === undefined ? state : vscode.l10n.t('{0}, at commit {1}', state, commit);
    item.tooltip = new vscode.MarkdownString().appendText(`${entry.text}\n${detail}`);
    item.accessibilityInformation = { label: `${entry.text}, ${state}` };
    item.contextValue = `techSpec.item.${entry.verifiedBy}`;
    if (entry.verifiedBy === 'person' && entry.line !== null) {
      const checked = entry.state === 'pass';
      item.checkboxState = {
        state: checked ? vscode.TreeItemCheckboxState.Checked : vscode.TreeItemCheckboxState.Unchecked,
        tooltip: checked ? vscode.l10n.t('Take the tick back') : vscode.l10n.t('Tick as reviewed'),
        accessibilityInformation: { label: entry.text, role: 'checkbox' },
      };
    } else {
      item.iconPath = stateIcons[entry.state];
    }
    if (entry.line !== null)
      item.command = this.#reveal(new vscode.Range(entry.line - 1, 0, entry.line - 1, 0));
    return item;
  }

  #finding({ text, severity, line, editorRange }: ReviewedFinding): vscode.TreeItem {
    const item = new vscode.TreeItem(text);
    item.iconPath = new vscode.ThemeIcon(severity);
    item.description = vscode.l10n.t('line {0}', line);
    item.tooltip = new vscode.MarkdownString().appendText(text);
    item.command = this.#reveal(editorRange);
    return item;
  }

  #reveal(selection: vscode.Range): vscode.Command {
    const options: vscode.TextDocumentShowOptions = { selection, preview: false };
    return {
      command: 'vscode.open',
      title: vscode.l10n.t('Show in the Spec'),
      arguments: [this.#active.current?.uri, options],
    };
  }

  #update(): void {
    const spec = this.#active.current;
    const checklist = this.#checklist();
    const { state, gate } = this.#filter;
    const saidBefore = JSON.stringify([this.#opinions, this.#opinionsOf, this.#threads]);
    this.#threads = unsettled(spec?.report.threads ?? []);
    this.#opinions = shownOpinions(spec?.opinions?.review ?? null, checklist);
    this.#opinionsOf = spec === null ? '' : opinionsOf(spec.opinions);
    if (saidBefore !== JSON.stringify([this.#opinions, this.#opinionsOf, this.#threads]))
      this.#changed.fire(undefined);
    // Another spec may have no such gate.
    const filter = { state, gate: gate !== null && gatesOf(checklist).includes(gate) ? gate : null };
    this.#show(
      spec?.uri.toString() ?? null,
      filterChecklist(checklist, filter).map((entry) => ({
        entry,
        findings: spec?.findings.filter((finding) => decidesItem(finding, entry)) ?? [],
        signOff: spec?.signOffs.get(entry.id) ?? null,
      })),
    );
    if (this.#view === undefined) return;
    const settled = checklist.filter(({ state }) => state === 'pass' || state === 'not-applicable').length;
    const failing = checklist.filter(({ state }) => state === 'fail').length;
    // Named, because the spec need not be the active editor's: the wizard may have the focus.
    this.#view.description =
      spec === null
        ? ''
        : `${vscode.l10n.t('{0} of {1}', settled, checklist.length)} · ${spec.path.slice(spec.path.lastIndexOf('/') + 1)}`;
    this.#view.badge =
      failing === 0
        ? undefined
        : {
            value: failing,
            tooltip:
              failing === 1
                ? vscode.l10n.t('1 checklist item fails')
                : vscode.l10n.t('{0} checklist items fail', failing),
          };
    const filtered = filterName(filter);
    this.#view.message = spec === null || filtered === '' ? '' : vscode.l10n.t('Shown: {0}', filtered);
    void vscode.commands.executeCommand('setContext', 'techSpec.hasActiveSpec', spec !== null);
    void vscode.commands.executeCommand('setContext', 'techSpec.checklistFiltered', filtered !== '');
  }

  #checklist(): readonly ChecklistEntry[] {
    return shownItems(this.#active.current?.report.checklist ?? []);
  }

  /** Refreshes what differs: the editor drops a click that falls into the refresh of the whole view. */
  #show(spec: string | null, shown: readonly ShownItem[]): void {
    const before = this.#items;
    const same =
      spec === this.#spec &&
      shown.length === before.length &&
      shown.every(({ entry }, index) => entry.id === before[index]?.shown.entry.id);
    this.#spec = spec;
    if (!same) {
      this.#items = shown.map((item) => ({ kind: 'item', shown: item }));
      this.#changed.fire(undefined);
      return;
    }
    const changed = before.filter((node, index) => {
      const item = shown[index];
      if (item === undefined || JSON.stringify(item) === JSON.stringify(node.shown)) return false;
      node.shown = item;
      return true;
    });
    if (changed.length > 0) this.#changed.fire(changed);
  }

  /**
   * Writes what waits, one document after the other: a tick made while another is being saved would find the document
   * unsaved and leave it so. Those made meanwhile go together, with one check and one save.
   */
  async #writeTicks(): Promise<void> {
    const [first] = this.#ticks;
    if (first === undefined) return;
    const ticks = this.#ticks.filter(({ document }) => document === first.document);
    this.#ticks = this.#ticks.filter(({ document }) => document !== first.document);
    if (first.document !== null && (await this.#tick(first.document, ticks))) return;
    // Shows the box again as the file has it.
    this.#changed.fire(this.#items);
    void vscode.window.showWarningMessage(vscode.l10n.t('The spec was being changed; tick again.'));
  }

  /**
   * Writes ticks into the Markdown task list, which is their only store; saved at once where nothing else was unsaved.
   *
   * @returns whether they are in the text; never rejects
   */
  async #tick(document: vscode.TextDocument, ticks: readonly Tick[]): Promise<boolean> {
    try {
      const clean = !document.isDirty;
      const edit = new vscode.WorkspaceEdit();
      // The view may be a moment behind the text: places are those of the text as it is now.
      const spec = await this.#library.review(document);
      if (spec === null || !hasLinesOf(spec.report.spec, document.getText())) return false;
      // A box clicked twice counts as it was left.
      const wanted = new Map(
        ticks.flatMap(({ node, state }) =>
          node.kind === 'item' && node.shown.entry.verifiedBy === 'person'
            ? [[node.shown.entry.id, state === vscode.TreeItemCheckboxState.Checked] as const]
            : [],
        ),
      );
      const ticked: [string, boolean][] = [];
      for (const entry of spec.report.checklist) {
        const checked = wanted.get(entry.id);
        const change = checked === undefined ? null : spec.tick(entry, checked);
        if (checked === undefined || change === null) continue;
        edit.replace(document.uri, change.range, change.newText);
        ticked.push([entry.id, checked]);
      }
      // Clicked there and back: the text is as it should be.
      if (edit.size === 0) return wanted.size > 0;
      if (!(await vscode.workspace.applyEdit(edit))) return false;
      if (clean) await document.save();
      // The tick is in the list, whatever comes of the note about who made it.
      await Promise.all(ticked.map(([item, checked]) => spec.signOff(item, checked).catch(() => undefined)));
      return true;
    } catch {
      return false;
    }
  }
}

/** Items that the template has for other kinds of source stand neither in the spec nor in its view. */
function shownItems(checklist: readonly ChecklistEntry[]): readonly ChecklistEntry[] {
  return checklist.filter(({ state, line }) => state !== 'not-applicable' || line !== null);
}

function signOffLabel({ name, date }: SignOff): string {
  return name === null ? vscode.l10n.t('ticked {0}', date) : vscode.l10n.t('{0}, {1}', name, date);
}

function stateLabel({ verifiedBy, state }: ChecklistEntry): string {
  if (verifiedBy === 'person') {
    return state === 'pass' ? vscode.l10n.t('ticked') : vscode.l10n.t('for a person to review');
  }
  switch (state) {
    case 'pass':
      return vscode.l10n.t('verified');
    case 'fail':
      return vscode.l10n.t('fails');
    case 'open':
      return verifiedBy === 'model' ? vscode.l10n.t('no opinion yet') : vscode.l10n.t('open question');
    case 'not-applicable':
      return vscode.l10n.t('does not apply');
  }
}
