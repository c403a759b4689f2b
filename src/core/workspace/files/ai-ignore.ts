import ignore from 'ignore';
import type { FileSystem } from '../../ports/file-system';
import { parentPath } from '../../text/path';
import { FileTable } from './file-table';
import { compareText, pathBelow } from '../../text/path-order';

/** A file that its owner keeps from tools that use models. */
export interface AiIgnoredFile {
  readonly path: string;
  /** File whose rule says so. */
  readonly by: string;
}

/**
 * Files by which a team keeps other files from tools like this one: Cursor, Gemini Code Assist and Android Studio,
 * JetBrains, Aider, Windsurf, Gemini CLI, Cline, Roo, Continue. All are written like `.gitignore` and hold for what lies
 * below them. Whoever wrote one for any of these tools meant this one as well.
 */
export const aiIgnoreFiles: ReadonlySet<string> = new Set([
  '.cursorignore',
  '.aiexclude',
  '.aiignore',
  '.aiderignore',
  '.codeiumignore',
  '.geminiignore',
  '.clineignore',
  '.rooignore',
  '.continueignore',
]);

export interface AiKeptFiles {
  readonly kept: readonly string[];
  /** Sorted by path. */
  readonly ignored: readonly AiIgnoredFile[];
}

/**
 * Tells apart which files may be read; what can't be read or understood as rules keeps nothing back.
 *
 * @param gitIgnored what git ignores: whoever keeps such a file for themselves means it as much as one for the team
 */
export async function withoutAiIgnored(
  files: FileSystem,
  listed: readonly string[],
  gitIgnored: readonly string[],
  signal?: AbortSignal,
): Promise<AiKeptFiles> {
  const owners = [...aiIgnoreFilesOf(listed), ...aiIgnoreFilesOf(gitIgnored)].sort(compareText);
  if (owners.length === 0) return { kept: listed, ignored: [] };
  const rules = await Promise.all(
    owners.map(async (path) => {
      const matcher = ignore({ allowRelativePaths: true }).add(await textOf(files, path));
      const folder = parentPath(path);
      return { path, prefix: pathBelow(folder, '') === '' ? '' : `${folder}/`, matcher };
    }),
  );
  signal?.throwIfAborted();
  const kept: string[] = [];
  const ignored: AiIgnoredFile[] = [];
  for (const path of listed) {
    const rule = rules.find(
      ({ prefix, matcher }) => path.startsWith(prefix) && matcher.ignores(path.slice(prefix.length)),
    );
    if (rule === undefined) kept.push(path);
    else ignored.push({ path, by: rule.path });
  }
  return { kept, ignored: ignored.sort((left, right) => compareText(left.path, right.path)) };
}

function aiIgnoreFilesOf(paths: readonly string[]): readonly string[] {
  return FileTable.of(paths).named((name) => aiIgnoreFiles.has(name));
}

async function textOf(files: FileSystem, path: string): Promise<string> {
  try {
    return new TextDecoder().decode(await files.readFile(path));
  } catch {
    return '';
  }
}
