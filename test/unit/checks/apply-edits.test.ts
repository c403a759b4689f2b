import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/core/checks/apply-edits';
import type { SpecEdit } from '../../../src/core/checks/spec-fix';

const edit = (line: number, column: number, endColumn: number, newText: string): SpecEdit => ({
  range: { line, column, endLine: line, endColumn },
  newText,
});

describe('edits of a text', () => {
  it('are made together, at the places of the text they were made for', () => {
    expect(
      applyEdits('one two\nthree', [edit(1, 5, 8, 'TWO!'), edit(1, 1, 4, 'ONE'), edit(2, 6, 6, '.')]),
    ).toBe('ONE TWO!\nthree.');
  });

  it('keep the line ends of the document', () => {
    expect(applyEdits('a\r\nb\r\n', [edit(2, 2, 2, '\nc')])).toBe('a\r\nb\r\nc\r\n');
  });

  it('change nothing outside their ranges', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(50), fc.nat(10), fc.string(), (line, from, length, newText) => {
        const text = line.replace(/[\r\n]/g, '');
        const start = Math.min(from, text.length);
        const end = Math.min(start + length, text.length);
        const put = newText.replace(/[\r\n]/g, '');
        expect(applyEdits(text, [edit(1, start + 1, end + 1, put)])).toBe(
          text.slice(0, start) + put + text.slice(end),
        );
      }),
    );
  });
});
