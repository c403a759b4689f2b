import type { HostMessage, WizardState } from '../../../src/shared/wizard/protocol';

/** What the screens draw: the host's state, `null` until its first message, and the language of the strings. */
export interface WizardView {
  readonly state: WizardState | null;
  readonly language: string;
}

export const emptyView: WizardView = { state: null, language: 'en' };

/**
 * The view after a message of the host. A `state` message replaces the state whole; `progress` replaces the
 * streaming fields of `generate` and is dropped before the first state.
 */
export function applyHostMessage(view: WizardView, message: HostMessage): WizardView {
  switch (message.type) {
    case 'state':
      return { ...view, state: message.state };
    case 'progress': {
      if (!view.state) return view;
      const { phase, sections, receivedTokens, wait, elapsed } = message;
      const generate = { ...view.state.generate, phase, sections, receivedTokens, wait, elapsed };
      return { ...view, state: { ...view.state, generate } };
    }
    case 'strings':
      return { ...view, language: message.language };
  }
}
