import type { ReadAnswers } from '../../core/clarify/answers-file';
import { joinAnswers, readKeptAnswers, type KeptAnswers } from '../../core/clarify/kept-answers';
import type { Clarification } from '../../core/clarify/clarify';
import { settledText } from '../../core/clarify/clarify';
import type { Answer } from '../../core/clarify/question';
import { recordedPath } from '../../core/text/path';
import { CliFailure } from '../failure';
import type { Terminal } from '../terminal';
import { fromHere, inWorkspace, type CliWorkspace } from './workspace';

export const noAnswers: ReadAnswers = { answers: [], asked: [], source: null };

/**
 * Answers from a file, or a folder of files with one answer each, that was named on the command line.
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
  const path = inWorkspace(workspace, file);
  const isFolder = (await workspace.files.stat(path).catch(() => undefined))?.type === 'directory';
  const paths = isFolder
    ? (await workspace.files.readDirectory(path))
        .filter(({ name, type }) => type === 'file' && name.endsWith('.json'))
        .map(({ name }) => `${path}/${name}`)
    : [path];
  const texts = new Map<string, string>();
  for (const one of paths) {
    const bytes = await workspace.files.readFile(one).catch(() => {
      throw new CliFailure(`${shownOf(workspace, one, file)}: the answers cannot be read. Check the path.`);
    });
    texts.set(one, new TextDecoder().decode(bytes));
  }
  return checked(joinAnswers(texts), source, (one) => (isFolder ? shownOf(workspace, one, file) : file));
}

/**
 * Answers that lie beside a spec; none where there are none.
 *
 * @param spec as typed
 * @param source path of its source; `null` where it is not known
 * @throws CliFailure where a file is damaged, or about another source
 */
export async function answersBeside(
  workspace: CliWorkspace,
  spec: string,
  source: string | null,
): Promise<ReadAnswers> {
  const kept = source === null ? null : await readKeptAnswers(workspace.files, inWorkspace(workspace, spec));
  return source === null || kept === null
    ? noAnswers
    : checked(kept, source, (path) => fromHere(workspace, path));
}

function checked(kept: KeptAnswers, source: string, shown: (path: string) => string): ReadAnswers {
  const [problem] = kept.problems;
  if (problem !== undefined) {
    const file = shown(problem.path);
    const place = problem.line === null ? file : `${file}:${problem.line}`;
    throw new CliFailure(
      `${place}: not answers: ${problem.error}. Each needs questionId, kind (text, assume or defer) and, unless deferred, text.`,
    );
  }
  const recorded = recordedPath(source);
  const other = kept.sources.find((about) => !isSame(about, recorded));
  if (other !== undefined) {
    const [path = ''] = kept.texts.keys();
    throw new CliFailure(`${shown(path)}: these answers are about ${other}, not about ${recorded}.`);
  }
  return { answers: kept.answers, asked: kept.asked, source: kept.sources[0] ?? null };
}

function shownOf(workspace: CliWorkspace, path: string, typed: string): string {
  return path === inWorkspace(workspace, typed) ? typed : fromHere(workspace, path);
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
