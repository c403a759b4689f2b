import { t } from '@vscode/l10n';
import { renderFinding } from '../checks/render-finding';
import { escapeMarkdown } from '../text/escape-markdown';
import type { CriterionState, FeatureState, PhaseState } from './feature-state';
import type { OverrideRecord } from './records';

export interface Decision {
  /** `open` where nobody said no, but gates or verdicts are still to come. */
  readonly decision: 'go' | 'no-go' | 'open';
  /** Why it is no go, in words; empty for a go. */
  readonly reasons: readonly string[];
}

/**
 * Go or no-go, derived: go where every phase up to the review, the review included, is done or ready to be closed (in a
 * workflow without a review, every phase); no-go where a reviewer said so of what there is; else it is not decided yet.
 */
export function decide({ phases, current, open }: FeatureState): Decision {
  const review = phases.findIndex((one) => one.review !== null);
  const at = current === null ? phases.length : phases.indexOf(current);
  const due = review < 0 ? phases.length - 1 : review;
  if (at > due) return { decision: 'go', reasons: [] };
  const reasons = open.map(({ text, why }) => `${text}: ${renderFinding(why)}`);
  const before = at < due ? [t('The phase {0} is not closed.', current?.phase.name ?? '')] : [];
  const all = [...before, ...reasons];
  if (all.length === 0) return { decision: 'go', reasons: [] };
  const isRefused = phases.some((one) => one.review?.outcome === 'no-go');
  return { decision: isRefused ? 'no-go' : 'open', reasons: all };
}

/** The go/no-go report of a feature, as Markdown: decision and reasons, gates, verdicts, improvements, overrides. */
export function featureReport(state: FeatureState, date: string): string {
  const { records, workflow, phases, current } = state;
  const { decision, reasons } = decide(state);
  const decisions = { go: t('Go'), 'no-go': t('No-go'), open: t('Not decided yet') };
  const reviews = phases.flatMap(({ review }) => review ?? []);
  const verdicts = reviews.flatMap((review) => review.verdicts);
  const improvements = verdicts.flatMap((one) => one.improvements.map((text) => ({ text, name: one.name })));
  const overrides = phases.flatMap(({ gates }) => gates.flatMap((gate) => gate.overrides));
  const none = t('None');
  const lines = [
    `# ${t('Review report: {0}', escapeMarkdown(records.feature.title))}`,
    '',
    `**${t('Decision')}:** ${decisions[decision]}  `,
    `**${t('Date')}:** ${date}  `,
    `**${t('Workflow')}:** ${escapeMarkdown(workflow.name)}  `,
    `**${t('Phase')}:** ${current === null ? t('All phases are done') : escapeMarkdown(current.phase.name)}`,
    '',
    `## ${t('Reasons')}`,
    '',
    ...(reasons.length === 0
      ? [t('Every gate up to the review has passed, and the reviewers said go.')]
      : reasons.map((reason) => `- ${escapeMarkdown(reason)}`)),
    '',
    `## ${t('Gates')}`,
    '',
    ...phases.flatMap(phaseLines),
    `## ${t('Verdicts')}`,
    '',
    ...(verdicts.length === 0
      ? [none]
      : [
          `| ${t('Reviewer')} | ${t('Verdict')} | ${t('Date')} |`,
          '|---|---|---|',
          ...verdicts.map(
            ({ name, verdict, date: on }) =>
              `| ${escapeMarkdown(name)} | ${verdict === 'go' ? t('Go') : t('No-go')} | ${on} |`,
          ),
        ]),
    '',
    `## ${t('Required improvements')}`,
    '',
    ...(improvements.length === 0
      ? [none]
      : improvements.map(({ text, name }) => `- [ ] ${escapeMarkdown(text)} (${escapeMarkdown(name)})`)),
    '',
    `## ${t('Overrides')}`,
    '',
    ...(overrides.length === 0
      ? [none]
      : overrides.map(
          (one) =>
            `- ${escapeMarkdown(one.gate)} (${one.criteria.map(escapeMarkdown).join(', ')}): ${saidBy(one)}`,
        )),
    '',
  ];
  return lines.join('\n');
}

function phaseLines({ phase, gates, state }: PhaseState): readonly string[] {
  return gates.flatMap((gate) => [
    `### ${escapeMarkdown(`${phase.name}: ${gate.gate.name}`)}`,
    '',
    state === 'waiting'
      ? t('Not reached yet.')
      : gate.state === 'passed'
        ? t('Passed.')
        : gate.state === 'overridden'
          ? t('Overridden.')
          : t('Open.'),
    '',
    ...gate.overrides.flatMap((one) => [`> ${saidBy(one)}`, '']),
    ...gate.criteria.map(
      (one) =>
        `- [${one.state === 'met' ? 'x' : ' '}] ${escapeMarkdown(one.criterion.text)}${noteOf(one, state)}`,
    ),
    '',
  ]);
}

/** Why a gate was overridden, by whom and when. */
function saidBy({ reason, name, date }: OverrideRecord): string {
  return `${escapeMarkdown(reason)} (${escapeMarkdown(name ?? t('unknown'))}, ${date})`;
}

function noteOf({ state, signOffs, why }: CriterionState, phase: PhaseState['state']): string {
  if (state === 'met' && signOffs.length > 0)
    return ` (${signOffs.map(({ name, date }) => `${escapeMarkdown(name)}, ${date}`).join('; ')})`;
  if (phase === 'waiting') return '';
  if (why === null) return state === 'overridden' ? ` (${t('overridden')})` : '';
  const reason = escapeMarkdown(renderFinding(why));
  return state === 'overridden' ? ` (${t('overridden')}: ${reason})` : ` (${reason})`;
}
