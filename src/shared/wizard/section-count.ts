import type { SectionProgress } from './generate-state';

/** How many sections of a draft are written, subsections too, and how many there will be as far as is known. */
export function sectionCount(sections: readonly Pick<SectionProgress, 'state'>[]): {
  readonly done: number;
  readonly of: number;
} {
  return { done: sections.filter(({ state }) => state === 'done').length, of: sections.length };
}
