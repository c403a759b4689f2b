import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Git, GitCommit, GitState } from '../../core/ports/git';
import {
  comparesFiles,
  gitEnvironment,
  gitSafeguards,
  onlyAt,
  settingIn,
  settingsArguments,
  withoutFilters,
} from '../../core/ports/git';
import {
  elsewhereArguments,
  placeArguments,
  rootPlace,
  stateArguments,
} from '../../core/workspace/files/list-by-git';
import { isPlainRepository } from '../../core/workspace/files/plain-repository';
import type { IndexFile } from '../../core/workspace/files/read-index';
import { NodeFileSystem } from './node-files';

const timeout = 30_000;
const longestOutput = 512 * 1024 * 1024;
const commitsShown = 5;

/** Repository state by the `git` program, as it was when first asked. Where git, the repository or one answer is missing, so is that part. */
export class NodeGit implements Git {
  readonly #root: string;
  readonly #environment: Readonly<Record<string, string | undefined>>;
  /** By arguments: a run of the command line asks for state and files, and sees one state of the repository. */
  readonly #outputs = new Map<string, Promise<string | null>>();
  #plain: Promise<boolean> | null = null;
  #index: IndexFile | null | undefined;

  /**
   * @param root absolute path of a folder, which need not be a repository
   * @param environment in which git is started
   */
  constructor(root: string, environment: Readonly<Record<string, string | undefined>> = process.env) {
    this.#root = root;
    this.#environment = environment;
  }

  async read(): Promise<GitState | null> {
    // First what takes longest, and then what it may have to wait for.
    const [state, place, settings, log] = await Promise.all([
      this.run(stateArguments),
      this.#place(),
      this.run(settingsArguments),
      this.run(['log', '-n', String(commitsShown), '--format=%H%x09%s', 'HEAD', '--']),
    ]);
    if (place?.startsWith('true\n') !== true) return null;
    // A folder that can't be read hides what is untracked, and nothing of what is tracked.
    const isSeenWhole = state !== null && place === rootPlace;
    const elsewhere = isSeenWhole ? null : await this.run(elsewhereArguments);
    const headers = state ?? elsewhere;
    // What git takes for a repository was only guessed so far.
    if (headers === null && (await this.#isPlain())) return null;
    const recentCommits = parseLog(log ?? '');
    return {
      branch: headerOf(headers ?? '', 'branch.head', '(detached)'),
      commit: headerOf(headers ?? '', 'branch.oid', '(initial)') ?? recentCommits[0]?.hash ?? null,
      recentCommits,
      userName: settingIn(settings, 'user.name'),
      // Any entry but headers and ignored files.
      dirty: [state, elsewhere].some((output) => /(?:^|\0)[^#!\0]/.test(output ?? '')),
    };
  }

  async index(): Promise<IndexFile | null> {
    if (!(await this.#isPlain())) return null;
    if (this.#index === undefined) {
      try {
        const bytes = readFileSync(join(this.#root, '.git', 'index'));
        this.#index = { bytes, text: bytes.toString('latin1') };
      } catch {
        this.#index = null;
      }
    }
    return this.#index;
  }

  #isPlain(): Promise<boolean> {
    return (this.#plain ??= isPlainRepository(new NodeFileSystem(this.#root), this.#environment));
  }

  /** Where in the repository the workspace lies; what else has changed in it is looked for at once. */
  async #place(): Promise<string | null> {
    if (await this.#isPlain()) return rootPlace;
    const place = await this.run(placeArguments);
    if (place?.startsWith('true\n') === true && place !== rootPlace) void this.run(elsewhereArguments);
    return place;
  }

  /** Output of one command; `null` where it fails, or says that it could not see all. */
  run(args: readonly string[]): Promise<string | null> {
    const key = args.join('\0');
    const output = this.#outputs.get(key) ?? this.#startSafely(args);
    this.#outputs.set(key, output);
    return output;
  }

  async #startSafely(args: readonly string[]): Promise<string | null> {
    // All wait for this, those that need not know it too: starting a program keeps this thread for milliseconds, and the one
    // that was asked first, and takes longest, would come last.
    const isPlain = await this.#isPlain();
    if (!comparesFiles(args)) return this.#start(args);
    const onlyHere = onlyAt(this.#root, delimiter);
    if (onlyHere !== null && isPlain) return this.#start(args, onlyHere);
    const safeguards = withoutFilters(await this.run(settingsArguments));
    return safeguards === null ? null : this.#start([...safeguards, ...args]);
  }

  #start(args: readonly string[], more: Readonly<Record<string, string>> = {}): Promise<string | null> {
    return new Promise((done) => {
      try {
        execFile(
          'git',
          [...gitSafeguards, ...args],
          {
            cwd: this.#root,
            timeout,
            maxBuffer: longestOutput,
            windowsHide: true,
            env: { ...this.#environment, ...gitEnvironment, ...more },
            // Made one text at the end: a text of pieces is put together again for each search in it.
            encoding: 'buffer',
          },
          (error, output, problems) => {
            const isFine = error === null && !problems.includes('could not open directory');
            done(isFine ? output.toString() : null);
          },
        );
      } catch {
        done(null);
      }
    });
  }
}

/** Value of a `# name value` entry; `null` where it is the one that stands for none. */
function headerOf(changed: string, name: string, none: string): string | null {
  const start = `# ${name} `;
  const value = changed
    .split('\0')
    .find((entry) => entry.startsWith(start))
    ?.slice(start.length);
  return value === undefined || value === none ? null : value;
}

function parseLog(output: string): readonly GitCommit[] {
  return output
    .split('\n')
    .filter((line) => line.includes('\t'))
    .map((line) => {
      const tab = line.indexOf('\t');
      return { hash: line.slice(0, tab), subject: line.slice(tab + 1) };
    });
}
