import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixesFor } from '../../../src/core/source/fixes/fixes-for';
import { nextFree } from '../../../src/core/source/fixes/renumber';
import type { SourceFix } from '../../../src/core/source/fixes/source-fix';
import { SourceError } from '../../../src/core/source/document/source-error';
import { read } from './read';

/** The text after the fixes of one check, the last place first, as an editor applies them. */
function fixed(text: string, check: string): string {
  const source = read(text);
  const fixes = source.findings
    .filter((finding) => finding.check === check)
    .flatMap((one) => fixesFor(source, one));
  expect(fixes.length).toBeGreaterThan(0);
  return fixes.toReversed().reduce(applied, source.text);
}

function applied(text: string, { range, newText }: SourceFix): string {
  const lines = text.split('\n');
  const line = lines[range.line - 1] ?? '';
  const [before, after] = [line.slice(0, range.column - 1), line.slice(range.endColumn - 1)];
  return [...lines.slice(0, range.line - 1), `${before}${newText}${after}`, ...lines.slice(range.line)].join(
    '\n',
  );
}

const fill = '[NEEDS CLARIFICATION]';

describe('a place for acceptance criteria', () => {
  const check = 'prd-acceptance-missing';

  it.each([
    [
      'a bold label',
      '## Stories\n### US-1: A\nAs a user, I want a.\n\n**Acceptance:**\n\n* [x] It is.\n\n### US-2: B\nAs a user, I want b.\n\n## End\n',
      `### US-2: B\nAs a user, I want b.\n\n**Acceptance:**\n\n* [ ] ${fill}\n\n## End\n`,
    ],
    [
      'a heading of its own',
      '## Stories\n### US-1: A\nAs a user, I want a.\n\n#### Acceptance Criteria\n\n3. WHEN x THE system SHALL y\n\n### US-2: B\nAs a user, I want b.\n',
      `### US-2: B\nAs a user, I want b.\n\n#### Acceptance Criteria\n\n1. ${fill}\n`,
    ],
    [
      'a label right below',
      '## Stories\n### US-1: A\nAs a user, I want a.\nAcceptance criteria:\n- It is.\n\n### US-2: B\nAs a user, I want b.\n',
      `### US-2: B\nAs a user, I want b.\nAcceptance criteria:\n- ${fill}\n`,
    ],
    [
      'nested items',
      '## User stories\n- **US-1**: As a user, I want a.\n  - Acceptance criteria:\n    - It is.\n- **US-2**: As a user, I want b.\n',
      `- **US-2**: As a user, I want b.\n  - Acceptance criteria:\n    - ${fill}\n`,
    ],
  ])('is made as the document has it elsewhere: %s', (_, text, expected) => {
    expect(fixed(`# PRD\n\n${text}`, check)).toContain(expected);
  });

  it.each([
    [
      '### US-2: B\nAs a user, I want b.',
      `### US-2: B\nAs a user, I want b.\n\n**Acceptance criteria:**\n\n- ${fill}`,
    ],
    [
      '1. **US-2**: As a user, I want b.',
      `1. **US-2**: As a user, I want b.\n   - Acceptance criteria:\n     - ${fill}`,
    ],
    [
      '### US-2: B\nComo usuario, quiero b.',
      `### US-2: B\nComo usuario, quiero b.\n\n**Criterios de aceptación:**\n\n- ${fill}`,
    ],
    [
      '### US-2：登录\n作为用户，我希望登录。',
      `### US-2：登录\n作为用户，我希望登录。\n\n**验收标准:**\n\n- ${fill}`,
    ],
  ])('has a form of its own where the document has none: %s', (text, expected) => {
    expect(fixed(`# PRD\n\n## User stories\n${text}\n`, check)).toBe(
      `# PRD\n\n## User stories\n${expected}\n`,
    );
  });

  it('stands before the requirements below, and is then what is reported', () => {
    const text = '# PRD\n\n## User stories\n### US-1: A\nAs a user, I want a.\n\n#### FR-1: Part\nText.\n';
    const after = fixed(text, check);
    expect(after).toContain(`I want a.\n\n**Acceptance criteria:**\n\n- ${fill}\n\n#### FR-1`);
    expect(read(after).findings.map((finding) => finding.check)).toEqual(['prd-stub']);
  });

  it('is not offered in a table', () => {
    const source = read(
      '# PRD\n\n## User stories\n| ID | Story |\n|--|--|\n| US-1 | As a user, I want a. |\n',
    );
    const finding = source.findings.find((one) => one.check === check);
    expect(finding === undefined ? [] : fixesFor(source, finding)).toEqual([]);
  });
});

