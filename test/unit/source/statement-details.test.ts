import { describe, expect, it } from 'vitest';
import { readSource } from '../../../src/core/source/read-source';

const read = (text: string) =>
  readSource({ path: 'prd.md', bytes: new TextEncoder().encode(text), kind: 'prd' }).requirements;

describe('bullets that detail a feature without ids', () => {
  it('are its criteria where nothing else is stated, so that no fact of the source is lost', () => {
    const [digest] = read(
      '# Digest\n\n## Features\n\n### Weekly digest\n\nEvery owner gets one e-mail a week.\n\n' +
        '- It is sent on Monday before 9:00.\n- A week without changes sends none.\n\n### Settings\n\nOwners decide.\n\n- It can be switched off.\n',
    );
    expect(digest?.title).toBe('Weekly digest');
    expect(digest?.acceptance.map(({ text }) => text)).toEqual([
      'It is sent on Monday before 9:00.',
      'A week without changes sends none.',
    ]);
  });

  it('are left to the stated criteria where there are some', () => {
    const [digest] = read(
      '# Digest\n\n## Features\n\n### Weekly digest\n\nEvery owner gets one e-mail a week.\n\n- Plain detail.\n\n' +
        'Acceptance criteria:\n\n- [ ] It is sent on Monday.\n\n### Settings\n\nOwners decide.\n\n- It can be switched off.\n',
    );
    expect(digest?.acceptance.map(({ text }) => text)).not.toContain('Plain detail.');
  });
});
