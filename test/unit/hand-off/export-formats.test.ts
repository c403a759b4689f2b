import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { exportFormats } from '../../../src/core/export/formats';
import { handOffOf } from '../../../src/core/export/hand-off';
import { exported, handOffFor, handOffOfText, reportOf, templateIds } from './checked-example';

const prd = `# PRD: Lockers

## User stories

### US-001: Open a locker

**Priority:** must

As a customer, I want to open my locker with a code, so that I get my parcel.

**Acceptance criteria:**

- Given a valid code, when it is typed in, then the door opens within 2 s.
- A wrong code leaves the door shut; see \`$(touch pwned)\` and it's <b>bold</b>.

### US-002: Free lockers

As a courier, I want to see free lockers, so that I find one.

## Non-functional requirements

- **NFR-001:** The service must answer within 200 ms.

## Success metrics

- **SC-001:** Half of all parcels are in lockers.
`;

const spec = `# Tech Spec: Lockers

**PRD:** [Lockers](../prds/lockers.md)
**Status:** Approved

## 1. API

\`POST /open\` serves US-001.

## 2. Storage

Nothing of the sort.

## 3. Tasks

- [x] **T-001:** Table
  - _Implements:_ US-002
  - _Files:_
    - Create: \`db/lockers.sql\`
  - _Done condition:_ \`make migrate\` passes
  - _Dependencies:_ None
- [ ] **T-002:** It's the \`open\` endpoint; $(touch pwned) \`touch pwned\` "x"
  - _Implements:_ US-001, NFR-001
  - _Files:_
    - Modify: \`src/open.ts\`
  - _Done condition:_ \`npm test\` passes
  - _Dependencies:_ T-001
`;

const files = { 'prds/lockers.md': prd, 'tech-specs/lockers.md': spec };
const lockers = reportOf('tech-specs/lockers.md', files).then((report) => handOffOf(report, '2026-03-02'));

const textOf = async (to: string, ending: string, task?: string): Promise<string> => {
  const all = exported(await lockers, to, task === undefined ? {} : { task });
  return all.find(({ path }) => path.endsWith(ending))?.text ?? '';
};

describe('every export', () => {
  it('stays inside its folder, has each file once and names every id of requirements and tasks', async () => {
    for (const id of [...templateIds, 'audit-log']) {
      const handOff = await handOffFor(id);
      for (const { id: to } of exportFormats) {
        const all = exported(handOff, to);
        const paths = all.map(({ path }) => path);
        expect(new Set(paths).size, `${to} ${id}`).toBe(paths.length);
        for (const path of paths) expect(path).toMatch(/^(?:\.kiro\/|\.?[a-z0-9-]+(?:\/|\.))[\w./-]+$/u);
        if (to === 'github-issues') continue;
        const text = all.map((file) => file.text).join('\n');
        for (const requirement of handOff.requirements)
          expect(text.includes(requirement.id), `${to} ${id} ${requirement.id}`).toBe(true);
        for (const { task } of handOff.tasks)
          expect(text.includes(task.id), `${to} ${id} ${task.id}`).toBe(true);
      }
    }
  }, 180_000);

  it('never takes its folders from what a title says', async () => {
    const handOff = await handOffOfText('# ../../etc/passwd: Ünïcode ‮ .. / \\ evil\n\n## A\n\nText.\n');
    expect(handOff.slug).toBe('etc-passwd-unicode-evil');
  });
});

