import { expect, it } from 'vitest';
import { countFindings, distinctFindings } from '../../../src/core/checks/distinct-findings';
import type { Finding } from '../../../src/core/checks/finding';

const finding = (check: string, line: number, gap?: string): Finding => ({
  ...{ check, line, severity: 'warning', message: '', args: [], fixable: false },
  ...{ column: 1, endLine: line, endColumn: 2 },
  ...(gap === undefined ? {} : { gap }),
});

it('a gap that several checks report counts once, and what is missing is named', () => {
  const found = [
    finding('hollow-section', 2, 'OQ-1'),
    finding('word-budget', 3),
    finding('task-fields', 5, 'OQ-2'),
    finding('metadata', 6, 'OQ-2'),
    finding('open-questions', 9, 'OQ-1'),
    finding('word-budget', 10),
  ];
  expect(distinctFindings(found).map(({ check, line }) => `${line} ${check}`)).toEqual([
    '3 word-budget',
    '5 task-fields',
    '9 open-questions',
    '10 word-budget',
  ]);
});

it('what waits for one question counts once, beside how many findings say so', () => {
  const found = [
    finding('hollow-section', 2, 'OQ-1'),
    finding('word-budget', 3),
    finding('open-questions', 9, 'OQ-1'),
  ];
  expect(countFindings(found)).toEqual({
    error: { count: 0, findings: 0 },
    warning: { count: 2, findings: 3 },
    info: { count: 0, findings: 0 },
  });
});
