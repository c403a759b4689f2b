import * as l10n from '@vscode/l10n';
import { useEffect, useRef } from 'react';
import type { GenerateState } from '../../../../src/shared/wizard/generate-state';
import type { WizardState } from '../../../../src/shared/wizard/protocol';
import { useDraftText, useSend } from '../../state/use-wizard';
import { Button } from '../../ui/button';
import { NoticeBox } from '../../ui/notice-box';
import { StepFooter } from '../../ui/step-footer';
import { TextField } from '../../ui/text-field';
import { DraftEstimate } from './draft-cost';
import { hasProgress, isHalfWritten, isRunning } from './generation-phase';
import { GenerationProgress } from './generation-progress';
import { ModelChoice } from './model-choice';
import { tokenCount } from '../numbers';
import { BackButton, StepHeading } from '../step-frame';

/** Step 5: which model writes, where to, and how far it is. */
export function GenerateScreen({ state }: { readonly state: WizardState }) {
  const send = useSend();
  const { generate } = state;
  const running = isRunning(generate.phase);
  const blocked = running ? null : whyBlocked(state);
  const { progress, notice } = useFocusWhenLost(running);
  const said = (
    <NoticeBox
      notice={generate.notice}
      box={notice}
      leads={isHalfWritten(generate.phase)}
      onAction={(id) => send({ type: 'noticeAction', id })}
    />
  );
  return (
    <>
      <StepHeading
        state={state}
        intro={l10n.t('The spec is written into a new editor tab. Nothing that exists is overwritten.')}
      />
      {hasProgress(generate) ? (
        <GenerationProgress generate={generate} heading={progress}>
          {said}
        </GenerationProgress>
      ) : (
        said
      )}
      {running ? null : (
        <>
          <NoticeBox notice={state.existing} onAction={(id) => send({ type: 'noticeAction', id })} />
          <ModelChoice generate={generate} />
          <Output generate={generate} />
        </>
      )}
      <StepFooter reason={running ? l10n.t('Stop keeps what has been written so far.') : blocked}>
        <BackButton
          step="generate"
          blocked={running ? l10n.t('A draft is being written. Stop it first.') : null}
        />
        {running ? (
          <Button key="stop" icon="debug-stop" onClick={() => send({ type: 'stop' })}>
            {l10n.t('Stop')}
          </Button>
        ) : (
          <Button
            key="generate"
            appearance={generate.result ? 'secondary' : 'primary'}
            blocked={blocked}
            onClick={() => send({ type: 'generate' })}
          >
            {l10n.t('Generate')}
          </Button>
        )}
      </StepFooter>
    </>
  );
}

function Output({ generate }: { readonly generate: GenerateState }) {
  const send = useSend();
  const output = useDraftText(generate.output, (path) => send({ type: 'setOutput', path }));
  return (
    <section aria-labelledby="output-title">
      <h2 id="output-title">{l10n.t('Output')}</h2>
      <TextField
        label={l10n.t('Write the spec to')}
        value={output.value}
        onInput={output.onInput}
        onBlur={output.onBlur}
        hint={l10n.t('A path in the workspace.')}
        problem={generate.outputProblem}
      />
      <p className="muted">{promptText(generate)}</p>
      <DraftEstimate estimate={generate.estimate} />
    </section>
  );
}

function promptText({ models, selectedModel, promptTokens, openai }: GenerateState): string {
  const provider = models.find(({ id }) => id === selectedModel)?.provider;
  if (provider === undefined) return '';
  if (provider === 'outline') return l10n.t('No model is called: nothing leaves this machine.');
  if (provider === 'replay') return l10n.t('A recording answers: nothing leaves this machine.');
  // Still to be counted.
  if (promptTokens === 0) return '';
  const size = tokenCount(promptTokens);
  return provider === 'openai' && openai.baseUrl !== ''
    ? l10n.t('The prompt has about {0} and goes to {1}.', size, openai.baseUrl)
    : l10n.t('The prompt has about {0} and goes to the chosen model.', size);
}

function whyBlocked({ generate, questions }: WizardState): string | null {
  const model = generate.models.find(({ id }) => id === generate.selectedModel);
  if (!model) return l10n.t('Choose a model first.');
  if (!model.ready) return model.problem ?? l10n.t('The chosen model is not ready.');
  if (generate.outputProblem !== null) return generate.outputProblem;
  return questions.items.some(({ blocking, answer }) => blocking && !answer)
    ? l10n.t('Blocking questions are still open. Answer, assume or defer them in step 4.')
    : null;
}

/**
 * Generate and Stop take each other's place and the focused one goes away with the focus; it is put on the heading of
 * the progress then, or on the notice where no draft was begun. Only if the page had it: while the person works in
 * the editor it stays there.
 */
function useFocusWhenLost(running: boolean) {
  const progress = useRef<HTMLHeadingElement>(null);
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (document.hasFocus() && document.activeElement === document.body)
      (progress.current ?? notice.current)?.focus();
  }, [running]);
  return { progress, notice };
}
