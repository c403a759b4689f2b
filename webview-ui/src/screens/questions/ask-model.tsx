import * as l10n from '@vscode/l10n';
import type { AskingState } from '../../../../src/shared/wizard/questions-state';
import { useSend } from '../../state/use-wizard';
import { Busy } from '../../ui/busy';
import { Button } from '../../ui/button';
import { NoticeBox } from '../../ui/notice-box';

/** Lets the chosen model ask, too. It costs something, so nothing starts by itself. */
export function AskModel({ asking }: { readonly asking: AskingState }) {
  const send = useSend();
  const { model, phase, received, further, notice } = asking;
  return (
    <section aria-labelledby="ask-model">
      <h2 id="ask-model">{l10n.t('Questions of a model')}</h2>
      <NoticeBox notice={notice} onAction={(id) => send({ type: 'noticeAction', id })} />
      {model === null ? (
        <p>{l10n.t('Choose a model in the Generate step to let it ask as well. Nothing needs one.')}</p>
      ) : phase === 'asking' ? (
        <div className="button-row">
          <Busy
            text={
              received === 0
                ? l10n.t('{0} is reading …', model)
                : l10n.t('{0} is writing: {1} characters so far', model, received)
            }
          />
          <Button onClick={() => send({ type: 'stopAsking' })}>{l10n.t('Stop')}</Button>
        </div>
      ) : (
        <>
          <p>
            {phase === 'asked' && further
              ? l10n.t('You have answered since. {0} can look whether that opens anything.', model)
              : l10n.t(
                  '{0} can look for what is still unclear. It is sent what a draft would be sent, which may cost something.',
                  model,
                )}
          </p>
          <div className="button-row">
            <Button onClick={() => send({ type: 'askModel' })}>
              {phase === 'asked' ? l10n.t('Ask Again') : l10n.t('Ask the Model')}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
