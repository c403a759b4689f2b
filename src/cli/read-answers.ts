import { answersPath, parseAnswers, type ReadAnswers } from '../core/clarify/answers-file';
import type { Clarification } from '../core/clarify/clarify';
import { settledText } from '../core/clarify/clarify';
import type { Answer } from '../core/clarify/question';
import { recordedPath } from '../core/text/path';
import { CliFailure } from './failure';
import type { Terminal } from './terminal';
import { inWorkspace, type CliWorkspace } from './workspace';

export const noAnswers: ReadAnswers = { answers: [], asked: [], source: null };

/**
 * Answers from a file that was named on the command line.
 *
 * @param file as typed
 * @param source path of the source; answers about another one are refused
 * @throws CliFailure that names the file and what to do
 */
export async function readAnswers(
  workspace: CliWorkspace,
  file: string,
  source: string,
): Promise<ReadAnswers> {
  const bytes = await workspace.files.readFile(inWorkspace(workspace, file)).catch(() => {
    throw new CliFailure(`${file}: the answers can not be read. Check the path.`);
  });
  const parsed = parseAnswers(new TextDecoder().decode(bytes));
  if ('error' in parsed) {
    const place = parsed.line === null ? file : `${file}:${parsed.line}`;
    throw new CliFailure(
      `${place}: not answers: ${parsed.error}. Each needs questionId, kind (text, assume or defer) and, unless deferred, text.`,
    );
  }
  const about = parsed.file.source;
  if (about !== null && !isSame(about, recordedPath(source)))
    throw new CliFailure(`${file}: these answers are about ${about}, not about ${recordedPath(source)}.`);
  return parsed.file;
}

/**
 * Answers that lie beside a spec; none where there is no such file.
 *
 * @param spec as typed
 * @param source path of its source; `null` where it is not known
 * @throws CliFailure where the file is damaged, or about another source
 */
export async function answersBeside(
  workspace: CliWorkspace,
  spec: string,
  source: string | null,
): Promise<ReadAnswers> {
  const file = answersPath(spec);
  const there = await workspace.files.stat(inWorkspace(workspace, file));
  return there === undefined || source === null ? noAnswers : readAnswers(workspace, file, source);
}

/** Says on the error output what the workspace answers, and which answers meet no question. */
export function reportAnswers(
  { err }: Terminal,
  { questions, settled }: Clarification,
  answers: readonly Answer[],
): void {
  const given = new Set(answers.map(({ questionId }) => questionId));
  for (const { id, text, answeredBy } of settled)
    if (!given.has(id)) err.write(`${text} The workspace says: ${settledText(answeredBy)}.\n`);
  const asked = new Set([...questions, ...settled].map(({ id }) => id));
  for (const id of [...given].filter((one) => !asked.has(one)))
    err.write(`The answer to ${id} meets no question and is not used.\n`);
}

/** Of two workspaces one may lie in the other. */
function isSame(about: string, source: string): boolean {
  return about === source || about.endsWith(`/${source}`) || source.endsWith(`/${about}`);
}
