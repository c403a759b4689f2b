import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CheckedRequirement } from '../../../src/core/checks/check';
import type { Template } from '../../../src/core/template/template';
import { check, edit, goodSpec, listing, requirements, section, taskTemplate } from './builders';
import { surroundingsOf, today } from './surroundings';

const said = 'Admins invite colleagues by mail.';

/** The template with one check set and further sections. */
function templateWith(
  id: string,
  options: Readonly<Record<string, unknown>>,
  ...keys: readonly (readonly [string, string])[]
): Template {
  const base = taskTemplate();
  return {
    ...base,
    checks: { ...base.checks, [id]: { severity: 'error', options } },
    sections: [
      ...base.sections.slice(0, -2),
      ...keys.map(([key, heading]) => section(key, heading, { optional: true })),
      ...base.sections.slice(-2),
    ],
  };
}

function withSection(heading: string, body: string): string {
  return edit(goodSpec, '## 4. Open Questions', `## ${heading}\n\n${body}\n\n## 4. Open Questions`);
}

describe('hollow-section and heaps of words', () => {
  const testing = (body: string): readonly string[] => {
    const start = goodSpec.indexOf('| Criterion');
    const text = `${goodSpec.slice(0, start)}${body}\n\n${goodSpec.slice(goodSpec.indexOf('## 4.'))}`;
    return listing(check({ text }), 'hollow-section');
  };

  it('reports an item whose label has nothing behind it, and no other', () => {
    const tests = '- Roles: the list is dead for members.\n- **Data protection:**';
    expect(testing(`${tests}\n- One more test.`)).toEqual([
      expect.stringContaining('"Data protection" has nothing behind it'),
    ]);
    expect(testing(`${tests} none is stored`)).toEqual([]);
    expect(testing(`${tests}\n  - none is stored`)).toEqual([]);
    expect(testing(`${tests}\n\n  \`\`\`sql\n  SELECT 1;\n  \`\`\``)).toEqual([]);
  });

  it.each([
    ['filler', 'Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor.'],
    [
      'keywords',
      'security robust scalable caching latency metrics cloud resilience throughput monitoring quality agile',
    ],
    [
      'one word',
      'testing testing testing testing testing testing testing testing testing testing testing testing',
    ],
    [
      'a few words in items',
      '- unit test unit test unit\n- test unit test unit test\n- unit test unit test unit\n',
    ],
    [
      'shuffled words',
      'The of handler a is tested and the to request by an and mail the with answer is the in token.',
    ],
    ['a Chinese phrase', '测试质量测试质量测试质量测试质量测试质量测试质量测试质量测试质量'],
  ])('takes %s for no statement', (_, body) => {
    expect(testing(body)).toEqual([
      'hollow-section error 43:1 Section "Testing Strategy" heaps words up and states nothing: say what is to be built.',
    ]);
  });

  it.each([
    [
      'a sentence',
      'Handlers are tested against a database of their own, the client against recorded answers.',
    ],
    [
      'a list of names',
      '- Unit tests\n- Integration tests\n- End-to-end tests\n- Load tests\n- Smoke tests\n- Chaos tests',
    ],
    [
      'an enumeration',
      'Handlers, services, stores, migrations, screens, hooks, reducers, selectors, mails, jobs, queues.',
    ],
    [
      'requirements by their ids',
      'One suite: US-001, US-002, US-003, US-004, US-005, US-006, US-007, US-008, US-009',
    ],
    ['a table that repeats a command', '| Test | Command |\n|---|---|\n' + '| Unit | go test |\n'.repeat(12)],
    [
      'German',
      'Die Handler werden gegen eine eigene Datenbank geprüft, der Client gegen aufgezeichnete Antworten.',
    ],
    [
      'Japanese',
      'ハンドラーは専用のデータベースに対して検証し、クライアントは記録済みの応答に対して検証する。',
    ],
    [
      'Turkish',
      'İşleyiciler kendi veritabanına karşı sınanır ve istemci kaydedilmiş yanıtlara karşı denenir.',
    ],
    ['a figure', 'p95 below 300 ms'],
  ])('takes %s for one', (_, body) => {
    expect(testing(body)).toEqual([]);
  });
});

