import type { Brief } from '../brief/brief';
import type { CallPlan } from '../draft/calls/call-plan';
import type { PromptMessage } from '../ports/language-model';
import { dataFence } from '../text/data-fence';
import { sha256Hex } from '../text/hash';
import { occasion } from './draft-prompt';
import { taskPrompt } from './task-prompt';

/** Ids that calls which run at once may give to open questions without knowing of each other. */
const idsOfCall = 20;

/**
 * Asks for one part of the document. It begins with the same bytes as the prompt of a whole draft; then comes what was written by
 * calls before, the same for all calls of a wave, and last what this one is to write.
 *
 * @param call index in the plan
 * @param before what the calls of earlier waves wrote
 */
export function partPrompt(
  brief: Brief,
  plan: CallPlan,
  call: number,
  before: string,
): readonly PromptMessage[] {
  const written =
    before === ''
      ? []
      : [
          '# Written already (other parts of the same document, in its order; they are not changed)',
          dataFence('written', {}, before, sha256Hex(before)),
          '',
        ];
  return taskPrompt(brief, [...written, ...orderOf(brief, plan, call)].join('\n'));
}

function orderOf(brief: Brief, { calls }: CallPlan, call: number): readonly string[] {
  const planned = calls[call];
  const headings = brief.template.sections
    .filter(({ key, level }) => level === 2 && planned?.keys.includes(key) === true)
    .map(({ number, heading }) => `- \`## ${number === null ? '' : `${number}. `}${heading}\``);
  const beside = calls.filter(({ wave }, index) => wave === planned?.wave && index !== call).length;
  const first = call * idsOfCall + 1;
  return [
    '# Order',
    `Write one part of the document now; the other parts are written by themselves. ${occasion(brief)}`,
    'Your part has these sections of the template, in this order, each with all below it:',
    ...headings,
    ...(planned?.opening === true
      ? ['Begin with the title and all that the template has before its first section.']
      : ['Do not repeat the title or anything before your first section.']),
    'Agree with what is written already: names, paths, signatures, types and ids as they stand there; what it names you do not name anew. Refer to sections that are not written yet by their headings alone.',
    ...(beside === 0
      ? []
      : [`Give open questions of your own the ids OQ-${first} to OQ-${first + idsOfCall - 1}.`]),
    ...(planned !== undefined && planned.wave > 0 && beside === 0
      ? ['Where your part lists open questions or assumptions, list those of all parts.']
      : []),
    'Answer with your part alone, in Markdown: no other section, no remark, no fence around the answer.',
  ];
}