describe('a second meaning of an id', () => {
  it('gets the next number that occurs nowhere, and nothing else changes', () => {
    const text =
      '# PRD\n\n## Requirements\n- **FR-01**: Print invoices\n- **FR-01**: Delete accounts\n- **FR-02**: Search, like FR-09 and FR-01\n';
    expect(fixed(text, 'prd-duplicate-id')).toBe(text.replace('**FR-01**: Delete', '**FR-10**: Delete'));
  });

  it.each([
    ['FR-1', 'FR-1 FR-2 FR-10', 'FR-11'],
    ['US-001', 'US-001', 'US-002'],
    ['FR-1.2', 'FR-1.1 FR-1.2 FR-2.7', 'FR-1.3'],
    ['Requirement 3', 'Requirement 3, requirement 4', 'Requirement 5'],
    ['X', 'X', null],
  ])('%s in %s becomes %s', (id, text, expected) => {
    expect(nextFree(id, text)).toBe(expected);
  });
});

describe('a term', () => {
  const uses =
    '# PRD\n\n## Requirements\n- **FR-1**: Sign the DPA\n- **FR-2**: Show the DPA\n- **FR-3**: Store the DPA\n\n## Glossary\n';

  it.each([
    ['- **Owner**: who pays\n- **SPOC**: one\n', `- **DPA**: ${fill}\n`],
    ['- **Owner:** who pays\n- **SPOC:** one\n  and more\n', `- **DPA:** ${fill}\n`],
    ['* Owner – who pays\n* SPOC – one\n', `* DPA – ${fill}\n`],
    ['1. Owner: who pays\n2. SPOC: one\n', `3. DPA: ${fill}\n`],
    [
      '| Term | Meaning | Since |\n|--|--|--|\n| **Owner** | who pays | 1 |\n| **SPOC** | one | 2 |\n',
      `| **DPA** | ${fill} |    |\n`,
    ],
  ])('is added at the end of the glossary in its form: %s', (glossary, expected) => {
    expect(fixed(`${uses}${glossary}\n## End\n`, 'prd-undefined-term')).toBe(
      `${uses}${glossary}${expected}\n## End\n`,
    );
  });
});

describe('the fixes of any text', () => {
  const piece = fc.constantFrom(
    ...[
      '# PRD',
      '## User stories',
      '### US-1: A',
      'As a user, I want a.',
      '- **US-1**: As a user, I want b.',
      '  - Acceptance criteria:',
    ],
    ...[
      '    - It is.',
      '| US-3 | As a user, I want c. |',
      '**Acceptance:**',
      '- FR-1: x',
      '## Glossary',
      '- **A**: b',
      '- C – d',
      '```',
      '',
    ],
    ...[
      '- **FR-1**: Sign the DPA',
      '- **FR-2**: Show the DPA',
      '- **FR-3**: DPA',
      '\t1. x',
      '\u202e',
      'Requirement 1: x',
    ],
  );

  it('stay inside it', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        let source;
        try {
          source = read(pieces.join('\n'));
        } catch (error) {
          if (SourceError.is(error)) return;
          throw error;
        }
        const lines = source.text.split('\n');
        for (const finding of source.findings)
          for (const { range, newText } of fixesFor(source, finding)) {
            expect(range.line).toBe(range.endLine);
            expect(range.endColumn).toBeLessThanOrEqual((lines[range.line - 1] ?? '').length + 1);
            expect(range.column).toBeLessThanOrEqual(range.endColumn);
            expect(newText).not.toContain('\r');
          }
      }),
      { numRuns: 400 },
    );
  });
});
