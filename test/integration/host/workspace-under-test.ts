import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { DraftJournals } from '../../../src/host/generation/journal/draft-journals';
import { DiskJournalFiles } from '../../../src/host/platform/node/journal-storage';
import { SpecGeneration } from '../../../src/host/generation/spec-generation';
import { ModelCatalog } from '../../../src/host/models/model-catalog';
import { ApiKeys } from '../../../src/host/models/api-keys';
import { reviewWith } from '../../../src/host/review/report/review-spec';
import { TeamConfigs } from '../../../src/host/settings/team-configs';
import { SpecSurroundings } from '../../../src/host/review/report/spec-surroundings';
import { SpecLibrary } from '../../../src/host/review/library/spec-library';
import { ProjectIndexes } from '../../../src/host/project/project-indexes';
import { FeatureLibrary } from '../../../src/host/workflow/feature-library';
import { DraftingWorkspace } from '../../../src/host/workspace/drafting-workspace';
import { TemplateLibrary } from '../../../src/host/workspace/template-library';
import { folder, until, uri } from '../open-window';

/** The product as it is loaded in this editor. */
export function product(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension('tech-spec.tech-spec');
  assert.ok(found, 'the extension is not there');
  return found;
}

export const prd = 'prds/team-invites.md';

let files = 0;

/** `folder/name-1.md`, `folder/name-2.md` ...: an editor may hold what an earlier test wrote for longer than that test. */
export function freshPath(path: string): string {
  files += 1;
  return path.replace(/(?=\.md$)/, `-${files}`);
}

/**
 * Writes a file. An editor that had it open in an earlier test still holds what it was then, and reads it again in its own
 * time: this waits for that.
 */
export async function writeText(path: string, text: string): Promise<void> {
  const file = uri(path);
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  const held = vscode.workspace.textDocuments.find((document) => document.uri.toString() === file.toString());
  if (held === undefined) return;
  await until(`the content of ${path}`, () => held.isClosed || (!held.isDirty && held.getText() === text));
}

export async function readText(path: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri(path)));
}

export async function exists(path: string): Promise<boolean> {
  return vscode.workspace.fs.stat(uri(path)).then(
    () => true,
    () => false,
  );
}

export function wizardTabs(): readonly vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(
      ({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('techSpec.wizard'),
    );
}

/** The product's parts, made anew: what a test does with them leaves the running ones alone. */
export function parts(): {
  readonly workspace: DraftingWorkspace;
  readonly templates: TemplateLibrary;
  readonly library: SpecLibrary;
  readonly generation: SpecGeneration;
  readonly models: ModelCatalog;
  readonly projects: ProjectIndexes;
  readonly features: FeatureLibrary;
  dispose(): void;
} {
  const templates = new TemplateLibrary(product().extensionUri);
  const projects = new ProjectIndexes();
  const configs = new TeamConfigs();
  const surroundings = new SpecSurroundings(projects, configs);
  const library = new SpecLibrary(reviewWith({ templates, surroundings, configs }));
  const journals = new DraftJournals(new DiskJournalFiles(mkdtempSync(join(tmpdir(), 'tech-spec-drafts-'))));
  const generation = new SpecGeneration(library, journals);
  const secrets = new Map<string, string>();
  const state = new Map<string, unknown>();
  const memento = {
    keys: () => [...state.keys()],
    get: <T>(key: string) => state.get(key) as T | undefined,
    update: (key: string, value: unknown) => Promise.resolve(void state.set(key, value)),
    setKeysForSync: () => undefined,
  };
  const keys = new ApiKeys(
    {
      get: (key) => Promise.resolve(secrets.get(key)),
      store: (key, value) => Promise.resolve(void secrets.set(key, value)),
      delete: (key) => Promise.resolve(void secrets.delete(key)),
    },
    memento,
  );
  const models = new ModelCatalog(keys, {
    globalState: memento as vscode.Memento & { setKeysForSync(): void },
    languageModelAccessInformation: {
      onDidChange: () => new vscode.Disposable(() => undefined),
      canSendRequest: () => undefined,
    },
  });
  return {
    workspace: new DraftingWorkspace(folder(), templates, projects),
    templates,
    library,
    generation,
    models,
    projects,
    features: new FeatureLibrary({
      ...{ templates, surroundings, configs, extension: product().extensionUri },
    }),
    dispose: () =>
      vscode.Disposable.from(projects, configs, surroundings, templates, library, generation).dispose(),
  };
}

/** Deletes files and folders that a test made, as far as they are there: the sidebar follows all specs, and git all files. */
export async function remove(...paths: readonly string[]): Promise<void> {
  for (const path of paths)
    await vscode.workspace.fs.delete(uri(path), { recursive: true }).then(undefined, () => undefined);
}
