import type { Brief } from '../brief/brief';
import type { PromptMessage } from '../ports/language-model';
import { recordedPath } from '../text/path';
import { taskPrompt } from './task-prompt';

/** Asks for the whole document. */
export function draftPrompt(brief: Brief): readonly PromptMessage[] {
  return taskPrompt(brief, draftOrder(brief));
}

function draftOrder({ date, timeZone, author, output, source }: Brief): string {
  return [
    '# Order',
    `Write the whole document now. Today is ${date} (${timeZone}). Author: ${author ?? 'unknown'}. It will be saved as ${output}; its source is ${recordedPath(source.path)}.`,
    'Answer with the document alone, in Markdown, starting with its first heading.',
  ].join('\n');
}
