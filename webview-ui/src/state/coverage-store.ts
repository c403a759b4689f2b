import { readToCoverageView } from '../../../src/shared/coverage-protocol';
import type { CoverageView, FromCoverageView, ToCoverageView } from '../../../src/shared/coverage-protocol';
import type { MessageTarget } from './wizard-store';

export interface CoverageApi {
  postMessage(message: FromCoverageView): void;
}

/** One connection to the host: the matrix to draw, and the way to ask for a place. */
export interface CoverageStore {
  /** `undefined` before the host's first message, `null` where no spec is open. */
  readonly getCoverage: () => CoverageView | null | undefined;
  /** Calls `listener` after each change; returns the way to stop it. */
  readonly subscribe: (listener: () => void) => () => void;
  readonly send: (message: FromCoverageView) => void;
}

/**
 * Opens the connection: listens first, then says `ready`.
 *
 * @param useStrings called with each `strings` message, before anything is drawn with them
 */
export function connectCoverage(
  api: CoverageApi,
  target: MessageTarget,
  useStrings: (strings: Extract<ToCoverageView, { type: 'strings' }>) => void,
): CoverageStore {
  let coverage: CoverageView | null | undefined;
  const listeners = new Set<() => void>();
  target.addEventListener('message', ({ data }) => {
    const message = readToCoverageView(data);
    if (message === null) return;
    if (message.type === 'strings') return useStrings(message);
    coverage = message.coverage;
    for (const listener of [...listeners]) listener();
  });
  api.postMessage({ type: 'ready' });
  return {
    getCoverage: () => coverage,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    send: (message) => api.postMessage(message),
  };
}
