import { gitProgram } from '#platform/git-program';
import * as vscode from 'vscode';
import {
  comparesFiles,
  onlyAt,
  settingsArguments,
  withoutFilters,
  type Git,
  type GitState,
} from '../../core/ports/git';
import { isPlainRepository } from '../../core/workspace/files/plain-repository';
import type { IndexFile } from '../../core/workspace/files/read-index';
import type { GitProgram } from '../platform/git-program';
import type { GitApi, GitExtension, GitRepository } from './git-extension-api';
import { VsCodeFiles } from './vs-code-files';

/** Milliseconds that git is waited for. */
const patienceMs = 3000;
/** For a record that keeps its name and commit for good: a person who signs waits rather than signs as nobody. Milliseconds. */
export const patienceForRecords = 20_000;
const recentCommits = 5;

/**
 * Repository state through the editor's own git extension, so that virtual workspaces work. Gives `null` when git is
 * absent, switched off or slower than three seconds (or as long as is said): a spec can do without.
 */
export class EditorGit implements Git {
  readonly #root: vscode.Uri;
  readonly #patience: number;

  /** @param patience longest that `read` waits, in milliseconds */
  constructor(root: vscode.Uri, patience = patienceMs) {
    this.#root = root;
    this.#patience = patience;
  }

  async read(): Promise<GitState | null> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tooLate = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), this.#patience);
    });
    try {
      return await Promise.race([this.#read(), tooLate]);
    } catch {
      return null;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Whether `run` can do anything here; the program itself may be absent all the same. */
  get mayRun(): boolean {
    return this.#program() !== null;
  }

  /** Runs the program that the git extension has found, where that extension would: on the disk, in trusted workspaces. */
  async run(args: readonly string[], signal?: AbortSignal): Promise<string | null> {
    const git = this.#program();
    if (git === null) return null;
    const program = await gitApi()
      .then((api) => api?.git.path ?? null)
      .catch(() => null);
    signal?.throwIfAborted();
    if (program === null) return null;
    const folder = this.#root.fsPath;
    const start = (more: readonly string[], environment = {}): Promise<string | null> =>
      git.run(program, folder, more, { signal, environment });
    if (!comparesFiles(args)) return start(args);
    const onlyHere = onlyAt(folder, git.pathDelimiter);
    if (onlyHere !== null && (await this.#isPlain(git))) return start(args, onlyHere);
    const safeguards = withoutFilters(await start(settingsArguments));
    return safeguards === null ? null : start([...safeguards, ...args]);
  }

  async index(): Promise<IndexFile | null> {
    const git = this.#program();
    return git !== null && (await this.#isPlain(git)) ? git.index(this.#root.fsPath) : null;
  }

  /** Looked up anew each time: a repository may get filters while it is open. */
  #isPlain({ environment }: GitProgram): Promise<boolean> {
    return isPlainRepository(new VsCodeFiles(this.#root), environment);
  }

  /** `null` where it must not run, or can't. */
  #program(): GitProgram | null {
    return this.#root.scheme === 'file' && vscode.workspace.isTrusted ? gitProgram : null;
  }

  async #read(): Promise<GitState | null> {
    const api = await gitApi();
    if (api === null) return null;
    await initialized(api);
    const repository = api.getRepository(this.#root);
    return repository === null ? null : readState(repository);
  }
}

async function gitApi(): Promise<GitApi | null> {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  if (extension === undefined) return null;
  const exports = extension.isActive ? extension.exports : await extension.activate();
  return exports.enabled ? exports.getAPI(1) : null;
}

function initialized(api: GitApi): Promise<void> {
  if (api.state === 'initialized') return Promise.resolve();
  return new Promise((resolve) => {
    const listener = api.onDidChangeState((state) => {
      if (state !== 'initialized') return;
      listener.dispose();
      resolve();
    });
  });
}

async function readState(repository: GitRepository): Promise<GitState> {
  await repository.status();
  const { state } = repository;
  const head = state.HEAD;
  const [commits, userName] = await Promise.all([
    // An empty repository has no log to read.
    head?.commit === undefined ? [] : repository.log({ maxEntries: recentCommits }),
    readUserName(repository),
  ]);
  return {
    branch: head?.name ?? null,
    commit: head?.commit ?? null,
    recentCommits: commits.map(({ hash, message }) => ({ hash, subject: message.split('\n', 1)[0] ?? '' })),
    userName,
    dirty: [
      state.indexChanges,
      state.workingTreeChanges,
      state.mergeChanges,
      state.untrackedChanges ?? [],
    ].some((list) => list.length > 0),
  };
}

async function readUserName(repository: GitRepository): Promise<string | null> {
  for (const read of [
    () => repository.getConfig('user.name'),
    () => repository.getGlobalConfig('user.name'),
  ]) {
    const name = await read().catch(() => '');
    if (name !== '') return name;
  }
  return null;
}