describe('dates', () => {
  const withMeta = (line: string): string =>
    edit(goodSpec, '**Status:** Draft', `**Status:** Draft\n${line}`);

  it.each([
    ['**Last updated:** 2026-02-30', '5:19 2026-02-30 is no date that exists.'],
    ['**Last updated:** last week', '5:19 "last week" is no date: write it as YYYY-MM-DD.'],
    [
      '**Created:** 2026-03-01\n**Last updated:** 2026-02-01',
      '6:19 Last updated on 2026-02-01, before it was created on 2026-03-01.',
    ],
    [
      '**Created / Last Updated:** 2026-03-01 / 2026-02-01',
      '5:29 Last updated on 2026-02-01, before it was created on 2026-03-01.',
    ],
    ['**Last updated:** 2026-04-01', '5:19 2026-04-01 is yet to come.'],
  ])('reports %s', async (line, message) => {
    const surroundings = await surroundingsOf({});
    expect(listing(check({ text: withMeta(line), surroundings }), 'dates')).toEqual([
      `dates warning ${message}`,
    ]);
  });

  it.each([
    `**Last updated:** ${today} (UTC)`,
    '**Created / Last Updated:** 2026-02-01 / 2026-03-02 (Europe/Berlin)',
    '**Last updated:** 5 March 2024',
    '**Last updated:** OQ-1',
    '**Updated by:** nobody',
    '**Last updated:** 2026-02-28T10:00:00Z',
  ])('lets %s be', async (line) => {
    const surroundings = await surroundingsOf({});
    expect(listing(check({ text: withMeta(line), surroundings }), 'dates')).toEqual([]);
  });
});

describe('risk-levels', () => {
  const risks = (
    rows: string,
    options: Readonly<Record<string, unknown>> = { section: 'risks' },
  ): readonly string[] =>
    listing(
      check({
        text: withSection('Risks', `| Risk | Impact | Likelihood | Mitigation |\n|---|---|---|---|\n${rows}`),
        template: templateWith('risk-levels', options, ['risks', 'Risks']),
      }),
      'risk-levels',
    ).map((line) => line.replace(/^risk-levels \w+ \d+:\d+ /u, ''));

  it('accepts High, Medium and Low in the languages of specs, and rows that say there is none', () => {
    expect(
      risks(
        '| Mail fails | High | low | Retry |\n| Post | Hoch | mittel | x |\n| 障害 | 高 | 低 | x |\n| None | - | - | - |',
      ),
    ).toEqual([]);
  });

  it('reports other words and empty cells', () => {
    expect(risks('| Mail fails | quite bad | | Retry |')).toEqual([
      'Impact is "quite bad": say one of High, Medium, Low.',
      'Likelihood is "": say one of High, Medium, Low.',
    ]);
  });

  it('takes its words from the options, and checks nothing where no section is named', () => {
    expect(risks('| Mail fails | 3 | High | Retry |', { section: 'risks', levels: ['1', '2', '3'] })).toEqual(
      ['Likelihood is "High": say one of 1, 2, 3.'],
    );
    expect(risks('| Mail fails | bad | bad | Retry |', {})).toEqual([]);
  });
});

describe('decision-trace', () => {
  const decisions = (rows: string): readonly string[] =>
    listing(
      check({
        text: withSection('Decisions', `| Decision | Alternatives | Why |\n|---|---|---|\n${rows}`),
        template: templateWith('decision-trace', { section: 'decisions' }, ['decisions', 'Decisions']),
      }),
      'decision-trace',
    ).map((line) => line.replace(/^decision-trace /u, ''));

  it('wants a requirement of the source in every row', () => {
    expect(
      decisions(
        '| Rows in PostgreSQL (US-001) | Redis | Safe |\n| Plain text | HTML | US-001/AC-2 |\n| None | - | - |',
      ),
    ).toEqual([]);
    expect(decisions('| Rows in PostgreSQL (US-099) | Redis | Safe |')).toEqual([
      'error 55:3 The decision "Rows in PostgreSQL (US-099)" cites no requirement of the source: name the ones it serves.',
    ]);
  });
});

