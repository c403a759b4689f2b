import * as l10n from '@vscode/l10n';
import type { QuestionView, WizardState } from '../../../src/shared/protocol';
import { useSend } from '../state/use-wizard';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { ProgressBar } from '../ui/progress-bar';
import { QuestionCard } from './question-card';
import { StepFrame } from './step-frame';

/** Step 4: what the source leaves open. */
export function QuestionsScreen({ state }: { readonly state: WizardState }) {
  const { items } = state.questions;
  const waiting = items.filter(({ blocking, answer }) => blocking && !answer).length;
  return (
    <StepFrame
      state={state}
      intro={l10n.t(
        'What the source leaves open. Answer it, let the spec assume it, or defer it to the open questions.',
      )}
      nextBlocked={waiting === 0 ? null : whyBlocked(waiting)}
    >
      {items.length === 0 ? (
        <div className="empty empty-friendly">
          <Icon name="pass" />
          <p>{l10n.t('Nothing to ask: the source answers everything the template needs to know.')}</p>
        </div>
      ) : (
        <>
          <Progress items={items} />
          {groupByArea(items).map(({ area, label, questions }) => (
            <section key={area} aria-labelledby={`area-${area}`}>
              <h2 id={`area-${area}`}>{label}</h2>
              {questions.map((question) => (
                <QuestionCard key={question.id} question={question} />
              ))}
            </section>
          ))}
        </>
      )}
    </StepFrame>
  );
}

function Progress({ items }: { readonly items: readonly QuestionView[] }) {
  const send = useSend();
  const done = items.filter(({ answer }) => answer).length;
  const deferred = items.filter(({ answer }) => answer?.kind === 'defer').length;
  const text =
    deferred === 0
      ? l10n.t('{0} of {1} answered', done, items.length)
      : l10n.t('{0} of {1} answered, {2} deferred', done - deferred, items.length, deferred);
  return (
    <div className="bar bar-sticky">
      <div className="bar-progress">
        <p className="bar-text" role="status">
          {text}
        </p>
        <ProgressBar label={l10n.t('Settled questions')} value={done} max={items.length} />
      </div>
      {done < items.length ? (
        <Button onClick={() => send({ type: 'deferRest' })}>{l10n.t('Defer the rest')}</Button>
      ) : null}
    </div>
  );
}

function whyBlocked(waiting: number): string {
  return waiting === 1
    ? l10n.t('1 blocking question is still open. Answer, assume or defer it.')
    : l10n.t('{0} blocking questions are still open. Answer, assume or defer them.', waiting);
}

interface AreaGroup {
  readonly area: string;
  readonly label: string;
  readonly questions: readonly QuestionView[];
}

/** Areas with a blocking question first, and blocking questions first in each; otherwise the order of the host. */
function groupByArea(items: readonly QuestionView[]): readonly AreaGroup[] {
  const areas = new Map<string, QuestionView[]>();
  for (const question of blockingFirst(items)) {
    const questions = areas.get(question.area);
    if (questions) questions.push(question);
    else areas.set(question.area, [question]);
  }
  return [...areas].map(([area, questions]) => ({ area, label: questions[0]?.areaLabel ?? area, questions }));
}

function blockingFirst(items: readonly QuestionView[]): readonly QuestionView[] {
  return [...items.filter(({ blocking }) => blocking), ...items.filter(({ blocking }) => !blocking)];
}
