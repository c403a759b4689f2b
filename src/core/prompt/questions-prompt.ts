import type { Brief } from '../brief/brief';
import { clarifyAreas } from '../clarify/areas';
import type { Question } from '../clarify/question';
import type { JsonSchema, ModelTask, PromptMessage } from '../ports/language-model';
import { dataFence } from '../text/data-fence';
import { taskPrompt } from './task-prompt';

/** Most questions that are asked for in one round: all of them are on one page. */
const mostAsked = 12;
/** As many of the questions that are there as a model needs to see what is asked already. */
const mostListed = 80;

/**
 * Asks for what is still unclear. It begins with the same bytes as the prompt for the draft.
 *
 * @param brief with the answers given so far, and no others
 * @param questions what is asked already, and what the workspace answers
 * @param isFurther whether a person has answered some of them
 */
export function questionsPrompt(
  brief: Brief,
  questions: readonly Pick<Question, 'text'>[],
  isFurther: boolean,
): readonly PromptMessage[] {
  return taskPrompt(brief, questionsOrder(questions, isFurther));
}

function questionsOrder(questions: readonly Pick<Question, 'text'>[], isFurther: boolean): string {
  const round = isFurther
    ? 'Do not write the document yet. Ask only what the answers above leave open or newly open; nothing where they settle everything.'
    : 'Do not write the document yet. Ask what a coding agent would otherwise have to guess.';
  const known = questions
    .slice(0, mostListed)
    .map(({ text }) => `- ${text}`)
    .join('\n');
  return [
    '# Order',
    round,
    `Ask at most ${mostAsked} questions, over these areas: ${clarifyAreas.join(', ')}. Ask nothing that source, workspace or answers settle, nothing about taste, and no question twice. An empty list is a good answer where nothing is unclear.`,
    'A question is blocking only where a wrong guess would change contracts, data or scope. Say in one sentence why it matters. Give two to four options where there are typical ones, and recommend at most one. As evidence name lines of the source or of files listed above.',
    // They quote the source.
    ...(known === '' ? [] : ['Asked already:', dataFence('asked', {}, known)]),
    'Answer with JSON alone, in this form:',
    '{"questions":[{"area":"data","blocking":true,"text":"...?","why":"...","options":[{"text":"...","recommended":true}],"evidence":[{"path":"...","line":1}]}]}',
  ].join('\n');
}

const string: JsonSchema = { type: 'string' };
const strict = (properties: Readonly<Record<string, JsonSchema>>): JsonSchema => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});
const list = (items: JsonSchema): JsonSchema => ({ type: 'array', items });

/** The form in which questions are answered by models that can be held to one. */
export const questionsTask: Extract<ModelTask, { kind: 'data' }> = {
  kind: 'data',
  name: 'questions',
  schema: strict({
    questions: list(
      strict({
        area: { type: 'string', enum: [...clarifyAreas] },
        blocking: { type: 'boolean' },
        text: string,
        why: string,
        options: list(strict({ text: string, recommended: { type: 'boolean' } })),
        evidence: list(strict({ path: string, line: { type: 'integer' } })),
      }),
    ),
  }),
};
