import * as v from 'valibot';
import { withoutSecretsIn } from '../secrets/mask-secrets';
import { isAbsolutePath } from '../text/path';
import { sortedJson } from '../text/sorted-json';
import { readKeptQuestions } from './model-questions';
import type { Answer, Question } from './question';

/** More answers than these were not given by a person. */
const mostAnswers = 2000;
const longestAnswer = 20_000;
const longestId = 400;

const questionId = v.pipe(v.string(), v.minLength(1), v.maxLength(longestId));
const answerText = v.pipe(
  v.string(),
  v.check((text) => text.trim() !== '', 'is empty: write the answer, or set kind to "defer"'),
  v.maxLength(longestAnswer),
);
/** Words of the question, for whoever edits the file. */
const question = v.optional(v.string());

/** One answer as it stands in a file; fields that are not known are dropped. */
export const answerSchema = v.variant('kind', [
  v.object({
    ...{ kind: v.literal('text'), questionId, text: answerText, question },
    by: v.optional(v.literal('workspace')),
  }),
  v.object({ kind: v.literal('assume'), questionId, text: answerText, question }),
  v.object({
    ...{ kind: v.literal('defer'), questionId, question },
    owner: v.optional(v.pipe(v.string(), v.maxLength(200))),
  }),
]);

const answers = v.pipe(v.array(answerSchema), v.maxLength(mostAnswers));
const fileSchema = v.object({
  version: v.literal(1, 'is not 1: the answers were written by another version of Tech Spec'),
  /** Relative to the workspace root. */
  source: v.pipe(
    v.string(),
    v.check((path) => !isAbsolutePath(path.replace(/\\/g, '/')), 'is not relative to the workspace'),
  ),
  answers,
  asked: v.optional(v.array(v.unknown()), []),
});

/** A file of one answer, or of a question that a model has asked and nobody has answered. */
const smallSchema = v.object({
  ...fileSchema.entries,
  answers: v.optional(answers),
  asked: v.optional(v.unknown()),
});

/** Answers as they lie beside a spec, as `<name>.answers.json`; see `kept-answers.ts` for the files of one answer each. */
export interface AnswersFile {
  readonly version: 1;
  /** Path of the source, relative to the workspace root. */
  readonly source: string;
  readonly answers: readonly Answer[];
  /** Questions of models that answers refer to: no document gives them again. */
  readonly asked: readonly Question[];
}

/** Answers from a file; the source is `null` where the file is a plain list. */
export interface ReadAnswers extends Pick<AnswersFile, 'answers' | 'asked'> {
  readonly source: string | null;
}

/** What is wrong with the text, in one clause that can stand behind a colon, and where that can be told. */
export type ParsedAnswers =
  { readonly file: ReadAnswers } | { readonly error: string; readonly line: number | null };

/**
 * Reads answers: a file beside a spec, with many or with one, or a plain list as `draft --answers` takes it. Never throws; secrets are taken
 * out.
 */
export function parseAnswers(json: string): ParsedAnswers {
  const text = json.replace(/^\uFEFF/, '');
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    if (/^(?:<{7}|>{7}) /m.test(text))
      return {
        error: 'it holds an unresolved merge conflict',
        line: lineOf(text, text.search(/^[<>]{7} /m)),
      };
    return { error: 'it is not JSON', line: lineOfError(text, error) };
  }
  if (Array.isArray(data)) {
    const parsed = v.safeParse(answers, data);
    return parsed.success
      ? { file: { answers: withoutSecretsIn(parsed.output.map(withoutWords)), asked: [], source: null } }
      : problem(parsed.issues);
  }
  if (isSmall(data)) return readSmall(data);
  const parsed = v.safeParse(fileSchema, data);
  if (!parsed.success) return problem(parsed.issues);
  const { source, asked } = parsed.output;
  return {
    file: withoutSecretsIn({
      source,
      answers: parsed.output.answers.map(withoutWords),
      asked: readKeptQuestions(asked),
    }),
  };
}

/** Path of the answers that lie beside a spec: `x.answers.json` for `x.md`. */
export function answersPath(specPath: string): string {
  return `${specPath.replace(/\.(?:md|markdown)$/i, '')}.answers.json`;
}

/**
 * JSON text of answers: equal ones give equal bytes, and no secret is in them. Each answer says its question again, so
 * that the file can be edited by hand.
 *
 * @param questions those that are asked; answers to others are kept as they are
 */
export function serialiseAnswers(
  file: AnswersFile,
  questions: readonly Pick<Question, 'id' | 'text'>[],
): string {
  const texts = new Map([...questions, ...file.asked].map(({ id, text }) => [id, text]));
  const ordered = [...file.answers].sort((left, right) =>
    left.questionId < right.questionId ? -1 : left.questionId > right.questionId ? 1 : 0,
  );
  return sortedJson(
    withoutSecretsIn({
      version: file.version,
      source: file.source,
      answers: ordered.map((answer) => {
        const words = texts.get(answer.questionId);
        return words === undefined ? answer : { ...answer, question: words };
      }),
      ...(file.asked.length === 0 ? {} : { asked: file.asked.map(withoutOrigin) }),
    }),
  );
}

/**
 * JSON text of one answer, with the words of its question; equal ones give equal bytes, and no secret is in them.
 *
 * @param input.answer `null` where the question is not answered
 * @param input.asked the question, where a model has asked it: no document gives it again
 */
export function serialiseAnswer(input: {
  readonly source: string;
  readonly answer: Answer | null;
  readonly words: string | null;
  readonly asked: Question | null;
}): string {
  const { source, answer, words, asked } = input;
  return sortedJson(
    withoutSecretsIn({
      ...{ version: 1, source },
      ...answer,
      ...(words === null || answer === null ? {} : { question: words }),
      ...(asked === null ? {} : { asked: withoutOrigin(asked) }),
    }),
  );
}

/** Who asked is known: only questions of models are kept. */
function withoutOrigin({ origin: _, ...kept }: Question): Omit<Question, 'origin'> {
  return kept;
}

function isSmall(data: unknown): data is object {
  if (typeof data !== 'object' || data === null || 'answers' in data) return false;
  return 'questionId' in data || ('asked' in data && !Array.isArray(data.asked));
}

function readSmall(data: object): ParsedAnswers {
  const file = v.safeParse(smallSchema, data);
  if (!file.success) return problem(file.issues);
  const answer = 'questionId' in data ? v.safeParse(answerSchema, data) : null;
  if (answer?.success === false) return problem(answer.issues);
  const { source, asked } = file.output;
  return {
    file: withoutSecretsIn({
      source,
      answers: answer === null ? [] : [withoutWords(answer.output)],
      asked: asked === undefined ? [] : readKeptQuestions([asked]),
    }),
  };
}

function withoutWords({ question: _, ...answer }: v.InferOutput<typeof answerSchema>): Answer {
  return answer;
}

function problem(issues: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): ParsedAnswers {
  const [issue] = issues;
  const place = v.getDotPath(issue);
  return { error: place === null ? issue.message : `${place}: ${issue.message}`, line: null };
}

/** Engines tell the place of a slip in different words; some not at all. */
function lineOfError(text: string, error: unknown): number | null {
  const message = error instanceof Error ? error.message : '';
  const line = /\bline (\d+)\b/u.exec(message)?.[1];
  if (line !== undefined) return Number(line);
  const position = /\bposition (\d+)\b/u.exec(message)?.[1];
  if (position !== undefined) return lineOf(text, Number(position));
  return /end of JSON|unterminated/iu.test(message) ? lineOf(text, text.trimEnd().length) : null;
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
