import * as l10n from '@vscode/l10n';
import type { WizardState } from '../../../../src/shared/wizard/protocol';
import type { QuestionView } from '../../../../src/shared/wizard/questions-state';
import { useSend } from '../../state/use-wizard';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { NoticeBox } from '../../ui/notice-box';
import { ProgressBar } from '../../ui/progress-bar';
import { AskModel } from './ask-model';
import { QuestionCard } from './question-card';
import { SettledQuestions } from './settled-questions';
import { StepFrame } from '../step-frame';
import { usePointedAt } from './pointed-at';

/** Step 4: what the source leaves open. */
export function QuestionsScreen({ state }: { readonly state: WizardState }) {
  const send = useSend();
  const { items, settled, asking, notice, editing, path, pointedAt } = state.questions;
  usePointedAt(pointedAt, items);
  const waiting = items.filter(({ blocking, answer }) => blocking && !answer).length;
  return (
    <StepFrame
      state={state}
      intro={
        editing
          ? l10n.t(
              'Answers are saved as you give them. The spec then shows them as drift: work them in with Regenerate Stale Sections.',
            )
          : l10n.t(
              'What the source leaves open. Answer it, let the spec assume it, or defer it to the open questions.',
            )
      }
      nextBlocked={waiting === 0 ? null : whyBlocked(waiting)}
      ends={editing}
    >
      <NoticeBox notice={notice} onAction={(id) => send({ type: 'noticeAction', id })} />
      {items.length === 0 ? (
        <div className="empty empty-friendly">
          <Icon name="pass" />
          <p>{l10n.t('Nothing to ask: the source answers everything the template needs to know.')}</p>
        </div>
      ) : (
        <>
          <Progress items={items} />
          {path === null ? null : <p className="answers-path">{l10n.t('Answers are kept in {0}.', path)}</p>}
          <Groups name="blocking" items={items.filter(({ blocking }) => blocking)} />
          <Groups name="other" items={items.filter(({ blocking }) => !blocking)} />
        </>
      )}
      <AskModel asking={asking} />
      <SettledQuestions items={settled} />
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

/** Questions by group, what the requirements are first, then how to build them; the order of the host in each. */
function Groups({ name, items }: { readonly name: string; readonly items: readonly QuestionView[] }) {
  return groupsOf(items).map(({ group, label, questions }) => (
    <section key={group} aria-labelledby={`${name}-${group}`}>
      <h2 id={`${name}-${group}`}>{name === 'blocking' ? label : l10n.t('{0} (can wait)', label)}</h2>
      {questions.map((question) => (
        <QuestionCard key={question.id} question={question} />
      ))}
    </section>
  ));
}

interface QuestionGroup {
  readonly group: string;
  readonly label: string;
  readonly questions: readonly QuestionView[];
}

const order = [
  'requirements',
  'architecture',
  'integration',
  'data',
  'performance',
  'security',
  'compatibility',
  'infrastructure',
  'error-handling',
];

function groupsOf(items: readonly QuestionView[]): readonly QuestionGroup[] {
  const groups = new Map<string, QuestionView[]>();
  for (const question of items) {
    const questions = groups.get(question.group);
    if (questions) questions.push(question);
    else groups.set(question.group, [question]);
  }
  return [...groups]
    .sort(([left], [right]) => order.indexOf(left) - order.indexOf(right))
    .map(([group, questions]) => ({ group, label: questions[0]?.groupLabel ?? group, questions }));
}
