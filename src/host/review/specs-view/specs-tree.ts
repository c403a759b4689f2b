import * as vscode from 'vscode';
import type { DriftChange } from '../../../core/drift/drift';
import type { FeatureNode, FeatureSource } from '../../workflow/feature-node';
import { problemCounts } from '../problems/problem-counts';
import type { ReviewedDrift, ReviewedSpec } from '../report/reviewed-spec';
import type { SpecLibrary } from '../library/spec-library';
import { namesOf } from './told-apart';
import { metadataNamed } from '../../../core/spec/vocabulary/metadata-names';

/** Something that changed since a spec was written, below that spec. */
export interface DriftItem {
  readonly spec: ReviewedSpec;
  readonly drift: ReviewedDrift;
}

/** A section or task that a drift touches, below that drift. */
export interface TouchedItem {
  readonly of: DriftItem;
  readonly kind: 'section' | 'task';
  readonly name: string;
  /** Of the spec, from 1; `null` for a section that it does not have. */
  readonly line: number | null;
}

export type SpecsItem = ReviewedSpec | DriftItem | TouchedItem | FeatureNode;

/**
 * The `Specs` view: features with their phase, gates and artefacts, then every other spec of the workspace. A spec shows its status
 * and coverage, and below it what has drifted from it. Each is shown once.
 */
export class SpecsTree implements vscode.TreeDataProvider<SpecsItem>, vscode.Disposable {
  readonly #library: SpecLibrary;
  readonly #features: FeatureSource;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: readonly vscode.Disposable[];
  /** All specs of the last look, by address: artefacts of features are among them. */
  #specs: ReadonlyMap<string, ReviewedSpec> = new Map();
  /** What features call the artefacts that stand below them. */
  #artefactNames: ReadonlyMap<ReviewedSpec, string> = new Map();

  /** Of the specs that stand below no feature. */
  #names: ReadonlyMap<ReviewedSpec, string> = new Map();

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(library: SpecLibrary, features: FeatureSource) {
    this.#library = library;
    this.#features = features;
    this.#subscriptions = [
      library.onDidChange(() => this.#changed.fire()),
      features.onDidChange(() => this.#changed.fire()),
    ];
  }

  getTreeItem(item: SpecsItem): vscode.TreeItem {
    if ('target' in item) return featureItem(item);
    if ('of' in item) return touchedItem(item);
    return 'drift' in item ? driftItem(item) : this.#specItem(item);
  }

  #specItem(spec: ReviewedSpec): vscode.TreeItem {
    const { uri, path, report, drifts } = spec;
    const { requirements, covered, outOfScope } = report.coverage;
    const { errors, warnings, text: problems } = problemCounts(report.findings);
    const { life } = report;
    const isReopened =
      life.approval === null && life.approvals.length > 0 && life.status?.stage === 'approved';
    const stated = metadataNamed(report.spec.metadata, 'status')?.value ?? vscode.l10n.t('No status');
    const status = isReopened ? vscode.l10n.t('{0}, changed since', stated) : stated;
    const coverage = vscode.l10n.t('{0} of {1} covered', covered + outOfScope, requirements);
    const title = report.spec.title ?? path;
    // The view is narrow; the tooltip has it in words.
    const share = `${covered + outOfScope}/${requirements}`;

    const drifted = drifts.length === 0 ? [] : [vscode.l10n.t('{0} drifted', drifts.length)];

    // The title says the name of the feature again.
    const name = this.#artefactNames.get(spec) ?? this.#names.get(spec) ?? title;
    const item = new vscode.TreeItem(
      name,
      drifts.length === 0 ? vscode.TreeItemCollapsibleState.None : vscode.TreeItemCollapsibleState.Collapsed,
    );
    item.id = uri.toString();
    item.description = [status, ...(report.source === null ? [] : [share]), ...drifted].join(' · ');
    item.tooltip = new vscode.MarkdownString().appendText(
      [title, path, status, coverage, problems, ...drifted].join('\n'),
    );
    item.iconPath = icon(errors, warnings);
    // Read aloud as it is seen, and whole.
    const read = [...new Set([name, title]), status, coverage, problems, ...drifted];
    item.accessibilityInformation = { label: read.join(', ') };
    const isStale = drifts.some(({ affects }) => affects.sections.some(({ line }) => line !== null));
    item.contextValue = isStale ? 'techSpec.spec.stale' : 'techSpec.spec';
    item.command = { command: 'vscode.open', title: vscode.l10n.t('Open'), arguments: [uri] };
    return item;
  }

