import type { CheckContext, Problem } from '../check';
import { contentOf } from '../../text/content';
import { headingPlace } from '../../spec/place';
import { sectionLines } from './section-content';

/**
 * A gap for each of these sections that holds nothing but open questions: where nothing is written yet, nothing was
 * verified either.
 *
 * @param keys template section keys
 */
export function* sectionGaps(
  { spec, sections }: Pick<CheckContext, 'spec' | 'sections'>,
  keys: readonly string[],
): Iterable<Problem> {
  for (const key of keys) {
    const section = sections.get(key);
    if (section === undefined) continue;
    const { facts, gaps } = contentOf(sectionLines(spec, section).join('\n'));
    const [gap] = gaps;
    if (facts || gap === undefined) continue;
    yield {
      message: '{0} waits for {1}.',
      args: [section.name, gap],
      gap,
      ...headingPlace(spec, section),
    };
  }
}
