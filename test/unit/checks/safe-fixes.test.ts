import { describe, expect, it } from 'vitest';
import { safeFixes } from '../../../src/core/checks/fixes/safe-fixes';
import type { Finding } from '../../../src/core/checks/finding';
import type { SpecFix } from '../../../src/core/checks/spec-fix';
import { check, edit, goodSpec, listing } from './builders';

const place = (line: number, column: number, endColumn: number) => ({
  line,
  column,
  endLine: line,
  endColumn,
});

function finding(args: readonly string[]): Finding {
  return { check: 'x', severity: 'error', message: '', args, fixable: true, ...place(1, 1, 1) };
}

function fixing(...fixes: readonly SpecFix[]): ReturnType<typeof safeFixes> {
  const findings = fixes.map((_, index) => finding([String(index)]));
  return safeFixes({
    findings,
    fixesOf: ({ args: [index] }) => fixes.slice(Number(index), Number(index) + 1),
  });
}

function fix(range: ReturnType<typeof place>, newText: string, safe = true): SpecFix {
  return { message: '', args: [], edits: [{ range, newText }], safe };
}

describe('fixing all safe problems', () => {
  it('settles them in one go, and the spec is clean afterwards', () => {
    const ticked = edit(
      edit(goodSpec, '- [ ] Each requirement', '- [x] Each requirement'),
      '- [ ] The text is clear',
      '- [x] The text is clear',
    );
    const { edits, findings } = safeFixes(check({ text: ticked }));
    expect(findings).toHaveLength(2);
    const lines = ticked.split('\n');
    for (const { range, newText } of edits) {
      const line = lines[range.line - 1] ?? '';
      lines[range.line - 1] = line.slice(0, range.column - 1) + newText + line.slice(range.endColumn - 1);
    }
    expect(listing(check({ text: lines.join('\n') }))).toEqual([]);
  });

  it('leaves alone what decides something', () => {
    expect(fixing(fix(place(1, 1, 2), 'a', false)).edits).toEqual([]);
    const { edits } = safeFixes(check({ text: edit(goodSpec, 'Draft', 'Drafft') }));
    expect(edits).toEqual([]);
  });

  it('corrects what is misspelt before it adds what is missing: it may be the same', () => {
    const misspelt = edit(goodSpec, '| T-001, T-002 |', '| T-01, T-002 |');
    const { edits } = safeFixes(check({ text: misspelt }));
    expect(edits.map(({ newText }) => newText)).toEqual(['T-001']);
  });

  it('makes only the first of two that change the same text, and one edit once', () => {
    expect(fixing(fix(place(1, 1, 5), 'a'), fix(place(1, 4, 6), 'b')).findings).toHaveLength(1);
    expect(fixing(fix(place(1, 1, 1), 'a'), fix(place(1, 1, 1), 'b')).edits).toHaveLength(1);
    const same = fixing(fix(place(1, 1, 5), 'a'), fix(place(1, 1, 5), 'a'));
    expect(same.findings).toHaveLength(2);
    expect(same.edits).toHaveLength(1);
    expect(fixing(fix(place(1, 1, 5), 'a'), fix(place(1, 5, 6), 'b')).edits).toHaveLength(2);
  });
});

describe('a misspelt status', () => {
  it('is offered as it is spelt, another one as any of the known', () => {
    const offered = (status: string): readonly string[] => {
      const report = check({ text: edit(goodSpec, 'Draft', status) });
      return report.findings
        .filter(({ check: id }) => id === 'status')
        .flatMap((one) => report.fixesOf(one).map(({ args }) => args.join()));
    };
    expect(offered('Aproved')).toEqual(['Approved']);
    expect(offered('Someday')).toEqual(['Draft', 'In Review', 'Approved']);
  });
});
