import { describe, expect, it } from 'vitest';
import { atxHeading } from '../../../src/core/markdown/atx-heading';

describe('a heading of one line', () => {
  it.each([
    ['# One', 1, 'One'],
    ['   ### Three ###  ', 3, 'Three'],
    ['## C#', 2, 'C#'],
    ['## #', 2, ''],
    ['##', 2, ''],
    ['##\t\tTabs', 2, 'Tabs'],
    ['###### a # b', 6, 'a # b'],
  ])('is read as CommonMark has it: %j', (line, level, text) => {
    expect(atxHeading(line)).toEqual({ level, text });
  });

  it.each(['#One', '    # Code', '####### Seven', 'Text', ''])(
    'is not what only looks like one: %j',
    (line) => {
      expect(atxHeading(line)).toBeNull();
    },
  );
});
