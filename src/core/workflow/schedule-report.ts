import { t } from '@vscode/l10n';
import { escapeExactly, escapeMarkdown } from '../text/escape-markdown';
import type { Schedule, ScheduledTask } from './schedule';

/**
 * The schedule of a feature as Markdown: critical path, a table for each sprint, and what is wrong with the tasks.
 *
 * @param capacity effort of one sprint
 */
export function scheduleReport(title: string, schedule: Schedule, capacity: number): string {
  const { sprints, criticalPath, criticalEffort, totalEffort } = schedule;
  const path = criticalPath.map(escapeExactly).join(' → ');
  const lines = [
    `# ${t('Schedule: {0}', escapeMarkdown(title))}`,
    '',
    `**${t('Capacity of a sprint')}:** ${capacity}  `,
    `**${t('Sprints')}:** ${sprints.length}  `,
    `**${t('Effort')}:** ${totalEffort}  `,
    `**${t('Critical path')}:** ${t('{0} of {1}', criticalEffort, totalEffort)}`,
    '',
    `## ${t('Critical path')}`,
    '',
    path === '' ? t('No task waits for another.') : path,
    '',
    ...sprints.flatMap(({ number, effort, tasks }) => [
      `## ${t('Sprint {0} ({1} of {2})', number, rounded(effort), capacity)}`,
      '',
      ...table(tasks),
      '',
    ]),
    ...notes(schedule),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

/** With cells of one width, so that it can be read as it is; titles may be long, and come last. */
function table(tasks: readonly ScheduledTask[]): readonly string[] {
  const head = [t('Task'), t('Effort'), t('After'), t('Critical'), t('Title')];
  const rows = [head, ...tasks.map(cellsOf)];
  const titles = head.length - 1;
  const widths = head.map((_, column) =>
    column === titles ? 5 : Math.max(4, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => pad(cell, column, widths[column] ?? 0)).join(' | ')} |`;
  const rule = widths.map((width, column) =>
    column === numbers ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width),
  );
  const [first = '', ...others] = rows.map(line);
  return [first, line(rule), ...others];
}

/** The column of efforts. */
const numbers = 1;

function pad(cell: string, column: number, width: number): string {
  return column === numbers ? cell.padStart(width) : cell.padEnd(width);
}

function cellsOf({ id, title, effort, dependencies, critical }: ScheduledTask): readonly string[] {
  const after = dependencies.map(escapeExactly).join(', ');
  return [escapeExactly(id), rounded(effort), after, critical ? t('yes') : '', escapeMarkdown(title)];
}

function notes({ withoutEstimate, tooLarge, circular }: Schedule): readonly string[] {
  const named = (label: string, ids: readonly string[]): readonly string[] =>
    ids.length === 0 ? [] : [`- ${label}: ${ids.map(escapeExactly).join(', ')}`];
  const all = [
    ...named(t('Without an estimate, counted as 1'), withoutEstimate),
    ...named(t('Larger than a sprint, to be divided'), tooLarge),
    ...named(t('Waiting for each other in a circle, in no sprint'), circular),
  ];
  return all.length === 0 ? [] : [`## ${t('To be settled')}`, '', ...all];
}

function rounded(effort: number): string {
  return String(Math.round(effort * 100) / 100);
}
