import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourceLines } from '../../../src/core/source/document/places';
import { findingsOf } from '../../../src/core/source/findings/review-source';
import type { SourceRule } from '../../../src/core/source/findings/source-rule';
import { SourceError } from '../../../src/core/source/document/source-error';
import { read } from './read';

/** What a finding underlines, with its arguments. */
function reported(text: string, check: string): readonly string[] {
  const source = read(text);
  const lines = sourceLines(source.text);
  return source.findings
    .filter((finding) => finding.check === check)
    .map(({ line, column, endColumn, args }) => {
      const marked = (lines[line - 1] ?? '').slice(column - 1, endColumn - 1);
      return `${line} ${marked} <- ${args.join(' | ')}`;
    });
}

const prd = (...lines: readonly string[]): string => ['# PRD: Invites', '', ...lines].join('\n');

describe('a word that nobody can test', () => {
  const check = 'prd-ambiguous-term';
  const said = (line: string): readonly string[] =>
    reported(prd('## Requirements', `- FR-001: ${line}`), check).map((found) => found.split(' ')[1] ?? '');

  it.each([
    ['Mails are sent immediately', 'immediately'],
    ['The page reacts instantly', 'instantly'],
    ['Os e-mails são enviados imediatamente', 'imediatamente'],
    ['Los correos se envían inmediatamente', 'inmediatamente'],
    ['Les courriels partent immédiatement', 'immédiatement'],
    ['E-Mails werden sofort gesendet', 'sofort'],
    ['Письма отправляются немедленно', 'немедленно'],
    ['Thư được gửi tức thì', 'tức'],
    ['系统必须立即发送邮件', '立即'],
    ['メールを直ちに送信する', '直ちに'],
    ['메일을 즉시 보낸다', '즉시'],
    ['Members get good results', 'good'],
    ['Members delete for good reasons', 'good'],
    ['A nice theme to have', 'nice'],
    ['Pages load quickly. Links last 10 minutes.', 'quickly'],
  ])('is reported in "%s"', (line, word) => {
    expect(said(line)).toEqual([word]);
  });

  it.each([
    'Admins delete a member for good',
    'Removed for good, and never shown again',
    'Removed for good when the member leaves',
    'The total stands immediately below the list',
    'El total está inmediatamente debajo de la lista',
    'Mails are sent immediately: within 5 s',
    'Nice to have: a dark theme',
    'A dark theme (nice-to-have)',
    'It would be nice to have a dark theme',
    'Pages load quickly, under 2 secs',
    'Pages load quickly (within 2 seconds). Lists load fast, in 1.5 seconds.',
    'Die Seite lädt schnell, in höchstens 2 Sekunden',
    'La página carga rápidamente, en menos de 2 segundos',
    'Страница открывается быстро, не дольше 2 секунд',
    'Trang mở nhanh, dưới 2 giây',
    '页面快速加载，不超过 2 秒',
    'ページは高速に、2 秒以内に表示される',
  ])('is not reported in "%s"', (line) => {
    expect(said(line)).toEqual([]);
  });
});

