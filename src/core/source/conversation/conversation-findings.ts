import type { Finding } from '../../checks/finding';
import { titleOf } from '../inline-text';
import type { Contradiction } from './conversation-requirements';
import type { ExportedConversation } from './turn';

/** Statements are quoted up to this length, in characters. */
const quoted = 160;

/** Problems of a conversation itself: decisions that contradict each other, and exports that hold more than one. */
export function conversationFindings({
  text,
  contradictions,
  exported,
}: {
  readonly text: string;
  readonly contradictions: readonly Contradiction[];
  readonly exported: readonly ExportedConversation[];
}): readonly Finding[] {
  const lines = text.split('\n');
  const at = (line: number) => ({
    ...{ line, column: 1, endLine: line },
    endColumn: (lines[line - 1] ?? '').replace(/\r$/, '').length + 1,
  });
  const against = contradictions.map(({ earlier, later, requirement }): Finding => ({
    ...{ check: 'conversation-contradiction', severity: 'warning', fixable: false },
    message: '{0} says "{1}", but line {2} said "{3}". The later one is taken: confirm it.',
    args: [requirement, titleOf(later.text, quoted), String(earlier.line), titleOf(earlier.text, quoted)],
    ...at(later.line),
  }));
  const several: readonly Finding[] =
    exported.length < 2
      ? []
      : [
          {
            ...{ check: 'conversation-several', severity: 'info', fixable: false },
            message:
              'This export holds {0} conversations, of which the one that went on last is read. Save the one you mean as a file of its own.',
            args: [String(exported.length)],
            ...at(1),
          },
        ];
  return [...several, ...against];
}
