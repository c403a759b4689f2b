import { describe, expect, it } from 'vitest';
import { oncePerDocument } from '../../../src/core/workspace/documents/once-per-document';
import type { ContextDocument } from '../../../src/core/workspace/context';

const document = (changes: Partial<ContextDocument> = {}): ContextDocument => ({
  ...{ path: 'docs/a.md', kind: 'rule', reason: 'Rule', title: 'A', text: 'one two', sha256: 'f'.repeat(64) },
  ...{ bytes: 7, tokens: 2, truncated: false },
  ...changes,
});

describe('what is remembered of a document', () => {
  it('is computed once, and again for another version', () => {
    let computed = 0;
    const words = oncePerDocument(({ text }) => {
      computed += 1;
      return text.split(' ');
    });
    expect(words(document())).toBe(words(document({ reason: 'Other' })));
    expect(computed).toBe(1);
    expect(words(document({ sha256: 'e'.repeat(64), text: 'three' }))).toEqual(['three']);
  });

  it('is told from that of another cut of the same length', () => {
    const of = oncePerDocument(({ text }) => text);
    expect(of(document({ truncated: true, text: 'lines 1' }))).toBe('lines 1');
    expect(of(document({ truncated: true, text: 'lines 2' }))).toBe('lines 2');
  });
});
