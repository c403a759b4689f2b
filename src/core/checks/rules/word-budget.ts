import { oncePer } from '../../text/remembered';
import type { SpecPart } from '../../spec/spec-part';
import type { Check, CheckContext } from '../check';
import { countWords } from '../../spec/count-words';
import { documentPlace } from '../../spec/place';

/**
 * The document keeps the template's budget of words, code blocks and tables included. What the template demands whatever the
 * design is does not count against the most: headings, what stands before the first section, the mapping of requirements, the
 * verdicts on rules and the checklist. It counts towards the least.
 *
 * Options: none; the budget is the template's `budgets.words`.
 *
 * Good: 1,900 words where 1,500 to 2,500 are asked for.
 * Bad: 4,000 words there.
 */
export const wordBudget: Check = {
  id: 'word-budget',
  title: 'The document keeps its budget of words.',
  severity: 'warning',
  needsTemplate: true,
  needsRequirements: false,
  *run(context) {
    const { spec, template } = context;
    const budget = template?.budgets.words;
    if (budget === undefined) return;
    const all = spec.parts.reduce((sum, { part }) => sum + allWordsIn(part), 0);
    const withoutHeadings = spec.parts.reduce((sum, { part }) => sum + wordsIn(part), 0);
    const own =
      withoutHeadings - wordsOf(spec.text.slice(0, spec.sections[0]?.start ?? 0)) - demandedWords(context);
    if (own > budget.max) {
      const message = 'The document has {0} words, {1} are the most: shorten it.';
      yield { message, args: [String(own), String(budget.max)], ...documentPlace(spec) };
    } else if (budget.min !== undefined && all < budget.min) {
      const message = 'The document has {0} words, {1} are the least: it leaves something out.';
      yield { message, args: [String(all), String(budget.min)], ...documentPlace(spec) };
    }
  },
};

/** Words of sections whose length follows from the source, the rules and the template. */
function demandedWords({ spec, template, sections }: CheckContext): number {
  const mappings = (template?.covers ?? []).flatMap(({ mapping, items }) =>
    mapping === items ? [] : [mapping],
  );
  const found = new Set([...mappings, 'rules', 'checklist'].flatMap((key) => sections.get(key) ?? []));
  return [...found]
    .filter(({ start, end }) => ![...found].some((other) => other.start < start && end <= other.end))
    .reduce((sum, { start, end }) => sum + wordsOf(spec.text.slice(start, end)), 0);
}

/** Without headings. */
function wordsOf(text: string): number {
  return countWords(text.replace(/^#{1,6}\s.*$/gmu, ''));
}

const wordsIn = oncePer(({ text }: SpecPart) => wordsOf(text));
const allWordsIn = oncePer(({ text }: SpecPart) => countWords(text));
