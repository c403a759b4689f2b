import type { FileSystem } from '../../ports/file-system';

/** Variables by which git finds a repository, its files and its settings elsewhere than it would by itself. */
const leadsElsewhere =
  /^GIT_(?:DIR|WORK_TREE|INDEX_FILE|COMMON_DIR|OBJECT_DIRECTORY|CEILING_DIRECTORIES|NAMESPACE|DEFAULT_HASH|CONFIG.*)$/i;

/**
 * What a repository's own settings need a word of to name filters, to lead to files with more settings, or to be kept
 * in another way. The names of sections and settings are written as they are, so nothing can hide them.
 */
const particular = /filter|include|worktree|objectformat|refstorage|partialclone/i;

const head = /^(?:ref: refs\/|[0-9a-f]{40}\s*$)/;

/**
 * Whether a workspace is the root of a repository as most are: kept in the folder `.git`, in the ordinary format, with
 * no filters among its own settings. Its index can be read then, and files compared with it, without asking git first.
 *
 * @param environment in which git is started
 * @returns `false` wherever that is not certain
 */
export async function isPlainRepository(
  files: FileSystem,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<boolean> {
  if (Object.keys(environment).some((name) => leadsElsewhere.test(name))) return false;
  try {
    // A folder that lacks one of these is no repository for git, which looks for one around it then.
    const entries = new Map((await files.readDirectory('.git')).map(({ name, type }) => [name, type]));
    const isWhole =
      ['HEAD', 'config', 'index'].every((name) => entries.get(name) === 'file') &&
      ['objects', 'refs'].every((name) => entries.get(name) === 'directory') &&
      !entries.has('commondir');
    if (!isWhole || (await files.stat('.git'))?.type !== 'directory') return false;
    const [at, settings] = await Promise.all([files.readFile('.git/HEAD'), files.readFile('.git/config')]);
    return head.test(textOf(at)) && !particular.test(textOf(settings));
  } catch {
    return false;
  }
}

/** Every byte that is no ASCII may become anything: the words that are looked for have none. A byte order mark stays. */
function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}
