import type { RootContent } from 'mdast';
import { oncePerList } from '../../text/remembered';
import type { Check } from '../check';
import { countSentences, countWords } from '../../spec/count-words';
import { headingPlace } from '../../spec/place';
import { linesOfNodes, sectionNodes } from '../reading/section-content';

/**
 * Sections keep the template's budgets of words and sentences, subsections included.
 *
 * Options: none; the budgets are the template's `budgets.sections`.
 *
 * Good: an overview of two sentences where two are the most.
 * Bad: an executive summary of 350 words where 200 are the most.
 */
export const sectionBudget: Check = {
  id: 'section-budget',
  title: 'Sections keep their budgets.',
  severity: 'warning',
  needsTemplate: true,
  needsRequirements: false,
  *run({ spec, template, sections }) {
    for (const [key, budget] of Object.entries(template?.budgets.sections ?? {})) {
      const section = sections.get(key);
      if (section === undefined) continue;
      const { words, sentences } = countsOf(sectionNodes(spec, section));
      const place = headingPlace(spec, section);
      if (budget.words !== undefined && words > budget.words) {
        const message = 'Section "{0}" has {1} words, {2} are the most.';
        yield { message, args: [section.name, String(words), String(budget.words)], ...place };
      }
      if (budget.sentences !== undefined && sentences > budget.sentences) {
        const message = 'Section "{0}" has {1} sentences, {2} are the most.';
        yield { message, args: [section.name, String(sentences), String(budget.sentences)], ...place };
      }
    }
  },
};

const countsOf = oncePerList((nodes: readonly RootContent[]) => {
  const text = linesOfNodes(nodes).join('\n');
  return { words: countWords(text), sentences: countSentences(text) };
});
