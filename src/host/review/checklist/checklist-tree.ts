import * as vscode from 'vscode';
import { decidesItem, type ChecklistEntry } from '../../../core/checklist/checklist';
import {
  everything,
  filterChecklist,
  gatesOf,
  type ChecklistFilter,
} from '../../../core/checklist/checklist-view';
import type { CommentThread } from '../../../core/life/comments/threads';
import type { ActiveSpec } from '../library/active-spec';
import { checklistItem, findingItem, type ShownItem } from './checklist-items';
import { ChecklistTicks } from './checklist-ticks';
import { chooseFilter, filterName } from './choose-filter';
import { commentItem, commentsItem, unsettled } from './comment-items';
import { opinionItem, opinionsItem, opinionsOf, shownOpinions, type ShownOpinion } from './opinion-items';
import type { ReviewedFinding, ReviewedSpec } from '../report/reviewed-spec';
import type { SpecLibrary } from '../library/spec-library';

type Node =
  /** Stays the same object while its spec is shown: the editor knows an item by it. */
  | { readonly kind: 'item'; shown: ShownItem }
  | { readonly kind: 'finding'; readonly finding: ReviewedFinding }
  /** What models think stands apart: it proves nothing. */
  | { readonly kind: 'opinions' }
  | { readonly kind: 'opinion'; readonly opinion: ShownOpinion }
  | { readonly kind: 'comments' }
  | { readonly kind: 'comment'; readonly thread: CommentThread };

type ItemNode = Extract<Node, { readonly kind: 'item' }>;

const opinions: Node = { kind: 'opinions' };
const comments: Node = { kind: 'comments' };

/** The `Review Checklist` view: the items of the active spec's template, verified ones with their findings beneath. */
export class ChecklistTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #active: ActiveSpec;
  readonly #ticks: ChecklistTicks;
  readonly #changed = new vscode.EventEmitter<readonly Node[] | undefined>();
  readonly #subscription: vscode.Disposable;
  #view: vscode.TreeView<Node> | undefined;
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
    // Shows the boxes again as the file has them.
    this.#ticks = new ChecklistTicks(library, () => this.#changed.fire(this.#items));
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
      this.#ticks.add(items.map(([node, state]) => ({ document, item: tickedItem(node), state })));
    });
    this.#update();
    return view;
  }

  getTreeItem(node: Node): vscode.TreeItem {
    switch (node.kind) {
      case 'item':
        return checklistItem(node.shown, (line) => this.#revealLine(line));
      case 'finding': {
        const item = findingItem(node.finding);
        item.command = this.#reveal(node.finding.editorRange);
        return item;
      }
      case 'opinions':
        return opinionsItem(this.#opinionsOf);
      case 'comments':
        return commentsItem(this.#threads.length);
      case 'comment': {
        const item = commentItem(node.thread);
        item.command = this.#revealLine(node.thread.range.line);
        return item;
      }
      case 'opinion': {
        const { opinion } = node;
        const item = opinionItem(opinion);
        const line = opinion.lines[0];
        if (line !== undefined) item.command = this.#revealLine(line);
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

  /** @param line from 1 */
  #revealLine(line: number): vscode.Command {
    return this.#reveal(new vscode.Range(line - 1, 0, line - 1, 0));
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
        : [
            ...(checklist.length === 0 ? [] : [vscode.l10n.t('{0} of {1}', settled, checklist.length)]),
            spec.path.slice(spec.path.lastIndexOf('/') + 1),
          ].join(' · ');
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
    this.#view.message = spec === null ? '' : emptyText(spec, checklist) || shownText(filtered);
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
}

/** Items that the template has for other kinds of source stand neither in the spec nor in its view. */
function shownItems(checklist: readonly ChecklistEntry[]): readonly ChecklistEntry[] {
  return checklist.filter(({ state, line }) => state !== 'not-applicable' || line !== null);
}

/** Only a person ticks a person's items. */
function tickedItem(node: Node): string | null {
  return node.kind === 'item' && node.shown.entry.verifiedBy === 'person' ? node.shown.entry.id : null;
}

/** Why a spec has no checklist; empty where it has one. */
function emptyText({ report }: ReviewedSpec, checklist: readonly ChecklistEntry[]): string {
  if (checklist.length > 0) return '';
  return report.template === null
    ? vscode.l10n.t(
        'The template of this spec is not known, so it has no checklist. The Problems panel has its findings.',
      )
    : vscode.l10n.t('The template of this spec has no checklist. The Problems panel has its findings.');
}

function shownText(filtered: string): string {
  return filtered === '' ? '' : vscode.l10n.t('Shown: {0}', filtered);
}
