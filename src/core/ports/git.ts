/** State of the repository that holds the workspace, as metadata for a spec and its receipt. */
export interface GitState {
  /** `null` on a detached head. */
  readonly branch: string | null;
  /** Full hash of the head commit; `null` before the first commit. */
  readonly commit: string | null;
  /** At most five, newest first. */
  readonly recentCommits: readonly GitCommit[];
  readonly userName: string | null;
  /** Whether tracked files differ from the head commit or untracked ones exist. */
  readonly dirty: boolean;
}

export interface GitCommit {
  readonly hash: string;
  /** First line of the message. */
  readonly subject: string;
}

/**
 * Output of `git` with arguments that only read, run in the workspace; `null` where it fails for whatever reason, a
 * folder that can't be read included. Rejects only with the signal's reason.
 */
export type RunGit = (args: readonly string[], signal?: AbortSignal) => Promise<string | null>;

export interface Git {
  /** Repository state; `null` where there is no repository or no git. Never rejects. */
  read(): Promise<GitState | null>;
  /** Left out where no program may be run: on virtual file systems, in workspaces that are not trusted. */
  readonly run?: RunGit;
}

/** What a repository may not do to whoever reads it: run programs, wait for a prompt, take locks. */
export const gitSafeguards: readonly string[] = [
  '-c',
  'core.fsmonitor=false',
  '-c',
  'core.hooksPath=/dev/null',
  '-c',
  'log.showSignature=false',
  // A missing object would be fetched by a command that the repository names.
  '-c',
  'protocol.allow=never',
  '--no-optional-locks',
];

/** Environment that goes with the safeguards. */
export const gitEnvironment = { LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0', GIT_NO_LAZY_FETCH: '1' } as const;

/**
 * Whether a command may compare files with the index, which runs the filters of the repository. What reads the index, the
 * history or the configuration alone does not, and need not wait until they are known.
 */
export function comparesFiles([command = '', ...options]: readonly string[]): boolean {
  const alone = readingAlone.get(command);
  return alone === undefined || !options.every((option) => alone.test(option));
}

/** Options with which a command looks at no file. */
const readingAlone: ReadonlyMap<string, RegExp> = new Map([
  ['ls-files', /^(?:-z|-s|-t|--cached)$/],
  ['rev-parse', /^--(?:is-inside-work-tree|show-prefix)$/],
  ['log', /^(?:-n|\d+|--format=.*|HEAD|--)$/],
  ['config', /^user\.name$/],
]);

/** Lists the filters that a repository's own configuration names: comparing files with the index would run them. */
export const filterArguments: readonly string[] = [
  'config',
  '--local',
  '--includes',
  '--null',
  '--name-only',
  '--get-regexp',
  String.raw`^filter\.`,
];

/**
 * Safeguards against the filters of a repository.
 *
 * @param names output of {@link filterArguments}; `null` where there are none
 * @returns arguments that go before a command, or `null` where a name can't be written as one
 */
export function withoutFilters(names: string | null): readonly string[] | null {
  const filters = new Set(
    (names ?? '').split('\0').flatMap((name) => /^filter\.(.+)\.[^.]+$/s.exec(name)?.[1] ?? []),
  );
  if ([...filters].some((name) => name.includes('='))) return null;
  return [...filters].flatMap((name) => [
    ...['-c', `filter.${name}.clean=`, '-c', `filter.${name}.smudge=`],
    ...['-c', `filter.${name}.process=`, '-c', `filter.${name}.required=false`],
  ]);
}
