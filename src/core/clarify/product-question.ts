import { productWork } from '../source/sections/product-work';
import type { Source } from '../source/source';
import type { Template } from '../template/template';
import type { Question } from './question';

/** Id of the question whether product work may go without a PRD. */
export const productQuestionId = 'product-facing';
/** The answer that lets it go on. */
export const engineeringAnswer = 'This is engineering work: no PRD is needed.';

/** Lines that are given as evidence at most. */
const mostEvidence = 5;

/**
 * Stops where product work has no PRD and the template is made for one first of all: what users see is settled in a PRD,
 * not by whoever writes the spec. The answer is kept with the others.
 */
export function* productQuestion(source: Source, template: Template | null): Iterable<Question> {
  if (template === null || template.for[0] !== 'prd') return;
  const statements = productWork(source).slice(0, mostEvidence);
  if (statements.length === 0) return;
  yield {
    id: productQuestionId,
    area: 'prd',
    blocking: true,
    text: 'This describes what users of the product see, without a PRD. Which PRD settles it, or why is none needed?',
    why: `The template "${template.name}" is made for a PRD: who it is for, and what is in and out of scope, is decided there.`,
    options: [{ text: engineeringAnswer, recommended: false }],
    evidence: statements.map(({ line }) => ({ path: source.path, line })),
  };
}
