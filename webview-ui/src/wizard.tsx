import * as l10n from '@vscode/l10n';
import { useEffect, useRef } from 'react';
import type { WizardState } from '../../src/shared/wizard/protocol';
import type { StepId } from '../../src/shared/wizard/steps';
import { ContextScreen } from './screens/context/context-screen';
import { GenerateScreen } from './screens/generate/generate-screen';
import { phaseAnnouncement } from './screens/generate/generation-phase';
import { QuestionsScreen } from './screens/questions/questions-screen';
import { SourceScreen } from './screens/source/source-screen';
import { stepName } from './screens/step-names';
import { TemplateScreen } from './screens/template/template-screen';
import { useSend, useWizardView } from './state/use-wizard';
import { Busy } from './ui/busy';
import { StepList } from './ui/step-list';

/** The whole page: the steps, the current screen, and what is said aloud about the generation. */
export function Wizard() {
  const { state, language } = useWizardView();
  // The language is the key: strings are looked up while drawing, so another language draws everything anew.
  return state ? (
    <OpenWizard key={language} state={state} />
  ) : (
    <Busy text={l10n.t('Opening the wizard...')} />
  );
}

function OpenWizard({ state }: { readonly state: WizardState }) {
  const send = useSend();
  const main = useHeadingFocus(state.step);
  const steps = state.steps.map((step) => ({ ...step, name: stepName(step.id) }));
  return (
    <div className="page">
      <header className="page-header">
        <StepList steps={steps} current={state.step} onGo={(step) => send({ type: 'goTo', step })} />
      </header>
      <main ref={main} className="page-main">
        <Screen state={state} />
      </main>
      <p className="visually-hidden" role="status" aria-live="polite">
        {phaseAnnouncement(state.generate)}
      </p>
    </div>
  );
}

function Screen({ state }: { readonly state: WizardState }) {
  switch (state.step) {
    case 'source':
      return <SourceScreen state={state} />;
    case 'context':
      return <ContextScreen state={state} />;
    case 'template':
      return <TemplateScreen state={state} />;
    case 'questions':
      return <QuestionsScreen state={state} />;
    case 'generate':
      return <GenerateScreen state={state} />;
  }
}

/**
 * Puts the focus on the heading of each new step, where a screen reader reads it and Tab goes on from. On the first
 * draw only if the page has the focus already: a wizard that is restored behind an editor must not take it.
 */
function useHeadingFocus(step: StepId) {
  const main = useRef<HTMLElement>(null);
  const shown = useRef<StepId | null>(null);
  useEffect(() => {
    if (shown.current === step) return;
    const first = shown.current === null;
    shown.current = step;
    if (first && !document.hasFocus()) return;
    window.scrollTo(0, 0);
    main.current?.querySelector('h1')?.focus({ preventScroll: true });
  }, [step]);
  return main;
}