describe('an id that is cited', () => {
  const defined = ['## Requirements', '- **FR-001**: Invite', '- **FR-002**: Revoke', ''];
  const check = 'prd-undefined-reference';

  it('is reported at its place where its letters are those of the document and nothing defines it', () => {
    expect(reported(prd(...defined, 'Revoking (see FR-003) ends it.'), check)).toEqual([
      '7 FR-003 <- FR-003',
    ]);
  });

  it.each([
    ['of another scheme', 'Keys use AES-256 and SHA-256, see ADR-1, RFC 9110, PROJ-12 and UTF-8.'],
    ['with other padding', 'FR-1 comes before FR-2.'],
    ['as a criterion of a requirement', 'FR-001.2 holds as well, so does FR-001a.'],
    ['in an address or a link target', 'See [it](./FR-009.md) and https://example.com/FR-010.'],
    ['in code', '```\nFR-011\n```'],
    ['in a comment', '<!-- FR-012 -->'],
    ['as part of a longer word', 'XFR-003, FR-003-beta, FR-003.md'],
    ['where it is said to be gone', 'FR-007 was removed in review.'],
  ])('is not reported %s', (_, line) => {
    expect(reported(prd(...defined, line), check)).toEqual([]);
  });

  it('is not reported where it is cancelled, deferred or out of scope here', () => {
    const text = prd(
      ...defined,
      '- ~~**FR-003**: Fax~~',
      '### FR-004: Later',
      '**Status:** Deferred',
      '## Out of scope',
      '- FR-005: Telex',
      '## Notes',
      'FR-003, FR-004 and FR-005 are for another day.',
    );
    expect(reported(text, check)).toEqual([]);
  });

  it.each([
    ['FR-001..004', 'FR-003, FR-004'],
    ['FR-001~FR-004', 'FR-003, FR-004'],
    ['FR-001 – FR-003', 'FR-003'],
    ['FR-002 through FR-004', 'FR-003, FR-004'],
    ['FR-001 a FR-003', 'FR-003'],
    ['FR-001-FR-003', 'FR-003'],
    ['FR-001 至 FR-003', 'FR-003'],
  ])('is reported within the range %s', (range, ids) => {
    expect(reported(prd(...defined, `Covers ${range}.`), check)).toEqual([`7 ${range} <- ${ids}`]);
  });

  it('is reported once, with the number of places', () => {
    const source = read(prd(...defined, 'FR-009 first.', '', 'FR-009 again.'));
    expect(source.findings.filter((finding) => finding.check === check)).toMatchObject([
      { line: 7, args: ['FR-009'], count: 2 },
    ]);
  });

  it('of one letter counts in lists of ids only: R2 is also a storage, F1 a race', () => {
    const text = prd(
      '## Requirements',
      '- **R1**: Store',
      '- **R2**: Load',
      '',
      'Files lie in R9. Depends on (R1, R8).',
    );
    expect(reported(text, check)).toEqual(['7 R8 <- R8']);
  });

  it('is no number that the statement behind an id begins with', () => {
    const text = prd('## Requirements', '- **RN1** – 20 seats', '- RN2 – 20 seats are kept free');
    expect(read(text).unresolved).toBeUndefined();
  });

  it('of stories that stand elsewhere is kept for a file beside the document', () => {
    const text = prd('## Scope', '- Everything of US-001..003');
    expect(read(text).unresolved).toMatchObject([{ ids: ['US-001', 'US-002', 'US-003'], line: 4 }]);
  });

  it('alone and of letters that the document does not use may come from anywhere', () => {
    expect(read(prd(...defined, 'Asked for in US-017.')).unresolved).toBeUndefined();
  });
});

describe('a file that a merge left', () => {
  const check = 'prd-interleaved';

  it('with conflict marks is reported as an error at the first of them', () => {
    const text = prd(
      '## Requirements',
      '<<<<<<< HEAD',
      '- FR-1: Seven days',
      '=======',
      '- FR-1: Ten days',
      '>>>>>>> other',
    );
    expect(read(text).findings.filter((finding) => finding.check === check)).toMatchObject([
      { line: 4, severity: 'error' },
    ]);
  });

  it('is not seen in marks that are code or an underline', () => {
    expect(reported('# PRD\n\nTitle\n=======\n\n```\n<<<<<<< a\n=======\n>>>>>>> b\n```\n', check)).toEqual(
      [],
    );
  });

  it('with two titles and two meanings of ids is two documents', () => {
    const text = [
      '# Invites',
      '# Billing',
      '## Requirements',
      '- **FR-1**: Send an invitation',
      '- **FR-1**: Print monthly invoices',
      '- **FR-2**: Revoke it before use',
      '- **FR-2**: Charge credit cards',
    ].join('\n');
    expect(reported(text, check)).toEqual(['2 # Billing <- FR-1, FR-2 | Invites | Billing']);
  });

  it('with headings twice side by side is two documents', () => {
    const text = prd(
      '## Overview',
      '## Requirements',
      '- **FR-1**: Send an invitation',
      '- **FR-2**: Revoke it before use',
      '## Overview',
      '## Requirements',
      '- **FR-1**: Print monthly invoices',
      '- **FR-2**: Charge credit cards',
    );
    expect(reported(text, check)).toEqual(['7 ## Overview <- FR-1, FR-2']);
  });

  it('is not seen where numbering restarts for each feature', () => {
    const text = prd(
      '## Requirements',
      '### Sending',
      '- **FR-1**: Send an invitation',
      '- **FR-2**: Revoke it before use',
      '### Billing',
      '- **FR-1**: Print monthly invoices',
      '- **FR-2**: Charge credit cards',
    );
    expect(reported(text, check)).toEqual([]);
  });
});

