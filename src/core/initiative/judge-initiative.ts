import type { Initiative } from './initiative';
import { engineeringId, itemsOf } from './initiative';
import { problemWeaknesses, requirementWeaknesses, whyNowWeaknesses } from './judge-texts';
import type { Weakness } from './weakness';

/** A weakness of one field of the form. */
export interface WeakField {
  readonly field: 'title' | 'problem' | 'whyNow' | 'statement' | 'success';
  /** Index of the requirement from 0; `null` for the fields that there is one of. */
  readonly requirement: number | null;
  readonly weakness: Weakness;
}

/** Everything about an initiative that must be said better before a spec can be made from it; empty where it is good. */
export function judgeInitiative(initiative: Initiative): readonly WeakField[] {
  const { title, problem, whyNow, requirements } = initiative;
  const of =
    (field: WeakField['field'], requirement: number | null = null) =>
    (weakness: Weakness): WeakField => ({ field, requirement, weakness });
  return [
    ...(/[\p{L}\p{N}]/u.test(title) ? [] : [of('title')(untitled)]),
    ...problemWeaknesses(problem).map(of('problem')),
    ...whyNowWeaknesses(whyNow).map(of('whyNow')),
    ...(requirements.length === 0
      ? requirementWeaknesses(engineeringId(0), '', []).map(of('statement', 0))
      : []),
    ...requirements.flatMap(({ statement, success }, index) =>
      requirementWeaknesses(engineeringId(index), statement, itemsOf(success)).map((weakness) =>
        of(weakness.code === 'initiative-success' ? 'success' : 'statement', index)(weakness),
      ),
    ),
  ];
}

const untitled: Weakness = {
  code: 'initiative-title',
  missing: { message: 'The title is missing. Name the change in a few words.', args: [] },
  example: { message: 'For example: No deadlocks when orders are placed.', args: [] },
  question: { message: 'What is this initiative called?', args: [] },
};
