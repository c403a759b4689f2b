import { parseSpec } from '../spec/parse-spec';
import { taskField } from '../spec/task-field';
import { hasUnseen } from '../text/unseen';
import { readCommands } from '../checks/commands/command-line';
import { knownPrograms } from '../checks/commands/programs';

/** A command that a task of a breakdown names in its done condition. */
export interface DoneCommand {
  readonly task: string;
  readonly title: string;
  /** As written: one line without characters that nobody sees. */
  readonly command: string;
}

/**
 * Commands of done conditions: code spans of which the first word is a program that is known or a script of the workspace
 * (`./check.sh`). Whoever runs one shows it to a person first: it is text that anybody may have written.
 */
export function doneCommands(text: string): readonly DoneCommand[] {
  const spec = parseSpec(text);
  return spec.tasks.flatMap((task) => {
    const field = taskField(task, 'done condition');
    if (field === undefined) return [];
    return spec.codeSpans
      .filter(({ line, endLine }) => line >= field.line && endLine <= field.endLine)
      .map(({ value }) => value.trim())
      .filter(isCommand)
      .map((command) => ({ task: task.id, title: task.title, command }));
  });
}

function isCommand(text: string): boolean {
  // A line break would run more than the first line that a person reads.
  if (text === '' || text.length > 500 || /\p{Cc}/u.test(text) || hasUnseen(text)) return false;
  const program = readCommands(text)[0]?.words[0];
  return program !== undefined && (knownPrograms.has(program) || /^\.{1,2}\//.test(program));
}
