import type { Check } from '../check';
import { firstLine } from '../../spec/place';

/**
 * No code block is longer than the template allows.
 *
 * Options: none; the budget is the template's `budgets.snippetLines`.
 *
 * Good: a signature and its types in 12 lines where 20 are allowed.
 * Bad: a whole implementation in 60.
 */
export const snippetBudget: Check = {
  id: 'snippet-budget',
  title: 'Code blocks keep their budget of lines.',
  severity: 'warning',
  needsTemplate: true,
  needsRequirements: false,
  *run({ spec, template }) {
    const most = template?.budgets.snippetLines;
    if (most === undefined) return;
    for (const block of spec.codeBlocks) {
      if (block.lines <= most) continue;
      yield {
        message:
          'This code block has {0} lines, {1} are the most: show the signature, not the implementation.',
        args: [String(block.lines), String(most)],
        ...firstLine(spec, block),
      };
    }
  },
};
