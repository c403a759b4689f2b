import { config } from '@vscode/l10n';
import * as vscode from 'vscode';
import { EditorAgentTools } from './agent-tools/editor-agent-tools';
import { editorAgentWorkspace } from './agent-tools/editor-agent-workspace';
import type { Authoring, AuthoringParts } from './authoring';
import { checkActiveSpec } from './commands/check-spec';
import { ProjectIndexes } from './project/project-indexes';
import { CoveragePanel, type FollowedSpec } from './coverage-view/coverage-panel';
import { acceptDrift, openDrift } from './drift/drift-actions';
import type { DriftTarget } from './drift/drift-target';
import { createLife, type Life } from './life/life';
import { registerComments } from './life/comments/register-comments';
import { SpecComments } from './life/comments/spec-comments';
import type { HandOff } from './hand-off/hand-off';
import { createFeatures } from './navigation/create-features';
import type { EditorFeatures } from './navigation/editor-features';
import { reviewWith } from './review/report/review-spec';
import type { ReviewSpec } from './review/report/reviewed-spec';
import type { SpecLibrary } from './review/library/spec-library';
import { SpecSurroundings } from './review/report/spec-surroundings';
import { tickTasks } from './life/task-ticks';
import { reviewSource } from './source-review/review-source';
import type { ReviewSource } from './source-review/reviewed-source';
import { TeamConfigs } from './settings/team-configs';
import { artefactToDraft } from './workflow/artefact-to-draft';
import { FeatureLibrary } from './workflow/feature-library';
import type { FeatureNode } from './workflow/feature-node';
import { featureNode } from './workflow/feature-nodes';
import { MetricsPanel } from './workflow/metrics-panel';
import { PersonsWords } from './workflow/persons-words';
import { WorkflowActions } from './workflow/workflow-actions';
import { TemplateLibrary } from './workspace/template-library';

/**
 * The extension apart from what watches and waits: a bundle of its own, loaded with the first spec or command. See
 * docs/decisions/0004-loading-on-demand.md.
 */
export interface OnDemand {
  readonly review: ReviewSpec;
  readonly reviewSource: ReviewSource;
  checkActiveSpec(): Promise<void>;
  /** Records that a spec may stay as it is in spite of a change. */
  acceptDrift(target: DriftTarget, note: string | null): Promise<void>;
  openDrift(target: DriftTarget): Promise<void>;
  /** Marks a task as done or open, or those that a person picks; `null` for the active spec, for its other state. */
  tickTasks(spec: vscode.Uri | null, task: string | null, done: boolean | null): Promise<void>;
  /** Status, approval and what has changed since. */
  readonly life: Life;
  /** Hands specs on to other tools, and takes them in. */
  handOff(): Promise<HandOff>;
  /** What the editor offers in specs and PRDs. */
  features(): EditorFeatures;
  /** The view of requirements against tasks and tests. */
  coverage(): CoveragePanel;
  /** What the editor's agent mode may ask for. */
  agentTools(): EditorAgentTools;
  /** Features of the open folders, for the Specs view. */
  featureNodes(): Promise<readonly FeatureNode[]>;
  /** What a person does with features. */
  workflow(): WorkflowActions;
  /** What persons say of features: signatures, overrides, verdicts. */
  persons(): PersonsWords;
  /** The view of what the recorded dates tell. */
  metrics(): MetricsPanel;
  /** What writes specs; looking at one does not even start it. */
  authoring(): Promise<Authoring>;
}

/**
 * @param followed the spec that a person works on
 * @param featuresChanged tells that records of features have changed
 */
export function createOnDemand(
  context: vscode.ExtensionContext,
  library: SpecLibrary,
  followed: FollowedSpec,
  featuresChanged: vscode.Event<void>,
): OnDemand {
  // Files without `vscode` get their translations through the library.
  if (vscode.l10n.bundle !== undefined) config({ contents: vscode.l10n.bundle });
  const templates = new TemplateLibrary(context.extensionUri);
  const projects = new ProjectIndexes();
  const configs = new TeamConfigs();
  const surroundings = new SpecSurroundings(projects, configs);
  context.subscriptions.push(
    templates,
    projects,
    configs,
    surroundings,
    configs.onDidChange(() => surroundings.forget()),
    surroundings.onDidChange(() => library.refresh()),
  );
  const comments = new SpecComments(library, [library.onDidChange, followed.onDidChange]);
  context.subscriptions.push(comments, ...registerComments(comments));
  const findArtefact: AuthoringParts['artefact'] = async (folder, name, id) => {
    const feature = await workflowFeatures.one(folder, name, false);
    const { standing } = feature;
    const artefact =
      standing === null ? null : await artefactToDraft({ ...feature, standing }, id, templates);
    return typeof artefact === 'string' ? null : artefact;
  };
  let authoring: Promise<Authoring> | undefined;
  let features: EditorFeatures | undefined;
  let coverage: CoveragePanel | undefined;
  const startAuthoring = (): Promise<Authoring> =>
    (authoring ??= import('./authoring').then(({ createAuthoring }) =>
      createAuthoring(context, { library, templates, projects, artefact: findArtefact }),
    ));
  const agents = new EditorAgentTools((token) =>
    editorAgentWorkspace({ library, authoring: startAuthoring }, token),
  );
  let metrics: MetricsPanel | undefined;
  let workflow: WorkflowActions | undefined;
  const workflowFeatures = new FeatureLibrary({
    ...{ templates, surroundings, configs },
    extension: context.extensionUri,
  });
  const persons = new PersonsWords(workflowFeatures);
  return {
    review: reviewWith({ templates, surroundings, configs }),
    reviewSource,
    coverage: () => {
      if (coverage === undefined) {
        coverage = new CoveragePanel(followed, context.extensionUri);
        context.subscriptions.push(coverage);
      }
      return coverage;
    },
    handOff: async () => (await import('./hand-off/hand-off')).createHandOff(library),
    features: () => (features ??= createFeatures(library)),
    acceptDrift: (target, note) => acceptDrift(library, target, note),
    openDrift: (target) => openDrift(library, target),
    tickTasks: (spec, task, done) => tickTasks(library, spec, task, done),
    life: createLife(context, library),
    checkActiveSpec: () => checkActiveSpec(library),
    agentTools: () => agents,
    authoring: startAuthoring,
    featureNodes: async () => (await workflowFeatures.all()).map(featureNode),
    workflow: () => {
      if (workflow === undefined) {
        workflow = new WorkflowActions(
          {
            ...{ features: workflowFeatures, templates },
            draft: async (folder, artefact, way) =>
              (await startAuthoring()).draftArtefact(folder, artefact, way),
          },
          persons,
        );
        context.subscriptions.push(workflow);
      }
      return workflow;
    },
    persons: () => persons,
    metrics: () => {
      if (metrics === undefined) {
        const changes = [featuresChanged, library.onDidChange];
        metrics = new MetricsPanel(workflowFeatures, context.extensionUri, changes);
        context.subscriptions.push(metrics);
      }
      return metrics;
    },
  };
}
