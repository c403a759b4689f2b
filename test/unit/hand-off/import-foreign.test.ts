import { describe, expect, it } from 'vitest';
import { importSpec, type ImportedSpec } from '../../../src/core/import/import-spec';
import { parseSpec } from '../../../src/core/spec/parse-spec';
import { taskField } from '../../../src/core/spec/task-field';
import { exported, handOffOfText, reportOf } from './checked-example';

const out = 'tech-specs/x.md';

function imported(folder: string, files: Readonly<Record<string, string>>): ImportedSpec {
  const names = Object.keys(files);
  const documents = names.map((name) => ({ path: `${folder}/${name}`, text: files[name] ?? '' }));
  const spec = importSpec({ documents, names, folder, format: null, out });
  if (spec === null) throw new Error('Nothing was imported.');
  return spec;
}

function tasksOf(text: string): readonly unknown[] {
  return parseSpec(text).tasks.map((task) => [
    task.id,
    task.title,
    task.done,
    taskField(task, 'implements')?.value ?? null,
    taskField(task, 'dependencies')?.value ?? null,
  ]);
}

const kiro = {
  'requirements.md': `# Requirements Document

## Introduction

See [the notes](../../../docs/notes.md).

## Requirements

### Requirement 1

**User Story:** As a keeper, I want to log a hive, so that I know its state.

#### Acceptance Criteria

1. WHEN a hive is logged THEN the system SHALL store the date
2. IF the hive is unknown THEN the system SHALL refuse it

### Requirement 2

**User Story:** As a keeper, I want to see my hives, so that I can choose one.

#### Acceptance Criteria

1. WHEN the list opens THEN the system SHALL show every hive
`,
  'design.md': `# Design Document

## Overview

Hives are rows. [NEEDS CLARIFICATION: which database?]

## Components and Interfaces

\`\`\`ts
interface Hive {}
\`\`\`
`,
  'tasks.md': `# Implementation Plan

- [x] 1. Set up the store
  - [x] 1.1 Write the migration
    - Create the table
    - _Requirements: 1.1, 1.2_
  - [-] 1.2 Write the repository
    - _Requirements: 1.1_
- [ ]* 2.1 Test the list
  - _Requirements: 2.1_

Notes behind the tasks.
`,
};

