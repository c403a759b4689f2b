import * as l10n from '@vscode/l10n';
import { useState } from 'react';
import type { QuestionView } from '../../../../src/shared/wizard/questions-state';
import { useSend } from '../../state/use-wizard';
import { Badge } from '../../ui/badge';
import { Button } from '../../ui/button';
import { LinkButton } from '../../ui/link-button';
import { QuestionCard } from './question-card';

/** What the workspace answers: nobody need, and anybody may. */
export function SettledQuestions({ items }: { readonly items: readonly QuestionView[] }) {
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="settled">
      <h2 id="settled">{l10n.t('Answered by the workspace')}</h2>
      {items.map((question) => (
        <Settled key={question.id} question={question} />
      ))}
    </section>
  );
}

function Settled({ question }: { readonly question: QuestionView }) {
  const send = useSend();
  const [opened, setOpened] = useState(false);
  if (opened || question.answer)
    return (
      <QuestionCard
        question={question}
        onKeep={() => {
          setOpened(false);
          send({ type: 'clearAnswer', questionId: question.id });
        }}
      />
    );
  return (
    <div className="settled" role="group" aria-label={question.text}>
      <p className="question-text">
        {question.text} <Badge>{question.areaLabel}</Badge>
      </p>
      {question.answeredBy.map(({ text, path, line }) => (
        <p className="evidence" key={`${path}:${line} ${text}`}>
          {text}{' '}
          <LinkButton onClick={() => send({ type: 'openFile', path, line })}>{`${path}:${line}`}</LinkButton>
        </p>
      ))}
      <div className="button-row">
        <Button onClick={() => setOpened(true)}>{l10n.t('Answer Otherwise')}</Button>
      </div>
    </div>
  );
}
