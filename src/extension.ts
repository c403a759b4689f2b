import * as vscode from 'vscode';
import type { Authoring } from './host/authoring';
import { registerAgentTools } from './host/agent-tools/register-agent-tools';
import { registerDrift } from './host/drift/register-drift';
import { registerHandOff } from './host/hand-off/register-hand-off';
import { registerLife } from './host/life/register-life';
import type { OnDemand } from './host/on-demand';
import { hasJournals } from './host/generation/journal/journal-folder';
import { registerNavigation } from './host/navigation/register-navigation';
import { registerReview } from './host/review/register-review';
import { SpecLibrary } from './host/review/library/spec-library';
import type { ReviewSource } from './host/source-review/reviewed-source';
import { registerSourceReview } from './host/source-review/register-source-review';
import { FeaturesOnDemand } from './host/workflow/features-on-demand';
import { registerWorkflow } from './host/workflow/register-workflow';

/** Composition root. What is imported here only watches and waits; all else loads with the first spec or command. */
export function activate(context: vscode.ExtensionContext): void {
  let loaded: Promise<OnDemand> | undefined;
  const onDemand = (): Promise<OnDemand> =>
    (loaded ??= import('./host/on-demand').then(({ createOnDemand }) =>
      createOnDemand(context, library, active, features.onDidChange),
    ));
  const authoring = async (): Promise<Authoring> => (await onDemand()).authoring();

  const library = new SpecLibrary(async (...spec) => (await onDemand()).review(...spec));
  const features = new FeaturesOnDemand(async () => (await onDemand()).featureNodes());
  const active = registerReview(context, library, features);
  const review = async (...source: Parameters<ReviewSource>): ReturnType<ReviewSource> =>
    (await onDemand()).reviewSource(...source);
  const sources = registerSourceReview(context, library, review);
  registerNavigation(context, library, sources, async () => (await onDemand()).features());

  const command = (id: string, run: (document: vscode.Uri | undefined) => Promise<void>): vscode.Disposable =>
    vscode.commands.registerCommand(id, (clicked: unknown) =>
      run(clicked instanceof vscode.Uri ? clicked : undefined),
    );
  context.subscriptions.push(
    library,
    features,
    command('techSpec.create', async (document) => (await authoring()).create(document)),
    command('techSpec.quickCreate', async (document) => (await authoring()).quickCreate(document)),
    command('techSpec.newPrd', async () => (await authoring()).newPrd()),
    command('techSpec.check', async () => (await onDemand()).checkActiveSpec()),
    command('techSpec.showCoverage', async () => (await onDemand()).coverage().show()),
    command('techSpec.review', async (document) => (await authoring()).review(document)),
    command('techSpec.acceptSection', async (diff) => (await authoring()).acceptSection(diff)),
    command('techSpec.discardSection', async (diff) => (await authoring()).discardSection(diff)),
    ...(['techSpec.regenerateSection', 'techSpec.repairSection'] as const).map((id) =>
      vscode.commands.registerCommand(id, async (clicked: unknown, request: unknown) => {
        const document = clicked instanceof vscode.Uri ? clicked : undefined;
        await (await authoring()).regenerateSection(document, request, id === 'techSpec.repairSection');
      }),
    ),
    ...registerDrift(onDemand, authoring),
    ...registerHandOff(onDemand),
    ...registerLife(onDemand),
    ...registerAgentTools(context, onDemand),
    ...registerWorkflow(onDemand),
    command('techSpec.resume', async () => (await authoring()).resume()),
    command('techSpec.connectModel', async () => (await authoring()).connectModel()),
    command('techSpec.setApiKey', async () => (await authoring()).setApiKey()),
    command('techSpec.clearApiKey', async () => (await authoring()).clearApiKey()),
    vscode.window.registerWebviewPanelSerializer('techSpec.coverage', {
      deserializeWebviewPanel: async (panel) => (await onDemand()).coverage().restore(panel),
    }),
    vscode.window.registerWebviewPanelSerializer('techSpec.wizard', {
      deserializeWebviewPanel: async (panel, stored: unknown) => (await authoring()).restore(panel, stored),
    }),
  );
  // Not waited for: a look into one folder, and nothing more where no draft was cut off.
  void hasJournals(context).then(async (left) => (left ? (await authoring()).offerDrafts() : undefined));
}
