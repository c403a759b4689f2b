import { describe, expect, it } from 'vitest';
import { leadingId, trailingId } from '../../../src/core/source/notation/requirement-id';
import { found, pick, read } from './read';

describe('an id at the start of a line', () => {
  it.each([
    ['FR-001: text', 'FR-001'],
    ['F1: text', 'F1'],
    ['F1.1', 'F1.1'],
    ['FR-6.5.1 - text', 'FR-6.5.1'],
    ['US-001.EC-2: text', 'US-001.EC-2'],
    ['REQ-VT-001: text', 'REQ-VT-001'],
    ['BR-STORAGE-031-03: text', 'BR-STORAGE-031-03'],
    ['[FR-01] text', 'FR-01'],
    ['✅ RF01. texto', 'RF01'],
    ['ФТ-3: текст', 'ФТ-3'],
    ['Requirement 3: Login', 'Requirement 3'],
    ['User Story 1 - Share (Priority: P1)', 'User Story 1'],
    ['需求 2：展示', '需求 2'],
    ['Requisito 4: Entrar', 'Requisito 4'],
    ['Historia de usuario 1 - Entrar', 'Historia de usuario 1'],
    ['用户故事 1：登录', '用户故事 1'],
    ['Требование 5', 'Требование 5'],
    ['Story 1.2: Setup', 'Story 1.2'],
  ])('%s is %s', (text, id) => {
    expect(leadingId(text)?.id).toBe(id);
  });

  it.each([
    'US-001..006: all',
    'FR-01~FR-05',
    'US-24 a US-28',
    'FR-1 to FR-5',
    'FR-1, FR-2: both',
    'FR-1–FR-4',
    'FR-1 through FR-3',
    'FR-1 → T-001',
  ])('%s cites and defines nothing', (text) => {
    expect(leadingId(text)).toBeNull();
  });

  it.each([
    '4.1 Login',
    '2025-01-01: kick-off',
    'Requirements',
    'FEATURES:',
    'Requirement: Login',
    'Feature one thing',
    'Login',
  ])('%s carries no id', (text) => {
    expect(leadingId(text)).toBeNull();
  });

  it('in brackets behind a heading is recognised', () => {
    expect(trailingId('Login [US-7]')).toMatchObject({ id: { id: 'US-7' }, title: 'Login' });
  });
});

