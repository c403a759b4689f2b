import { describe, expect, it } from 'vitest';
import { describeId } from '../../../src/core/navigation/describe-id';
import { at, familyOf, spec, specPath } from './family';

describe('what is known of an id', () => {
  it('a requirement has its text, criteria, and its state in each spec', async () => {
    expect(describeId(await familyOf(), { kind: 'requirement', id: 'US-001', spec: null })).toMatchObject({
      title: 'Invite a colleague',
      criteria: ['The mail is sent.', 'A member is refused.'],
      states: [
        { path: specPath, state: 'covered', coveredBy: [{ name: 'T-001' }, { name: 'T-002' }], reason: null },
      ],
    });
    expect(describeId(await familyOf(), { kind: 'requirement', id: 'US-003', spec: null })).toMatchObject({
      states: [{ state: 'out-of-scope', reason: 'exports are planned for the next release' }],
    });
  });

  it('a criterion has its text and the line of its test', async () => {
    expect(describeId(await familyOf(), { kind: 'criterion', id: 'US-002/AC-1', spec: null })).toMatchObject({
      text: 'The link is dead.',
      requirement: 'Revoke an invite',
      tests: [{ path: specPath, line: at(spec, 'US-002/AC-1')[0], gap: null }],
    });
  });

  it('a task has what it implements, its files and its done condition', async () => {
    expect(describeId(await familyOf(), { kind: 'task', id: 'T-002', spec: specPath })).toMatchObject({
      title: 'Add the endpoints',
      phase: 'Phase 2: Backend',
      implements: [{ id: 'US-001' }, { id: 'US-002' }],
      files: ['internal/invites/handler.go'],
      doneCondition: 'A second invite returns 409',
      dependencies: 'T-001',
    });
  });

  it('an open question has its text and whether it is resolved', async () => {
    expect(describeId(await familyOf(), { kind: 'question', id: 'OQ-1', spec: specPath })).toMatchObject({
      text: 'How long does a link of US-001 live?',
      resolved: false,
    });
  });
});
