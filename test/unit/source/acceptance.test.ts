import { describe, expect, it } from 'vitest';
import { pick, read } from './read';

describe('acceptance criteria', () => {
  it('of "Requirement N" are the ordered EARS statements, numbered as they are cited', () => {
    const source = read(
      '# Requirements Document\n\n## Requirements\n\n### Requirement 2: Login\n\n**User Story:** As a user, I want to log in, so that I see data.\n\n#### Acceptance Criteria\n\n1. WHEN a password is wrong THEN the system SHALL say so\n2. THE system SHALL lock after 5 tries',
    );
    expect(pick(source, 'Requirement 2')).toMatchObject({
      kind: 'ears',
      title: 'Login',
      line: 5,
      endLine: 12,
    });
    expect(pick(source, 'Requirement 2').acceptance.map(({ id, line }) => [id, line])).toEqual([
      ['2.1', 11],
      ['2.2', 12],
    ]);
  });

  it('are read in translations', () => {
    const source = read(
      '# 需求文档\n\n## 需求\n\n### 需求 1：登录\n\n**用户故事：** 作为用户，我希望登录，以便查看数据。\n\n#### 验收标准\n\n1. 当密码错误时，系统应提示\n2. 系统应记录日志',
    );
    expect(pick(source, '需求 1').acceptance.map(({ id }) => id)).toEqual(['1.1', '1.2']);
    expect(pick(source, '需求 1').kind).toBe('ears');
  });

  it('stand in task lists below a bold label, with ids where the author gave some', () => {
    const source = read(
      '# PRD\n## User stories\n### US-1: Share\n**Acceptance criteria:**\n- [x] **AC-US1-01**: Link is copied\n- [ ] Toast appears\n\n## Tasks\n- [ ] T-001: do it',
    );
    expect(pick(source, 'US-1').acceptance).toEqual([
      { id: 'AC-US1-01', line: 5, text: 'Link is copied' },
      { id: null, line: 6, text: 'Toast appears' },
    ]);
    expect(source.requirements).toHaveLength(1);
  });

  it('stand below a list item, apart from its dependencies', () => {
    const source = read(
      '# PRD\n## Requirements\n- **FR-1**: Share\n  - Acceptance Criteria:\n    - Link works\n    - Link expires\n  - Dependencies:\n    - FR-9: other',
    );
    expect(pick(source, 'FR-1').acceptance.map(({ text }) => text)).toEqual(['Link works', 'Link expires']);
    expect(source.requirements).toHaveLength(1);
  });

  it('stand in a table column', () => {
    const source = read(
      '# PRD\n## Requirements\n| ID | Requirement | Acceptance Criteria |\n|--|--|--|\n| FR-1 | Share | - Link works<br>- Link expires |',
    );
    expect(pick(source, 'FR-1').acceptance.map(({ text }) => text)).toEqual(['Link works', 'Link expires']);
    expect(pick(source, 'FR-1').text).toBe('Share');
  });

  it('are one per scenario, in headings and in Gherkin fences', () => {
    const source = read(
      '## ADDED Requirements\n\n### Requirement: Sharing\nLists SHALL be shared.\n\n#### Scenario: By link\n- **WHEN** a link is opened\n- **THEN** the list SHALL show\n\n#### Scenario: By mail\n- **WHEN** sent\n- **THEN** it arrives',
    );
    expect(source.requirements).toHaveLength(1);
    expect(source.requirements[0]?.acceptance.map(({ line, text }) => [line, text.split('\n')[0]])).toEqual([
      [6, 'By link'],
      [10, 'By mail'],
    ]);
    const fenced = read(
      '# PRD\n## User stories\n### US-1: Share\n```gherkin\nFeature: x\nScenario: By link\n  Given a list\n  Then it shows\n```',
    );
    expect(pick(fenced, 'US-1').acceptance).toEqual([
      { id: null, line: 6, text: 'By link\nGiven a list\nThen it shows' },
    ]);
  });

  it.each([
    ['a nested item', '- **ER-001 (must):** No loss\n  - _Success criteria:_ Zero lost in a week'],
    ['nested items', '- **ER-001 (must):** No loss\n  - Success criteria:\n    - Zero lost in a week'],
    [
      'a column',
      '| Req ID | Requirement | Success Criteria | Priority |\n|---|---|---|---|\n| ER-001 | No loss | Zero lost in a week | must |',
    ],
  ])('are success criteria given as %s', (_, body) => {
    const requirement = pick(
      read(`# Move the queue\n## Why now\nSoon.\n## Requirements\n${body}\n`),
      'ER-001',
    );
    expect(requirement.acceptance.map(({ text }) => text)).toEqual(['Zero lost in a week']);
    expect(requirement.text).toBe('No loss');
    expect(requirement.priority).toBe('must');
  });

  it('are not made of a plain list below a heading, which says what is required', () => {
    const speed = pick(
      read(
        '# PRD\n## Non-functional requirements\n### NFR-01: Speed\n- Migration takes 5 minutes\n- Nothing is locked\n',
      ),
      'NFR-01',
    );
    expect(speed.acceptance).toEqual([]);
    expect(speed.text).toBe('Speed\nMigration takes 5 minutes\nNothing is locked');
  });

  it('of an initiative are its success criteria', () => {
    const source = read(
      '# Move the queue\n## Why now\nTraffic doubles.\n## Requirements\n### ER-001: No loss\n**Success criteria:**\n- Zero lost in a week',
    );
    expect(source.kind).toBe('initiative');
    expect(pick(source, 'ER-001').acceptance.map(({ text }) => text)).toEqual(['Zero lost in a week']);
  });

  it('are missed in a stub, and said so', () => {
    const source = read(
      '# US-9: Explain folders\n\n## Acceptance Criteria\n\nNo acceptance criteria defined.\n',
    );
    expect(pick(source, 'US-9').acceptance).toEqual([]);
    expect(source.findings).toMatchObject([
      { check: 'prd-acceptance-missing', line: 1, args: ['US-9'], severity: 'warning' },
    ]);
  });

  it('nested below a requirement are its criteria whatever letters stand for them', () => {
    const source = read(
      '# PRD\n## Requisitos funcionales\n- **R1.1**: Apuntarse a la lista.\n  - CA-1: Dos veces no crea otra entrada.\n- **R1.2**: Recibir una oferta.\n  - CA-1: Caduca a las 24 horas.\n  - CA-2: Pasa al siguiente.',
    );
    expect(source.requirements.map(({ id, acceptance }) => [id, acceptance.map((one) => one.id)])).toEqual([
      ['R1.1', ['CA-1']],
      ['R1.2', ['CA-1', 'CA-2']],
    ]);
  });

  it('may stand apart, below the ids of requirements that a table lists', () => {
    const source = read(
      '# PRD\n## Requirements\n| ID | Requirement |\n|---|---|\n| REQ-1 | Set up an order |\n| REQ-2 | End an order |\n\n### Acceptance criteria\n\nREQ-1\n- AC-1: A past date is refused.\n- AC-2: A weekly order repeats.\n\n**REQ-2**:\n\n- AC-1: It ends at once.\n\nREQ-9\n- AC-1: Of nothing here.',
    );
    expect(source.requirements.map(({ id, acceptance }) => [id, acceptance.map((one) => one.text)])).toEqual([
      ['REQ-1', ['A past date is refused.', 'A weekly order repeats.']],
      ['REQ-2', ['It ends at once.']],
    ]);
  });
});
