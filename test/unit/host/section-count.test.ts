import { expect, it } from 'vitest';
import { sectionCount } from '../../../src/shared/wizard/section-count';

it('counts the sections of a draft the same in the status bar and in the wizard: subsections too, and only whole ones', () => {
  const sections = (['done', 'done', 'writing', 'todo'] as const).map((state) => ({ state }));
  expect(sectionCount(sections)).toEqual({ done: 2, of: 4 });
});
