import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyFixes, safeFixes } from '../../../src/core/checks/apply-fixes';
import type { Finding } from '../../../src/core/checks/finding';
import type { SpecFix } from '../../../src/core/checks/spec-fix';

const fix = (line: number, column: number, endColumn: number, newText: string, safe = true): SpecFix => ({
  message: 'Change it',
  args: [],
  edits: [{ range: { line, column, endLine: line, endColumn }, newText }],
  safe,
});
const finding = (line: number): Finding => ({
  check: 'x',
  severity: 'error',
  message: 'm',
  args: [],
  fixable: true,
  line,
  column: 1,
  endLine: line,
  endColumn: 1,
});

describe('fixes of a text', () => {
  it('are applied together, at the places of the text they were made for', () => {
    expect(
      applyFixes('one two\nthree', [fix(1, 5, 8, 'TWO!'), fix(1, 1, 4, 'ONE'), fix(2, 6, 6, '.')]),
    ).toEqual({
      text: 'ONE TWO!\nthree.',
      applied: 3,
    });
  });

  it('that overlap an earlier one are left for the next round', () => {
    expect(applyFixes('abcdef', [fix(1, 2, 4, 'X'), fix(1, 3, 5, 'Y')])).toEqual({
      text: 'aXdef',
      applied: 1,
    });
  });

  it('keep the line ends of the document', () => {
    expect(applyFixes('a\r\nb\r\n', [fix(2, 2, 2, '\nc')]).text).toBe('a\r\nb\r\nc\r\n');
  });

  it('change nothing outside their ranges', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(50), fc.nat(10), fc.string(), (line, from, length, newText) => {
        const text = line.replace(/[\r\n]/g, '');
        const start = Math.min(from, text.length);
        const end = Math.min(start + length, text.length);
        const put = newText.replace(/[\r\n]/g, '');
        expect(applyFixes(text, [fix(1, start + 1, end + 1, put)]).text).toBe(
          text.slice(0, start) + put + text.slice(end),
        );
      }),
    );
  });
});

describe('the safe fixes of a report', () => {
  it('are the best safe one of each finding, the same edit once', () => {
    const both = fix(1, 1, 2, 'X');
    const unsafe = fix(2, 1, 2, 'Y', false);
    const report = {
      findings: [finding(1), finding(2), finding(3)],
      fixesOf: ({ line }: Finding) => (line === 2 ? [unsafe] : [both]),
    };
    expect(safeFixes(report)).toEqual([both]);
  });
});