describe('a requirement that says nothing', () => {
  const check = 'prd-stub';

  it.each([['- **FR-1**: TBD'], ['- **FR-1**: To be defined'], ['- **FR-1**: 待定'], ['- **FR-1**: ...']])(
    'is reported as a whole: %s',
    (line) => {
      expect(reported(prd('## Requirements', line, '- **FR-2**: Search'), check)).toEqual([
        `4 ${line} <- FR-1`,
      ]);
    },
  );

  it('is a heading with nothing below where others have more', () => {
    const text = prd('## Requirements', '### FR-1: Search', '', '### FR-2: Export', 'As CSV.');
    expect(reported(text, check)).toEqual(['4 ### FR-1: Search <- FR-1']);
    expect(reported(prd('## Requirements', '### FR-1: Search', '### FR-2: Export'), check)).toEqual([]);
  });

  it.each([
    ['[NEEDS CLARIFICATION: which roles?]'],
    ['[specific capability, e.g., "allow users to create accounts"]'],
    ['{{limit}}'],
    ['TBD'],
    ['待补充'],
    ['<describe the limit>'],
  ])('in part is reported at what is left: %s', (left) => {
    expect(reported(prd('## Requirements', `- **FR-1**: Export up to ${left} rows`), check)).toEqual([
      `4 ${left} <- ${left}`,
    ]);
  });

  it.each([
    ['[guide](docs/guide.md)'],
    ['[optional]'],
    ['`[name]` and `{{id}}`'],
    ['/users/{id}'],
    ['[P]'],
    ['a<b>c'],
    ['[1]'],
  ])('is not seen in %s', (said) => {
    expect(reported(prd('## Requirements', `- **FR-1**: Export ${said} rows`), check)).toEqual([]);
  });

  it('outside requirements is only what says so in so many words', () => {
    const text = prd(
      '## Requirements',
      '- **FR-1**: Search',
      '## Plan',
      'Release: TBD [your name]',
      '[NEEDS CLARIFICATION]',
    );
    expect(reported(text, check)).toEqual(['7 [NEEDS CLARIFICATION] <- [NEEDS CLARIFICATION]']);
  });
});

describe('what is out of scope', () => {
  const check = 'prd-scope-conflict';

  it('and required by the same id is reported where it is left out', () => {
    const text = prd(
      '## Requirements',
      '- **FR-1**: Search',
      '- **FR-2**: Export',
      '## Out of scope',
      '- FR-2',
    );
    expect(reported(text, check)).toEqual(['7 - FR-2 <- FR-2 | 5']);
  });

  it('and required in the same words is reported', () => {
    const text = prd(
      '## Requirements',
      '- **FR-2**: Export invoices as CSV',
      '## Out of scope',
      '- No export of invoices as CSV',
    );
    expect(reported(text, check)).toEqual(['6 - No export of invoices as CSV <- FR-2 | 4']);
  });

  it('and only resembles a requirement is fine', () => {
    const text = prd(
      '## Requirements',
      '- **FR-2**: Export invoices as CSV',
      '- **FR-3**: Invite one person by e-mail',
      '## Out of scope',
      '- Export of invoices as PDF (FR-2 covers CSV)',
      '- Invite many people at once by e-mail',
    );
    expect(reported(text, check)).toEqual([]);
  });
});

describe('a term', () => {
  const check = 'prd-undefined-term';
  const uses = [
    '## Requirements',
    '- **FR-1**: Sign the DPA',
    '- **FR-2**: Show the DPA',
    '- **FR-3**: Store the DPA',
  ];

  it('that a document with a glossary uses without a word about it is reported at its first use', () => {
    const text = prd(...uses, '## Glossary', '- **Owner**: who pays', '- **SPOC**: single point of contact');
    expect(reported(text, check)).toEqual(['4 DPA <- DPA | 3']);
  });

  it('is not missed where the document explains none', () => {
    expect(reported(prd(...uses), check)).toEqual([]);
  });

  it.each([
    ['The data processing agreement (DPA) is signed once.'],
    ['DPA: what both sides sign.'],
    ['| DPA | what both sides sign |'],
  ])('is explained by %s', (line) => {
    const text = prd(
      ...uses,
      '',
      line,
      '## Glossary',
      '- **Owner**: who pays',
      '- **SPOC**: single point of contact',
    );
    expect(reported(text, check)).toEqual([]);
  });

  it('that everyone knows or that is shouted is fine', () => {
    const text = prd(
      '## Requirements',
      ...[1, 2, 3].map((n) => `- **FR-${n}**: The API MUST return JSON over HTTPS, AND NOT ONLY XML`),
      '## Glossary',
      '- **Owner**: who pays',
      '- **SPOC**: single point of contact',
    );
    expect(reported(text, check)).toEqual([]);
  });
});

describe('the status', () => {
  const check = 'prd-not-approved';

  it.each([['**Status:** Draft'], ['**Status:** In Review (RFC)'], ['**状态**：草稿']])(
    '%s is reported there',
    (line) => {
      expect(reported(prd(line, '', '## Requirements', '- **FR-1**: Search'), check)).toHaveLength(1);
      expect(reported(prd(line, '', '## Requirements', '- **FR-1**: Search'), check)[0]).toMatch(/^3 /);
    },
  );

  it.each([['**Status:** Approved'], ['**Status:** Accepted'], ['']])('%s is fine', (line) => {
    expect(reported(prd(line, '', '## Requirements', '- **FR-1**: Search'), check)).toEqual([]);
  });

  it('in front matter is found', () => {
    expect(reported('---\nstatus: draft\n---\n# PRD\n## Requirements\n- **FR-1**: Search\n', check)).toEqual([
      '2 status: draft <- draft',
    ]);
  });
});