describe('measurable-nfr', () => {
  const nfr = (body: string): readonly string[] =>
    listing(
      check({
        text: withSection('Qualities', body),
        template: templateWith('measurable-nfr', { sections: ['qualities'], targets: ['qualities'] }, [
          'qualities',
          'Qualities',
        ]),
      }),
      'measurable-nfr',
    ).map((line) => line.replace(/^measurable-nfr error \d+:\d+ /u, ''));

  it.each([
    [
      '- **Performance:** the page is fast',
      '"fast" cannot be measured: give a number with its unit, or name a standard.',
    ],
    [
      '- **Scalability:** grows with the number of teams',
      'This target has no number: say how much, how many or how long, or name a standard.',
    ],
    [
      '- 性能：画面は高速に表示される',
      '"高速" cannot be measured: give a number with its unit, or name a standard.',
    ],
    [
      '| Metric | Threshold |\n|---|---|\n| Errors | reasonable |',
      '"reasonable" cannot be measured: give a number with its unit, or name a standard.',
    ],
    [
      '- The design scales well with many teams.',
      '"scales well" cannot be measured: give a number with its unit, or name a standard.',
    ],
    [
      '- Up to 2,000 rules are listed quickly.',
      '"quickly" cannot be measured: give a number with its unit, or name a standard.',
    ],
  ])('reports %s', (body, message) => {
    expect(nfr(body)).toEqual([message]);
  });

  it.each([
    '- Up to 2,000 rules are listed quickly, within 20 ms.',
    '- **Performance:** the list is fast: p95 below 300 ms',
    '- **Security:** robust encryption by TLS',
    '- **Security:** only owners may invite',
    '- **Performance:** Not applicable: an internal tool',
    '- **Scalability:** twelve instances at most',
    '| Metric | Threshold |\n|---|---|\n| Errors | 1 % in 5 min |',
  ])('lets %s be', (body) => {
    expect(nfr(body)).toEqual([]);
  });
});

const stated: readonly CheckedRequirement[] = requirements.map((requirement) => ({
  ...requirement,
  stated: {
    path: 'prds/invites.md',
    line: 3,
    text: 'An owner can invite a colleague by entering an e-mail address and choosing a role.',
    priority: null,
    criteria: [
      { line: 4, text: 'The invitation is refused when the address belongs to a member of the workspace.' },
    ],
  },
}));

describe('restates-prd', () => {
  const restated = (body: string): readonly string[] =>
    listing(check({ text: edit(goodSpec, said, body), requirements: stated }), 'restates-prd');

  it('reports a sentence that is the requirement, or a criterion, word by word', () => {
    expect(
      restated(
        'An owner can invite a colleague by entering an e-mail address and choosing a role. A token is made.',
      ),
    ).toEqual([
      'restates-prd warning 8:1 This repeats US-001 nearly word by word: say how it is built, and cite the requirement.',
    ]);
    expect(
      restated('- The invitation is refused when the address belongs to a member of the workspace.'),
    ).toHaveLength(1);
  });

  it('lets quotations with an id, tables, titles and sentences about the how be', () => {
    expect(
      restated('US-001: An owner can invite a colleague by entering an e-mail address and choosing a role.'),
    ).toEqual([]);
    expect(
      restated(
        '| Goal |\n|---|\n| An owner can invite a colleague by entering an e-mail address and choosing a role. |',
      ),
    ).toEqual([]);
    expect(
      restated(
        'The handler refuses an address that belongs to a member with 409 and writes no invitation row.',
      ),
    ).toEqual([]);
    expect(restated('Invite a colleague')).toEqual([]);
  });

  it('lets a spec be that an import made: it holds the words of its documents', () => {
    const body = 'An owner can invite a colleague by entering an e-mail address and choosing a role.';
    const text = `# Invites\n\n## Requirements\n\n${body}\n`;
    const repeats = (written: string): readonly string[] =>
      listing(check({ text: written, requirements: stated, template: null }), 'restates-prd');
    expect(repeats(text)).toHaveLength(1);
    expect(repeats(`---\ntech-spec:\n  imported: Spec Kit\n---\n${text}`)).toEqual([]);
  });
});

