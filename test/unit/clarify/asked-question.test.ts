import { describe, expect, it } from 'vitest';
import { askedQuestion } from '../../../src/core/clarify/asked-question';

const asked = ['Who may invite?', 'Who may', 'How long do links live?', 'Какой срок?'].map((text, index) => ({
  ...{ id: `open:${String(index)}`, area: 'open-question', text },
}));
const found = (text: string): string | null => askedQuestion(asked, text)?.text ?? null;

describe('an open question of a spec', () => {
  it('is the one that was asked before the draft in its words, whatever marks and owner stand there', () => {
    expect(found('Who may invite?')).toBe('Who may invite?');
    expect(found('“Who may **invite**”? (owner: Mara)')).toBe('Who may invite?');
    expect(found('How long do\nlinks live? (Jonas, by 2026-10-16)')).toBe('How long do links live?');
    expect(found('Какой срок? (Мара)')).toBe('Какой срок?');
  });

  it('is none of them where it only begins alike, or nothing was asked', () => {
    expect(found('Who may invited people tell?')).toBe('Who may');
    expect(found('Who mayors?')).toBeNull();
    expect(found('Which files does this task touch?')).toBeNull();
    expect(askedQuestion([], 'Who may invite?')).toBeNull();
    expect(askedQuestion([{ id: 'a', area: 'b', text: '?' }], 'Who may invite?')).toBeNull();
  });
});
