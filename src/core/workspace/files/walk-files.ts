import ignore from 'ignore';
import type { Ignore } from 'ignore';
import type { DirectoryEntry, FileSystem } from '../../ports/file-system';
import { FileSystemError } from '../../ports/file-system';
import type { ExcludedFile } from '../context';
import { compareText, pathBelow } from '../../text/path-order';
import { skippedFolders } from './skipped-folders';

/** What a walk through a folder found, in no particular order. */
export interface WalkedFiles {
  readonly files: readonly string[];
  /** Files and folders (these with a trailing slash) that are ignored. */
  readonly ignored: readonly string[];
  readonly links: readonly string[];
  /** Folders that could not be read. */
  readonly excluded: readonly ExcludedFile[];
  /** Whether the limit was reached. */
  readonly cut: boolean;
}

/** Rules of one `.gitignore`, which hold for paths below its folder. */
interface IgnoreRules {
  readonly folder: string;
  readonly rules: Ignore;
}

interface Level {
  readonly folder: string;
  /** From the root's to the nearest. */
  readonly rules: readonly IgnoreRules[];
}

const foldersAtOnce = 64;

/**
 * Lists the files below a folder without git, honouring every `.gitignore` on the way down, and `.git/info/exclude`.
 * Folders are read many at a time but level by level, so the outcome depends neither on the order of the entries nor on
 * timing: where there are more than `limit`, the deepest are missing. A folder that is a repository of its own
 * (submodule, clone) has its own rules only.
 *
 * @param start folder to begin in, as if it were the root of a repository; paths are relative to the root all the same
 * @throws the signal's reason when aborted; a folder that can't be read is recorded, never thrown
 */
export async function walkFiles(
  files: FileSystem,
  start: string,
  limit: number,
  signal?: AbortSignal,
): Promise<WalkedFiles> {
  const found: string[] = [];
  const ignored: string[] = [];
  const links: string[] = [];
  const excluded: ExcludedFile[] = [];

  let level: Level[] = [{ folder: start, rules: [] }];
  while (level.length > 0 && found.length < limit) {
    const next: Level[] = [];
    for (let at = 0; at < level.length && found.length < limit; at += foldersAtOnce) {
      signal?.throwIfAborted();
      const batch = level.slice(at, at + foldersAtOnce);
      const results = await Promise.all(batch.map((item) => readLevel(files, item)));
      for (const result of results) {
        if ('reason' in result) {
          excluded.push(result);
          continue;
        }
        for (const entry of result.entries) {
          const path = pathBelow(result.folder, entry.name);
          if (entry.type === 'directory') {
            if (skippedFolders.has(entry.name)) continue;
            const verdict = judge(`${path}/`, result.rules);
            if (verdict === 'ignored') ignored.push(`${path}/`);
            else
              next.push({
                folder: path,
                rules: verdict === 'reopened' ? reopen(path, result.rules) : result.rules,
              });
          } else if (judge(path, result.rules) === 'ignored') {
            ignored.push(path);
          } else if (entry.type === 'file') {
            // In a submodule or a worktree this is a file; it says where the repository is.
            if (entry.name !== '.git') found.push(path);
          } else {
            links.push(path);
          }
        }
      }
    }
    level = next;
  }
  const cut = found.length > limit || level.length > 0;
  found.length = Math.min(found.length, limit);
  return { files: found, ignored, links, excluded, cut };
}

interface ReadLevel extends Level {
  readonly entries: readonly DirectoryEntry[];
}

async function readLevel(files: FileSystem, level: Level): Promise<ReadLevel | ExcludedFile> {
  let entries: readonly DirectoryEntry[];
  try {
    entries = await files.readDirectory(level.folder);
  } catch (error) {
    return { path: level.folder, reason: unreadable(error) };
  }
  // Sorted here, because a limit cuts by position.
  const sorted = [...entries].sort((left, right) => compareText(left.name, right.name));
  const has = (name: string, type: DirectoryEntry['type']): boolean =>
    sorted.some((entry) => entry.name === name && entry.type === type);
  const isRepository = has('.git', 'directory') || has('.git', 'file');
  const rules = [
    ...(isRepository ? [] : level.rules),
    ...(has('.git', 'directory') ? await readIgnoreRules(files, level.folder, '.git/info/exclude') : []),
    ...(has('.gitignore', 'file') ? await readIgnoreRules(files, level.folder, '.gitignore') : []),
  ];
  return { folder: level.folder, rules, entries: sorted };
}

async function readIgnoreRules(
  files: FileSystem,
  folder: string,
  name: string,
): Promise<readonly IgnoreRules[]> {
  try {
    const text = new TextDecoder().decode(await files.readFile(pathBelow(folder, name)));
    return [{ folder, rules: ignore({ allowRelativePaths: true }).add(text) }];
  } catch {
    // An unreadable .gitignore, or a rule that is no valid pattern, hides nothing.
    return [];
  }
}

/** As git decides: the nearest `.gitignore` that mentions the path wins; a negated rule of it reopens the path. */
function judge(path: string, rules: readonly IgnoreRules[]): 'ignored' | 'reopened' | 'listed' {
  for (let index = rules.length - 1; index >= 0; index -= 1) {
    const { folder, rules: own } = rules[index] as IgnoreRules;
    const verdict = own.test(relativeTo(folder, path));
    if (verdict.ignored) return 'ignored';
    if (verdict.unignored) return 'reopened';
  }
  return 'listed';
}

/**
 * Rules for what lies in a folder that a nearer `.gitignore` has reopened. The library derives a path's fate from
 * its parents', so a farther one that ignores the folder has to learn that it does not any more.
 */
function reopen(path: string, rules: readonly IgnoreRules[]): readonly IgnoreRules[] {
  return rules.map(({ folder, rules: own }) => {
    const relative = relativeTo(folder, path);
    if (!own.ignores(`${relative}/`)) return { folder, rules: own };
    const exception = `!/${relative.replace(/[\\*?[\]]/g, '\\$&')}/`;
    return { folder, rules: ignore({ allowRelativePaths: true }).add(own).add(exception) };
  });
}

function relativeTo(folder: string, path: string): string {
  return folder === '' ? path : path.slice(folder.length + 1);
}

function unreadable(error: unknown): string {
  if (!FileSystemError.is(error)) return 'The folder could not be read';
  return error.code === 'no-access' ? 'No permission to read this folder' : 'The folder could not be read';
}