describe('near-duplicate', () => {
  const once = 'A revoked invitation can not be accepted any more, its link answers with status 410.';
  const doubles = (body: string): readonly string[] =>
    listing(check({ text: edit(goodSpec, said, `${said}\n\n## Design\n\n${body}`) }), 'near-duplicate');

  it('reports the second of two statements that differ by an article at most, and a copied list once', () => {
    const inDesign = edit(
      goodSpec,
      '## 2. Implementation',
      `## Design\n\n${once}\n\n## Security\n\n${once.replace('A revoked', 'The revoked')}\n\n## 2. Implementation`,
    );
    expect(listing(check({ text: inDesign }), 'near-duplicate')).toEqual([
      'near-duplicate warning 27:1 Line 23 says the same: say it once and refer to it.',
    ]);
    const list = [1, 2, 3]
      .map((n) => `- Rule number ${n} of the handlers is kept by every handler of the package\n`)
      .join('');
    const twice = edit(
      goodSpec,
      '## 2. Implementation',
      `## Design\n\n${list}\n## Security\n\n${list}\n## 2. Implementation`,
    );
    expect(listing(check({ text: twice }), 'near-duplicate')).toHaveLength(1);
  });

  it('lets statements that differ by a number or a negation, steps, titles and rows be', () => {
    const other = [
      once.replace('410', '404'),
      once.replace('can not', 'can'),
      'Short titles may be the same',
      'Short titles may be the same',
    ];
    expect(doubles(`${once}\n\n${other.join('\n\n')}`)).toEqual([]);
    const steps = '1. The service stops the second node and starts the first node again\n';
    expect(doubles(`${steps}\n## A\n\n${steps}`)).toEqual([]);
    const field = '**Rate limit:** part of the 600 requests a minute that each account has\n';
    expect(doubles(`${field}\n## A\n\n${field}`)).toEqual([]);
    expect(doubles(`- ${field}\n## A\n\n- ${field}`)).toEqual([]);
    const value = 'Part of the 600 requests a minute that each account has\n';
    expect(doubles(`${value}\n## A\n\n- ${field}\n## B\n\n- ${field}`)).toHaveLength(2);
    expect(doubles(`- ${field}\n## A\n\n${value}`)).toHaveLength(1);
    expect(doubles(`- ${value}\n## A\n\n${field}`)).toEqual([]);
    const sentence = 'The rate limit is part of the 600 requests a minute that each account has.\n';
    expect(doubles(`${sentence}\n## A\n\n${sentence}`)).toHaveLength(1);
  });

  it('lets a sentence that points back be, and tells parallel items apart by what is nested in them', () => {
    const pointing = 'This is left for later, when somebody has measured what it would cost the workers.\n';
    expect(doubles(`One.\n\n${pointing}\n## A\n\nTwo.\n\n${pointing}`)).toEqual([]);
    const item = (detail: string): string =>
      `- the lease of the worker is held by the node that asks\n  - so ${detail} is refused\n`;
    expect(doubles(`Reads:\n\n${item('reading it')}\nWrites:\n\n${item('writing it')}`)).toEqual([]);
    expect(doubles(`Reads:\n\n${item('reading it')}\nWrites:\n\n${item('reading it')}`)).toHaveLength(1);
  });
});

