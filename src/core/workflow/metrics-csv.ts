import type { WorkflowMetrics } from './metrics';

const columns = [
  'feature',
  'phase',
  'started',
  'closed',
  'days',
  'expected_days',
  'rework',
  'overrides',
] as const;

/**
 * One row for each feature and phase, and one (phase `total`) for the feature as a whole, whose `expected_days` are the
 * estimates of its tasks.
 */
export function metricsCsv({ features }: WorkflowMetrics): string {
  const rows = features.flatMap(({ feature, phases, started, finished, days, estimate }) => [
    ...phases.map((one) => [
      ...[one.feature, one.phase, one.started, one.closed, one.days, one.expected, one.rework, one.overrides],
    ]),
    [
      ...[feature, 'total', started, finished, days, estimate],
      phases.reduce((sum, one) => sum + one.rework, 0),
      phases.reduce((sum, one) => sum + one.overrides, 0),
    ],
  ]);
  return [columns, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** As RFC 4180 has it; what a spreadsheet would take for a formula is told to be text. */
function cell(value: string | number | null): string {
  if (value === null) return '';
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
