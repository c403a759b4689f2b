import { linePlace } from '../source/document/places';
import type { SourceProblem, SourceReview } from '../source/findings/source-rule';
import { ownRequirements } from '../source/requirements/own-requirements';
import type { Requirement, Source, SourceFact } from '../source/source';
import { problemWeaknesses, requirementWeaknesses, whyNowWeaknesses } from './judge-texts';
import type { Weakness, WeaknessCode } from './weakness';

/** A weakness of an initiative that is a file, at its line. */
export interface WeakLine {
  readonly line: number;
  /** Id of the requirement it is about, or `null`. */
  readonly requirement: string | null;
  readonly weakness: Weakness;
}

/** What of an initiative is judged. */
export type InitiativeContent = Pick<Source, 'requirements' | 'facts' | 'text'>;

/** The judgement of {@link judgeInitiative} over a document: what it says of its problem, its urgency and each requirement. */
export function weakLines(content: InitiativeContent): readonly WeakLine[] {
  const { facts, text } = content;
  const requirements = ownRequirements(content);
  const lines = text.split('\n');
  const outside = facts.filter(
    (fact) => !requirements.some(({ line, endLine }) => line <= fact.line && fact.line <= endLine),
  );
  const about = (topic: SourceFact['topic']): readonly SourceFact[] =>
    outside.filter((fact) => fact.topic === topic);
  const problem = [about('problem'), about('summary')].find((said) => said.length > 0) ?? [];
  const whyNow = about('why-now');
  const judge = (
    said: readonly SourceFact[],
    weaknesses: (text: string) => readonly Weakness[],
  ): readonly WeakLine[] =>
    weaknesses(said.map((fact) => `${fact.text}\n${written(lines, fact.line)}`).join('\n')).map(
      (weakness) => ({
        line: said[0]?.line ?? 1,
        requirement: null,
        weakness,
      }),
    );
  return [
    ...judge(problem, problemWeaknesses),
    ...judge(whyNow, whyNowWeaknesses),
    ...requirements.flatMap((requirement) => judgeRequirement(requirement, lines)),
  ];
}

/** A paragraph as it was written: code marks name places, and plain text has lost them. */
function written(lines: readonly string[], line: number): string {
  const paragraph = lines.slice(line - 1, line + 20);
  const end = paragraph.findIndex((part) => part.trim() === '');
  return paragraph.slice(0, end < 0 ? undefined : end).join('\n');
}

function judgeRequirement(
  { id, line, kind, text, acceptance }: Requirement,
  lines: readonly string[],
): readonly WeakLine[] {
  if (kind === 'success-criterion') return [];
  const criteria = acceptance.map((criterion) => `${criterion.text}\n${lines[criterion.line - 1] ?? ''}`);
  return requirementWeaknesses(id, text, criteria).map((weakness) => ({ line, requirement: id, weakness }));
}

/** The weaknesses of one sort as problems of the document; none where it is no initiative. */
export function* weakProblems(
  review: Pick<SourceReview, 'kind' | 'lines'> & InitiativeContent,
  code: WeaknessCode,
): Iterable<SourceProblem> {
  if (review.kind !== 'initiative') return;
  for (const { line, weakness } of weakLines(review))
    if (weakness.code === code) yield { ...weakness.missing, ...linePlace(review.lines, line) };
}