describe('import', () => {
  it('makes one spec of a Kiro folder: ids, ticks, states, texts, links and open questions stay', async () => {
    const { text, format, restored } = imported('.kiro/specs/hives', kiro);
    expect([format?.id, restored]).toEqual(['kiro', false]);
    expect(tasksOf(text)).toEqual([
      ['1', 'Set up the store', true, null, null],
      ['1.1', 'Write the migration', true, '1.1, 1.2', null],
      ['1.2', 'Write the repository', false, '1.1', null],
      ['2.1', 'Test the list', false, '2.1', null],
    ]);
    for (const said of [
      '# Hives',
      '- Create the table',
      '_Status:_ In progress',
      '_Optional:_ Yes',
      'Notes behind the tasks.',
      'interface Hive {}',
      '1. WHEN a hive is logged THEN the system SHALL store the date',
      '[the notes](../docs/notes.md)',
      'OQ-1 (which database?)',
      '- [ ] **OQ-1:** which database?',
      '| Requirement 1 |',
    ])
      expect(text).toContain(said);
    const report = await reportOf(out, {
      [out]: text,
      '.kiro/specs/hives/requirements.md': kiro['requirements.md'],
    });
    expect(report.source).toBe('.kiro/specs/hives/requirements.md');
    expect(report.coverage).toEqual({ requirements: 2, covered: 2, outOfScope: 0 });
  });

  it('makes one spec of a Spec Kit feature with its contracts and data model', async () => {
    const files = {
      'spec.md': `# Feature Specification: Lockers

**Status**: Draft

## Requirements

- **FR-001**: System MUST open a locker
- **FR-002**: System MUST list lockers

## Success Criteria

- **SC-001**: Half of all parcels
`,
      'plan.md':
        '# Implementation Plan: Lockers\n\n**Spec**: [spec.md](spec.md)\n\n## Summary\n\nOne service.\n',
      'data-model.md': '---\nowner: ann\n---\n\n# Data Model\n\n## Locker\n\n- id\n',
      'contracts/api.yaml': 'openapi: 3.1.0\n',
      'tasks.md': `# Tasks: Lockers

## Phase 1: Setup

- [x] T001 Create \`src/main.ts\`
- [ ] T002 [P] [US1] Open endpoint in \`src/open.ts\` (FR-001) (depends on T001)
`,
    };
    const { text } = imported('specs/001-lockers', files);
    expect(tasksOf(text)).toEqual([
      ['T001', 'Create src/main.ts', true, null, null],
      ['T002', 'Open endpoint in src/open.ts', false, 'US1, FR-001', 'T001'],
    ]);
    for (const said of [
      '# Lockers',
      '### Phase 1: Setup',
      '## Data Model',
      '### Locker',
      'owner: ann',
      '```yaml\nopenapi: 3.1.0\n```',
      '[spec.md](../specs/001-lockers/spec.md)',
      '- **SC-001**: Half of all parcels',
    ])
      expect(text).toContain(said);
  });

  it('asks a question of Spec Kit once, under one id wherever it is quoted, and has no marks of escapes in it', () => {
    const mark = '[NEEDS CLARIFICATION: retention period not specified]';
    const { text } = imported('specs/001-photos', {
      'plan.md': `# Implementation Plan: Photos\n\n## Storage\n\nKept for ${mark}. Which [NEEDS CLARIFICATION: bucket of\nthe *cloud*]?\n`,
      'spec.md': `# Feature Specification: Photos\n\n## Requirements\n\n- **FR-003**: System MUST keep photos for ${mark}.\n- **FR-004**: System MUST drop photos, see OQ-6\n`,
      'tasks.md': '# Tasks: Photos\n\n- [ ] T001 Keep photos (FR-003)\n',
    });
    const asked = 'OQ-7 (retention period not specified)';
    for (const said of [
      `- **FR-003**: System MUST keep photos for ${asked}.`,
      `| FR-003 | System MUST keep photos for ${asked}. | T001 |`,
      `Kept for ${asked}. Which OQ-8 (bucket of the *cloud*)?`,
    ])
      expect(text).toContain(said);
    expect(text.split('## Open Questions')[1]?.trim()).toBe(
      '- [ ] **OQ-7:** retention period not specified\n- [ ] **OQ-8:** bucket of the *cloud*',
    );
    expect(text).not.toContain('\\');
  });

  const asking = (files: Readonly<Record<string, string>>): string =>
    imported('specs/001-photos', {
      'plan.md': '# Implementation Plan: Photos\n\n## Summary\n\nOne service.\n',
      'tasks.md': '# Tasks: Photos\n\n- [ ] T001 Keep photos\n',
      ...files,
    }).text;
  const edgeCases = (...lines: readonly string[]): string =>
    ['# Feature Specification: Photos', '', '### Edge Cases', '', ...lines, ''].join('\n');

  it('keeps the id that a question of Spec Kit has, and asks it no second time where a document lists it', async () => {
    const text = asking({
      'spec.md': edgeCases(
        '- [NEEDS CLARIFICATION: OQ-1 which auth?]',
        '- Kept [NEEDS CLARIFICATION: OQ-4: how long?], see [NEEDS CLARIFICATION: OQ-4]',
        '- Stored [NEEDS CLARIFICATION: where?]',
      ),
      'plan.md': '# Implementation Plan: Photos\n\n## Questions\n\n- [ ] **OQ-1:** which auth?\n',
    });
    for (const said of [
      '- (OQ-1: which auth?)',
      '- Kept OQ-4 (how long?), see OQ-4\n',
      '- Stored OQ-5 (where?)',
    ])
      expect(text).toContain(said);
    expect(text.split('## Open Questions')[1]?.trim()).toBe(
      '- [ ] **OQ-4:** how long?\n- [ ] **OQ-5:** where?',
    );
    expect(text.match(/which auth/gu)).toHaveLength(2);
  });

  it('asks a question that is all of a line, a heading or a first cell in one place alone', async () => {
    const text = asking({
      'spec.md': edgeCases(
        '- [NEEDS CLARIFICATION: which auth?]',
        '- [ ] **[NEEDS CLARIFICATION: OQ-7 how long?]**',
        '',
        '[NEEDS CLARIFICATION: where?] It is stored there.',
        '',
        '| What | Why |',
        '|---|---|',
        '| [NEEDS CLARIFICATION: which table?] | It grows |',
      ),
    });
    const report = await reportOf(out, { [out]: text });
    const twice = report.findings.filter(({ message }) => message.includes('declared twice'));
    expect(twice).toEqual([]);
    expect(parseSpec(text).openQuestions.map(({ id, text: asked }) => [id, asked])).toEqual([
      ['OQ-8', 'which auth?'],
      ['OQ-7', 'how long?'],
      ['OQ-9', 'where?'],
      ['OQ-10', 'which table?'],
    ]);
  });

  it('takes a question to the end of its mark, links and escaped brackets in it, which lead where they led', () => {
    const text = asking({
      'spec.md': edgeCases(
        '- Kept [NEEDS CLARIFICATION: see [docs](a.md) now] for all',
        '- Sent [NEEDS CLARIFICATION: is it \\[x\\] or \\[y\\]?] to all',
        '- Shown \\[NEEDS CLARIFICATION: as \\[z\\]?\\] to all',
        '- Paid [NEEDS CLARIFICATION: in [0, 1)?] by all',
        '',
        'Text ] behind.',
      ),
    });
    for (const said of [
      '- Kept OQ-1 (see [docs](../specs/001-photos/a.md) now) for all',
      '- Sent OQ-2 (is it \\[x\\] or \\[y\\]?) to all',
      '- Shown OQ-3 (as \\[z\\]?) to all',
      '- Paid OQ-4 (in [0, 1)?) by all',
      '- [ ] **OQ-1:** see [docs](../specs/001-photos/a.md) now\n',
      '- [ ] **OQ-2:** is it \\[x\\] or \\[y\\]?\n',
      'Text ] behind.',
    ])
      expect(text).toContain(said);
  });

  it('has requirements without parentheses and tags of Spec Kit as fields, whatever else a task says', () => {
    const { text } = imported('specs/001-photos', {
      'spec.md':
        '# Feature Specification: Photos\n\n## Requirements\n\n- **FR-001**: System MUST keep photos\n',
      'plan.md': '# Implementation Plan: Photos\n\n## Summary\n\nOne service.\n',
      'tasks.md': `# Tasks: Photos

- [ ] T001 [P] Lint
- [ ] T002 [P] [US1] Keep photos (FR-001)
- [ ] T003 [BE] [P] Hash photos (SHA-256)
- [ ] T004 [BE] [US1] Show photos (see FR-001)
`,
    });
    expect(text.split('## Implementation Tasks')[1]?.trim()).toBe(`- [ ] **T001:** Lint
  - _Parallel:_ Yes
- [ ] **T002:** Keep photos
  - _Implements:_ US1, FR-001
  - _Parallel:_ Yes
- [ ] **T003:** [BE] Hash photos
  - _Implements:_ (SHA-256)
  - _Parallel:_ Yes
- [ ] **T004:** [BE] Show photos (see FR-001)
  - _Implements:_ US1`);
  });

  it('gives tasks of Spec Kit back with the tags that they came with', async () => {
    const { text } = imported('specs/001-photos', {
      'spec.md':
        '# Feature Specification: Photos\n\n## Requirements\n\n- **FR-001**: System MUST keep photos\n',
      'plan.md': '# Implementation Plan: Photos\n\n## Summary\n\nOne service.\n',
      'tasks.md': `# Tasks: Photos

- [ ] T001 Keep photos (FR-001)
- [ ] T002 [P] Write tests in \`test/a.ts\`
- [ ] T-3 [P] [BE] Hash photos
`,
    });
    const files = exported(await handOffOfText(text, out), 'spec-kit');
    const tasks = files.find(({ path }) => path.endsWith('/tasks.md'))?.text ?? '';
    expect(tasks.match(/^- .*?(?= <!--)/gmu)).toEqual([
      '- [ ] T001 Keep photos',
      '- [ ] T002 [P] Write tests in `test/a.ts`',
      '- [ ] T-3 [P] [BE] Hash photos',
    ]);
    const folder = 'specs/001-photos';
    const names = files.map(({ path }) => path.slice(folder.length + 1));
    const back = importSpec({ documents: files, names, folder, format: null, out });
    expect(back?.text).toBe(text);
  });

  it('makes one spec of an OpenSpec change with deltas of several capabilities', () => {
    const delta = (name: string): string =>
      `## ADDED Requirements\n\n### Requirement: ${name}\n\nThe system SHALL do it.\n\n#### Scenario: One\n\n- **WHEN** a\n- **THEN** b\n`;
    const { text, format } = imported('openspec/changes/add-pause', {
      '.openspec.yaml': 'schema: spec-driven\n',
      'proposal.md': '# Proposal: Pause\n\n## Why\n\nReaders leave.\n\n## What Changes\n\n- A pause\n',
      'design.md': '# Design\n\n## Decisions\n\nRows.\n',
      'specs/mail/spec.md': delta('Pause'),
      'specs/page/spec.md': delta('Page'),
      'tasks.md': '# Tasks\n\n## 1. Mail\n\n- [x] 1.1 Store it\n- [ ] 1.2 Stop mail\n',
    });
    expect(format?.id).toBe('openspec');
    expect(tasksOf(text)).toEqual([
      ['1.1', 'Store it', true, null, null],
      ['1.2', 'Stop mail', false, null, null],
    ]);
    for (const said of [
      '# Pause',
      'Readers leave.',
      '### Requirement: Pause',
      'Page',
      '#### Scenario: One',
      'schema: spec-driven',
    ])
      expect(text.includes(said) || text.includes(`#${said}`) || text.includes(`##${said}`), said).toBe(true);
  });

  it('takes the tasks of compozy from its list, a table or a file each, with their state', () => {
    const files = {
      '_prd.md': '# PRD: Invites\n\n- FR-1: Invite people\n',
      '_techspec.md': '# Invites\n\n## Architecture\n\nOne service.\n',
      '_tasks.md':
        '# Tasks\n\n| # | Title | Status | Dependencies |\n|---|---|---|---|\n| 01 | Store | completed | - |\n| 02 | Mail | pending | task_01 |\n',
      'task_01.md': '---\nstatus: completed\n---\n\n# Task 1: Store\n\n## Overview\n\nWrite it.\n',
    };
    const { text } = imported('tasks/prd-invites', files);
    expect(tasksOf(text)).toEqual([
      ['1.0', 'Store', true, null, null],
      ['2.0', 'Mail', false, null, '1.0'],
    ]);
    expect(text).toContain('Write it.');
    const single = imported('tasks/prd-invites', {
      '_techspec.md': files['_techspec.md'],
      '1_task.md': '---\nstatus: done\n---\n\n# Task 1.0: Store\n\nText.\n',
      '2_task.md': '---\nstatus: pending\ndependencies: [1_task]\n---\n\n# Task 2.0: Mail\n',
    });
    expect(tasksOf(single.text)).toEqual([
      ['1.0', 'Store', true, null, null],
      ['2.0', 'Mail', false, null, '1.0'],
    ]);
  });

  it('takes a spec that is in our notation as it is, with its links mended for its new place', () => {
    const own =
      '# Invites\n\n**Status:** Draft\n**PRD:** [PRD](_prd.md)\n\n## Tasks\n\n1. **T-001 Do**: FR-1\n';
    const { text, restored } = imported('tasks/prd-invites', {
      '_prd.md': '# PRD\n\n- FR-1: x\n',
      '_techspec.md': own,
    });
    expect(restored).toBe(true);
    expect(text).toBe(own.replace('(_prd.md)', '(../tasks/prd-invites/_prd.md)'));
  });

  it('never loses a line of what it was given', () => {
    const { text } = imported('.kiro/specs/hives', kiro);
    const squeezed = text.replace(/[\s#*_]/gu, '');
    for (const document of Object.values(kiro))
      for (const line of document.split('\n').slice(1)) {
        // An open question by now, see above.
        if (line.includes('[NEEDS CLARIFICATION')) continue;
        const said = line
          .replace(/^[\s#-]*(?:\[.\]\*? [\d.]+)?/u, '')
          .replace(/[\s#*_.]/gu, '')
          .replace(/\(\.*\/.*\)/u, '');
        expect(squeezed.replace(/\./gu, '').includes(said), line).toBe(true);
      }
  });
});
