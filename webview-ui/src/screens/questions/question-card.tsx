import * as l10n from '@vscode/l10n';
import type { AnswerView, QuestionView } from '../../../../src/shared/wizard/questions-state';
import { useDraftText, useSend } from '../../state/use-wizard';
import { Badge } from '../../ui/badge';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { LinkButton } from '../../ui/link-button';
import { RadioChoice } from '../../ui/radio-choice';
import { TextArea, TextField } from '../../ui/text-field';

/** One question: its options, an answer in own words, and the ways to assume or defer it. */
export function QuestionCard({
  question,
  onKeep,
}: {
  readonly question: QuestionView;
  /** Goes back to what the workspace answers; absent where it answers nothing. */
  readonly onKeep?: () => void;
}) {
  const send = useSend();
  const { id, answer, options } = question;
  const answered = answerText(answer);
  const assumed = answer?.kind === 'assume';
  const isOption = options.some(({ text }) => text === answered);

  function give(text: string): void {
    if (text.trim() === '') send({ type: 'clearAnswer', questionId: id });
    else send({ type: 'answer', answer: { kind: assumed ? 'assume' : 'text', questionId: id, text } });
  }

  const own = useDraftText(isOption ? '' : answered, give);
  return (
    <fieldset className={answer ? 'question question-answered' : 'question'} data-question={question.id}>
      <legend>
        <span className="question-text">{question.text}</span>{' '}
        {question.blocking ? <Badge strong>{l10n.t('Blocking')}</Badge> : null}
        <Badge>{question.areaLabel}</Badge>
        {question.origin === null ? null : <Badge>{originOf(question.origin)}</Badge>}
      </legend>
      <Grounds question={question} />
      {options.length > 0 ? (
        <div className="options">
          {options.map((option) => (
            <RadioChoice
              key={option.text}
              group={`question-${id}`}
              label={option.text}
              badges={option.recommended ? <Badge>{l10n.t('Recommended')}</Badge> : null}
              checked={option.text === answered}
              onChoose={() => give(option.text)}
            />
          ))}
        </div>
      ) : null}
      <TextArea
        label={options.length > 0 ? l10n.t('Or in your own words') : l10n.t('Your answer')}
        rows={2}
        value={own.value}
        onInput={own.onInput}
        onBlur={own.onBlur}
      />
      <Ways question={question} typed={own.value} />
      {answer?.kind === 'defer' ? <Owner questionId={id} owner={answer.owner ?? ''} /> : null}
      {onKeep ? (
        <div className="button-row">
          <Button onClick={onKeep}>{l10n.t('Keep the Answer of the Workspace')}</Button>
        </div>
      ) : null}
    </fieldset>
  );
}

function originOf(origin: NonNullable<QuestionView['origin']>): string {
  return origin === 'model' ? l10n.t('Asked by the model') : l10n.t('Workspace says otherwise');
}

/** Who is to answer what is deferred; it stands with the open question in the spec. */
function Owner({ questionId, owner }: { readonly questionId: string; readonly owner: string }) {
  const send = useSend();
  const name = useDraftText(owner, (text) => {
    const given = text.trim();
    send({
      type: 'answer',
      answer: { kind: 'defer', questionId, ...(given === '' ? {} : { owner: given }) },
    });
  });
  return (
    <TextField
      label={l10n.t('Who will answer it? (optional)')}
      value={name.value}
      onInput={name.onInput}
      onBlur={name.onBlur}
    />
  );
}

function Grounds({ question }: { readonly question: QuestionView }) {
  const send = useSend();
  return (
    <div className="grounds">
      {question.why === '' ? null : <p>{question.why}</p>}
      {question.evidence.length === 0 ? null : (
        <p className="evidence">
          {l10n.t('Seen in')}{' '}
          {question.evidence.map(({ path, line }, index) => (
            <LinkButton key={index} onClick={() => send({ type: 'openFile', path, line })}>
              {`${path}:${line}`}
            </LinkButton>
          ))}
        </p>
      )}
    </div>
  );
}

/** Assume, Defer and Clear, and beside them what the answer will do to the spec. */
function Ways({ question, typed }: { readonly question: QuestionView; readonly typed: string }) {
  const send = useSend();
  const { id, answer, options } = question;
  const assumed = answer?.kind === 'assume';
  const deferred = answer?.kind === 'defer';
  const recommended = options.find((option) => option.recommended)?.text ?? '';
  const text = [typed.trim(), answerText(answer), recommended].find((candidate) => candidate !== '') ?? '';
  return (
    <div className="ways">
      <div className="button-row" role="group" aria-label={l10n.t('Or leave it open')}>
        <Button
          pressed={assumed}
          blocked={text === '' ? l10n.t('Choose or write first what the spec should assume.') : null}
          description={assumed ? l10n.t('Now an assumption. Press to make it an answer.') : text}
          onClick={() =>
            send({ type: 'answer', answer: { kind: assumed ? 'text' : 'assume', questionId: id, text } })
          }
        >
          {l10n.t('Assume')}
        </Button>
        <Button
          pressed={deferred}
          onClick={() =>
            send(
              deferred
                ? { type: 'clearAnswer', questionId: id }
                : { type: 'answer', answer: { kind: 'defer', questionId: id } },
            )
          }
        >
          {l10n.t('Defer')}
        </Button>
        {answer && !deferred ? (
          <Button onClick={() => send({ type: 'clearAnswer', questionId: id })}>{l10n.t('Clear')}</Button>
        ) : null}
      </div>
      <p className="way-note">
        {answer ? (
          <>
            <Icon name={deferred ? 'circle-slash' : 'check'} /> {effect(answer)}
          </>
        ) : text === '' ? (
          l10n.t('Assume needs a text: choose or write it first.')
        ) : null}
      </p>
    </div>
  );
}

function effect(answer: AnswerView): string {
  switch (answer.kind) {
    case 'text':
      return l10n.t('Answered.');
    case 'assume':
      return l10n.t('Stands in the spec as an assumption.');
    case 'defer':
      return l10n.t('Becomes an open question in the spec.');
  }
}

function answerText(answer: AnswerView | null): string {
  return answer && answer.kind !== 'defer' ? answer.text : '';
}
