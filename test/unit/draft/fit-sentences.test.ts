import { describe, expect, it } from 'vitest';
import { fitSentences } from '../../../src/core/draft/outline/fit-sentences';

const two = { sentences: 2 };
const digest =
  'Owners learn of changes only in the audit log. Most never do: 9 of 214 looked twice. A digest by e-mail tells them once a week what changed.';

describe('a summary of two sentences', () => {
  it('has the one that says what is built', () => {
    expect(fitSentences([digest], two, 'Notification digest')).toBe(
      'Owners learn of changes only in the audit log. A digest by e-mail tells them once a week what changed.',
    );
    expect(fitSentences([digest], two, 'Änderungen')).toBe(
      'Owners learn of changes only in the audit log. Most never do: 9 of 214 looked twice.',
    );
  });

  it('has one of the goal where the problem alone would fill it', () => {
    const facts = ['Support adds each member. That takes a day. Nobody likes it', 'Owners bring people in'];
    expect(fitSentences(facts, two, 'Invites')).toBe('Support adds each member. Owners bring people in.');
    expect(fitSentences(facts, { sentences: 3 }, 'Invites')).toBe(
      'Support adds each member. That takes a day. Owners bring people in.',
    );
  });

  it('takes no sentence that leans on one before it, and all where all have room', () => {
    expect(fitSentences(['Fees are owed. People pay. This digest is it.'], two, 'Digest')).toBe(
      'Fees are owed. People pay.',
    );
    expect(fitSentences(['Fees are owed', 'People pay'], two, 'Digest')).toBe('Fees are owed. People pay.');
  });

  it('leaves an answer whole', () => {
    expect(fitSentences(['We send a mail. It is short.', digest], two, 'Notification digest', 1)).toBe(
      'We send a mail. It is short.',
    );
  });
});
