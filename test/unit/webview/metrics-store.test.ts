import { expect, it, vi } from 'vitest';
import { workflowMetrics } from '../../../src/core/workflow/metrics';
import { connectMetrics } from '../../../webview-ui/src/state/metrics-store';

it('takes metrics of the host and nothing else, and tells whoever listens', () => {
  let send: (message: { readonly data: unknown }) => void = () => undefined;
  const posted: unknown[] = [];
  const store = connectMetrics(
    { postMessage: (message) => posted.push(message) },
    {
      addEventListener: (_type, listener) => {
        send = listener;
      },
    },
  );
  const listener = vi.fn();
  const stop = store.subscribe(listener);
  send({ data: { type: 'metrics', metrics: { features: 'many' } } });
  expect(store.getMetrics()).toBeUndefined();
  const metrics = workflowMetrics([]);
  send({ data: { type: 'metrics', metrics } });
  expect(store.getMetrics()).toEqual(metrics);
  expect(listener).toHaveBeenCalledOnce();
  stop();
  store.send({ type: 'exportCsv' });
  expect(posted).toEqual([{ type: 'exportCsv' }]);
});
