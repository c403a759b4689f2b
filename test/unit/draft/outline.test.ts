import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Brief } from '../../../src/core/brief/brief';
import type { Answer, Question } from '../../../src/core/clarify/question';
import { checks } from '../../../src/core/checks/registry';
import { questionsFor } from '../../../src/core/clarify/clarify';
import { renderOutline } from '../../../src/core/draft/outline';
import { renderSkeleton } from '../../../src/core/draft/skeleton';
import type { Template } from '../../../src/core/template/template';
import type { WorkspaceContext } from '../../../src/core/workspace/context';
import { briefFor, builtInTemplates, emptyContext, requirement, source } from './brief-for';
import { emptyStack } from '../../../src/core/workspace/stack/stack-facets';

let templates: readonly Template[] = [];
beforeAll(async () => {
  templates = await builtInTemplates();
});

function template(id: string): Template {
  const found = templates.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`no template ${id}`);
  return found;
}

const stacked: WorkspaceContext = {
  ...emptyContext,
  stack: {
    ...emptyStack,
    languages: [{ name: 'Elixir', version: '1.18', evidence: 'mix.exs', line: 4 }],
    frameworks: [{ name: 'Phoenix', version: null, evidence: 'mix.exs', line: 4 }],
    databases: [{ name: 'SQLite', version: null, evidence: 'mix.exs', line: 4 }],
    migrations: {
      tool: 'Ecto',
      folder: 'priv/repo/migrations',
      latest: '2026_add_doors.exs',
      naming: 'timestamp',
      evidence: 'mix.exs',
      line: 4,
    },
    testCommands: [{ name: 'mix test', version: null, evidence: 'mix.exs', line: 4 }],
    uiLibrary: null,
    uiComponents: [],
    modules: ['lib/lockers', 'lib/couriers'],
  },
  git: {
    branch: 'feature/lockers',
    commit: '0123456789abcdef',
    recentCommits: [{ hash: 'fedcba9876543210', subject: 'Add *doors*' }],
    userName: 'Ada',
    dirty: false,
  },
  documents: [
    {
      path: 'AGENTS.md',
      kind: 'rule',
      reason: 'Agent instructions',
      title: 'Agents',
      bytes: 1,
      tokens: 1,
      sha256: '',
      truncated: false,
      text: '',
    },
  ],
  files: ['lib/lockers/door.ex', 'lib/couriers/route.ex', 'docs/door.md'],
};

const lockers = source({
  title: 'PRD: Parcel lockers',
  requirements: [
    requirement({
      id: 'US-001',
      title: 'Open a door',
      text: 'Open a door\nAs a courier, I want door.ex to open a door.',
      group: 'Lockers',
      acceptance: [
        { id: null, line: 2, text: 'It opens within 2 s.' },
        { id: null, line: 3, text: 'A wrong code leaves it shut.' },
      ],
    }),
    requirement({ id: 'US-002', title: 'Show free doors on the page' }),
    requirement({ id: 'SC-1', kind: 'success-criterion', title: 'Half of all parcels' }),
  ],
  outOfScope: [{ line: 20, text: 'Fridges' }],
  facts: [
    { topic: 'open-question', line: 21, text: 'Who cleans them?' },
    { topic: 'risk', line: 22, text: 'Vandals' },
  ],
});

