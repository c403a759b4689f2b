import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InsertionPoint, type OffsetChange } from '../../../src/host/editor/insertion-point';

describe('the insertion point', () => {
  it('moves on by what is inserted at it', () => {
    const point = new InsertionPoint(3);
    point.apply([{ rangeOffset: 3, rangeLength: 0, text: 'abc' }]);
    expect(point.offset).toBe(6);
  });

  it('stays when text behind it changes', () => {
    const point = new InsertionPoint(3);
    point.apply([{ rangeOffset: 4, rangeLength: 2, text: 'longer' }]);
    expect(point.offset).toBe(3);
  });

  it('goes behind a replacement that swallows it', () => {
    const point = new InsertionPoint(5);
    point.apply([{ rangeOffset: 2, rangeLength: 6, text: 'xy' }]);
    expect(point.offset).toBe(4);
  });

  it('keeps a stream whole whatever a person types before and after it', () => {
    const typing = fc.array(fc.record({ before: fc.boolean(), text: fc.string({ maxLength: 5 }) }), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(
        fc.array(fc.string({ minLength: 1, maxLength: 8 }), { maxLength: 30 }),
        typing,
        (chunks, typed) => {
          let text = '';
          const point = new InsertionPoint(0);
          const change = (edit: OffsetChange): void => {
            text =
              text.slice(0, edit.rangeOffset) + edit.text + text.slice(edit.rangeOffset + edit.rangeLength);
            point.apply([edit]);
          };
          let start = 0;
          chunks.forEach((chunk, index) => {
            change({ rangeOffset: point.offset, rangeLength: 0, text: chunk });
            const key = typed[index];
            if (key === undefined) return;
            change({ rangeOffset: key.before ? start : text.length, rangeLength: 0, text: key.text });
            if (key.before) start += key.text.length;
            // Typing at the very end of an empty tail lands at the point and so before what follows.
            else if (text.length === point.offset) chunks[index] += key.text;
          });
          expect(text.slice(start, point.offset)).toBe(chunks.join(''));
        },
      ),
    );
  });
});
