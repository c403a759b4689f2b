import { describe, expect, it } from 'vitest';
import { definitionOf, idAt, placesOf } from '../../../src/core/navigation/find-ids';
import { at, familyOf, prd, prdPath, shown, spec, specPath } from './family';

describe('ids are found where they stand', () => {
  it('a requirement under the cursor, at its start, in it and directly behind it', async () => {
    const family = await familyOf();
    const [line, column] = at(spec, 'US-001', '| US-001');
    for (const offset of [0, 3, 6])
      expect(idAt(family, specPath, line, column + offset)).toMatchObject({
        kind: 'requirement',
        id: 'US-001',
      });
    expect(idAt(family, specPath, line, column + 8)).toBeNull();
  });

  it('a label of a criterion is the criterion, its requirement is cited by it', async () => {
    const family = await familyOf();
    const [line, column] = at(spec, 'US-001/AC-2');
    expect(idAt(family, specPath, line, column + 2)).toMatchObject({ kind: 'criterion', id: 'US-001/AC-2' });
    const cited = placesOf(family, { kind: 'requirement', id: 'US-001', spec: null });
    const part = `${specPath}:${String(line)}:${String(column)}-${String(column + 6)}`;
    expect(shown(cited)).toContain(part);
    // Whatever else is known of the thing: a place of it is often at hand.
    const [first] = cited;
    expect(first === undefined ? [] : shown(placesOf(family, first))).toContain(part);
  });

  it('tasks and open questions are defined where they open, and cited elsewhere', async () => {
    const family = await familyOf();
    const task = placesOf(family, { kind: 'task', id: 'T-001', spec: specPath });
    expect(task.filter(({ defines }) => defines).map(({ line }) => line)).toEqual([
      at(spec, '**T-001:**')[0],
    ]);
    expect(task).toHaveLength(3);
    const [question] = placesOf(family, { kind: 'question', id: 'OQ-1', spec: specPath });
    expect(question).toMatchObject({ defines: true, line: at(spec, 'OQ-1')[0] });
  });

  it('a requirement is defined in the PRD and cited there, too', async () => {
    const family = await familyOf();
    const places = placesOf(family, { kind: 'requirement', id: 'US-001', spec: null });
    expect(shown(places.filter(({ path }) => path === prdPath))).toEqual([
      `${prdPath}:5:5-11 defines`,
      `${prdPath}:16:44-50`,
    ]);
    expect(definitionOf(family, { kind: 'criterion', id: 'US-001/AC-2', spec: null })).toMatchObject({
      path: prdPath,
      line: at(prd, 'A member is refused')[0],
    });
  });

  it('a derived id is defined by the line of its requirement', async () => {
    const derived = prd.replaceAll(/US-00\d: /g, '');
    const family = await familyOf(spec.replaceAll('US-00', 'R-00'), { [prdPath]: derived });
    expect(definitionOf(family, { kind: 'requirement', id: 'R-002', spec: null })).toMatchObject({
      path: prdPath,
      line: at(derived, '### Revoke')[0],
    });
  });

  it('link targets, addresses and paths are no ids', async () => {
    const text = spec.replace(
      'Admins invite',
      'See [it](us/US-001) and https://example.com/US-001 and `docs/US-001.md`. Admins invite',
    );
    const family = await familyOf(text);
    const [line] = at(text, 'See [it]');
    const places = placesOf(family, { kind: 'requirement', id: 'US-001', spec: null });
    expect(places.filter((place) => place.path === specPath && place.line === line)).toEqual([]);
  });

  it('numbered tasks and counted criteria are ids only in the fields of tasks', async () => {
    const counted = `# Requirements

### Requirement 1

**User Story:** As an admin, I want to invite, so that people join.

#### Acceptance Criteria

1. WHEN an admin invites THEN a mail SHALL be sent
2. WHEN a member is invited THEN it SHALL be refused
`;
    const text = `# Spec

**PRD:** [Invites](../${prdPath})

## Tasks

- [ ] 1.1 Create the table in version 1.1 of the schema
  - _Requirements: 1.2_
- [ ] 1.2 Add the endpoint
  - _Requirements: 1.1_
  - _Dependencies: 1.1_
`;
    const family = await familyOf(text, { [prdPath]: counted });
    const tasks = placesOf(family, { kind: 'task', id: '1.1', spec: specPath });
    expect(shown(tasks)).toEqual([`${specPath}:7:7-10 defines`, `${specPath}:11:20-23`]);
    const [line, column] = at(text, '1.2_');
    expect(idAt(family, specPath, line, column)).toMatchObject({
      kind: 'criterion',
      id: 'Requirement 1/AC-2',
    });
  });
});
