import { oneLine } from '../text/said';
import type { Initiative, InitiativeRequirement } from './initiative';
import { engineeringId, itemsOf } from './initiative';
import { asBlock } from './markdown-block';

/** Headings of the sections, in order; the reader of sources knows them too. */
export const initiativeHeadings = {
  problem: 'Problem',
  whyNow: 'Why now',
  requirements: 'Requirements',
  constraints: 'Constraints',
  outOfScope: 'Out of scope',
} as const;

export const initiativeFrontMatter = '---\ntype: initiative\n---\n';
export const successLabel = '_Success criteria:_';

/**
 * The initiative as a document: Markdown that {@link parseInitiative} turns into the same initiative, and in which
 * `readSource` finds its requirements. Empty sections are left out.
 *
 * @param initiative text of any sort; what would form a heading or swallow the sections below it is escaped
 */
export function writeInitiative(initiative: Initiative): string {
  const { title, problem, whyNow, requirements, constraints, outOfScope } = initiative;
  const bullets = (text: string): string =>
    itemsOf(text)
      .map((item) => `- ${oneLine(item)}`)
      .join('\n');
  const sections = [
    [initiativeHeadings.problem, asBlock(problem)],
    [initiativeHeadings.whyNow, asBlock(whyNow)],
    [initiativeHeadings.requirements, requirements.map(requirementItem).join('\n')],
    [initiativeHeadings.constraints, bullets(constraints)],
    [initiativeHeadings.outOfScope, bullets(outOfScope)],
  ] as const;
  const written = sections
    .filter(([, text]) => text !== '')
    .map(([heading, text]) => `\n## ${heading}\n\n${text}\n`);
  return `${initiativeFrontMatter}\n# ${oneLine(title)}\n${written.join('')}`;
}

function requirementItem({ statement, success, priority }: InitiativeRequirement, index: number): string {
  const criteria = itemsOf(success).map(oneLine);
  const lines = [`- **${engineeringId(index)}** (${priority}): ${oneLine(statement)}`.trimEnd()];
  if (criteria.length === 1) lines.push(`  - ${successLabel} ${criteria[0] ?? ''}`);
  if (criteria.length > 1)
    lines.push(`  - ${successLabel}`, ...criteria.map((criterion) => `    - ${criterion}`));
  return lines.join('\n');
}
