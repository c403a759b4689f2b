import type { OpenQuestion } from '../../spec/spec-document';
import type { CheckContext } from '../check';
import { isHollow } from '../../text/content';
import { isWithin } from '../../spec/place';

/**
 * Questions that the spec declares: those in the section with key `open-questions`, or all where no template says which section
 * that is.
 */
export function declaredQuestions({
  spec,
  template,
  sections,
}: Pick<CheckContext, 'spec' | 'template' | 'sections'>): readonly OpenQuestion[] {
  if (template === null || template.sections.every(({ key }) => key !== 'open-questions'))
    return spec.openQuestions;
  const holder = sections.get('open-questions');
  return spec.openQuestions.filter(({ section }) => isWithin(spec, section, holder));
}

/** Ids of the questions that are open and say what is missing: only those excuse a gap. */
export function declaredGaps(
  scope: Pick<CheckContext, 'spec' | 'template' | 'sections'>,
): ReadonlySet<string> {
  const questions = declaredQuestions(scope).filter(({ resolved, text }) => !resolved && !isHollow(text));
  return new Set(questions.map(({ id }) => id));
}
