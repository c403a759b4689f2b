import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedLines } from '../../../src/core/text/changed-lines';
import { replaceStretches } from '../../../src/core/text/replace-stretches';

describe('the lines in which two texts differ', () => {
  it('are stretches of the first, what goes and what comes in its place being one', () => {
    expect(changedLines('a\nb\nc\n', 'a\nB\nc\nd\n')).toEqual([
      { start: 2, end: 4, newText: 'B\n' },
      { start: 6, end: 6, newText: 'd\n' },
    ]);
    expect(changedLines('a\n', 'a\n')).toEqual([]);
    expect(changedLines('a\nb', 'b')).toEqual([{ start: 0, end: 2, newText: '' }]);
  });

  it('make the second of the first', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 })
      .chain((lines) => fc.constantFrom('\n', '\r\n').map((end) => lines.join(end)));
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(replaceStretches(before, changedLines(before, after))).toBe(after);
      }),
    );
  });
});
