import * as vscode from 'vscode';
import { renderFinding } from '../../core/checks/render-finding';
import { ownTitle } from '../../core/source/own-title';
import { slugOf } from '../../core/template/output-path';
import { nextStep, startFeature } from '../../core/workflow/changes';
import { featureReport } from '../../core/workflow/feature-report';
import { featurePath, isFeatureName } from '../../core/workflow/records';
import type { PlannedTask } from '../../core/workflow/estimate';
import { scheduleTasks } from '../../core/workflow/schedule';
import { scheduleReport } from '../../core/workflow/schedule-report';
import { tasksOfFeature } from '../../core/workflow/task-artefact';
import { tell } from '../messages/tell';
import { ShownTexts } from '../editor/shown-texts';
import { FolderSources } from '../workspace/folder-sources';
import type { TemplateLibrary } from '../workspace/template-library';
import { chooseFolder, relativePath } from '../workspace/workspace-path';
import { artefactToDraft } from './artefact-to-draft';
import type { ArtefactToDraft } from './artefact-workspace';
import { chooseFeature, isTrusted, targetOf } from './choose-feature';
import type { FeatureLibrary, StandingFeature } from './feature-library';
import type { FeatureTarget } from './feature-node';
import type { PersonsWords } from './persons-words';
import { wrote } from './persons-words';
import { runDoneCondition } from './run-done-condition';

const reportScheme = 'tech-spec-report';

export interface WorkflowParts {
  readonly features: FeatureLibrary;
  readonly templates: TemplateLibrary;
  /** Drafts an artefact in the wizard, or at once. */
  draft(folder: vscode.WorkspaceFolder, artefact: ArtefactToDraft, way: 'wizard' | 'quick'): Promise<void>;
}

/** What a person does with features in the editor. Nothing is written without an action of theirs. */
export class WorkflowActions implements vscode.Disposable {
  readonly #reports = new ShownTexts(reportScheme);
  readonly #parts: WorkflowParts;
  readonly #words: PersonsWords;

  constructor(parts: WorkflowParts, words: PersonsWords) {
    this.#parts = parts;
    this.#words = words;
  }

  /** Begins a feature from a source: the open document, or one that is picked. */
  async start(clicked: vscode.Uri | undefined): Promise<void> {
    if (!isTrusted()) return;
    const { features } = this.#parts;
    const document = clicked ?? vscode.window.activeTextEditor?.document.uri ?? null;
    const folder = await chooseFolder(document);
    if (folder === null) return;
    const workspace = new FolderSources(folder);
    const current = document === null ? null : relativePath(folder.uri, document);
    const source = clicked !== undefined && current !== null ? current : await pickSource(workspace, current);
    if (source === null) return;
    const { workflows, problems } = await features.workflows(folder);
    for (const { path, problems: found } of problems)
      tell(
        'warning',
        `${path}:${found[0]?.line ?? 1}: ${found[0] === undefined ? '' : renderFinding(found[0])}`,
      );
    const workflow = await vscode.window.showQuickPick(
      workflows
        .map((one) => ({ label: one.name, description: one.id, detail: one.summary, one }))
        .sort((a, b) => b.one.phases.length - a.one.phases.length),
      { title: vscode.l10n.t('Start a Feature: Workflow'), matchOnDetail: true },
    );
    if (workflow === undefined) return;
    const read = await workspace.readSource(source, null).catch(() => null);
    if (read === null) return tell('error', vscode.l10n.t('{0} cannot be read.', source));
    const name = await vscode.window.showInputBox({
      title: vscode.l10n.t('Start a Feature: Name'),
      prompt: vscode.l10n.t('Letters, digits and hyphens: it becomes the name of a folder.'),
      value: slugOf(read.source),
      validateInput: async (entered) => {
        if (!isFeatureName(entered)) return vscode.l10n.t('Use letters, digits and hyphens.');
        const taken = await workspace.files.stat(featurePath(entered)).catch(() => undefined);
        return taken === undefined ? null : vscode.l10n.t('There is a feature {0} already.', entered);
      },
    });
    if (name === undefined) return;
    const record = { workflow: workflow.one.id, title: ownTitle(read.source), source };
    const writes = startFeature(name, record, workflow.one, await features.stamp(folder));
    if (await wrote(features, folder, writes, []))
      await this.next({ folder: folder.uri.toString(), feature: name });
  }

