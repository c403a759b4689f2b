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
      `| ${t('Task')} | ${t('Title')} | ${t('Effort')} | ${t('After')} | ${t('Critical')} |`,
      '|---|---|---:|---|---|',
      ...tasks.map(row),
      '',
    ]),
    ...notes(schedule),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function row({ id, title, effort, dependencies, critical }: ScheduledTask): string {
  const after = dependencies.map(escapeExactly).join(', ');
  const cells = [escapeExactly(id), escapeMarkdown(title), rounded(effort), after, critical ? t('yes') : ''];
  return `| ${cells.join(' | ')} |`;
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