describe('a rule that fails', () => {
  it('is itself reported, and the others go on', () => {
    const failing: SourceRule = {
      ...{ id: 'broken', title: '', severity: 'info' },
      run() {
        throw new Error('no');
      },
    };
    const fine: SourceRule = {
      ...{ id: 'fine', title: '', severity: 'info' },
      *run() {
        yield { message: 'm', args: [], line: 2, column: 1, endLine: 2, endColumn: 1 };
      },
    };
    const source = { kind: 'prd', text: 'a', metadata: {}, root: null } as const;
    const lists = {
      requirements: [],
      duplicates: [],
      outOfScope: [],
      facts: [],
      unresolved: [],
      secrets: [],
    };
    expect(findingsOf({ ...source, ...lists }, [failing, fine])).toMatchObject([
      { check: 'internal-error', severity: 'error', args: ['broken', 'no'] },
      { check: 'fine', severity: 'info' },
    ]);
  });
});

describe('findings at one place', () => {
  it('come by code unit of their rule, whatever language the machine speaks', () => {
    const named = (id: string): SourceRule => ({
      ...{ id, title: '', severity: 'info' },
      *run() {
        yield { message: 'm', args: [], line: 1, column: 1, endLine: 1, endColumn: 1 };
      },
    });
    const source = {
      kind: 'prd',
      text: 'a',
      metadata: {},
      root: null,
      requirements: [],
      duplicates: [],
    } as const;
    const lists = { outOfScope: [], facts: [], unresolved: [], secrets: [] };
    const findings = findingsOf({ ...source, ...lists }, ['a-z', 'ä', 'Z', 'z'].map(named));
    expect(findings.map(({ check }) => check)).toEqual(['Z', 'a-z', 'z', 'ä']);
  });
});

describe('any text', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom(
      ...[
        '# PRD',
        '## Requirements',
        '### FR-1: Login',
        '- **FR-1**: x TBD',
        '- FR-2: [NEEDS CLARIFICATION: y',
        '| FR-3 | z |',
      ],
      ...[
        'FR-1..FR-999',
        'US-001–',
        'US-01 a US-09',
        '<<<<<<< a',
        '=======',
        '>>>>>>> b',
        '## Out of scope',
        '- FR-1',
        '```',
      ],
      ...[
        '## Glossary',
        '- **A**: b',
        'Status: Draft',
        'DPA DPA',
        'expires after 7 days',
        'expire in 14 天',
        '{{',
        '<!--',
        '-->',
      ],
      ...[
        'must not export',
        '可以 1.000,5 MB',
        'status: open, closed, done',
        '\u202e',
        '---',
        'Requirement 3',
        '**Status:** draft',
      ],
    ),
  );

  it('has findings whose ranges lie inside it, and no rule fails on it', () => {
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 25 }),
        fc.constantFrom('\n', '\r\n', '\n\n', '\r'),
        (pieces, end) => {
          let source;
          try {
            source = read(pieces.join(end));
          } catch (error) {
            if (SourceError.is(error)) return;
            throw error;
          }
          const lines = sourceLines(source.text);
          for (const { check, line, column, endLine, endColumn, alternatives = [] } of source.findings) {
            expect(check).not.toBe('internal-error');
            for (const place of [{ line, column, endLine, endColumn }, ...alternatives]) {
              expect(place.line).toBeGreaterThanOrEqual(1);
              expect(place.endLine).toBeLessThanOrEqual(lines.length);
              expect(place.column).toBeGreaterThanOrEqual(1);
              expect(place.endColumn).toBeLessThanOrEqual((lines[place.endLine - 1] ?? '').length + 1);
              expect(place.endLine).toBeGreaterThanOrEqual(place.line);
              if (place.endLine === place.line) expect(place.endColumn).toBeGreaterThanOrEqual(place.column);
            }
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it.each([
    ['brackets', '['.repeat(40_000)],
    ['ranges', 'FR-1..'.repeat(8_000)],
    ['capitals', 'ABC (ABC) '.repeat(6_000)],
    ['words', 'a a '.repeat(20_000)],
    ['placeholders', '<a b '.repeat(12_000)],
    ['marks', '<<<<<<< \n'.repeat(3_000)],
  ])(
    'of odd %s is looked at without getting stuck',
    (_, text) => {
      const document = `# PRD\n## Requirements\n- **FR-1**: x ${text}\n- **FR-2**: y\n## Glossary\n- **A**: b\n- **C**: d\n`;
      expect(read(document).findings).toBeDefined();
    },
    10_000,
  );
});
