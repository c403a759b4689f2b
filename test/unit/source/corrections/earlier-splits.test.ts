import { describe, expect, it } from 'vitest';
import type { Correction } from '../../../../src/core/source/corrections/correction';
import type { KnownId } from '../../../../src/core/source/identity/known-ids';
import { Desk } from './desk';

const search = ['### FR-2 Search box', '', 'The user finds members by name.', ''];
const document = (...more: readonly string[]): string =>
  [
    ...['# P', '', '## Requirements', '', '### FR-1 Invitations', ''],
    ...['The owner can invite a colleague. The invitation expires after 7 days.', ...more, '', ...search],
  ].join('\n');

// Written by a version that made a part of a name alone.
const made: readonly Correction[] = [
  {
    type: 'split',
    target: {
      id: 'FR-1',
      fingerprint: 'd66deaf2da8515b7',
      text: 'Invitations\nThe owner can invite a colleague. The invitation expires after 7 days.',
    },
    by: 'sentences',
    ids: ['R-001', 'R-002'],
  },
  {
    type: 'split',
    target: {
      id: 'FR-2',
      fingerprint: '501dda62bc58b128',
      text: 'Search box\nThe user finds members by name.',
    },
    by: 'sentences',
    ids: ['R-003'],
  },
];
const one = (id: string, fingerprint: string, sketch: string, part: KnownId['parts']): KnownId => ({
  ...{ id, fingerprint, group: 'Requirements', sketch },
  parts: part,
});
const sketches = ['061284ffb9b3c911d81d', '0612241b66a784ff91fac1b7', '061230df3e8a8798b52a'] as const;
const known: readonly KnownId[] = [
  one('FR-1', 'd66deaf2da8515b7', '0612241b66a784ff91fab9b3c1b7c911d81d', [
    { split: 'R-001', fingerprint: '33cd5e40bb5fc8a9', sketch: '84ff' },
  ]),
  one('FR-2', '501dda62bc58b128', '06120ef430df3e8a7bf98798b52a', [
    { split: 'R-003', fingerprint: '4f03228c81322451', sketch: '0ef47bf9' },
  ]),
  one('R-001', '849e73ea3ddb17ea', sketches[0], [
    { split: 'R-001', fingerprint: '849e73ea3ddb17ea', sketch: sketches[0] },
  ]),
  one('R-002', 'b0901efe31a8d52c', sketches[1], [
    { split: 'R-001', fingerprint: 'b0901efe31a8d52c', sketch: sketches[1] },
  ]),
  one('R-003', 'b063fa35ebd7269c', sketches[2], [
    { split: 'R-003', fingerprint: 'b063fa35ebd7269c', sketch: sketches[2] },
  ]),
];

const opened = (text: string, ids: readonly KnownId[]): Desk => {
  const desk = new Desk(text, ids.length === 0 ? [] : [{ revision: 1, known: ids }]);
  desk.made = made;
  // An undo of nothing applies what is there.
  return desk.undo(-1);
};
const shown = ({ source }: Desk): readonly string[] =>
  source.requirements.map(({ id, explicitId, title }) => `${id} ${explicitId ?? '-'} ${title}`);
const before = [
  'FR-1 FR-1 Invitations',
  'R-001 - The owner can invite a colleague.',
  'R-002 - The invitation expires after 7 days.',
  'FR-2 FR-2 Search box',
  'R-003 - The user finds members by name.',
];

describe('a split that an earlier version made', () => {
  it('keeps each id, also that of the source with the name alone, and is applied as it was', () => {
    const desk = opened(document(), known);
    expect(shown(desk)).toEqual(before);
    expect(desk.problems).toEqual([]);
    expect(shown(desk.reopen(document()))).toEqual(before);
  });

  it('keeps them where only the corrections were saved', () => {
    expect(shown(opened(document(), []))).toEqual(before);
  });

  it('keeps them where the source says more by now', () => {
    const desk = opened(document(' A guest sees nothing.'), known);
    expect(shown(desk)).toEqual([...before.slice(0, 3), 'R-004 - A guest sees nothing.', ...before.slice(3)]);
  });

  it('gives a name that was lost in between its id again', () => {
    const retired = known.map((was) =>
      was.id.startsWith('FR')
        ? { ...was, parts: was.parts?.map((part) => ({ ...part, retired: true as const })) }
        : was,
    );
    expect(shown(opened(document(), retired))).toEqual(before);
  });

  it('is no reason to make a part of a name in a new one', () => {
    const desk = new Desk(document()).correct({ type: 'split', id: 'FR-1', by: 'sentences' });
    const parts = [
      'FR-1 FR-1 The owner can invite a colleague.',
      'R-001 - The invitation expires after 7 days.',
    ];
    expect(shown(desk).slice(0, -1)).toEqual(parts);
    expect(shown(desk.reopen(document())).slice(0, -1)).toEqual(parts);
  });
});
