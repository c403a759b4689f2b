import type { Brief } from '../brief/brief';
import type { PromptMessage } from '../ports/language-model';
import { withoutSecrets } from '../secrets/mask-secrets';
import { draftPrompt } from './draft-prompt';

/**
 * Asks to go on with a document that broke off: the prompt of the draft byte for byte, then the answer so far as the
 * model's own, then the order.
 *
 * @param written all of the answer that has come, as it came
 */
export function continuationPrompt(brief: Brief, written: string): readonly PromptMessage[] {
  return goingOn(draftPrompt(brief), written);
}

/** Any prompt byte for byte, the answer to it so far, and the order to go on. */
export function goingOn(prompt: readonly PromptMessage[], written: string): readonly PromptMessage[] {
  return [
    ...prompt,
    { role: 'assistant', content: withoutSecrets(written) },
    { role: 'user', content: order },
  ];
}

const order = [
  '# Order',
  'Your answer above was cut off. Go on with it exactly there: begin with the character that follows its last one, even within a word, a line, a table or a code block.',
  'Repeat nothing of it, no word, no line, no heading. No greeting, no remark, no fence around the rest. Stop where the document ends.',
].join('\n');
