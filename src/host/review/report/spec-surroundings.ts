import * as vscode from 'vscode';
import type { SpecFileReport } from '../../../core/checks/check-spec-file';
import { doubtedFiles } from '../../../core/checks/grounding/doubted-files';
import { readSurroundings, type Surroundings } from '../../../core/checks/surroundings';
import type { Source } from '../../../core/source/source';
import { EditorGit } from '../../ports/editor-git';
import { systemClock } from '../../ports/system-clock';
import { VsCodeFiles } from '../../ports/vs-code-files';
import type { ProjectIndexes } from '../../project/project-indexes';
import { SecondOpinion } from '../../project/second-opinion';
import { readSettings } from '../../settings/settings';
import type { TeamConfigs } from '../../settings/team-configs';
import { WaitingDoubts } from './waiting-doubts';

/** Changes of files that follow each other faster than this are one, in milliseconds. */
const quiet = 1000;
/** More specs than this are rarely open at once; the oldest is forgotten. */
const mostKnown = 50;

/**
 * What lies around the specs of each folder, read when a spec is first checked and again after any file has come, gone or
 * changed: keystrokes in a spec read nothing.
 */
export class SpecSurroundings implements vscode.Disposable {
  readonly #projects: ProjectIndexes;
  readonly #configs: TeamConfigs;
  readonly #opinion: SecondOpinion;
  /** Of the many specs of a list none opens files of code. */
  readonly #doubts = new WaitingDoubts(isShown);
  readonly #known = new Map<string, Promise<Surroundings>>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable[] = [this.#changed];
  #revision = 0;
  #watching = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Fires, settled, when what was read may not hold any more. */
  readonly onDidChange = this.#changed.event;

  constructor(projects: ProjectIndexes, configs: TeamConfigs) {
    this.#projects = projects;
    this.#configs = configs;
    this.#opinion = new SecondOpinion(projects);
  }

  /**
   * @param spec path of the spec, relative to the folder
   * @param source what the spec is for, or `null` where it is not known
   */
  of(folder: vscode.WorkspaceFolder, spec: string, source: Source | null): Promise<Surroundings> {
    this.#watch();
    const today = systemClock.now().toISOString().slice(0, 10);
    const key = [folder.uri.toString(), spec, source?.sha256 ?? '', today].join('\n');
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const reading = this.#read(folder, spec, source, today);
    this.#known.set(key, reading);
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= mostKnown) break;
      this.#known.delete(oldest);
    }
    // What failed once may work the next time.
    reading.catch(() => this.#known.delete(key));
    return reading;
  }

  /** Another number after any file may have changed. */
  get revision(): number {
    return this.#revision;
  }

  /** What was read may not hold any more; listeners are told once it has been quiet for a while. */
  forget(): void {
    this.#revision += 1;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#opinion.forget();
      this.#readAnew();
    }, quiet);
  }

  /**
   * Has the editor's language extensions say what they know of files in which something was not found, once the spec is in
   * sight. Where they know more, listeners are told; nobody waits for it.
   */
  doubt(spec: vscode.Uri, folder: vscode.WorkspaceFolder, report: SpecFileReport): void {
    const { surroundings } = report;
    if (surroundings === null) return;
    this.#doubts.add(spec.toString(), () => {
      void this.#opinion.ask(folder, surroundings.project, doubtedFiles(report)).then((hasLearned) => {
        if (!hasLearned) return;
        this.#revision += 1;
        this.#readAnew();
      });
    });
  }

  #readAnew(): void {
    this.#known.clear();
    this.#doubts.forget();
    this.#changed.fire();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  async #read(
    folder: vscode.WorkspaceFolder,
    spec: string,
    source: Source | null,
    today: string,
  ): Promise<Surroundings> {
    const settings = readSettings(folder.uri);
    const config = await this.#configs.of(folder);
    return readSurroundings(
      { files: new VsCodeFiles(folder.uri), git: new EditorGit(folder.uri) },
      {
        spec,
        source: source ?? undefined,
        today,
        ruleGlobs: [...config.rules, ...settings.rules],
        completedSpecGlobs: [...config.completedSpecs, ...settings.completedSpecs],
        researchGlobs: [...config.research, ...settings.research],
        project: async (files, signal) =>
          this.#opinion.added(folder, await this.#projects.read(folder, files, signal)),
      },
    );
  }

  #watch(): void {
    if (this.#watching) return;
    this.#watching = true;
    const watcher = vscode.workspace.createFileSystemWatcher('**/*');
    const relevant = (uri: vscode.Uri): void => {
      // Git writes all the time, and what it keeps is no file of the workspace.
      if (!/\/(?:\.git|node_modules)(?:\/|$)/.test(uri.path)) this.forget();
    };
    this.#subscriptions.push(
      watcher,
      watcher.onDidCreate(relevant),
      watcher.onDidChange(relevant),
      watcher.onDidDelete(relevant),
      vscode.window.onDidChangeVisibleTextEditors(() => this.#doubts.look()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('techSpec')) this.forget();
      }),
    );
  }
}

/** @param spec as a URI */
function isShown(spec: string): boolean {
  return vscode.window.visibleTextEditors.some(({ document }) => document.uri.toString() === spec);
}
