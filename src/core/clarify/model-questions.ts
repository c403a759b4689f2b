import * as v from 'valibot';
import { withoutSecrets } from '../secrets/mask-secrets';
import type { Source } from '../source/source';
import { sha256Hex } from '../text/hash';
import { jsonIn } from '../text/json-in-answer';
import { oneLine, said } from '../text/said';
import { areaOfText, clarifyAreas } from './areas';
import type { Question, QuestionOption } from './question';
import { asksTheSame } from './same-question';

/** Questions of one answer that are looked at; a person will not read more. */
const mostQuestions = 30;
const mostOptions = 8;
const mostEvidence = 5;
const longestText = 400;
const longestOption = 240;
/** Answers beyond this many characters are no list of questions. */
const longestAnswer = 200_000;

const text = v.pipe(v.string(), v.transform(cleaned), v.minLength(3), v.maxLength(longestText));
const optionText = v.pipe(v.string(), v.transform(cleaned), v.minLength(1), v.maxLength(longestOption));
const option = v.union([
  v.pipe(
    optionText,
    v.transform((own): QuestionOption => ({ text: own, recommended: false })),
  ),
  v.object({ text: optionText, recommended: v.optional(v.boolean(), false) }),
]);
const given = v.object({
  area: v.optional(v.string()),
  blocking: v.optional(v.boolean(), false),
  text,
  why: v.optional(v.pipe(v.string(), v.transform(cleaned), v.maxLength(longestText)), ''),
  options: v.optional(v.array(v.unknown()), []),
  evidence: v.optional(v.array(v.unknown()), []),
});
const place = v.object({
  path: v.pipe(v.string(), v.maxLength(500)),
  line: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

/** The same question as it was kept in a file: what a model asked is data from outside each time it is read. */
const kept = v.object({
  id: v.pipe(v.string(), v.regex(/^model:[\w.:~+-]{1,200}$/u)),
  area: v.picklist(clarifyAreas),
  blocking: v.boolean(),
  text,
  why: v.pipe(v.string(), v.transform(cleaned), v.maxLength(longestText)),
  options: v.pipe(
    v.array(v.object({ text: optionText, recommended: v.boolean() })),
    v.maxLength(mostOptions),
  ),
  evidence: v.pipe(v.array(place), v.maxLength(mostEvidence)),
});

/** What a model's answer holds. */
export interface ReadQuestions {
  readonly questions: readonly Question[];
  /** Entries that are no questions, or that are asked already. */
  readonly dropped: number;
  /** Whether the answer held JSON; a plain list has neither reasons nor options. */
  readonly form: 'data' | 'list' | 'none';
}

/** What the entries of an answer are held against. */
export interface Asked {
  readonly source: Source;
  /** Files of the workspace, sorted or not: evidence elsewhere is invented. */
  readonly files: readonly string[];
  /** Questions that are there already. */
  readonly questions: readonly Pick<Question, 'text'>[];
}

/**
 * Reads the questions out of a model's answer: JSON alone, in a fence or amid text, else a list of lines. Never throws:
 * what does not fit is dropped and counted, and so is what is asked already.
 */
export function readModelQuestions(answer: string, asked: Asked): ReadQuestions {
  const limited = answer.slice(0, longestAnswer);
  const data = entriesIn(limited);
  const entries = data ?? linesIn(limited);
  const taken: Question[] = [];
  for (const entry of entries.slice(0, mostQuestions)) {
    const question = questionOf(entry, asked);
    if (question === null) continue;
    if ([...asked.questions, ...taken].some((other) => asksTheSame(other.text, question.text))) continue;
    taken.push(question);
  }
  return {
    questions: taken,
    dropped: entries.length - taken.length,
    form: data !== null ? 'data' : entries.length > 0 ? 'list' : 'none',
  };
}

/** Questions of a model as they were kept with the answers; those that are none are left out. */
export function readKeptQuestions(value: unknown): readonly Question[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, mostQuestions * 5).flatMap((one): readonly Question[] => {
    const parsed = v.safeParse(kept, one);
    return parsed.success ? [{ ...parsed.output, origin: 'model' }] : [];
  });
}

function questionOf(entry: unknown, { source, files }: Asked): Question | null {
  const parsed = v.safeParse(given, typeof entry === 'string' ? { text: entry } : entry);
  if (!parsed.success) return null;
  const { text: asking, why, blocking, area, options, evidence } = parsed.output;
  // `TBD` or a rule of dashes is no question.
  if (said(asking) === null) return null;
  const named = source.requirements.filter(({ id }) => names(asking, id)).map(({ id }) => id);
  const known = new Set([...files, source.path]);
  return {
    id: [
      'model',
      ...(named.length === 0 ? [] : [named.join('+')]),
      sha256Hex(asking.toLowerCase()).slice(0, 12),
    ].join(':'),
    area: areaNamed(area) ?? areaOfText(asking),
    blocking,
    text: asking,
    why,
    options: oneRecommended(options),
    evidence: evidence
      .flatMap((one) => {
        const read = v.safeParse(place, one);
        return read.success && known.has(read.output.path) ? [read.output] : [];
      })
      .slice(0, mostEvidence),
    origin: 'model',
  };
}

function areaNamed(area: string | undefined): Question['area'] | null {
  const name = (area ?? '')
    .toLowerCase()
    .trim()
    .replace(/[\s_]+/gu, '-');
  return clarifyAreas.find((one) => one === name) ?? null;
}

function oneRecommended(options: readonly unknown[]): readonly QuestionOption[] {
  const read = options.flatMap((one) => {
    const parsed = v.safeParse(option, one);
    return parsed.success ? [parsed.output] : [];
  });
  const distinct = [...new Map(read.map((one) => [one.text.toLowerCase(), one])).values()].slice(
    0,
    mostOptions,
  );
  const first = distinct.findIndex(({ recommended }) => recommended);
  return distinct.map(({ text: own }, index) => ({ text: own, recommended: index === first }));
}

/** Whether a text names a requirement by its id, and not a longer one that begins with it. */
function names(asking: string, id: string): boolean {
  const at = asking.indexOf(id);
  if (at === -1) return false;
  return !/[\p{L}\p{N}]/u.test(asking.charAt(at - 1)) && !/[\p{L}\p{N}]/u.test(asking.charAt(at + id.length));
}

/** Untrusted text on one line, without secrets. */
function cleaned(own: string): string {
  return oneLine(withoutSecrets(own.slice(0, longestText * 4)));
}

/** The list of entries in the first JSON value that has one, or `null` where there is no such value. */
function entriesIn(answer: string): readonly unknown[] | null {
  for (const candidate of jsonIn(answer)) {
    let value: unknown;
    try {
      value = JSON.parse(candidate);
    } catch {
      continue;
    }
    const list = listIn(value);
    if (list !== null) return list;
  }
  return null;
}

function listIn(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value as readonly unknown[];
  if (typeof value !== 'object' || value === null) return null;
  const { questions } = value as { readonly questions?: unknown };
  return Array.isArray(questions) ? (questions as readonly unknown[]) : null;
}

const item = /^\s*(?:[-*•]|\d{1,3}[.)]|Q\d{1,3}[:.)])\s+(?!\s)(.*)$/u;

/** Questions of a plain list: items and lines that end with a question mark. */
function linesIn(answer: string): readonly string[] {
  return answer.split(/\r?\n/u).flatMap((line) => {
    const listed = item.exec(line)?.[1];
    const plain = (listed ?? line).replace(/[*_`#]{1,3}/gu, '').trim();
    return /[?？](?:\s*\([^)]*\))?$/u.test(plain) ? [plain] : [];
  });
}
