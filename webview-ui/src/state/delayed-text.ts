import type { WizardStore } from './wizard-store';

/** Text is sent this many milliseconds after the last keystroke. */
export const textDelay = 300;

/** Holds back typed text until a pause, a blur or the next intent. */
export interface DelayedText {
  /** Takes the whole text of the field as it stands now, and what to do with it when the time has come. */
  readonly type: (text: string, send: (text: string) => void) => void;
  /** Sends what waits, if anything does. */
  readonly flush: () => void;
}

/** One per text field; `store` calls `flush` before it sends anything else. */
export function delayText(store: Pick<WizardStore, 'holdText'>): DelayedText {
  let waiting: (() => void) | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let release: (() => void) | undefined;

  function flush(): void {
    clearTimeout(timer);
    release?.();
    release = undefined;
    const send = waiting;
    waiting = undefined;
    send?.();
  }

  return {
    type: (text, send) => {
      waiting = () => send(text);
      clearTimeout(timer);
      timer = setTimeout(flush, textDelay);
      release ??= store.holdText(flush);
    },
    flush,
  };
}
