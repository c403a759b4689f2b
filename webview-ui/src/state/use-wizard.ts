import { createContext, use, useEffect, useState, useSyncExternalStore } from 'react';
import type { WebviewMessage } from '../../../src/shared/wizard/protocol';
import { delayText } from './delayed-text';
import type { WizardStore } from './wizard-store';
import type { WizardView } from './wizard-view';

const StoreContext = createContext<WizardStore | null>(null);
export const StoreProvider = StoreContext.Provider;

function useStore(): WizardStore {
  const store = use(StoreContext);
  if (!store) throw new Error('The wizard is drawn outside its StoreProvider.');
  return store;
}

export function useWizardView(): WizardView {
  const store = useStore();
  return useSyncExternalStore(store.subscribe, store.getView);
}

/** The function that tells the host what the person did. */
export function useSend(): (message: WebviewMessage) => void {
  return useStore().send;
}

/** What a text control needs to show a value that the host keeps and the person is typing into. */
export interface DraftText {
  readonly value: string;
  readonly onInput: (text: string) => void;
  readonly onBlur: () => void;
}

/**
 * A text whose truth is with the host: keystrokes show at once and are sent after a pause, on blur, or before the next
 * intent. While the field is being edited the host's echo does not replace what is in it.
 */
export function useDraftText(hostValue: string, sendText: (text: string) => void): DraftText {
  const store = useStore();
  const [draft, setDraft] = useState<string | null>(null);
  const [delayed] = useState(() => delayText(store));
  useEffect(() => delayed.flush, [delayed]);
  return {
    value: draft ?? hostValue,
    onInput: (text) => {
      setDraft(text);
      delayed.type(text, sendText);
    },
    onBlur: () => {
      delayed.flush();
      setDraft(null);
    },
  };
}
