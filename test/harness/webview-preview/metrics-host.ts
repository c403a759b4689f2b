import type { MetricsView, ToMetricsView } from '../../../src/shared/metrics-protocol';

declare global {
  interface Window {
    /** Sends other metrics, as the host does when records change. */
    showMetrics: (name: 'metrics' | 'begun' | 'none') => void;
  }
}

type Phase = MetricsView['features'][number]['phases'][number];

const phase = (name: string, change: Partial<Phase> = {}): Phase => ({
  ...{ phase: name.toLowerCase().replaceAll(' ', '-'), name, started: null, closed: null, days: null },
  ...{ expected: 3, rework: 0, overrides: 0 },
  ...change,
});

const metrics: MetricsView = {
  features: [
    {
      ...{
        feature: 'team-invites',
        title: 'Team invitations',
        started: '2026-10-01',
        finished: '2026-10-21',
      },
      ...{ days: 20, estimate: 12.5, actual: 14 },
      phases: [
        phase('Requirements', { started: '2026-10-01', closed: '2026-10-03', days: 2 }),
        phase('Technical specification', {
          ...{ started: '2026-10-03', closed: '2026-10-12', days: 9, expected: 5, rework: 2, overrides: 1 },
        }),
        phase('Implementation', { started: '2026-10-12', closed: '2026-10-21', days: 9, expected: 10 }),
      ],
    },
    {
      ...{ feature: 'audit-log', title: 'Audit log', started: '2026-11-09', finished: null },
      ...{ days: null, estimate: null, actual: null },
      phases: [
        phase('Requirements', { started: '2026-11-09', closed: '2026-11-12', days: 3 }),
        phase('Technical specification', { started: '2026-11-12' }),
        phase('Implementation'),
      ],
    },
  ],
  throughput: [
    { month: '2026-10', finished: 1 },
    { month: '2026-11', finished: 0 },
  ],
  cycleTimes: [
    { phase: 'requirements', name: 'Requirements', median: 2.5, features: 2 },
    { phase: 'technical-specification', name: 'Technical specification', median: 9, features: 1 },
    { phase: 'implementation', name: 'Implementation', median: 9, features: 1 },
  ],
  reworkShare: 0.25,
  onTimeShare: 0.75,
};
/** Features that were just begun: nothing is closed, so there are no bars. */
const begun: MetricsView = {
  ...metrics,
  features: metrics.features.slice(1).map((feature) => ({ ...feature, phases: [phase('Requirements')] })),
  ...{ throughput: [], cycleTimes: [], reworkShare: null, onTimeShare: null },
};
const none: MetricsView = { ...begun, features: [] };

/** Stands in for the extension host beside the metrics view; `scene` is `metrics`, `metrics-begun` or `metrics-none`. */
const scene = new URLSearchParams(window.location.search).get('scene');
const shown = scene === 'metrics-none' ? none : scene === 'metrics-begun' ? begun : metrics;
const sent: unknown[] = [];
const post = (
  message: ToMetricsView | { readonly type: 'strings'; language: string; bundle: object },
): void => window.postMessage(message, '*');

Object.assign(window, {
  sent,
  showMetrics: (name: 'metrics' | 'begun' | 'none') =>
    post({ type: 'metrics', metrics: { metrics, begun, none }[name] }),
  acquireVsCodeApi: () => ({
    postMessage(message: { readonly type: string }) {
      sent.push(message);
      if (message.type !== 'ready') return;
      post({ type: 'strings', language: 'en', bundle: {} });
      post({ type: 'metrics', metrics: shown });
    },
  }),
});