  async getChildren(item?: SpecsItem): Promise<SpecsItem[]> {
    if (item !== undefined) {
      if ('target' in item) return item.children.map((child) => this.#artefact(child) ?? child);
      if ('of' in item) return [];
      return 'drift' in item ? touchedBy(item) : item.drifts.map((drift) => ({ spec: item, drift }));
    }
    const [features, specs] = await Promise.all([
      this.#features.nodes(),
      this.#library.all(new vscode.CancellationTokenSource().token),
    ]);
    this.#specs = new Map(specs.map((spec) => [spec.uri.toString(), spec]));
    const below = features.flatMap(({ children }) => children);
    this.#artefactNames = new Map(
      below.flatMap((one) => {
        const spec = this.#artefact(one);
        return spec === null ? [] : [[spec, one.label] as const];
      }),
    );
    // Until the workspace was looked through, the view does not say that it holds none.
    void vscode.commands.executeCommand(
      'setContext',
      'techSpec.hasNoSpec',
      features.length + specs.length === 0,
    );
    const others = specs.filter((spec) => !this.#artefactNames.has(spec));
    this.#names = namesOf(others);
    return [...features, ...others];
  }

  /** The spec that an item below a feature stands for; `null` where it stands for none. */
  #artefact({ contextValue, open }: FeatureNode): ReviewedSpec | null {
    return contextValue === 'techSpec.artefact' && open !== null
      ? (this.#specs.get(open.uri.toString()) ?? null)
      : null;
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#changed.dispose();
  }
}

function featureItem(node: FeatureNode): vscode.TreeItem {
  const { label, description, spoken, children, open } = node;
  const isOpen = /^techSpec\.(?:feature|gateOpen)$/.test(node.contextValue);
  const item = new vscode.TreeItem(
    label,
    children.length === 0
      ? vscode.TreeItemCollapsibleState.None
      : isOpen
        ? vscode.TreeItemCollapsibleState.Expanded
        : vscode.TreeItemCollapsibleState.Collapsed,
  );
  item.id = node.id;
  item.description = description;
  item.tooltip = new vscode.MarkdownString().appendText(node.tooltip);
  item.iconPath = new vscode.ThemeIcon(
    node.icon,
    node.color === null ? undefined : new vscode.ThemeColor(node.color),
  );
  item.accessibilityInformation = {
    label: [label, spoken ?? description].filter((text) => text !== '').join(', '),
  };
  item.contextValue = node.contextValue;
  if (open !== null) {
    const at = open.line === null ? undefined : new vscode.Range(open.line - 1, 0, open.line - 1, 0);
    item.command = {
      command: 'vscode.open',
      title: vscode.l10n.t('Open'),
      arguments: [open.uri, ...(at === undefined ? [] : [{ selection: at }])],
    };
  }
  return item;
}

function driftItem({ spec, drift }: DriftItem): vscode.TreeItem {
  const { label } = drift;
  const effects = drift.touches ?? vscode.l10n.t('touches no section that is known');
  const item = new vscode.TreeItem(
    label,
    drift.affects.sections.length + drift.affects.tasks.length === 0
      ? vscode.TreeItemCollapsibleState.None
      : vscode.TreeItemCollapsibleState.Collapsed,
  );
  item.id = `${spec.uri.toString()} ${drift.id}`;
  item.description = effects;
  const place = drift.path === null ? [] : [drift.line === null ? drift.path : `${drift.path}:${drift.line}`];
  item.tooltip = new vscode.MarkdownString().appendText([label, ...place, effects].join('\n'));
  item.iconPath = new vscode.ThemeIcon(driftIcons[drift.change]);
  item.accessibilityInformation = { label: `${label}, ${effects}` };
  const isStale = drift.affects.sections.some(({ line }) => line !== null);
  item.contextValue = isStale ? 'techSpec.drift.sections' : 'techSpec.drift';
  item.command = {
    command: 'techSpec.openDrift',
    title: vscode.l10n.t('Open What Changed'),
    arguments: [{ spec, drift }],
  };
  return item;
}

function touchedBy(of: DriftItem): TouchedItem[] {
  const { sections, tasks } = of.drift.affects;
  return [
    ...sections.map(({ heading, line }) => ({ of, kind: 'section' as const, name: heading, line })),
    ...tasks.map(({ id, line }) => ({ of, kind: 'task' as const, name: id, line })),
  ];
}

function touchedItem({ of: { spec, drift }, kind, name, line }: TouchedItem): vscode.TreeItem {
  const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.None);
  item.id = `${spec.uri.toString()} ${drift.id} ${kind} ${name} ${String(line)}`;
  const word = kind === 'section' ? vscode.l10n.t('section') : vscode.l10n.t('task');
  item.description = line === null ? vscode.l10n.t('new in the template') : word;
  item.tooltip = new vscode.MarkdownString().appendText(
    [name, line === null ? spec.path : `${spec.path}:${line}`].join('\n'),
  );
  item.iconPath = new vscode.ThemeIcon(kind === 'section' ? 'symbol-string' : 'tasklist');
  item.accessibilityInformation = { label: `${name}, ${item.description}` };
  item.contextValue = 'techSpec.touched';
  if (line !== null) {
    const selection = new vscode.Range(line - 1, 0, line - 1, 0);
    item.command = {
      command: 'vscode.open',
      title: vscode.l10n.t('Open'),
      arguments: [spec.uri, { selection }],
    };
  }
  return item;
}

const driftIcons: Readonly<Record<DriftChange, string>> = {
  added: 'diff-added',
  changed: 'diff-modified',
  removed: 'diff-removed',
};

function icon(errors: number, warnings: number): vscode.ThemeIcon {
  if (errors > 0) return new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground'));
  if (warnings > 0) return new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
  return new vscode.ThemeIcon('pass', new vscode.ThemeColor('testing.iconPassed'));
}
