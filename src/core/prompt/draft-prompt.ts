import type { Brief } from '../brief/brief';
import type { PromptMessage } from '../ports/language-model';
import { recordedPath } from '../text/path';
import { taskPrompt } from './task-prompt';

/** When, by whom and where to a document is written. */
export function occasion({ date, timeZone, author, output, source }: Brief): string {
  return `Today is ${date} (${timeZone}). Author: ${author ?? 'unknown'}. It will be saved as ${output}; its source is ${recordedPath(source.path)}.`;
}

/** Asks for the whole document. */
export function draftPrompt(brief: Brief): readonly PromptMessage[] {
  return taskPrompt(brief, draftOrder(brief));
}

function draftOrder(brief: Brief): string {
  return [
    '# Order',
    `Write the whole document now. ${occasion(brief)}`,
    'Answer with the document alone, in Markdown, starting with its first heading.',
  ].join('\n');
}
