import { oncePer } from '../../spec/remembered';
import type { SpecPart } from '../../spec/spec-part';
import type { Check } from '../check';
import { countWords } from '../count-words';
import { documentPlace } from '../place';

/**
 * The document keeps the template's budget of words, code blocks and tables included.
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
  *run({ spec, template }) {
    const budget = template?.budgets.words;
    if (budget === undefined) return;
    const words = spec.parts.reduce((sum, { part }) => sum + wordsIn(part), 0);
    if (words > budget.max) {
      const message = 'The document has {0} words, {1} are the most: shorten it.';
      yield { message, args: [String(words), String(budget.max)], ...documentPlace(spec) };
    } else if (budget.min !== undefined && words < budget.min) {
      const message = 'The document has {0} words, {1} are the least: it leaves something out.';
      yield { message, args: [String(words), String(budget.min)], ...documentPlace(spec) };
    }
  },
};

const wordsIn = oncePer(({ text }: SpecPart) => countWords(text));