describe('an outline', () => {
  it('has a task that builds and one that tests each requirement, but none for a measure of success', () => {
    const text = renderOutline(briefFor(template('agent-ready'), { source: lockers, context: stacked }));
    expect(text).toContain(
      '| US-001 | Open a door | T-001, T-003 |\n| US-002 | Show free doors on the page | T-002, T-004 |',
    );
    expect(text).toContain(
      [
        '- **T-001:** Open a door',
        '  - _Implements:_ US-001',
        '  - _Description:_ As a courier, I want door.ex to open a door.',
        '  - _Files:_',
        '    - Modify: `lib/lockers/door.ex`',
        '  - _Done condition:_ `mix test`: US-001/AC-1, US-001/AC-2',
        '  - _Dependencies:_ None',
      ].join('\n'),
    );
    expect(text).toMatch(/- \*\*T-003:\*\* Test: Open a door\n(?: {2}.*\n)*? {2}- _Dependencies:_ T-001\n/);
    // It is quoted with its line, and neither mapped nor built.
    expect(text.match(/^.*SC-1.*$/gmu)).toEqual([
      '| SC-1: Half of all parcels | Success measure | `prds/example.md:1` |',
    ]);
  });

  it('names for each requirement the one test command that fits', () => {
    const command = (name: string, evidence: string) => ({ name, version: null, evidence, line: 1 });
    const context: WorkspaceContext = {
      ...stacked,
      stack: {
        ...stacked.stack,
        testCommands: [
          command('mix test', 'mix.exs'),
          command('npm --prefix web test', 'web/package.json'),
          command('npm --prefix web run e2e', 'web/package.json'),
        ],
      },
      files: ['lib/lockers/door.ex', 'web/src/doors.tsx'],
    };
    const text = renderOutline(briefFor(template('agent-ready'), { source: lockers, context }));
    expect(text).toContain('_Done condition:_ `mix test`: US-001/AC-1');
    expect(text).toMatch(/_Done condition:_ `npm --prefix web test`: /);
    expect(text).toMatch(/\| Show free doors on the page \|.*\| `npm --prefix web run e2e` \|/);
    expect(text).not.toContain('`mix test`, `npm');
  });

  it('describes a task that has a title alone by what was answered about it', () => {
    const plain = requirement({ id: 'FR-1', kind: 'story', title: 'Doors open' });
    const any = source({ requirements: [plain] });
    const questions = questionsFor(any, null, null);
    expect(questions.map(({ id }) => id)).toContain('acceptance:FR-1');
    const answers = [
      { kind: 'text' as const, questionId: 'acceptance:FR-1', text: 'A door opens within 2 s.' },
    ];
    const text = renderOutline(briefFor(template('agent-ready'), { source: any, questions, answers }));
    expect(text).toContain('_Description:_ A door opens within 2 s.\n');
    expect(text).not.toContain('_Description:_ Doors open');
  });

  it('takes a non-functional requirement with a number as measurable, and says no title twice', () => {
    const fast = requirement({
      id: 'NFR-1',
      kind: 'non-functional',
      title: 'Latency',
      text: 'Latency: A door opens within 300 ms.',
    });
    const vague = requirement({
      id: 'NFR-2',
      kind: 'non-functional',
      title: 'Speed',
      text: 'Speed: It is fast.',
    });
    const any = source({ requirements: [fast, vague] });
    const text = renderOutline(briefFor(template('agent-ready'), { source: any, context: stacked }));
    expect(text).toContain('_Description:_ A door opens within 300 ms.\n');
    expect(text).toContain('_Done condition:_ `mix test`: Latency: A door opens within 300 ms.');
    expect(text).not.toContain('must NFR-1 meet');
    expect(text).toContain('must NFR-2 meet');
  });

  it('takes its metadata from the brief and the repository', () => {
    const text = renderOutline(briefFor(template('rfc'), { source: lockers, context: stacked }));
    expect(text).toContain('# Technical Design Document / RFC: Parcel lockers\n');
    expect(text).toContain('| Author(s) | Ada |');
    expect(text).toContain('| Created / Last Updated | 2026-02-03 / 2026-02-03 (Europe/Vienna) |');
    expect(text).toContain('| Source | [Parcel lockers](../prds/example.md) |');
    expect(text).toContain('| Git Branch | feature/lockers |\n| Git Commit | 0123456 |');
    expect(text).toContain('| Recent Commits | `fedcba9` Add \\*doors\\* |');
    expect(text).toContain('- [ ] Open a door (US-001)');
  });

  it('maps requirements to components, domains and plan items', () => {
    const text = renderOutline(briefFor(template('architecture'), { source: lockers, context: stacked }));
    expect(text).toContain('| Lockers | [ASSUMPTION] Open a door | `lib/lockers` |');
    expect(text).toContain('| US-001 | Lockers | `lib/lockers` | T-001, T-003 |');
    expect(text).toMatch(/\| US-002 \| Parcel lockers \| OQ-\d+ \| T-002, T-004 \|/);
    expect(text).toContain('1. **T-001 Open a door**: US-001');
    expect(text).toContain('C1["Lockers: US-001"]');
  });

  it('numbers derived ids under the prefix of the template and cites the source', () => {
    const any = source({
      requirements: [
        requirement({ id: 'R-001', kind: 'functional', title: 'One' }),
        requirement({ id: 'FR-1', kind: 'functional', title: 'Two' }),
        requirement({ id: 'R-002', kind: 'functional', title: 'Three' }),
      ],
    });
    const text = renderOutline(briefFor(template('feature'), { source: any }));
    expect(text).toContain('- FR-2: One (R-001)\n- FR-1: Two\n- FR-3: Three (R-002)');
  });

  it('writes the form that fits the kind of source', () => {
    const of = (kind: 'prd' | 'initiative' | 'conversation'): string =>
      renderOutline(briefFor(template('agent-ready'), { source: { ...lockers, kind } }));
    expect(of('prd')).toContain('**Type:** PRD-driven');
    expect(of('prd')).toContain('#### PRD-driven: Story Mapping');
    expect(of('initiative')).toContain('**Type:** Engineering-initiated');
    expect(of('initiative')).toContain('#### Engineering-initiated: Motivation & Requirements');
    expect(of('initiative')).not.toContain('Story Mapping');
    expect(of('conversation')).toContain('**Type:** Conversation-driven');
    const items = (text: string): readonly string[] => text.match(/^- \[ \] .*PRD.*$/gm) ?? [];
    expect(items(of('prd'))).not.toEqual([]);
    expect(items(of('initiative'))).toEqual([]);
  });

  it('asks each question once, in order of appearance, and lists those of the source too', () => {
    for (const each of templates) {
      const text = renderOutline(briefFor(each, { source: lockers, context: stacked }));
      const listed = [...text.matchAll(/^(?:- \[ \] \*\*|\| )(OQ-\d+):/gm)].map(([, id]) => id);
      expect(listed, each.id).toEqual(listed.map((_, index) => `OQ-${index + 1}`));
      expect(text, each.id).toMatch(/OQ-\d+:(?:\*\*)? Who cleans them\?/);
      const body = text.replace(/^(?:- \[ \] \*\*|\| )OQ-\d+:.*$/gm, '');
      const first = [...new Set(body.match(/OQ-\d+/g))];
      expect(first, each.id).toEqual(first.map((_, index) => `OQ-${index + 1}`));
    }
  });

  it('lists all open questions also where the list stands before what asks them, or between', () => {
    const list = '{{#openQuestions}}\n* {{id}}: {{text}} {{owner}}\n{{/openQuestions}}\n';
    const [first, last] = [
      '## First\n\n{{author}}\n',
      '## Last\n\n{{#field}}security | Who may?{{/field}}\n',
    ];
    const deferred: Question = {
      ...{ id: 'area:rollout', area: 'rollout', text: 'How is it released?', blocking: false },
      ...{ why: '', options: [], evidence: [] },
    };
    const listed = (parts: readonly string[]): readonly string[] => {
      const text = renderOutline(
        briefFor(
          { ...template('feature'), body: parts.join('\n') },
          {
            source: lockers,
            questions: [deferred],
            answers: [{ kind: 'defer', questionId: deferred.id, owner: 'Ada' }],
          },
        ),
      );
      return text.split('\n').filter((line) => line.startsWith('* '));
    };
    const wanted = listed([first, last, list]);
    expect(wanted.map((line) => line.slice(2, 6))).toEqual(wanted.map((_, index) => `OQ-${index + 1}`));
    expect(wanted.join('\n')).toMatch(/Who may\?[^]*How is it released\? Ada/);
    expect(listed([list, first, last])).toEqual(wanted);
    expect(listed([first, list, last])).toEqual(wanted);
    expect(listed([list, first, list, last])).toEqual([...wanted, ...wanted]);
  });

  it('uses answers, marks assumptions and lists what was deferred', () => {
    const question = (id: string, area: string, text: string): Question => ({
      ...{ id, area, text, blocking: false, why: '', options: [], evidence: [] },
    });
    const questions = [
      question('area:security', 'security', 'Who may?'),
      question('area:performance', 'performance', 'How fast?'),
      question('area:rollout', 'rollout', 'How is it released?'),
      question('acceptance:US-002', 'acceptance', 'Which criteria?'),
      question('ambiguity:US-001', 'ambiguity', 'What is wrong?'),
      question('open:1', 'open-question', 'Who cleans them?'),
    ];
    const answers: Answer[] = [
      { kind: 'text', questionId: 'area:security', text: 'Couriers [only].' },
      { kind: 'assume', questionId: 'area:performance', text: 'Within 2 s.' },
      { kind: 'defer', questionId: 'area:rollout' },
      { kind: 'text', questionId: 'acceptance:US-002', text: 'A taken door is grey.' },
      { kind: 'assume', questionId: 'ambiguity:US-001', text: 'Wrong means expired.' },
      { kind: 'text', questionId: 'open:1', text: 'The landlord.' },
    ];
    const given = { source: lockers, questions, answers };
    const architecture = renderOutline(briefFor(template('architecture'), given));
    expect(architecture).toContain('### Security\n\n- Couriers \\[only\\].');
    expect(architecture).toContain('### Performance\n\n- [ASSUMPTION] Within 2 s.');
    expect(architecture).toMatch(/### Rollback Plan\n\n- (OQ-\d+)\n[\s\S]*\*\*\1:\*\* How is it released\?/);
    expect(architecture).toContain('| US-002 | A taken door is grey. |');
    expect(architecture).toContain('- Who cleans them? The landlord.');
    expect(architecture).not.toMatch(/OQ-\d+:\*\* Who cleans/);
    const ready = renderOutline(briefFor(template('agent-ready'), given));
    expect(ready).toContain('I want door.ex to open a door. [ASSUMPTION] Wrong means expired.');
    expect(ready).toContain('- [ASSUMPTION] How fast? Within 2 s.');
  });

  it('says what a person settled at each requirement that it is about, in place of what says nothing', () => {
    const ask = (id: string): Question => ({
      ...{ id, area: 'contradiction', text: `${id}?`, blocking: true, why: '', options: [], evidence: [] },
    });
    const answer = (questionId: string, text: string): Answer => ({ kind: 'text', questionId, text });
    const given = {
      source: source({
        requirements: ['FR-1', 'FR-2', 'FR-3'].map((id) =>
          requirement({ id, kind: 'functional', title: id === 'FR-3' ? 'TBD' : `Export of ${id}` }),
        ),
      }),
      questions: [ask('contradiction:FR-1+FR-2:12345678'), ask('gap:FR-3')],
      answers: [
        answer('contradiction:FR-1+FR-2:12345678', 'Owners only.'),
        answer('gap:FR-3', 'The list is sorted.'),
      ],
    };
    const spec = renderOutline(briefFor(template('feature'), given));
    expect(spec).toContain('- FR-1: Export of FR-1; Owners only.');
    expect(spec).toContain('- FR-2: Export of FR-2; Owners only.');
    expect(spec).toContain('- FR-3: The list is sorted.');
  });

  it('consists of words of template, source and workspace, open questions apart', () => {
    const notation = [
      'oq',
      't',
      'ac',
      'none',
      'test',
      'modify',
      'assumption',
      'graph',
      'td',
      'tick',
      'measure',
    ];
    for (const each of templates) {
      const brief: Brief = briefFor(each, { source: lockers, context: stacked });
      const known = words(
        [each.body.replace(/<!--[\s\S]*?-->/g, ''), JSON.stringify(brief), ...notation].join(' '),
      );
      const text = renderOutline(brief)
        .replace(/^(?:- \[ \] \*\*|\| )OQ-\d+:.*$/gm, '')
        .replace(/^> .*$/m, '');
      const foreign = [...words(text)].filter(
        (word) => !known.has(word) && !/^(?:(?:oq|t|c|fr|ac)?\d+|0123456|fedcba9)$/.test(word),
      );
      expect(foreign, each.id).toEqual([]);
    }
  });
});

describe('the skeleton for a language model', () => {
  it('has every heading of its template in order, guidance, and one sample of each list and table', () => {
    for (const each of templates) {
      const text = renderSkeleton(each, briefFor(each, { source: lockers, context: stacked }));
      expect(text).not.toMatch(/\{\{|\{#|\}\}/);
      const headings = [...text.matchAll(/^#{2,6} (.*)$/gm)].map(([, heading = '']) =>
        heading.replace(/^[\d.]+\s/, ''),
      );
      const wanted = each.sections.filter(({ key }) => key !== 'motivation').map(({ heading }) => heading);
      expect(headings, each.id).toEqual(wanted);
      for (const { guidance, key } of each.sections) {
        if (key !== 'motivation') expect(text).toContain(guidance);
      }
      expect(text).not.toContain('made without a language model');
      expect(text).not.toContain('US-001');
    }
  });

  it('shows tables with a sample row and the known metadata', () => {
    const text = renderSkeleton(
      template('agent-ready'),
      briefFor(template('agent-ready'), { source: lockers }),
    );
    expect(text).toContain('| [id] | [title] | [tasks] |');
    expect(text).toContain('**Author:** Ada');
    expect(text).toContain('- **[id]:** [title]\n  - _Implements:_ [implements]');
    expect(text).toMatch(/### Feature Flags\n<!-- Optional/);
  });
});

describe('the built-in templates', () => {
  it('name only checks that exist, and every check item has one', () => {
    const ids = new Set(checks.map(({ id }) => id));
    for (const { id, checklist, checks: settings } of templates) {
      const named = [...checklist.flatMap((item) => item.checks), ...Object.keys(settings)];
      expect(
        named.filter((check) => !ids.has(check)),
        id,
      ).toEqual([]);
      for (const item of checklist)
        expect(item.checks.length > 0, `${id} ${item.id}`).toBe(item.verifiedBy === 'check');
    }
  });

  it('show every checklist item that applies, and which of them a person ticks', () => {
    for (const each of templates) {
      for (const kind of ['prd', 'initiative', 'conversation'] as const) {
        const text = renderOutline(briefFor(each, { source: { ...lockers, kind } }));
        const items = each.checklist.filter(({ when }) => when === undefined || when === kind);
        for (const { text: asked, verifiedBy } of items) {
          const note = verifiedBy === 'person' ? ' _(for a person to tick)_' : '';
          expect(text, each.id).toContain(`- [ ] ${asked}${note}\n`);
        }
      }
    }
  });

  const seeds = join(__dirname, '../../../../shared/seeds');
  it.skipIf(!existsSync(seeds))('share no sentence with the documents they follow', () => {
    const originals = readdirSync(seeds).map((name) => readFileSync(join(seeds, name), 'utf8'));
    const known = new Set(originals.flatMap((text) => runs(text)));
    for (const { id, sections, checklist, questions } of templates) {
      const prose = [
        ...sections.map(({ guidance }) => guidance),
        ...checklist.map(({ text }) => text),
        ...questions.flatMap(({ text, why }) => [text, why]),
      ];
      expect(
        prose.flatMap((text) => runs(text)).filter((run) => known.has(run)),
        id,
      ).toEqual([]);
    }
  });
});

/** Every stretch of seven words. */
function runs(text: string): readonly string[] {
  const all = [...text.toLowerCase().matchAll(/\p{L}+/gu)].map(([word]) => word);
  return all.slice(6).map((_, index) => all.slice(index, index + 7).join(' '));
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}
