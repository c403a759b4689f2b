import * as vscode from 'vscode';
import { serialiseAnswers } from '../../core/clarify/answers-file';
import {
  answeredSpec,
  joinAnswers,
  readKeptAnswers,
  type KeptAnswers,
} from '../../core/clarify/kept-answers';
import { isAbout } from '../../core/receipt/find-records';
import { parseReceipt } from '../../core/receipt/parse-receipt';
import { parentPath } from '../../core/text/path';
import { FileSystemError } from '../../core/ports/file-system';
import type { VsCodeFiles } from '../ports/vs-code-files';

/** What was answered before about a source. */
export interface FoundAnswers {
  /** The spec that it lies beside, without ending. */
  readonly spec: string;
  readonly answers: KeptAnswers;
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
 * Damaged files come along as problems: whoever asks has to say so.
 *
 * @param paths files of answers and receipts of the folder
 */
export async function findAnswers(
  files: VsCodeFiles,
  paths: readonly string[],
  source: string,
): Promise<FoundAnswers | null> {
  const sorted = [...paths].sort();
  for (const spec of new Set(sorted.flatMap((path) => answeredSpec(path) ?? []))) {
    const kept = await readKeptAnswers(files, spec);
    if (kept !== null && namedSources(kept).some((named) => isAbout(`${spec}.md`, named, source)))
      return { spec, answers: kept };
  }
  for (const path of sorted.filter((one) => one.endsWith('.receipt.json'))) {
    const text = await readBeside(files, path).catch(() => null);
    const parsed = text === null ? null : parseReceipt(text);
    if (parsed === null || !('receipt' in parsed)) continue;
    const { receipt } = parsed;
    // What the workspace answered then is looked up anew.
    const answers = receipt.answers.filter((answer) => answer.kind !== 'text' || answer.by !== 'workspace');
    if (answers.length === 0 || !isAbout(path, receipt.source.path, source)) continue;
    const known = serialiseAnswers({ version: 1, source: receipt.source.path, answers, asked: [] }, []);
    return { spec: path.slice(0, -'.receipt.json'.length), answers: joinAnswers(new Map([[path, known]])) };
  }
  return null;
}

/** What answers say they are about; of damaged ones as far as that can be seen. */
function namedSources({ sources, problems, texts }: KeptAnswers): readonly string[] {
  const seen = problems.flatMap(
    ({ path }) => /"source"\s*:\s*"([^"]+)"/u.exec(texts.get(path) ?? '')?.[1] ?? [],
  );
  return [...sources, ...seen];
}
