import { describe, expect, it } from 'vitest';
import { chosenProposal, wholeProposals } from '../../../src/host/regenerate/chosen-proposal';

describe('the proposal that a person means', () => {
  it.each([
    ['the one whose button was pressed', 'a', 'b', ['a', 'b'], 'a'],
    ['the one that is looked at', undefined, 'b', ['a', 'b'], 'b'],
    ['the only one', undefined, null, ['a'], 'a'],
    ['the only one, beside a diff that is none of them', undefined, 'c', ['a'], 'a'],
    ['none of several', undefined, null, ['a', 'b'], null],
    ['none', undefined, null, [], null],
    // A notice stays when its proposal was answered in the diff.
    ['none, where the button is of one that was answered', 'a', null, ['b'], null],
    ['none, where that is, and another is looked at', 'a', 'b', ['b'], null],
  ])('is %s', (_, clicked, active, waiting, meant) => {
    expect(chosenProposal(clicked, active, waiting)).toBe(meant);
  });
});

describe('a proposal that can be decided on', () => {
  const shown = new Map([
    ['written', { proposal: { ready: false } }],
    ['whole', { proposal: { ready: true } }],
  ]);

  it('is whole', () => {
    expect([...wholeProposals(shown).keys()]).toEqual(['whole']);
  });

  it.each(['written', 'whole', null])(
    'is never the one that is still written, with %s in front',
    (active) => {
      expect(chosenProposal(undefined, active, [...wholeProposals(shown).keys()])).toBe('whole');
    },
  );

  it('is none while the only one is written', () => {
    const only = new Map([['written', { proposal: { ready: false } }]]);
    expect(chosenProposal(undefined, 'written', [...wholeProposals(only).keys()])).toBeNull();
  });
});
