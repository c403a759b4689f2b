import type { Brief } from '../brief/brief';
import type { ChecklistEntry } from '../checklist/checklist';
import { verdicts } from '../opinions/opinion';
import type { JsonSchema, ModelTask, PromptMessage } from '../ports/language-model';
import type { SpecDocument } from '../spec/spec-document';
import { dataFence } from '../text/data-fence';
import { sha256Hex } from '../text/hash';
import { recordedPath } from '../text/path';
import { taskPrompt } from './task-prompt';

/**
 * Asks what a reader thinks of a spec. It begins with the same bytes as the prompt of the draft.
 *
 * @param items of the checklist that no check verifies
 */
export function reviewPrompt(
  brief: Brief,
  spec: Pick<SpecDocument, 'text'>,
  items: readonly Pick<ChecklistEntry, 'id' | 'text'>[],
): readonly PromptMessage[] {
  const numbered = spec.text
    .trimEnd()
    .split('\n')
    .map((line, index) => `${index + 1}: ${line}`)
    .join('\n');
  const list = items.map(({ id, text }) => `- ${id}: ${text}`).join('\n');
  return taskPrompt(
    brief,
    [
      '# Specification to review (each line with its number)',
      dataFence('spec', { path: recordedPath(brief.output) }, numbered, sha256Hex(numbered)),
      '',
      '# Order',
      'Do not write a document. Read the specification as the person who has to answer for it, against source, workspace and answers.',
      ...(items.length === 0
        ? []
        : [
            'Say of each of these items whether it holds, fails or is doubtful, with the reason in one or two sentences and the numbers of the lines that show it. Doubtful where the lines do not show it. Praise nothing.',
            dataFence('items', {}, list, sha256Hex(list)),
          ]),
      'As remarks name what else would make whoever builds from it go wrong: contradictions, gaps, what the source asks for and is not met. At most ten, none about style, none that only repeats an open question of it.',
      'Answer with JSON alone, in this form:',
      `{"opinions":[{"item":"id","verdict":"${verdicts.join('|')}","reason":"...","lines":[1]}],"remarks":[{"text":"...","lines":[1]}]}`,
    ].join('\n'),
  );
}

const string: JsonSchema = { type: 'string' };
const strict = (properties: Readonly<Record<string, JsonSchema>>): JsonSchema => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});
const list = (items: JsonSchema): JsonSchema => ({ type: 'array', items });
const lines = list({ type: 'integer' });

/** The form in which reviews are answered by models that can be held to one. */
export const reviewTask: Extract<ModelTask, { kind: 'data' }> = {
  kind: 'data',
  name: 'review',
  schema: strict({
    opinions: list(
      strict({ item: string, verdict: { type: 'string', enum: [...verdicts] }, reason: string, lines }),
    ),
    remarks: list(strict({ text: string, lines })),
  }),
};
