import { describe, expect, it } from 'vitest';
import { parseSpec } from '../../../src/core/spec/parse-spec';
import { changedSections } from '../../../src/core/update/changed-sections';

const before = '# Spec\n\n**Status:** Draft\n\n## One\n\nA\nB\n\n## Two\n\nC\n\n### Below\n\nD\nE\n';

function told(after: string): readonly (readonly [string | null, number])[] {
  return changedSections(before, parseSpec(after)).map(({ section, lines }) => [
    section?.heading ?? null,
    lines,
  ]);
}

describe('changed sections', () => {
  it('are none where nothing changed', () => {
    expect(told(before)).toEqual([]);
  });

  it('are counted by what changed in them, a reworded line once, the innermost section alone', () => {
    expect(told(before.replace('A\n', 'A, reworded\n').replace('E\n', 'E, reworded\nF\n'))).toEqual([
      ['One', 1],
      ['Below', 2],
    ]);
  });

  it('hold what was removed where it stood, and what stands before the first section', () => {
    expect(told(before.replace('B\n', '').replace('Draft', 'In Review'))).toEqual([
      [null, 1],
      ['One', 1],
    ]);
    expect(told(before.replace('D\nE\n', 'X\n'))).toEqual([['Below', 2]]);
  });
});
