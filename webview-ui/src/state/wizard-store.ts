import { readHostMessage } from '../../../src/shared/wizard/protocol';
import { readWizardInput } from '../../../src/shared/wizard/wizard-input';
import type { HostMessage, WebviewMessage } from '../../../src/shared/wizard/protocol';
import { anticipate } from './anticipate';
import { applyHostMessage, emptyView } from './wizard-view';
import type { WizardView } from './wizard-view';

/** The part of `acquireVsCodeApi()` that the wizard uses. */
export interface WebviewApi {
  postMessage(message: WebviewMessage): void;
  getState(): unknown;
  setState(state: unknown): void;
}

/** Where the host's messages arrive: `window` in the webview. */
export interface MessageTarget {
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

/** One connection to the host: the view to draw, and the way to send what the person did. */
export interface WizardStore {
  readonly getView: () => WizardView;
  /** Calls `listener` after each change of the view; returns the way to stop it. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Sends an intent. Text that was typed and not yet sent goes first, so that the host sees things in order. */
  readonly send: (message: WebviewMessage) => void;
  /** Registers text that waits to be sent; `flush` must send it at once. Returns the way to withdraw it. */
  readonly holdText: (flush: () => void) => () => void;
}

/**
 * Opens the connection: listens first, then says `ready` with the stored input (or `null` where it is none of ours).
 *
 * @param useStrings called with each `strings` message, before the view changes
 */
export function connectWizard(
  api: WebviewApi,
  target: MessageTarget,
  useStrings: (strings: Extract<HostMessage, { type: 'strings' }>) => void,
): WizardStore {
  let view = emptyView;
  const listeners = new Set<() => void>();
  const heldText = new Set<() => void>();
  let sent = 0;
  /** What the host has not answered yet. A state that was on its way when it was sent must not undo it on the screen. */
  let untaken: readonly { readonly number: number; readonly message: WebviewMessage }[] = [];

  function show(next: WizardView): void {
    if (next === view) return;
    view = next;
    for (const listener of [...listeners]) listener();
  }

  target.addEventListener('message', ({ data }) => {
    const message = readHostMessage(data);
    if (!message) return;
    if (message.type === 'strings') useStrings(message);
    if (message.type !== 'state') return show(applyHostMessage(view, message));
    api.setState(message.input);
    const taken = message.taken ?? sent;
    untaken = untaken.filter(({ number }) => number > taken);
    const state = untaken.reduce((before, { message: own }) => anticipate(before, own), message.state);
    show(applyHostMessage(view, { ...message, state }));
  });

  function post(message: WebviewMessage): void {
    api.postMessage(message);
    sent += 1;
    untaken = [...untaken, { number: sent, message }];
    if (view.state) show({ ...view, state: anticipate(view.state, message) });
  }

  const store: WizardStore = {
    getView: () => view,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    send: (message) => {
      const waiting = [...heldText];
      heldText.clear();
      for (const flush of waiting) flush();
      post(message);
    },
    holdText: (flush) => {
      heldText.add(flush);
      return () => heldText.delete(flush);
    },
  };
  api.postMessage({ type: 'ready', stored: readWizardInput(api.getState()) });
  return store;
}
