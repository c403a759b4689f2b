import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutComments } from '../../../src/core/syntax/types/bracketed';
import { blanked } from '../../../src/core/text/blanked';

describe('a blanked text', () => {
  it('has every place and every line break where it was, whatever it says', () => {
    expect(blanked('a 😀\r\nb\n\n`c`')).toBe('    \r\n \n\n   ');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const made = blanked(text, '·');
        expect(made).toHaveLength(text.length);
        expect(made.split(/[\r\n]/).map(({ length }) => length)).toEqual(
          text.split(/[\r\n]/).map(({ length }) => length),
        );
      }),
    );
  });

  it('leaves what follows a comment with an emoji where it is', () => {
    const text = 'a /* 😀 */ b // 😀\nc';
    expect(withoutComments(text)).toHaveLength(text.length);
    expect(withoutComments(text).indexOf('c')).toBe(text.indexOf('c'));
  });
});
