import * as vscode from 'vscode';
import { findFiles } from '../ports/find-files';
import type { FeatureNode, FeatureSource } from './feature-node';

/** Files that say where features stand. Artefacts are specs, whose changes the library tells. */
const recordGlob = '**/.tech-spec/{features/**/*.json,workflows/*.{yaml,yml}}';
const featureGlob = '.tech-spec/features/*/feature.json';

/** Features for the view; what reads them loads when the workspace has one. */
export class FeaturesOnDemand implements FeatureSource, vscode.Disposable {
  readonly #load: () => Promise<readonly FeatureNode[]>;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: readonly vscode.Disposable[];
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly onDidChange = this.#changed.event;

  /** @param load reads all features and makes the items of them */
  constructor(load: () => Promise<readonly FeatureNode[]>) {
    this.#load = load;
    const watcher = vscode.workspace.createFileSystemWatcher(recordGlob);
    const changed = (): void => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#changed.fire(), 250);
    };
    this.#subscriptions = [
      watcher,
      watcher.onDidChange(changed),
      watcher.onDidCreate(changed),
      watcher.onDidDelete(changed),
    ];
  }

  async nodes(): Promise<readonly FeatureNode[]> {
    const folders = vscode.workspace.workspaceFolders ?? [];
    const found = await Promise.all(folders.map((folder) => findFiles(folder, featureGlob, null, 1)));
    return found.flat().length === 0 ? [] : this.#load();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#changed.dispose();
  }
}
