import { idReader } from '../../spec/cite';
import { lineText } from '../../spec/text-range';
import type { Check } from '../check';
import { linesOf } from '../place';
import { ShingleIndex, shinglesOf } from '../shingles';
import { statementsOf } from '../statements';

const summary =
  /\b(?:summary|overview|abstract|tl;?dr|zusammenfassung|überblick|resumen|resumo|résumé)\b|резюме|обзор|tóm tắt|摘要|概述|概要|요약|개요/iu;
/** Steps of procedures repeat each other by nature. */
const step = /^\s*\d+[.)]\s/u;
/** What each endpoint, task or decision says under one label is often the same: `**Rate limit:** 60 a minute`. */
const field = /^\s*(?:[-*+]\s+)?(?:\*\*[^*\n]{1,60}(?:[:：]\*\*|\*\*\s{0,3}[:：])|_[^_\n]{1,60}:_)/u;
/** Below this, texts are not alike enough to be compared word by word. */
const alike = 0.6;

/**
 * Nothing is said twice: a paragraph or list item that repeats an earlier one nearly word by word leaves two places to change.
 *
 * Options: none. A summary may say what follows, a line that cites a requirement may quote it, and labelled
 * fields (`**Rate limit:** 60 a minute`), tables, code, tasks, open questions and the checklist may repeat what stands elsewhere.
 *
 * Good: one place says it, others refer to it: `As in 4.1.`
 * Bad: "A revoked invitation can not be accepted any more, its link answers 410." under Design and again under Security.
 */
export const nearDuplicate: Check = {
  id: 'near-duplicate',
  title: 'Nothing is said twice.',
  severity: 'warning',
  needsTemplate: false,
  needsRequirements: false,
  *run(context) {
    const said = new ShingleIndex<{ readonly line: number; readonly text: string }>();
    const { spec, requirements } = context;
    const lines = linesOf(spec);
    const reader = idReader((requirements ?? []).flatMap(({ id, acceptance }) => [id, ...acceptance]));
    let last: { readonly here: number; readonly there: number } | null = null;
    for (const [index, { text, section, place, nested }] of statementsOf(context).entries()) {
      const line = lineText(lines, place.line);
      if (nested || step.test(line) || field.test(line)) continue;
      if (summary.test(spec.sections[section ?? -1]?.name ?? '') || reader.cited(text).length > 0) continue;
      const shingles = shinglesOf(text);
      if (shingles.size === 0) continue;
      const closest = said.closest(shingles);
      if (closest === null || closest.held < alike || !saySame(closest.value.text, text)) {
        said.add({ line: place.line, text }, shingles);
        continue;
      }
      // A list that was copied is one thing to mend.
      const isCopied: boolean = last !== null && last.here === index - 1 && closest.value.line > last.there;
      last = { here: index, there: closest.value.line };
      if (!isCopied)
        yield {
          message: 'Line {0} says the same: say it once and refer to it.',
          args: [String(closest.value.line)],
          ...place,
        };
    }
  },
};

/** A negation, an order or a number is none of these. */
const meaningless = new Set(
  'a an the of to in on at by for with is are was were be been will shall also then and that which it its this these der die das ein eine el la los las un una o os as um uma le les une des du de'.split(
    ' ',
  ),
);

/** Whether two texts differ by nothing but words that carry no meaning of their own. */
function saySame(left: string, right: string): boolean {
  return tellingWords(left) === tellingWords(right);
}

function tellingWords(text: string): string {
  const words = text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  return words.filter((word) => !meaningless.has(word)).join(' ');
}
