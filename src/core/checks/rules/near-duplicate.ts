import { idReader } from '../../spec/cite';
import { oncePer } from '../../text/remembered';
import type { SpecPart } from '../../spec/spec-part';
import { lineText } from '../../spec/text-range';
import type { Check } from '../check';
import { movedBy } from '../reading/in-each-part';
import { isTooShort } from '../reading/shingles';
import { ownStatements, statementsIn } from '../reading/statements';
import { summarySection } from '../../spec/vocabulary/section-names';
import { countWords } from '../../spec/count-words';

/** Steps of procedures repeat each other by nature. */
const step = /^\s*\d+[.)]\s/u;
/** What each endpoint, task or decision says under one label is often the same: `**Rate limit:** 60 a minute`. */
const field = /^\s*(?:[-*+]\s+)?(?:\*\*[^*\n]{1,60}(?:[:：]\*\*|\*\*\s{0,3}[:：])|_[^_\n]{1,60}:_)/u;
const label = /^[^:：]{1,60}[:：]\s*/u;

const item = /^\s*[-*+]\s/u;

type Form = 'paragraph' | 'item' | 'field';
/** What each form may not say again: fields repeat each other, and quote an item such as a goal. */
const repeated: Readonly<Record<Form, readonly Form[]>> = {
  paragraph: ['paragraph', 'item', 'field'],
  item: ['item', 'paragraph'],
  field: ['paragraph'],
};

/** One sentence that begins so is about what stands before it, and may be right in two places. */
const pointsBack =
  /^[^\p{L}\p{N}]*(?:this|that|these|those|it|they|dies\p{L}*|das|es|esto|este|esta|isso|este|cela|ceci|это|これ|这)(?![\p{L}'’])/iu;
const mostWordsPointingBack = 30;

/**
 * Nothing is said twice: a paragraph or list item that repeats an earlier one nearly word by word leaves two places to change.
 *
 * Options: none. A summarySection may say what follows, a sentence may point back (`This is not done now`), items are compared with what
 * is nested in them, a line that cites a requirement may quote it, and labelled
 * fields (`**Rate limit:** 60 a minute`) may say what others or an item do, tables, code, tasks, open questions and the checklist may repeat what stands elsewhere.
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
    const said = new Map<string, number>();
    const reader = idReader(
      (context.requirements ?? []).flatMap(({ id, acceptance }) => [id, ...acceptance]),
    );
    let copiedTo: number | null = null;
    for (const { statement, line } of ownStatements(context, sayingsIn)) {
      const { text, says, place, form } = statement;
      const first = repeated[form]
        .map((other) => said.get(`${other} ${says}`))
        .find((at) => at !== undefined);
      if (first === undefined) {
        const key = `${form} ${says}`;
        if (!said.has(key)) said.set(key, place.line + line);
        copiedTo = null;
        continue;
      }
      if (reader.cited(text).length > 0) continue;
      // A list that was copied is one thing to mend.
      const isCopied: boolean = copiedTo !== null && first > copiedTo;
      copiedTo = first;
      if (!isCopied)
        yield {
          message: 'Line {0} says the same: say it once and refer to it.',
          args: [String(first)],
          places: context.path === null ? [] : [{ path: context.path, line: first }],
          ...movedBy(place, line),
        };
    }
  },
};

/** What may be said twice in a part: sentences of its own, each with what it says. */
const sayingsIn = oncePer((part: SpecPart) => {
  const names = part.headings.filter(({ level }) => level > 1).map(({ name }) => name);
  return statementsIn(part).flatMap((statement) => {
    const { text, section, place, nested } = statement;
    const line = lineText(part.lines, place.line);
    if (nested || step.test(line) || summarySection.test(names[section ?? -1] ?? '')) return [];
    const form: Form = field.test(line) ? 'field' : item.test(line) ? 'item' : 'paragraph';
    const value = form === 'field' ? text.replace(label, '') : text;
    if (isTooShort(value) || (pointsBack.test(value) && countWords(value) <= mostWordsPointingBack))
      return [];
    const says = tellingWords([value, ...nestedIn(part, place.line)].join(' '));
    return [{ ...statement, form, says }];
  });
});

/** Texts of the items that are nested in the one on a line: what tells parallel items apart may stand there. */
function nestedIn({ listItems }: SpecPart, line: number): readonly string[] {
  const at = listItems.findIndex((item) => item.line === line);
  if (at === -1) return [];
  const depth = listItems[at]?.depth ?? 0;
  const end = listItems.findIndex((item, index) => index > at && item.depth <= depth);
  return listItems.slice(at + 1, end === -1 ? undefined : end).map(({ text }) => text);
}

/** A negation, an order or a number is none of these. */
const meaningless = new Set(
  'a an the of to in on at by for with is are was were be been will shall also then and that which it its this these der die das ein eine el la los las un una o os as um uma le les une des du de'.split(
    ' ',
  ),
);

/** A text without the words that carry no meaning of their own: two that differ by nothing else say the same. */
function tellingWords(text: string): string {
  const words = text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  return words.filter((word) => !meaningless.has(word)).join(' ');
}
