import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SourceError } from '../../../src/core/source/document/source-error';
import type { Source } from '../../../src/core/source/source';
import { read } from './read';
import { secondsHere } from '../../harness/pace';

const piece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    ...[
      '# PRD',
      '## Requirements',
      '### FR-1: Login',
      '- **FR-1**: x',
      '- FR-2: y',
      '| ID | Text |',
      '|--|--|',
      '| FR-3 | z |',
      '```',
      '> ',
      '~~',
      '**',
    ],
    ...[
      '## 功能需求',
      '### Requirement 1: a',
      '#### Acceptance Criteria',
      '1. WHEN a THE b SHALL c',
      'As a user, I want x',
      '---',
      '<details>',
      '  - nested',
    ],
    ...[
      'Ana: We need x.',
      'Ben (10:02): why?',
      '1、登录',
      '2.1 首页',
      'FR-1..FR-4',
      '[{"role":"user","content":"must x"}]',
    ],
    ...[
      '<table><tr><td>RF01</td><td>x',
      '</table>',
      '<summary>RF02 - y</summary>',
      '<h3>RF‑03 z</h3>',
      '| Priority | High |',
      '| ID | FR-4 |',
      '3.1 a',
      '（2）b',
      '## ３．１　c',
      '### As a guest',
      '- I want x',
      '## v2 Requirements',
      '~~FR-5: d~~ (cancelled, see FR-6)',
      '\t- tab',
      '**US-1: Bold**',
    ],
  ),
);
const document = fc.array(piece, { maxLength: 25 }).map((parts) => parts.join('\n'));

function tryRead(text: string): Source | null {
  try {
    return read(text);
  } catch (error) {
    if (SourceError.is(error)) return null;
    throw error;
  }
}

describe('any text', () => {
  it('is read without throwing, with unique ids and lines in range', () => {
    fc.assert(
      fc.property(document, (text) => {
        const source = tryRead(text);
        if (source === null) return;
        const count = source.text.split(/\r\n|\n|\r/).length;
        const ids = source.requirements.map((requirement) => requirement.id);
        expect(new Set(ids).size).toBe(ids.length);
        let last = 0;
        for (const requirement of source.requirements) {
          expect(requirement.line).toBeGreaterThanOrEqual(Math.max(1, last));
          last = requirement.line;
          expect(requirement.endLine).toBeGreaterThanOrEqual(requirement.line);
          expect(requirement.endLine).toBeLessThanOrEqual(count);
          expect(requirement.title).not.toMatch(/\n/);
          expect(requirement.title.length).toBeGreaterThan(0);
          expect(requirement.title.length).toBeLessThanOrEqual(120);
          expect(requirement.text.length).toBeGreaterThan(0);
          expect(requirement.fingerprint).toMatch(/^[0-9a-f]{16}$/);
          for (const criterion of requirement.acceptance) expect(criterion.line).toBeLessThanOrEqual(count);
        }
        for (const item of [...source.outOfScope, ...source.facts, ...source.findings]) {
          expect(item.line).toBeGreaterThanOrEqual(1);
          expect(item.line).toBeLessThanOrEqual(count);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same value twice', () => {
    fc.assert(
      fc.property(document, (text) => {
        expect(tryRead(text)).toEqual(tryRead(text));
      }),
      { numRuns: 60 },
    );
  });
});

describe('time', () => {
  it.each([
    ['brackets', '['.repeat(40_000)],
    ['emphasis', '*a_ '.repeat(20_000)],
    ['one id without end', `FR${'-1'.repeat(30_000)}`],
    ['one story without end', `# x\n\n${'as a '.repeat(20_000)}`],
    ...[
      ['one heading without end', `## ${'what we will '.repeat(4000)}`],
      ['a demand without end', `# x\n## Features\n### y\n- ${'the user the system '.repeat(8000)}can`],
      ['remarks', `# x\n## Requirements\n- FR-1: a ${'(cancelled '.repeat(8000)}`],
      ['dashes', `# x\n## Requirements\n- FR-1: a ${' - '.repeat(20_000)}`],
      ['rows in HTML', `# x\n## Requirements\n<table>${'<tr><td>RF1</td><td>a<b'.repeat(6000)}`],
      ['tags', `# x\n${'<summary '.repeat(10_000)}`],
      ['names', `# x\n## Features\n### ${'a & '.repeat(20_000)}management\n- b`],
      ['numbers', Array.from({ length: 3000 }, (_, at) => `${at % 7}、a\n${at % 5}.${at % 3} b`).join('\n')],
      ['chapters', Array.from({ length: 4000 }, (_, at) => `# ${at % 9}.${at % 4}.${at % 3} a`).join('\n')],
      ['bare ids', Array.from({ length: 6000 }, (_, at) => `RF${at}\na`).join('\n')],
      [
        'cards',
        '# x\n## Requirements\n' +
          '| ID | FR-1 |\n|--|--|\n| Priority | High |\n| Name | a |\n\n'.repeat(2000),
      ],
      [
        'stories in columns',
        '# x\n## Stories\n| Role | Want | So that |\n|--|--|--|\n' + '| a | b | c |\n'.repeat(3000),
      ],
    ],
    ['quotes', `${'>'.repeat(3000)} x`],
    [
      'turns',
      Array.from({ length: 3000 }, (_, at) => `${at % 2 ? 'Ana' : 'Ben'}: we need thing ${at}`).join('\n'),
    ],
    [
      'headings',
      `# Requirements\n${Array.from({ length: 2500 }, (_, at) => `### Feature ${at} about\n- a b c d\n- e f g h`).join('\n')}`,
    ],
  ])('stays bounded for %s', (_, text) => {
    const start = process.cpuUsage();
    tryRead(text);
    expect(process.cpuUsage(start).user / 1e6).toBeLessThan(secondsHere(6));
  });
});
