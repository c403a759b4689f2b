import { useEffect } from 'react';
import type { QuestionView, QuestionsState } from '../../../../src/shared/wizard/questions-state';

/** Puts the focus on the answer of the question that the person came for, as soon as it is there: once for each time they came. */
export function usePointedAt(pointedAt: QuestionsState['pointedAt'], items: readonly QuestionView[]): void {
  const question = pointedAt?.question ?? '';
  const turn = pointedAt?.turn ?? 0;
  const isThere = items.some(({ id }) => id === question);
  useEffect(() => {
    if (!isThere) return;
    // After the heading of a step that has just been opened, which takes the focus, too.
    const frame = requestAnimationFrame(() => {
      const card = document.querySelector<HTMLElement>(`[data-question="${CSS.escape(question)}"]`);
      card?.scrollIntoView({ block: 'center' });
      const control =
        card?.querySelector<HTMLElement>('input:checked') ??
        card?.querySelector<HTMLElement>('input, .field-control');
      control?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [question, turn, isThere]);
}
