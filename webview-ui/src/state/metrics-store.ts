import { readToMetricsView } from '../../../src/shared/metrics-protocol';
import type { FromMetricsView, MetricsView } from '../../../src/shared/metrics-protocol';
import type { MessageTarget } from './wizard-store';

export interface MetricsApi {
  postMessage(message: FromMetricsView): void;
}

/** What the host tells of the metrics, and the way to ask for their export. */
export interface MetricsStore {
  /** `undefined` before the host's first message about them: then this page is another view. */
  readonly getMetrics: () => MetricsView | undefined;
  /** Calls `listener` after each change; returns the way to stop it. */
  readonly subscribe: (listener: () => void) => () => void;
  readonly send: (message: FromMetricsView) => void;
}

/** Listens to the host. Whoever shares the page says `ready` for both. */
export function connectMetrics(api: MetricsApi, target: MessageTarget): MetricsStore {
  let metrics: MetricsView | undefined;
  const listeners = new Set<() => void>();
  target.addEventListener('message', ({ data }) => {
    const message = readToMetricsView(data);
    if (message === null) return;
    metrics = message.metrics;
    for (const listener of [...listeners]) listener();
  });
  return {
    getMetrics: () => metrics,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    send: (message) => api.postMessage(message),
  };
}
