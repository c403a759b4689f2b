import { describe, expect, it } from 'vitest';
import { describeDrift, describeEffects } from '../../../src/core/drift/describe-drift';
import type { Drift } from '../../../src/core/drift/drift';

const none = { requirements: [], sections: [], tasks: [] };
const drift = (some: Pick<Drift, 'kind' | 'change' | 'subject' | 'text'>): Drift => ({
  ...{ id: `${some.kind}:${some.subject}`, path: null, line: null, was: null, is: null, affects: none },
  accepted: null,
  ...some,
});

describe('a drift in words', () => {
  it.each([
    ['requirement', 'changed', 'US-1', 'Lend a tool', 'US-1 changed: Lend a tool'],
    ['requirement', 'added', 'US-1', 'Lend a tool', 'US-1 added: Lend a tool'],
    ['file', 'removed', 'src/a.ts', 'src/a.ts', 'src/a.ts removed'],
    ['template', 'changed', 'rfc', 'Request for comments', 'template rfc changed'],
    ['answer', 'changed', 'Q-1', 'Which columns?', 'answer to "Which columns?" changed'],
    ['source', 'changed', '', '', 'beginning of the source changed'],
    ['source', 'removed', 'Goals', 'Goals', '"Goals" of the source removed'],
  ] as const)('says of a %s that is %s what it is', (kind, change, subject, text, words) => {
    expect(describeDrift(drift({ kind, change, subject, text }))).toBe(words);
  });

  it('touches one thing or several, each named', () => {
    const section = { key: 'risks', heading: 'Risks', line: 3 };
    expect(describeEffects(none)).toBeNull();
    expect(describeEffects({ ...none, requirements: ['US-1'], sections: [section] })).toBe(
      'requirement US-1; section "Risks"',
    );
    expect(
      describeEffects({
        requirements: ['US-1', 'US-2'],
        sections: [],
        tasks: [{ id: 'T-001', line: 1 }],
      }),
    ).toBe('requirements US-1, US-2; task T-001');
  });
});
