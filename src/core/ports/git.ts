import type { IndexFile } from '../workspace/files/read-index';

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
  /**
   * The file in which git keeps what is tracked, where the workspace is the root of the repository; `null` where that is
   * not certain, or there is none.
   */
  index?(): Promise<IndexFile | null>;
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
 * Environment in which git takes a folder for the root of a repository or gives up. Where it looks like one and is none for git
 * after all, the repository around it would be taken, at whose filters nobody has looked.
 *
 * @param folder absolute
 * @param delimiter what stands between the folders of a list on this system
 * @returns `null` for a folder that can't be named in a list
 */
export function onlyAt(
  folder: string,
  delimiter: string,
): { readonly GIT_CEILING_DIRECTORIES: string } | null {
  // Of a link git follows it first, and then goes up.
  return folder.includes(delimiter) ? null : { GIT_CEILING_DIRECTORIES: `${folder}/..` };
}

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
  ['config', /^--(?:list|show-scope|null)$/],
]);

/**
 * All settings with where they come from. One program tells the filters that a repository's own configuration names
 * (comparing files with the index would run them) and who works here.
 */
export const settingsArguments: readonly string[] = ['config', '--list', '--show-scope', '--null'];

/** Settings that come with the repository; those of its user and machine are the user's own. */
const ownScopes: readonly string[] = ['local', 'worktree'];

/** Last value of a setting, as git takes it; `null` where there is none. */
export function settingIn(settings: string | null, key: string): string | null {
  const value =
    settingsOf(settings ?? '')
      .findLast((setting) => setting.key === key)
      ?.value.trim() ?? '';
  return value === '' ? null : value;
}

/**
 * Safeguards against the filters of a repository.
 *
 * @param settings output of {@link settingsArguments}
 * @returns arguments that go before a command, or `null` where it can't be told which filters there are, or the name
 * of one can't be written as an argument
 */
export function withoutFilters(settings: string | null): readonly string[] | null {
  if (settings === null) return null;
  const filters = new Set(
    settingsOf(settings).flatMap(({ scope, key }) =>
      ownScopes.includes(scope) ? (/^filter\.(.+)\.[^.]+$/s.exec(key)?.[1] ?? []) : [],
    ),
  );
  if ([...filters].some((name) => name.includes('='))) return null;
  return [...filters].flatMap((name) => [
    ...['-c', `filter.${name}.clean=`, '-c', `filter.${name}.smudge=`],
    ...['-c', `filter.${name}.process=`, '-c', `filter.${name}.required=false`],
  ]);
}

interface Setting {
  readonly scope: string;
  readonly key: string;
  readonly value: string;
}

/** Entries `scope\0key\nvalue\0`; a key without a value has no line break. */
function settingsOf(settings: string): readonly Setting[] {
  const parts = settings.split('\0');
  const found: Setting[] = [];
  for (let index = 0; index + 1 < parts.length; index += 2) {
    const [scope = '', text = ''] = [parts[index], parts[index + 1]];
    const end = text.indexOf('\n');
    found.push({
      scope,
      key: end < 0 ? text : text.slice(0, end),
      value: end < 0 ? '' : text.slice(end + 1),
    });
  }
  return found;
}
