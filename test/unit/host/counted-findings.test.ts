import { expect, it } from 'vitest';
import type { Finding } from '../../../src/core/checks/finding';
import { countedFindings } from '../../../src/host/generation/counted-findings';

const finding = (severity: Finding['severity'], line: number, gap?: string): Finding => ({
  ...{ check: gap === undefined ? 'sections' : 'open-questions', severity, line, fixable: false },
  ...{ message: 'At {0}.', args: [String(line)], column: 1, endLine: line, endColumn: 2 },
  ...(gap === undefined ? {} : { gap }),
});

it('errors come first, each is named in words, and a gap counts once', () => {
  const found = [
    finding('warning', 1, 'OQ-1'),
    finding('info', 2),
    finding('error', 3),
    finding('warning', 9, 'OQ-1'),
  ];
  expect(countedFindings(found)).toEqual({
    errors: 1,
    warnings: 1,
    listed: { errors: 1, warnings: 2 },
    findings: [
      { severity: 'error', message: 'At 3.', line: 3 },
      { severity: 'warning', message: 'At 1.', line: 1 },
    ],
  });
});

it('a flood of findings is counted whole and named in part', () => {
  const { errors, findings } = countedFindings(
    Array.from({ length: 5000 }, (_, at) => finding('error', at + 1)),
  );
  expect(errors).toBe(5000);
  expect(findings.length).toBeLessThan(200);
});