describe('Spec Kit', () => {
  it('tells stories with scenarios, and tasks that name their story, keep their tick and number on', async () => {
    const told = await textOf('spec-kit', '/spec.md');
    expect(told).toContain('### User Story 1 - Open a locker (Priority: P1)');
    expect(told).toContain(
      '1. **Given** a valid code, **When** it is typed in, **Then** the door opens within 2 s. (US-001/AC-1)',
    );
    expect(told).toContain('- **NFR-001**: The service MUST answer within 200 ms.');
    const tasks = await textOf('spec-kit', '/tasks.md');
    // Nothing else can be done beside it: the other task waits for it.
    expect(tasks).toMatch(/^- \[x\] T001 \[US2\] Table/mu);
    expect(tasks).toMatch(/^- \[ \] T002 \[US1\] It's/mu);
  });

  it('asks each question once with its text, though an outline waits for its answer at many places', async () => {
    const asked = async (name: string | null): Promise<readonly string[]> => {
      const handOff = name === null ? await handOffOfText(waiting) : await handOffFor(name);
      const text = exported(handOff, 'spec-kit').find(({ path }) => path.endsWith('/spec.md'))?.text ?? '';
      return [...text.matchAll(/\[NEEDS CLARIFICATION: ?(.*)\]/gu)].map(([, said = '']) => said);
    };
    const waiting =
      '# Tech Spec: Lockers\n\n**Status:** Draft\n\n## Data\n\n- OQ-1\n\n| A | B |\n|---|---|\n| OQ-2 | OQ-2 |\n\n- OQ-3\n\n## Questions\n\n- OQ-1: Which rows?\n- OQ-2: Which cells?\n';
    expect(await asked(null)).toEqual(['OQ-1 Which rows?', 'OQ-2 Which cells?', 'OQ-3']);
    const outline = await asked('agent-ready');
    const ids = outline.map((said) => said.split(' ')[0]);
    expect(ids.length).toBeGreaterThan(10);
    expect(new Set(ids).size).toBe(ids.length);
    expect(outline.filter((said) => !/^OQ-\d+ .*[\p{L}]{3}/u.test(said))).toEqual([]);
  });

  it('asks a question that stands outside of the section for questions, which has only answered ones', async () => {
    const outline = (await handOffFor('feature')).spec.text;
    const text = outline
      .replaceAll('- [ ] **OQ-', '- [x] **OQ-')
      .replace(/^## 4\..*$/mu, '$&\n\n- [ ] **OQ-50:** How many invitations may a member send?');
    const handOff = await handOffOfText(text);
    expect(handOff.report.template?.id).toBe('feature');
    const file = exported(handOff, 'spec-kit').find(({ path }) => path.endsWith('/spec.md'))?.text ?? '';
    expect(file.match(/\[NEEDS CLARIFICATION: .*\]|None is open/gu)).toEqual([
      '[NEEDS CLARIFICATION: OQ-50 How many invitations may a member send?]',
    ]);
  });

  it('takes the next number, and the same one again for the same feature', async () => {
    const folderWith = async (existing: readonly string[]): Promise<string> =>
      exported(await lockers, 'spec-kit', { existing })[0]?.path ?? '';
    expect(await folderWith([])).toBe('specs/001-lockers/spec.md');
    expect(await folderWith(['007-other', 'notes'])).toBe('specs/008-lockers/spec.md');
    expect(await folderWith(['003-lockers', '007-other'])).toBe('specs/003-lockers/spec.md');
  });
});

describe('Kiro', () => {
  it('counts requirements, states criteria in EARS, and its tasks name the numbers', async () => {
    const stated = await textOf('kiro', '/requirements.md');
    expect(stated).toContain('### Requirement 1: US-001 Open a locker');
    expect(stated).toContain(
      '1. WHEN it is typed in (given a valid code) THEN the system SHALL ensure that the door opens within 2 s.',
    );
    expect(stated).not.toContain('<b>bold');
    expect(await textOf('kiro', '/tasks.md')).toContain('  - _Requirements: 1.1, 1.2, 3.1_');
  });
});

describe('OpenSpec', () => {
  it('has scenarios of the words of the criteria, and says where these name no condition or are not there', async () => {
    const delta = await textOf('openspec', '/spec.md');
    expect(delta).toContain(
      'The system SHALL let a customer open their locker with a code, so that they get their parcel.',
    );
    expect(delta).toContain(
      '- **GIVEN** a valid code\n- **WHEN** it is typed in\n- **THEN** the door opens within 2 s.',
    );
    expect(delta).toMatch(/- \*\*WHEN\*\* in any case\n- \*\*THEN\*\* A wrong code leaves the door shut/u);
    expect(delta).toContain('Where a scenario says “in any case”');
    expect(delta).toMatch(/Scenario: US-002\n\nThe source states no acceptance criterion/u);
    expect(delta).not.toContain('is used');
  });

  it('takes the criteria of a requirement without a source from the table that defines it', async () => {
    const handOff = await handOffFor('audit-log');
    const delta = exported(handOff, 'openspec').find(({ path }) => path.endsWith('/spec.md'))?.text;
    expect(delta).toContain(
      '- **THEN** TestListAuditEventsPages reads three events in two pages without a gap; members get 403',
    );
    expect(handOff.requirements.map(({ priority }) => priority)).toEqual(['must', 'must', 'must', 'should']);
  });
});

describe('JSON', () => {
  it('has ids, fields, dependencies and files of tasks as data', async () => {
    const data = JSON.parse(await textOf('json', '.json')) as {
      readonly tasks: readonly Readonly<Record<string, unknown>>[];
      readonly markdown: string;
    };
    expect(data.markdown).toBe(spec);
    expect(data.tasks[1]).toMatchObject({
      ...{ id: 'T-002', done: false, implements: ['US-001', 'NFR-001'], dependencies: ['T-001'] },
      files: [{ path: 'src/open.ts', action: 'modify' }],
      doneCondition: 'npm test passes',
    });
  });
});

describe('an agent brief', () => {
  it('of one task has its requirements with criteria, the sections it uses, and the state of its dependencies', async () => {
    const brief = await textOf('agent-brief', '.md', 'T-002');
    expect(brief).toContain('### US-001: Open a locker');
    expect(brief).toContain('- US-001/AC-1: Given a valid code');
    expect(brief).toContain('`POST /open` serves US-001.');
    expect(brief).not.toContain('Nothing of the sort.');
    expect(brief).not.toContain('US-002: Free lockers');
    expect(brief).toContain('- T-001: Table (done)');
    expect(brief).toContain('_Done condition:_ `npm test` passes');
    expect(brief).not.toContain('<b>bold');
  });

  it('of the whole spec has all of it', async () => {
    const brief = await textOf('agent-brief', '.md');
    for (const said of ['Nothing of the sort.', 'US-002: Free lockers', 'SC-001', '**T-002:**'])
      expect(brief).toContain(said);
  });
});

describe('GitHub issues', () => {
  it('are a script that runs nothing but gh, with every text as one argument, for tasks that are not done', async () => {
    const script = await textOf('github-issues', '.sh');
    // A shell that knows no program but a `gh` which shows what it was given.
    const shown = spawnSync('/bin/sh', ['-c', `gh() { printf '%s\\0' "$@"; }\n${script}`], {
      encoding: 'utf8',
      env: { PATH: '/nonexistent' },
    });
    expect(shown.stderr).toBe('');
    const args = shown.stdout.split('\0').slice(0, -1);
    expect(args.slice(0, 2)).toEqual(['issue', 'create']);
    expect(args).toHaveLength(4);
    expect(args[2]).toBe('--title=T-002: It\'s the open endpoint; $(touch pwned) touch pwned "x"');
    expect(args[3]).toMatch(/^--body=# T-002: It's the `open` endpoint/u);
  });
});
