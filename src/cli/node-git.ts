import { execFile } from 'node:child_process';
import type { Git, GitCommit, GitState } from '../core/ports/git';
import {
  comparesFiles,
  gitEnvironment,
  gitSafeguards,
  settingIn,
  settingsArguments,
  withoutFilters,
} from '../core/ports/git';
import {
  elsewhereArguments,
  placeArguments,
  readOthers,
  stateArguments,
} from '../core/workspace/list-by-git';

const timeout = 30_000;
const longestOutput = 512 * 1024 * 1024;
const commitsShown = 5;

/** Repository state by the `git` program, as it was when first asked. Where git, the repository or one answer is missing, so is that part. */
export class NodeGit implements Git {
  readonly #root: string;
  readonly #environment: Readonly<Record<string, string | undefined>>;
  /** By arguments: a run of the command line asks for state and files, and sees one state of the repository. */
  readonly #outputs = new Map<string, Promise<string | null>>();

  /**
   * @param root absolute path of a folder, which need not be a repository
   * @param environment in which git is started
   */
  constructor(root: string, environment: Readonly<Record<string, string | undefined>> = process.env) {
    this.#root = root;
    this.#environment = environment;
  }

  async read(): Promise<GitState | null> {
    // First what others wait for: until it is known, no files are compared.
    const settings = await this.run(settingsArguments);
    const [state, others, place, log] = await Promise.all([
      this.run(stateArguments),
      // A folder that can't be read hides what is untracked, and nothing of what is tracked.
      readOthers((...asked) => this.run(...asked), undefined),
      this.#place(),
      this.run(['log', '-n', String(commitsShown), '--format=%H%x09%s', 'HEAD', '--']),
    ]);
    if (place?.startsWith('true\n') !== true) return null;
    const isSeenWhole = state !== null && place === 'true\n\n';
    const elsewhere = isSeenWhole ? '' : ((await this.run(elsewhereArguments)) ?? '');
    const headers = state ?? elsewhere;
    const recentCommits = parseLog(log ?? '');
    return {
      branch: headerOf(headers, 'branch.head', '(detached)'),
      commit: headerOf(headers, 'branch.oid', '(initial)') ?? recentCommits[0]?.hash ?? null,
      recentCommits,
      userName: settingIn(settings, 'user.name'),
      dirty:
        (others?.untracked.length ?? 0) > 0 ||
        [state ?? '', elsewhere].some((output) => /(?:^|\0)[^#!\0]/.test(output)),
    };
  }

  /** Where in the repository the workspace lies; what else has changed in it is looked for at once. */
  async #place(): Promise<string | null> {
    const place = await this.run(placeArguments);
    if (place?.startsWith('true\n') === true && place !== 'true\n\n') void this.run(elsewhereArguments);
    return place;
  }

  /** Output of one command; `null` where it fails, or says that it could not see all. */
  run(args: readonly string[], _signal?: AbortSignal, input?: string): Promise<string | null> {
    const key = [...args, input ?? ''].join('\0');
    const output = this.#outputs.get(key) ?? this.#startSafely(args, input);
    this.#outputs.set(key, output);
    return output;
  }

  async #startSafely(args: readonly string[], input: string | undefined): Promise<string | null> {
    if (!comparesFiles(args)) return this.#start(args, input);
    const safeguards = withoutFilters(await this.run(settingsArguments));
    return safeguards === null ? null : this.#start([...safeguards, ...args], input);
  }

  #start(args: readonly string[], input: string | undefined): Promise<string | null> {
    return new Promise((done) => {
      try {
        const child = execFile(
          'git',
          [...gitSafeguards, ...args],
          {
            cwd: this.#root,
            timeout,
            maxBuffer: longestOutput,
            windowsHide: true,
            env: { ...this.#environment, ...gitEnvironment },
            // Made one text at the end: a text of pieces is put together again for each search in it.
            encoding: 'buffer',
          },
          (error, output, problems) => {
            const isFine = error === null || (input !== undefined && error.code === 1);
            done(isFine && !problems.includes('could not open directory') ? output.toString() : null);
          },
        );
        // A program that ends before it has read everything says why by its code.
        child.stdin?.on('error', () => undefined).end(input);
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
