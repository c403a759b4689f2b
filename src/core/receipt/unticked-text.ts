import type { SpecDocument, SpecSection } from '../spec/spec-document';
import { withoutTicks } from '../spec/task-ticks';
import { replaceStretches } from '../text/replace-stretches';
import type { GeneratedSection } from './build-receipt';

/** Gives the text of a section as it would be with none of its tasks ever marked as done, see {@link withoutTicks}. */
export function untickedText({
  spec,
  sections,
}: {
  readonly spec: SpecDocument;
  readonly sections: ReadonlyMap<string, SpecSection>;
}): (section: GeneratedSection, boxes: 'gone' | 'empty') => string {
  const marks = { gone: withoutTicks(spec, 'gone'), empty: withoutTicks(spec, 'empty') };
  return ({ key, text }, boxes) => {
    const from = sections.get(key)?.start ?? 0;
    const own = marks[boxes].filter(({ start, end }) => start >= from && end <= from + text.length);
    return replaceStretches(
      text,
      own.map(({ start, end, newText }) => ({ start: start - from, end: end - from, newText })),
    );
  };
}
