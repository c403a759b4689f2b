import { linePlace } from '../../document/places';
import type { SourceRule } from '../source-rule';

/**
 * A file holds one conversation.
 *
 * Good: one chat, exported or copied.
 * Bad: the data export of a whole account; only one of its chats is read.
 */
export const several: SourceRule = {
  id: 'conversation-several',
  title: 'A file holds one conversation.',
  severity: 'info',
  *run({ lines, talk }) {
    const count = talk?.conversations ?? 0;
    if (count < 2) return;
    const { line, column, endLine, endColumn } = linePlace(lines, 1);
    yield {
      message:
        'This export holds {0} conversations, of which the one that went on last is read. Save the one you mean as a file of its own.',
      args: [String(count)],
      ...{ line, column, endLine, endColumn },
    };
  },
};