describe('definition sites', () => {
  it('are headings, list items, table rows and paragraphs, with or without bold', () => {
    const text = [
      '# Shop',
      '## Requirements',
      '### FR-1 Cart',
      '- **FR-2**: Pay',
      '- FR-3: Ship',
      '- [ ] **FR-4: Return** goods',
      '',
      '**FR-5: Refund.** Money goes back.',
      '',
      'FR-6: Invoices are sent.',
      '',
      '| ID | Text |',
      '|---|---|',
      '| FR-7 | Search |',
      '### Wish list [FR-8]',
      '### Reviews',
      '**ID:** FR-9',
    ].join('\n');
    expect(found(text)).toEqual([
      '3 FR-1',
      '4 FR-2',
      '5 FR-3',
      '6 FR-4',
      '8 FR-5',
      '10 FR-6',
      '14 FR-7',
      '15 FR-8',
      '16 FR-9',
    ]);
  });

  it('are not risks, tasks, tests, references, traceability, fences, or what is out of scope', () => {
    const text = [
      '# PRD',
      '## Functional requirements',
      '- **FR-1**: Search',
      '## Risks',
      '- R1: late',
      '## Test plan',
      '- FR-7: covered',
      '## References',
      '- FR-8: in the sibling file',
      '## Traceability matrix',
      '| Req | Task |',
      '|---|---|',
      '| FR-9 | the task |',
      '## Out of scope',
      '- FR-10: Fax',
      '## Sprint plan',
      '- FR-1 to FR-6 in sprint 1',
      '```',
      '- **FR-11**: fenced',
      '```',
    ].join('\n');
    expect(found(text)).toEqual(['3 FR-1']);
    expect(read(text).outOfScope).toEqual([{ line: 15, text: 'FR-10: Fax' }]);
  });

  it('are not standards, products or documents that share the shape', () => {
    expect(
      found(
        '# PRD\n## Requirements\n- **FR-1**: Encrypt\n## Notes\n- **AES-256**: cipher\n- **ADR-1**: decision\n- **S3**: storage\n- **GPT-4**: model',
      ),
    ).toEqual(['3 FR-1']);
  });

  it('believe an unknown prefix where it forms a series', () => {
    expect(found('# PRD\n## Sign-in\n- **AUTH-01**: Login\n- **AUTH-02**: Logout')).toEqual([
      '3 AUTH-01',
      '4 AUTH-02',
    ]);
  });

  it('count goals and metrics with ids as success criteria', () => {
    const source = read(
      '# PRD\n## Goals\n- G1: Sell\n- G2: Grow\n## Requirements\n- FR-1: Shop\n## Success criteria\n- **SC-001**: 90 % succeed',
    );
    expect(source.requirements.map((requirement) => [requirement.id, requirement.kind])).toEqual([
      ['G1', 'success-criterion'],
      ['G2', 'success-criterion'],
      ['FR-1', 'functional'],
      ['SC-001', 'success-criterion'],
    ]);
  });

  it('count parents and children that both carry ids', () => {
    expect(
      found('# PRD\n## Requirements\n- **FR-1**: Users\n  - **FR-1.1**: create\n  - **FR-1.2**: delete'),
    ).toEqual(['3 FR-1', '4 FR-1.1', '5 FR-1.2']);
  });

  it('leave out struck-through, cancelled and deferred items, children included', () => {
    const text =
      '# PRD\n## Requirements\n- ~~**FR-1**: Fax~~\n- **FR-2**: Mail\n### FR-3: Legacy (CANCELLED)\n- **FR-3.1**: child\n### FR-4: Later\n**Status:** Deferred to v2\n### FR-5: Chat';
    const source = read(text);
    expect(source.requirements.map((requirement) => requirement.id)).toEqual(['FR-2', 'FR-5']);
    expect(source.outOfScope).toEqual([{ line: 7, text: 'Later' }]);
  });

  it('of one id in an index and in a section are one requirement, at the index, with the details', () => {
    const source = read(
      '# PRD\n## Requirements\n| ID | Name | Priority |\n|---|---|---|\n| FR-1 | Export | Must |\n\n### FR-1: Writing files\nThe system writes CSV files of orders.\n\n**Acceptance criteria:**\n- A file appears',
    );
    expect(source.requirements).toHaveLength(1);
    expect(source.requirements[0]).toMatchObject({
      line: 5,
      priority: 'Must',
      acceptance: [{ line: 11, text: 'A file appears' }],
    });
    expect(source.requirements[0]?.text).toContain('CSV files');
    expect(source.findings.filter((finding) => finding.check === 'prd-duplicate-id')).toEqual([]);
  });

  it('of one id with two meanings are two requirements and a finding', () => {
    const source = read(
      '# PRD\n## Requirements\n### FR-1: Export invoices as PDF\nText.\n### FR-1: Delete customer accounts\nOther.',
    );
    expect(
      source.requirements.map((requirement) => [requirement.id, requirement.explicitId, requirement.line]),
    ).toEqual([
      ['FR-1', 'FR-1', 3],
      ['FR-1~2', 'FR-1', 5],
    ]);
    expect(source.findings.find((finding) => finding.check === 'prd-duplicate-id')).toMatchObject({
      line: 5,
      args: ['FR-1', '3', 'FR-1~2'],
    });
  });

  it('before an unclosed fence stay visible', () => {
    expect(found('# PRD\n## Requirements\n- FR-1: Search\n\n```\n- FR-2: hidden')).toEqual(['3 FR-1']);
  });
});

describe('what is read of a requirement', () => {
  it('is its title, statement and priority as plain text', () => {
    const source = read(
      '# PRD\n## Stories\n### US-1: **Share** a `list` (Priority: P1)\n\nAs a [member](x), I want to *share* it.\n\n- **Status**: open',
    );
    expect(pick(source, 'US-1')).toMatchObject({
      title: 'Share a list',
      priority: 'P1',
      kind: 'story',
      endLine: 7,
      group: 'Stories',
    });
    expect(pick(source, 'US-1').text).toContain('As a member, I want to share it.');
  });

  it('includes priority columns, fields and headings that rank', () => {
    const source = read(
      '# PRD\n## Requirements\n### Must have\n- FR-1: One\n### FR-2: Two\n**Priority:** High\nText.\n## More requirements\n| ID | Requirement | Prio |\n|--|--|--|\n| FR-3 | Three | P2 |',
    );
    expect(source.requirements.map((requirement) => requirement.priority)).toEqual(
      ['must have', 'High', 'P2'].map((word, at) => (at === 0 ? 'Must have' : word)),
    );
  });

  it('is non-functional by prefix or section, and other for rules', () => {
    const source = read(
      '# PRD\n## Non-functional requirements\n- FR-9: Fast in 2 s\n- NFR-1: Up 99 %\n## Business rules\n- BR-1: One seat each\n- RN-2: Dos',
    );
    expect(source.requirements.map((requirement) => requirement.kind)).toEqual([
      'non-functional',
      'non-functional',
      'other',
      'other',
    ]);
  });
});
