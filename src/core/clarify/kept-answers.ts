import type { FileSystem } from '../ports/file-system';
import { nameInPath } from '../text/name-in-path';
import { sha256Hex } from '../text/hash';
import { compareText } from '../text/path-order';
import { mapConcurrently } from '../workspace/files/map-concurrently';
import {
  answersPath,
  parseAnswers,
  serialiseAnswer,
  serialiseAnswers,
  type AnswersFile,
  type ReadAnswers,
} from './answers-file';
import type { Answer, Question } from './question';

const readsAtOnce = 16;
/** More files than these hold no answers of persons. */
const mostFiles = 2000;

/** A file of answers that can not be read. */
export interface AnswersProblem {
  readonly path: string;
  /** In one clause that can stand behind a colon. */
  readonly error: string;
  /** From 1; `null` where that can not be told. */
  readonly line: number | null;
}

/**
 * The answers that lie beside a spec: one small file for each in `x.answers/`, so that branches on which two people answer two
 * questions merge, and those of earlier versions in one file, `x.answers.json`. Where both have one, the small file holds.
 */
export interface KeptAnswers extends Pick<ReadAnswers, 'answers' | 'asked'> {
  /** What the files say they are about. */
  readonly sources: readonly string[];
  /** Where each answer stands, by question. */
  readonly places: ReadonlyMap<string, { readonly path: string; readonly line: number | null }>;
  readonly problems: readonly AnswersProblem[];
  /** Every file as it is, by path. */
  readonly texts: ReadonlyMap<string, string>;
}

/** A file to write; `null` as text removes it. */
export interface AnswerWrite {
  readonly path: string;
  readonly text: string | null;
}

/** Folder of the answers of a spec: `x.answers` for `x.md`. */
export function answersFolder(spec: string): string {
  return answersPath(spec).replace(/\.json$/u, '');
}

/** Where the answer to one question lies: its id for whoever looks, and a part of a hash, so that no two have one name. */
export function answerPath(spec: string, questionId: string): string {
  return `${answersFolder(spec)}/${nameInPath(questionId, 60) || 'question'}.${sha256Hex(questionId).slice(0, 8)}.json`;
}

/** The spec that a file of answers belongs to, without its ending; `null` for any other file. */
export function answeredSpec(path: string): string | null {
  return /^(.+)\.answers(?:\.json|\/[^/]+\.json)$/u.exec(path)?.[1] ?? null;
}

/**
 * Reads the answers beside a spec. Never rejects.
 *
 * @returns `null` where there are none
 */
export async function readKeptAnswers(files: FileSystem, spec: string): Promise<KeptAnswers | null> {
  const texts = await answerTexts(files, spec);
  return texts.size === 0 ? null : joinAnswers(texts);
}

/** The files of answers beside a spec as they are, by path; one that is not there or can not be read is left out. */
export async function answerTexts(files: FileSystem, spec: string): Promise<ReadonlyMap<string, string>> {
  const folder = answersFolder(spec);
  const entries = await files.readDirectory(folder).catch(() => []);
  const small = entries
    .filter(({ name, type }) => type === 'file' && name.endsWith('.json'))
    .map(({ name }) => `${folder}/${name}`)
    .sort(compareText)
    .slice(0, mostFiles);
  const read = await mapConcurrently([answersPath(spec), ...small], readsAtOnce, async (path) => {
    const bytes = await files.readFile(path).catch(() => null);
    return bytes === null ? null : ([path, new TextDecoder().decode(bytes)] as const);
  });
  return new Map(read.filter((one) => one !== null));
}

