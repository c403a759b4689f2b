import * as vscode from 'vscode';
import { parseAnswers, serialiseAnswers } from '../../core/clarify/answers-file';
import { isAbout } from '../../core/receipt/find-records';
import { parseReceipt } from '../../core/receipt/parse-receipt';
import { parentPath } from '../../core/text/path';
import { FileSystemError } from '../../core/ports/file-system';
import type { VsCodeFiles } from '../ports/vs-code-files';

export interface FoundAnswers {
  readonly path: string;
  readonly text: string;
}

/** Text of a file beside a spec; `null` where there is none. */
export async function readBeside(files: VsCodeFiles, path: string): Promise<string | null> {
  try {
    return new TextDecoder().decode(await files.readFile(path));
  } catch (error) {
    if (FileSystemError.is(error) && error.code === 'not-found') return null;
    throw error;
  }
}

/**
 * Writes a file beside a spec whole or not at all: into a file beside, which then takes the place.
 *
 * @param text `null` removes what lies there
 */
export async function writeBeside(files: VsCodeFiles, path: string, text: string | null): Promise<void> {
  const target = files.uri(path);
  if (text === null) return vscode.workspace.fs.delete(target);
  await vscode.workspace.fs.createDirectory(files.uri(parentPath(path)));
  const draft = files.uri(`${path}.tmp`);
  await vscode.workspace.fs.writeFile(draft, new TextEncoder().encode(text));
  await vscode.workspace.fs.rename(draft, target, { overwrite: true });
}

/**
 * What was answered before about a source: the answers beside a spec made from it, else those that its receipt knows.
 * A damaged file is returned as it is: whoever asks has to say so.
 *
 * @param paths answers files and receipts of the folder
 */
export async function findAnswers(
  files: VsCodeFiles,
  paths: readonly string[],
  source: string,
): Promise<FoundAnswers | null> {
  const sorted = [...paths].sort();
  for (const path of sorted.filter((one) => one.endsWith('.answers.json'))) {
    const text = await readBeside(files, path).catch(() => null);
    if (text === null) continue;
    const parsed = parseAnswers(text);
    const about = 'file' in parsed ? parsed.file.source : /"source"\s*:\s*"([^"]+)"/u.exec(text)?.[1];
    if (about !== undefined && about !== null && isAbout(path, about, source)) return { path, text };
  }
  for (const path of sorted.filter((one) => one.endsWith('.receipt.json'))) {
    const text = await readBeside(files, path).catch(() => null);
    const parsed = text === null ? null : parseReceipt(text);
    if (parsed === null || !('receipt' in parsed)) continue;
    const { receipt } = parsed;
    // What the workspace answered then is looked up anew.
    const answers = receipt.answers.filter((answer) => answer.kind !== 'text' || answer.by !== 'workspace');
    if (answers.length > 0 && isAbout(path, receipt.source.path, source))
      return {
        path,
        text: serialiseAnswers({ version: 1, source: receipt.source.path, answers, asked: [] }, []),
      };
  }
  return null;
}
