import * as vscode from 'vscode';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import {
  comparesFiles,
  gitEnvironment,
  gitSafeguards,
  onlyAt,
  settingsArguments,
  withoutFilters,
  type Git,
  type GitState,
} from '../../core/ports/git';
import { isPlainRepository } from '../../core/workspace/plain-repository';
import type { IndexFile } from '../../core/workspace/read-index';
import type { GitApi, GitExtension, GitRepository } from './git-extension-api';
import { VsCodeFiles } from './vs-code-files';

const patienceMs = 3000;
/** Listing a very large workspace takes a second or two; beyond this, walking through it is the better way. */
const longestRunMs = 20_000;
const longestOutput = 512 * 1024 * 1024;
const recentCommits = 5;

/**
 * Repository state through the editor's own git extension, so that virtual workspaces work. Gives `null` when git is
 * absent, switched off or slower than three seconds: a spec can do without.
 */
export class EditorGit implements Git {
  readonly #root: vscode.Uri;

  constructor(root: vscode.Uri) {
    this.#root = root;
  }

  async read(): Promise<GitState | null> {
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), patienceMs);
    });
    try {
      return await Promise.race([this.#read(), tooLate]);
    } catch {
      return null;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Runs the program that the git extension has found, where that extension would: on the disk, in trusted workspaces. */
  async run(args: readonly string[], signal?: AbortSignal): Promise<string | null> {
    if (!this.#mayRun()) return null;
    const program = await gitApi()
      .then((api) => api?.git.path ?? null)
      .catch(() => null);
    signal?.throwIfAborted();
    if (program === null) return null;
    const folder = this.#root.fsPath;
    const start = (more: readonly string[], environment = {}): Promise<string | null> =>
      outputOf(program, folder, more, { signal, environment });
    if (!comparesFiles(args)) return start(args);
    const onlyHere = onlyAt(folder, delimiter);
    if (onlyHere !== null && (await this.#isPlain())) return start(args, onlyHere);
    const safeguards = withoutFilters(await start(settingsArguments));
    return safeguards === null ? null : start([...safeguards, ...args]);
  }

  async index(): Promise<IndexFile | null> {
    if (!this.#mayRun() || !(await this.#isPlain())) return null;
    const bytes = await readFile(join(this.#root.fsPath, '.git', 'index')).catch(() => null);
    return bytes && { bytes, text: bytes.toString('latin1') };
  }

  /** Looked up anew each time: a repository may get filters while it is open. */
  #isPlain(): Promise<boolean> {
    return isPlainRepository(new VsCodeFiles(this.#root), process.env);
  }

  #mayRun(): boolean {
    return this.#root.scheme === 'file' && vscode.workspace.isTrusted;
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

function outputOf(
  program: string,
  folder: string,
  args: readonly string[],
  {
    signal,
    environment,
  }: {
    readonly signal: AbortSignal | undefined;
    readonly environment: Readonly<Record<string, string>>;
  },
): Promise<string | null> {
  return new Promise((done, aborted) => {
    execFile(
      program,
      [...gitSafeguards, ...args],
      {
        cwd: folder,
        timeout: longestRunMs,
        maxBuffer: longestOutput,
        windowsHide: true,
        env: { ...process.env, ...gitEnvironment, ...environment },
        signal,
        // Made one text at the end: a text of pieces is put together again for each search in it.
        encoding: 'buffer',
      },
      (error, output, problems) => {
        const isFine = error === null && !problems.includes('could not open directory');
        if (signal?.aborted === true) aborted(signal.reason as Error);
        else done(isFine ? output.toString() : null);
      },
    );
  });
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