/** What several files of answers say together, whatever their order. */
export function joinAnswers(texts: ReadonlyMap<string, string>): KeptAnswers {
  const answers = new Map<string, Answer>();
  const asked = new Map<string, Question>();
  const sources = new Set<string>();
  const places = new Map<string, { readonly path: string; readonly line: number | null }>();
  const problems: AnswersProblem[] = [];
  const ordered = [...texts].sort(([a], [b]) => Number(isSmall(a)) - Number(isSmall(b)) || compareText(a, b));
  for (const [path, text] of ordered) {
    const parsed = parseAnswers(text);
    if ('error' in parsed) {
      problems.push({ path, error: parsed.error, line: parsed.line });
      continue;
    }
    const { file } = parsed;
    if (file.source !== null) sources.add(file.source);
    const lines = linesOf(text);
    for (const answer of file.answers) {
      answers.set(answer.questionId, answer);
      places.set(answer.questionId, { path, line: lines.get(answer.questionId) ?? null });
    }
    for (const question of file.asked) asked.set(question.id, question);
  }
  return {
    ...{ answers: [...answers.values()], asked: [...asked.values()] },
    ...{ sources: [...sources], places, problems, texts },
  };
}

/**
 * What to write so that these are the answers beside a spec. An answer is changed and taken back where it stands, a new one gets
 * a file of its own; a file that can not be read stays as it is.
 *
 * @param kept what lies there; `null` where nothing does
 * @param questions those that are asked, whose words stand with their answers
 */
export function answerWrites(
  spec: string,
  kept: KeptAnswers | null,
  file: AnswersFile,
  questions: readonly Pick<Question, 'id' | 'text'>[],
): readonly AnswerWrite[] {
  const writes = new Map<string, string | null>();
  const texts = kept?.texts ?? new Map<string, string>();
  const broken = new Set((kept?.problems ?? []).map(({ path }) => path));
  const wanted = new Map(file.answers.map((answer) => [answer.questionId, answer]));
  const left = new Map(file.asked.map((question) => [question.id, question]));
  const whole = answersPath(spec);
  const earlier = texts.get(whole);
  if (earlier !== undefined && !broken.has(whole)) {
    const { answers, asked } = joinAnswers(new Map([[whole, earlier]]));
    const stands = answers.filter((one) => kept?.places.get(one.questionId)?.path === whole);
    const after = stands.flatMap(({ questionId }) => wanted.get(questionId) ?? []);
    for (const { questionId } of stands) wanted.delete(questionId);
    for (const { id } of asked) left.delete(id);
    if (!isEqual(answers, after))
      writes.set(whole, serialiseAnswers({ ...file, answers: after, asked }, questions));
  }
  const words = new Map([...questions, ...file.asked].map(({ id, text }) => [id, text]));
  const small = new Set<string>();
  for (const id of new Set([...wanted.keys(), ...left.keys()])) {
    const path = answerPath(spec, id);
    small.add(path);
    const text = serialiseAnswer({
      ...{ source: file.source, answer: wanted.get(id) ?? null, asked: left.get(id) ?? null },
      words: words.get(id) ?? null,
    });
    if (texts.get(path) !== text && !broken.has(path)) writes.set(path, text);
  }
  for (const path of texts.keys())
    if (path !== whole && !small.has(path) && !broken.has(path)) writes.set(path, null);
  return [...writes].map(([path, text]) => ({ path, text }));
}

function isSmall(path: string): boolean {
  return /\.answers\/[^/]+\.json$/u.test(path);
}

function isEqual(a: readonly Answer[], b: readonly Answer[]): boolean {
  return a.length === b.length && a.every((one, index) => JSON.stringify(one) === JSON.stringify(b[index]));
}

/** The files are written by us, one property on a line; whoever wrote one otherwise gets no line. */
function linesOf(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  for (const [index, line] of text.split('\n').entries()) {
    const id = /"questionId"\s*:\s*("(?:[^"\\]|\\.)*")/u.exec(line)?.[1];
    if (id === undefined) continue;
    try {
      lines.set(String(JSON.parse(id)), index + 1);
    } catch {
      // Not as JSON has it: it has no line then.
    }
  }
  return lines;
}
