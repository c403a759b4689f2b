import type { Say } from '../language/language-pack';
import { specPhrases } from '../language/spec-phrases';
import { ownRequirements } from '../source/requirements/own-requirements';
import type { Requirement, Source } from '../source/source';
import { said } from '../text/said';
import type { Question } from './question';

/** Id of the question for a requirement's missing acceptance criteria. */
export function missingCriteriaId({ id }: Requirement): string {
  return `acceptance:${id}`;
}

/** Asked of a requirement that must be verified but says nothing about how. */
export function missingCriteriaText({ id, title }: Requirement, say: Say): string {
  // A title that is a sentence ends here, before the colon.
  const subject = said(title.trimEnd().replace(/[.。．]$/u, ''));
  return subject === null ? say(specPhrases.criteria, id) : say(specPhrases.criteriaOf, id, subject);
}

/** The requirement on whose lines a line of the source stands. */
export function requirementAt(source: Source, line: number): Requirement | undefined {
  return ownRequirements(source).find(
    (requirement) => requirement.line <= line && line <= requirement.endLine,
  );
}

/** Whether a question is about a requirement: its id names it after the area, alone or with others. */
export function isAbout({ id }: Pick<Question, 'id'>, requirement: Pick<Requirement, 'id'>): boolean {
  return (id.split(':')[1] ?? '').split('+').includes(requirement.id);
}
