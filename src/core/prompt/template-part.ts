import type { Brief } from '../brief/brief';
import { renderSkeleton } from '../draft/skeleton';
import { oneLine } from '../text/said';
import { stackMismatches } from '../workspace/stack/stack-expectation';

/** The document to be: its limits and its skeleton. No answer changes it. */
export function templatePart(brief: Brief): string {
  const { words, snippetLines } = brief.template.budgets;
  const budgets = [
    ...(words === undefined
      ? []
      : [
          `The document has ${words.min === undefined ? 'at most' : `${words.min} to`} ${words.max} words, code and tables included (a path, a number and a hyphenated word are one word each, pipes and list markers none); headings, what stands before the first section, the mapping of requirements, the verdicts on rules and the checklist do not count.`,
        ]),
    ...(snippetLines === undefined ? [] : [`A code block has at most ${snippetLines} lines.`]),
  ];
  const limits =
    budgets.length === 0
      ? []
      : ['Limits of the document, not part of it:', ...budgets.map((budget) => `- ${budget}`)];
  // A template made for another stack must not talk the writer into that.
  const foreign = stackMismatches(brief.template.stack ?? {}, brief.context.stack).map(
    ({ expected }) => `- ${oneLine(expected)}`,
  );
  return [
    '# Template',
    ...limits,
    ...(foreign.length === 0
      ? []
      : ['Made for what this workspace does not have; follow the workspace instead:', ...foreign]),
    '',
    'The document begins below this line.',
    '',
    renderSkeleton(brief.template, { ...brief, questions: [], answers: [] }),
  ].join('\n');
}
