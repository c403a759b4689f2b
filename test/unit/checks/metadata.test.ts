import { describe, expect, it } from 'vitest';
import { check, edit, goodSpec, listing } from './builders';

describe('metadata', () => {
  it('misses labels that the template asks for', () => {
    expect(listing(check({ text: edit(goodSpec, '**Author:** Ada Moreno\n', '') }), 'metadata')).toEqual([
      'metadata error 1:1 The metadata has no "Author".',
    ]);
  });

  it.each(['', 'TBD', '[name]'])('takes "%s" for empty', (value) => {
    expect(listing(check({ text: edit(goodSpec, 'Ada Moreno', value) }), 'metadata')[0]).toContain(
      'The metadata "Author" is empty.',
    );
  });

  it('takes an open question for a gap', () => {
    const text = edit(edit(goodSpec, 'Ada Moreno', 'OQ-1'), 'None.\n', '- [ ] **OQ-1:** Who writes this?\n');
    expect(listing(check({ text }), 'metadata')).toEqual([
      'metadata warning 3:13 The metadata "Author" waits for OQ-1.',
    ]);
  });
});

describe('status', () => {
  it.each([
    [
      '**Status:** Draft\n',
      '',
      'status error 1:1 The document has no status: set one of Draft, In Review, Approved.',
    ],
    [
      'Draft',
      'Final',
      'status error 4:13 "Final" is no status of this template: set one of Draft, In Review, Approved.',
    ],
    [
      'Draft',
      'Draft | In Review | Approved',
      'status error 4:13 "Draft | In Review | Approved" is no status of this template: set one of Draft, In Review, Approved.',
    ],
  ])('reports %j changed to %j', (from, to, message) => {
    expect(listing(check({ text: edit(goodSpec, from, to) }), 'status')).toEqual([message]);
  });

  it('does not mind case, markup and spacing', () => {
    expect(listing(check({ text: edit(goodSpec, 'Draft', '*in  review*') }), 'status')).toEqual([]);
  });
});