describe('links', () => {
  const files = {
    'prds/invites.md': '# PRD',
    'tech-specs/images/flow.svg': '',
    'docs/errors.md': '# Errors',
  };
  const linked = async (body: string): Promise<ReturnType<typeof check>> =>
    check({
      text: edit(goodSpec, said, body),
      path: 'tech-specs/spec.md',
      surroundings: await surroundingsOf(files),
    });

  it.each([
    '[PRD](../prds/invites.md)',
    '[PRD](/prds/invites.md#goals)',
    '[PRDs](../prds)',
    '![Flow](images/flow.svg)',
    '[mapping](#requirement-mapping)',
    '[new](../internal/invites/handler.go)',
    '[out](../../elsewhere/x.md)',
    '[net](https://example.com/x.md) <mail@example.com>',
    '[line](../prds/invites.md:12)',
  ])('follows %s', async (body) => {
    expect(listing(await linked(body), 'links')).toEqual([]);
  });

  it.each([
    ['[PRD](../prd/nowhere.md)', 'The link leads to prd/nowhere.md, which is not there.'],
    ['[mapping](#requirement-maping)', 'No heading has the anchor #requirement-maping.'],
    [
      '![Flow](https://example.com/flow.png)',
      'The image lies on the net and may change or be gone: keep it beside the document.',
    ],
  ])('reports %s', async (body, message) => {
    expect(listing(await linked(body), 'links')).toEqual([`links warning 8:1 ${message}`]);
  });

  it('leads to the one file of that name', async () => {
    const report = await linked('[PRD](../prd/invites.md#goals "The PRD")');
    const [finding] = report.findings.filter(({ check: id }) => id === 'links');
    expect(finding?.fixable).toBe(true);
    const [fix] = finding === undefined ? [] : report.fixesOf(finding);
    expect(fix?.edits).toEqual([
      { range: { line: 8, column: 7, endLine: 8, endColumn: 24 }, newText: '../prds/invites.md' },
    ]);
  });
});

describe('claims', () => {
  it.each(['Traceability verified.', 'All requirements are covered.', 'Verified ✅', '所有需求均已覆盖。'])(
    'points out %s',
    (body) => {
      expect(listing(check({ text: edit(goodSpec, said, body) }), 'claims')).toEqual([
        'claims info 8:1 This is a claim, which counts for nothing: the mapping, tasks and tests have to show it.',
      ]);
    },
  );

  it('lets sentences about what is built be', () => {
    const body = 'The middleware ensures that all type requirements are met before the handler runs.';
    expect(listing(check({ text: edit(goodSpec, said, body) }), 'claims')).toEqual([]);
  });

  it('counts for nothing: no claim anywhere changes an error, the coverage or the checklist', () => {
    const bad = edit(
      edit(goodSpec, '| US-002 | Revoke an invite | T-002 |\n', ''),
      '| US-002/AC-1 | The link is dead | `go test ./...` |\n',
      '',
    );
    const claims =
      'All requirements are covered. US-002 is verified and implemented by T-002. Traceability verified: 100 %. US-002/AC-1 is tested.';
    const before = check({ text: bad });
    const errors = (report: ReturnType<typeof check>): readonly string[] =>
      report.findings
        .filter(({ severity }) => severity === 'error')
        .map(({ check: id, args }) => `${id} ${args.join(' ')}`);
    expect(errors(before).length).toBeGreaterThan(0);
    for (const place of [said, 'None.', '## Review Checklist\n']) {
      const after = check({ text: edit(bad, place, `${place}\n\n${claims}\n`) });
      expect(errors(after)).toEqual(errors(before));
      expect(after.coverage).toEqual(before.coverage);
      expect(after.checklist.map(({ state }) => state)).toEqual(before.checklist.map(({ state }) => state));
    }
  });
});

describe('the checks of form', () => {
  it('survive any text, in time that grows with it', async () => {
    const surroundings = await surroundingsOf({ 'AGENTS.md': '# Rules\n\nBe kind.' });
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...goodSpec.split('\n'))), {
          maxLength: 60,
        }),
        (lines) => {
          const report = check({
            text: lines.join('\n'),
            requirements: stated,
            surroundings,
            path: 'tech-specs/a.md',
          });
          expect(report.findings.filter(({ check: id }) => id === 'internal-error')).toEqual([]);
        },
      ),
      { numRuns: 100 },
    );
    for (const unit of ['a', 'the ', '`', '| a ', '测', 'all requirements ', 'x: ', '[ ] '])
      expect(
        check({ text: edit(goodSpec, said, unit.repeat(10_000)), surroundings }).findings.length,
      ).toBeLessThan(500);
  }, 60_000);
});
