import type { Answer } from '../clarify/question';
import { isAbout } from '../clarify/requirement-questions';
import { answerState } from '../provenance/section-uses';
import { changes } from '../provenance/stale-sections';
import type { Receipt } from '../receipt/receipt';
import type { AffectedParts } from './affected';
import type { Drift } from './drift';
import type { DriftState } from './drift-state';

/** Answers in the file beside the spec that are not those of the receipt. What the workspace answered is in no file. */
export function answerDrifts(
  receipt: Receipt,
  { answers }: DriftState,
  parts: AffectedParts,
): readonly Drift[] {
  if (answers === null) return [];
  const byWorkspace = receipt.answers.filter((answer) => answer.kind === 'text' && answer.by === 'workspace');
  const before = byQuestion(receipt.answers);
  const now = byQuestion([...byWorkspace, ...answers.given]);
  const texts = new Map((receipt.questions ?? []).map(({ id, text }) => [id, text]));
  return [...new Set([...before.keys(), ...now.keys()])].flatMap((id): readonly Drift[] => {
    const was = before.get(id);
    const is = now.get(id);
    const sections = parts.sectionsOf(
      ({ answers: used }) => {
        const own = used[id];
        return own !== undefined && changes(own, is);
      },
      () => false,
    );
    const isOther = answerState(was) !== answerState(is);
    if (!isOther && sections.length === 0) return [];
    const requirements = receipt.source.requirements
      .filter((requirement) => isAbout({ id }, requirement))
      .map((requirement) => requirement.id);
    return [
      {
        ...{ id: `answer:${id}`, kind: 'answer', subject: id, text: texts.get(id) ?? id },
        change: !isGiven(was) && isGiven(is) ? 'added' : isGiven(was) && !isGiven(is) ? 'removed' : 'changed',
        ...(answers.places.get(id) ?? { path: answers.path, line: null }),
        ...{ was: answerState(was), is: answerState(is) },
        affects: { requirements, sections, tasks: parts.within(sections, parts.tasksCiting(requirements)) },
        accepted: null,
      },
    ];
  });
}

function isGiven(answer: Answer | undefined): boolean {
  return answer !== undefined && answer.kind !== 'defer';
}

function byQuestion(answers: readonly Answer[]): ReadonlyMap<string, Answer> {
  return new Map(answers.map((answer) => [answer.questionId, answer]));
}
