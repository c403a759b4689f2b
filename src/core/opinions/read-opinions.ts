import * as v from 'valibot';
import { withoutSecrets } from '../secrets/mask-secrets';
import { jsonIn } from '../text/json-in-answer';
import { oneLine, said } from '../text/said';
import {
  longestReason,
  mostLines,
  mostRemarks,
  verdicts,
  type ModelReview,
  type Opinion,
  type Remark,
  type Verdict,
} from './opinion';

/** Answers beyond this many characters are no review. */
const longestAnswer = 400_000;

export interface ReadOpinions extends Pick<ModelReview, 'opinions' | 'remarks'> {
  /** Entries that fit nothing. */
  readonly dropped: number;
}

/** What an answer is held against. */
export interface Reviewed {
  /** Ids of the items that were asked about, in order. */
  readonly items: readonly string[];
  /** Lines of the reviewed text: others are invented. */
  readonly lineCount: number;
}

const text = v.pipe(v.string(), v.transform(cleaned), v.minLength(1));
const opinion = v.object({
  item: v.string(),
  verdict: v.string(),
  reason: text,
  lines: v.optional(v.unknown()),
});
const remark = v.union([
  v.pipe(
    text,
    v.transform((own) => ({ text: own, lines: undefined })),
  ),
  v.object({ text, lines: v.optional(v.unknown()) }),
]);
const answered = v.object({
  opinions: v.optional(v.array(v.unknown()), []),
  remarks: v.optional(v.array(v.unknown()), []),
});

/**
 * Reads opinions out of a model's answer: JSON alone, in a fence or amid text, else lines such as
 * `- item-id: doubtful - reason (line 12)`. Never throws: what fits nothing is dropped and counted. Of two opinions on one item
 * the first counts, and one without a reason counts for nothing.
 */
export function readOpinions(answer: string, reviewed: Reviewed): ReadOpinions {
  const limited = answer.slice(0, longestAnswer);
  const data = dataIn(limited);
  const given = data ?? { opinions: linesIn(limited, reviewed.items), remarks: [] };
  const known = new Set(reviewed.items);
  const found = new Map<string, Opinion>();
  for (const entry of given.opinions) {
    const parsed = v.safeParse(opinion, entry);
    if (!parsed.success) continue;
    const { item, reason, lines } = parsed.output;
    const verdict = verdictOf(parsed.output.verdict);
    if (verdict === null || !known.has(item) || found.has(item) || said(reason) === null) continue;
    found.set(item, { item, verdict, reason, lines: linesOf(lines, reviewed) });
  }
  const remarks = given.remarks
    .flatMap((entry): readonly Remark[] => {
      const parsed = v.safeParse(remark, entry);
      if (!parsed.success || said(parsed.output.text) === null) return [];
      return [{ text: parsed.output.text, lines: linesOf(parsed.output.lines, reviewed) }];
    })
    .slice(0, mostRemarks);
  return {
    opinions: reviewed.items.flatMap((item) => found.get(item) ?? []),
    remarks,
    dropped: given.opinions.length - found.size + given.remarks.length - remarks.length,
  };
}

function dataIn(answer: string): v.InferOutput<typeof answered> | null {
  for (const candidate of jsonIn(answer)) {
    let value: unknown;
    try {
      value = JSON.parse(candidate);
    } catch {
      continue;
    }
    // An answer that broke off within its opinions is their list.
    const parsed = v.safeParse(answered, Array.isArray(value) ? { opinions: value as unknown[] } : value);
    if (parsed.success && parsed.output.opinions.length + parsed.output.remarks.length > 0)
      return parsed.output;
  }
  return null;
}

const listed =
  /^\s*(?:(?:[-*•]|\d{1,3}[.)])\s*)?[`*_]*([\p{L}\p{N}_.-]+)[`*_]*\s*[:：–—-]+\s*[`*_]*(\p{L}+)[`*_]*\s*[:：,;.–—-]+\s*(\S.*)$/u;

function linesIn(answer: string, items: readonly string[]): readonly unknown[] {
  return answer.split(/\r?\n/u).flatMap((written) => {
    const [, item = '', verdict = '', reason = ''] = listed.exec(written.slice(0, longestReason * 2)) ?? [];
    if (!items.includes(item) || verdictOf(verdict) === null) return [];
    const lines = [...reason.matchAll(/\blines?\s+(\d{1,6})/giu)].map(([, number]) => Number(number));
    return [{ item, verdict, reason, lines }];
  });
}

const words: Readonly<Record<string, Verdict>> = {
  pass: 'holds',
  open: 'doubtful',
  unsure: 'doubtful',
  fail: 'fails',
};

function verdictOf(written: string): Verdict | null {
  const word = written.trim().toLowerCase();
  const known = verdicts.find((verdict) => verdict === word);
  return known ?? (Object.hasOwn(words, word) ? (words[word] ?? null) : null);
}

function linesOf(value: unknown, { lineCount }: Reviewed): readonly number[] {
  const numbers = (Array.isArray(value) ? (value as readonly unknown[]) : []).filter(
    (one): one is number => typeof one === 'number' && Number.isInteger(one) && one >= 1 && one <= lineCount,
  );
  return [...new Set(numbers)].sort((a, b) => a - b).slice(0, mostLines);
}

/** Untrusted text on one line, without secrets. */
function cleaned(own: string): string {
  return oneLine(withoutSecrets(own.slice(0, longestReason * 4))).slice(0, longestReason);
}