  /** Closes the current phase where its gates allow it, and drafts what comes next; tells what is open otherwise. */
  async next(target: FeatureTarget | null): Promise<void> {
    if (!isTrusted()) return;
    const { features } = this.#parts;
    let feature = await chooseFeature(features, target, ({ standing }) => standing.state.current !== null);
    if (feature === null) return;
    const stamp = await features.stamp(feature.folder);
    let step = nextStep(feature.standing, stamp);
    if (step.kind === 'close') {
      if (!(await wrote(features, feature.folder, step.writes, feature.problems))) return;
      const { opens, phase } = step;
      tell(
        'info',
        opens === null
          ? vscode.l10n.t('{0}: all phases are done.', feature.name)
          : vscode.l10n.t('{0} is closed. {1} begins.', phase.phase.name, opens.name),
      );
      feature = await chooseFeature(features, targetOf(feature));
      if (feature === null) return;
      step = nextStep(feature.standing, stamp);
      if (step.kind !== 'draft') return;
    }
    if (step.kind === 'draft') return this.#draft(feature, step.artefact);
    if (step.kind === 'blocked') return this.#words.tellOpen(feature);
  }

  /** Shows the go/no-go report as a document to read, made anew each time. */
  async report(target: FeatureTarget | null): Promise<void> {
    const feature = await chooseFeature(this.#parts.features, target);
    if (feature === null) return;
    const { date } = await this.#parts.features.stamp(feature.folder);
    await this.#show(feature, 'report', featureReport(feature.standing.state, date));
  }

  /** Shows critical path and sprints of a feature's tasks as a document to read. */
  async schedule(target: FeatureTarget | null): Promise<void> {
    const tasksOf = ({ artefacts }: StandingFeature): readonly PlannedTask[] =>
      tasksOfFeature(artefacts.values());
    const feature = await chooseFeature(this.#parts.features, target, (one) => tasksOf(one).length > 0);
    if (feature === null) return;
    const tasks = tasksOf(feature);
    if (tasks.length === 0)
      return tell(
        'info',
        vscode.l10n.t('{0} has no tasks yet: draft its task breakdown first.', feature.name),
      );
    const capacityOf = (entered: string): number => Number(entered.trim().replace(',', '.'));
    const entered = await vscode.window.showInputBox({
      title: vscode.l10n.t('Schedule: Capacity of a Sprint'),
      prompt: vscode.l10n.t('In the unit of the estimates, points or days.'),
      value: '10',
      validateInput: (text) =>
        capacityOf(text) > 0 ? null : vscode.l10n.t('Enter a number greater than 0.'),
    });
    if (entered === undefined) return;
    const capacity = capacityOf(entered);
    const { title } = feature.standing.state.records.feature;
    await this.#show(feature, 'schedule', scheduleReport(title, scheduleTasks(tasks, capacity), capacity));
  }

  /** Runs the command of a done condition in a terminal, after the person has seen it and agreed. */
  async runDone(target: FeatureTarget | null): Promise<void> {
    if (!isTrusted()) return;
    const feature = await chooseFeature(this.#parts.features, target);
    if (feature !== null) await runDoneCondition(feature);
  }

  dispose(): void {
    this.#reports.dispose();
  }

  async #show({ folder, name }: StandingFeature, kind: 'report' | 'schedule', text: string): Promise<void> {
    const path = `/${folder.name}/${name}-${kind}.md`;
    const uri = vscode.Uri.from({ scheme: reportScheme, path });
    this.#reports.put(uri, text);
    await vscode.window.showTextDocument(uri);
  }

  async #draft(feature: StandingFeature, id: string): Promise<void> {
    const artefact = await artefactToDraft(feature, id, this.#parts.templates);
    if (typeof artefact === 'string') return tell('error', artefact);
    const way = await vscode.window.showQuickPick(
      [
        {
          label: vscode.l10n.t('In the wizard'),
          detail: vscode.l10n.t('Choose documents, answer questions, then generate.'),
          way: 'wizard' as const,
        },
        {
          label: vscode.l10n.t('At once'),
          detail: vscode.l10n.t('All questions become open questions.'),
          way: 'quick' as const,
        },
      ],
      { title: vscode.l10n.t('Draft {0}', artefact.name), placeHolder: artefact.output },
    );
    if (way === undefined) return;
    await this.#parts.draft(feature.folder, artefact, way.way);
  }
}

async function pickSource(workspace: FolderSources, current: string | null): Promise<string | null> {
  const found = await workspace.findSources(current, new AbortController().signal);
  if (found.length === 0) {
    tell('warning', vscode.l10n.t('No PRD was found in this workspace. Open one and run the command again.'));
    return null;
  }
  const picked = await vscode.window.showQuickPick(
    found.map(({ path, title, reason }) => ({ label: title, description: path, detail: reason, path })),
    { title: vscode.l10n.t('Start a Feature: Source'), matchOnDescription: true },
  );
  return picked?.path ?? null;
}
