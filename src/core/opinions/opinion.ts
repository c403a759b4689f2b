import * as v from 'valibot';
import { parseSpec } from '../spec/parse-spec';
import { withoutTicks } from '../spec/task-ticks';
import { replaceInWritten } from '../spec/written-text';
import { sha256Hex } from '../text/hash';
import { sortedJson } from '../text/sorted-json';

/** What a model thinks of one checklist item. It proves nothing, and nothing is ticked by it. */
export interface Opinion {
  /** Id of the item. */
  readonly item: string;
  readonly verdict: Verdict;
  /** On one line. */
  readonly reason: string;
  /** Lines of the reviewed text, from 1, in order. */
  readonly lines: readonly number[];
}

export const verdicts = ['holds', 'doubtful', 'fails'] as const;
export type Verdict = (typeof verdicts)[number];

/** What a model noticed besides. */
export interface Remark {
  readonly text: string;
  readonly lines: readonly number[];
}

/** What a model said of one text of a spec; lies beside it in `x.review.json`. */
export interface ModelReview {
  readonly version: 1;
  /** Id of the model. */
  readonly model: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** Of the text that was reviewed. */
  readonly sha256: string;
  readonly opinions: readonly Opinion[];
  readonly remarks: readonly Remark[];
}

/** Longest reason or remark, in characters. */
export const longestReason = 600;
export const mostRemarks = 30;
export const mostLines = 12;

const line = v.pipe(v.number(), v.integer(), v.minValue(1));
const reason = v.pipe(v.string(), v.maxLength(longestReason));
const lines = v.pipe(v.array(line), v.maxLength(mostLines), v.readonly());
const schema = v.object({
  version: v.literal(1),
  model: v.pipe(v.string(), v.maxLength(300)),
  date: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/)),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  opinions: v.pipe(
    v.array(
      v.object({ item: v.pipe(v.string(), v.maxLength(200)), verdict: v.picklist(verdicts), reason, lines }),
    ),
    v.maxLength(500),
    v.readonly(),
  ),
  remarks: v.pipe(v.array(v.object({ text: reason, lines })), v.maxLength(mostRemarks), v.readonly()),
});

/** Path of the review that lies beside a spec: `x.review.json` for `x.md`. */
export function reviewPath(specPath: string): string {
  return `${specPath.replace(/\.(?:md|markdown)$/i, '')}.review.json`;
}

/** Reads one; `null` where it is none, which counts as no opinion. The file is data from outside. */
export function parseReview(text: string): ModelReview | null {
  try {
    const parsed = v.safeParse(schema, JSON.parse(text.replace(/^\uFEFF/, '')));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

/** Equal reviews give equal bytes. */
export function serialiseReview(review: ModelReview): string {
  return sortedJson(review);
}

/** Hash of a text as reviews record it: neither its line ends nor the ticks in it count, nor how tasks are marked as done. */
export function reviewedHash(text: string): string {
  const spec = parseSpec(text.replace(/^\uFEFF/, ''));
  return boxedHash(replaceInWritten(spec, withoutTicks(spec, 'gone')));
}

/** As it was recorded before drafts could be ticked: a box that there was none of counts. */
function boxedHash(text: string): string {
  return sha256Hex(
    text
      .replace(/^\uFEFF/, '')
      .replace(/\r\n?/g, '\n')
      .replace(/^([ \t]*[-*+]\s+)\[[xX]\]/gm, '$1[ ]'),
  );
}

/** Whether the text is another one than that which was reviewed. */
export function isStale(review: Pick<ModelReview, 'sha256'>, text: string): boolean {
  return review.sha256 !== reviewedHash(text) && review.sha256 !== boxedHash(text);
}
