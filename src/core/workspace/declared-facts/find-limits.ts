import type { FoundFact } from './declared-fact';
import type { SpecStatements } from './spec-statements';

/** Words that make a number a bound. */
const boundBefore =
  /(?<![\p{L}\p{N}])(?:at most|no more than|not more than|up to|maximum(?: of)?|max\.?|at least|no less than|minimum(?: of)?|min\.?|fewer than|less than|more than|limit(?:ed to| of| is|:)?|time-?out(?: of| after|:)?|ttl|expires? (?:after|in)|default(?:s to| is)?|within|höchstens|mindestens|maximal|como máximo|al menos|máximo(?: de)?|mínimo(?: de)?|no máximo|pelo menos|au plus|au moins|не более|не менее|максимум|минимум|tối đa|tối thiểu|không quá)(?![\p{L}\p{N}])|最多|至少|不超过|上限|最大|最小|최대|최소/iu;
/** Where the word stands behind the number. */
const boundAfter =
  /以内|以下|以上|之内|이내|이하|이상|(?<![\p{L}\p{N}])(?:or (?:less|fewer|more)|max(?:imum)?|min(?:imum)?)(?![\p{L}\p{N}])/iu;
const rate =
  /\bper (?:second|minute|hour|day|week|month)\b|\/\s?(?:s|sec|min|h|hour|day)\b|pro (?:Sekunde|Minute|Stunde|Tag)|por (?:segundo|minuto|hora|d[ií]a)|par (?:seconde|minute|heure|jour)/iu;
const quantity =
  /(?<![\p{L}\d.:/_-])\d+(?:[.,\u00a0 ]\d{3})*(?:[.,]\d+)?\s*(?:%|[kmgt]i?b\b|ms\b|s\b|seconds?\b|min(?:utes?)?\b|hours?\b|h\b|days?\b|weeks?\b|months?\b|years?\b|characters?\b|bytes?\b|rows?\b|items?\b|requests?\b|sekunden|minuten|stunden|tagen?|segundos|minutos|horas|d[ií]as|secondes|heures|jours|секунд\w*|минут\w*|час\w*|дн\w*|秒|分钟?|小时|時間|天|日|초|분|시간|일|giây|phút|giờ|ngày)?(?![\p{Script=Latin}\d]|[.:]\d)/giu;
/** Sections where a number is a measurement, a step of work, or a test's own. */
const elsewhere =
  /\b(?:summary|motivation|problem|background|context|history|tasks?|phase|implementation plan|tests?|testing|checklist|risks?|estimates?|timeline|rollout|changelog|reviewed|rules applied|code|snippet)\b|测试|任务|背景|テスト|タスク|테스트|작업|тест|задач|риск/iu;
const longestStatement = 160;

/** Limits: sentences in which a number is bound from above or below, or by time. */
export function* findLimits({ statements }: SpecStatements): Iterable<FoundFact> {
  for (const { kind, text, line, headings, cells } of statements) {
    if (kind === 'heading' || headings.some((heading) => elsewhere.test(heading))) continue;
    const [subject = ''] = cells;
    for (const [index, part] of (cells.length === 0 ? [text] : cells).entries()) {
      for (const sentence of part.split(/(?<=[.;!?])\s+|(?<=[。；！？])/u)) {
        const detail = boundNumber(sentence);
        if (detail === null) continue;
        const said = index === 0 || subject === '' ? sentence : `${subject}: ${sentence}`;
        const name = said.replace(/[.。;；]$/u, '').trim();
        if (name.length <= longestStatement) yield { kind: 'limit', name, detail, line };
      }
    }
  }
}

/** So close a number stands to the word that bounds it, in characters. */
const reach = 16;

/** The number that the sentence bounds, with its unit, or `null`. */
function boundNumber(sentence: string): string | null {
  for (const { 0: found, index } of sentence.matchAll(quantity)) {
    const before = sentence.slice(Math.max(0, index - reach), index);
    const after = sentence.slice(index + found.length, index + found.length + reach);
    const isBound =
      boundBefore.test(before) ||
      boundAfter.test(`${found.slice(-2)}${after}`) ||
      rate.test(`${found}${after}`);
    if (isBound) return found.trim();
  }
  return null;
}
