import { describe, expect, it } from 'vitest';
import { check, edit, fixed, goodSpec, requirements, underlined } from './builders';

function unknown(text: string): readonly string[] {
  return check({ text })
    .findings.filter((finding) => finding.check === 'unknown-id')
    .map((finding) => underlined(text, finding));
}

describe('unknown-id', () => {
  it.each([
    ['a task in the mapping', '| T-001, T-002 |', '| T-001, T-002, T-077 |', ['T-077']],
    ['a requirement in the mapping', '| US-002 |', '| US-099 | x | T-002 |\n| US-002 |', ['US-099']],
    ['an id of another document', '_Implements:_ US-001\n', '_Implements:_ US-001, FR-9\n', ['FR-9']],
    [
      'a criterion that the source does not have',
      'US-001/AC-2 |',
      'US-001/AC-2, US-001/AC-9 |',
      ['US-001/AC-9'],
    ],
    ['one in the words of its source', 'US-001/AC-2 |', 'US-001/AK-2, US-001/CA-9 |', ['US-001/CA-9']],
    ['a cell of ids only', '| US-001/AC-1 | The mail is sent |', '| US-001/AC-1 | US-042 |', ['US-042']],
    ['a citation at the end of an item', 'None.\n', '- Invites by mail (US-042)\n', ['US-042']],
    ['a citation before a colon', 'None.\n', '- **Prices stay** (US-042): cheap\n', ['US-042']],
    ['an id in front of an item', 'None.\n', '- US-042: not now\n', ['US-042']],
    [
      'ids behind a long label',
      'None.\n',
      `- ${'A component with a name, '.repeat(3)}: US-001, US-042\n`,
      ['US-042'],
    ],
    ['an item of ids only', 'None.\n', '- Serves: US-042, US-001\n', ['US-042']],
  ])('finds %s', (_, from, to, expected) => {
    expect(unknown(edit(goodSpec, from, to))).toEqual(expected);
  });

  it.each([
    ['remarks in parentheses', '_Implements:_ US-001\n', '_Implements:_ US-001 (see ADR-12, AES-256)\n'],
    ['standards in prose and cells', '| The mail is sent |', '| SHA-256 |'],
    ['citations of other documents', 'None.\n', '- As decided (ADR-12, AES-256)\n- ADR-12: see there\n'],
    ['success criteria', '_Implements:_ US-001\n', '_Implements:_ US-001, SC-001\n'],
    ['ids in code', 'Admins invite', '`US-042` and\n\n```\nUS-043/AC-1\n```\n\nAdmins invite'],
    ['open questions', '| T-001, T-002 |', '| T-001, T-002, OQ-1 |'],
  ])('leaves %s alone', (_, from, to) => {
    expect(unknown(edit(goodSpec, from, to))).toEqual([]);
  });

  it.each(['User Story 1', 'Requirement 1', 'FEAT/7', 'HRL/ESS/01', '1.2'])(
    'knows the criteria of %s, whatever its id consists of',
    (id) => {
      const named = requirements.map((requirement) => ({
        ...requirement,
        id: requirement.id.replace('US-001', id),
        acceptance: requirement.acceptance.map((label) => label.replace('US-001', id)),
      }));
      const text = goodSpec.replaceAll('US-001', id);
      const { findings } = check({ text, requirements: named });
      expect(findings.filter((finding) => finding.check === 'unknown-id')).toEqual([]);
    },
  );
});

describe('the fixes of unknown-id', () => {
  const fixes = (text: string): readonly (readonly [string, boolean, string])[] => {
    const report = check({ text });
    const [finding] = report.findings.filter((found) => found.check === 'unknown-id' && found.fixable);
    return finding === undefined
      ? []
      : report
          .fixesOf(finding)
          .map(({ args, safe }, nth) => [args[0] ?? '', safe, fixed(text, report, finding, nth)]);
  };

  it('write an id as the source does', () => {
    const text = edit(goodSpec, '_Implements:_ US-001, US-002', '_Implements:_ US-001, US-2');
    expect(fixes(text)).toEqual([
      ['US-002', true, goodSpec],
      ['US-2', false, edit(goodSpec, '_Implements:_ US-001, US-002', '_Implements:_ US-001')],
    ]);
  });

  it('offer what differs by one character, for the author to choose', () => {
    const text = edit(goodSpec, '_Implements:_ US-001, US-002', '_Implements:_ US-001, US-092');
    expect(fixes(text).slice(0, 1)).toEqual([['US-002', false, goodSpec]]);
  });

  it('offer nothing where an id stands alone and resembles none', () => {
    expect(fixes(edit(goodSpec, 'None.\n', '- US-777: not now\n'))).toEqual([]);
  });
});

it('calls a requirement of a source that counts by its whole name', () => {
  const counted = requirements.map((one, at) => ({ ...one, id: `Requirement ${at + 1}` }));
  const text = goodSpec
    .replaceAll('US-00', 'Requirement ')
    .replace('| Requirement 2 | Revoke', '| Requirement 33 | Revoke');
  const found = check({ text, requirements: counted }).findings.filter(
    (finding) => finding.check === 'unknown-id' && finding.args[0] === 'Requirement 33',
  );
  expect(found.map((finding) => underlined(text, finding))).toEqual(['Requirement 33']);
});
