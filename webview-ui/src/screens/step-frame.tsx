import * as l10n from '@vscode/l10n';
import type { ReactNode } from 'react';
import { stepIds } from '../../../src/shared/wizard/steps';
import type { WizardState } from '../../../src/shared/wizard/protocol';
import type { StepId } from '../../../src/shared/wizard/steps';
import { useSend } from '../state/use-wizard';
import { Button } from '../ui/button';
import { NoticeBox } from '../ui/notice-box';
import { StepFooter } from '../ui/step-footer';
import { stepName } from './step-names';

interface StepFrameProps {
  readonly state: WizardState;
  readonly intro: string;
  /** Why Next is blocked as far as this step knows; `null` leaves it to the host. */
  readonly nextBlocked: string | null;
  /** Whether nothing follows, and all of it is saved. */
  readonly ends?: boolean;
  readonly children: ReactNode;
}

/** Heading, introduction, content, and a footer with Back and Next. */
export function StepFrame({ state, intro, nextBlocked, ends = false, children }: StepFrameProps) {
  const send = useSend();
  const next = neighbour(state.step, 1);
  const reachable = state.steps.some(({ id, reachable: open }) => id === next && open);
  const blocked = nextBlocked ?? (reachable ? null : l10n.t('This step is not finished yet.'));
  return (
    <>
      <StepHeading state={state} intro={intro} />
      {children}
      <StepFooter reason={ends ? null : blocked}>
        <BackButton step={state.step} blocked={null} />
        {ends ? (
          <Button appearance="primary" onClick={() => send({ type: 'close' })}>
            {l10n.t('Close')}
          </Button>
        ) : next ? (
          <Button appearance="primary" blocked={blocked} onClick={() => send({ type: 'goTo', step: next })}>
            {l10n.t('Next')}
          </Button>
        ) : null}
      </StepFooter>
    </>
  );
}

/** What concerns the whole wizard stands below the heading, so that Tab, which goes on from there, comes to it. */
export function StepHeading({ state, intro }: { readonly state: WizardState; readonly intro: string }) {
  const send = useSend();
  return (
    <>
      <h1 tabIndex={-1}>{stepName(state.step)}</h1>
      <p className="intro">{intro}</p>
      <NoticeBox notice={state.notice} onAction={(id) => send({ type: 'noticeAction', id })} />
    </>
  );
}

/** Absent on the first step: there is nothing to go back to. */
export function BackButton({ step, blocked }: { readonly step: StepId; readonly blocked: string | null }) {
  const send = useSend();
  const previous = neighbour(step, -1);
  if (!previous) return null;
  return (
    <Button blocked={blocked} onClick={() => send({ type: 'goTo', step: previous })}>
      {l10n.t('Back')}
    </Button>
  );
}

function neighbour(step: StepId, distance: 1 | -1): StepId | undefined {
  return stepIds[stepIds.indexOf(step) + distance];
}
