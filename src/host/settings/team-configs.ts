import * as vscode from 'vscode';
import { checks } from '../../core/checks/registry';
import { emptyConfig, readTeamConfig, teamConfigPath, type TeamConfig } from '../../core/config/team-config';
import { VsCodeFiles } from '../ports/vs-code-files';

/**
 * What the team of each folder has agreed on, read once and again after a change. Mistakes in the file are diagnostics in
 * it; until they are mended nothing of it is used.
 */
export class TeamConfigs implements vscode.Disposable {
  readonly #known = new Map<string, Promise<TeamConfig>>();
  readonly #problems = vscode.languages.createDiagnosticCollection('tech-spec-config');
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: readonly vscode.Disposable[];

  readonly onDidChange = this.#changed.event;

  constructor() {
    const watcher = vscode.workspace.createFileSystemWatcher(`**/${teamConfigPath}`);
    const forget = (): void => {
      this.#known.clear();
      this.#changed.fire();
    };
    this.#subscriptions = [
      this.#problems,
      this.#changed,
      watcher,
      watcher.onDidChange(forget),
      watcher.onDidCreate(forget),
      watcher.onDidDelete(forget),
    ];
  }

  of(folder: vscode.WorkspaceFolder): Promise<TeamConfig> {
    const key = folder.uri.toString();
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const reading = this.#read(folder);
    this.#known.set(key, reading);
    return reading;
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  async #read(folder: vscode.WorkspaceFolder): Promise<TeamConfig> {
    const uri = vscode.Uri.joinPath(folder.uri, teamConfigPath);
    const ids = new Set(checks.map(({ id }) => id));
    const parsed = await readTeamConfig(new VsCodeFiles(folder.uri), ids);
    if ('config' in parsed) {
      this.#problems.delete(uri);
      return parsed.config;
    }
    this.#problems.set(
      uri,
      parsed.problems.map(({ line, message, args }) => {
        const range = new vscode.Range(line - 1, 0, line - 1, Number.MAX_SAFE_INTEGER);
        const problem = new vscode.Diagnostic(range, vscode.l10n.t(message, ...args));
        problem.source = 'tech-spec';
        return problem;
      }),
    );
    return emptyConfig;
  }
}
