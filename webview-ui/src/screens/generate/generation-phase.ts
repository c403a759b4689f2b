import * as l10n from '@vscode/l10n';
import { errorCountText, warningCountText } from '../../../../src/shared/finding-counts';
import type { GenerateState, GenerationPhase, WaitView } from '../../../../src/shared/wizard/generate-state';
import { sectionCount } from '../../../../src/shared/wizard/section-count';

type Result = NonNullable<GenerateState['result']>;

/** Whether a draft is being made now, so that there is something to stop. */
export function isRunning(phase: GenerationPhase): boolean {
  return ['starting', 'streaming', 'repairing', 'checking'].includes(phase);
}

/** Whether a draft ended before it was whole: why, and how to go on, matters more than what is wrong with the half of it. */
export function isHalfWritten(phase: GenerationPhase): boolean {
  return phase === 'stopped' || phase === 'failed';
}

/** Whether there is more to tell of a draft than its notice does: of a model that failed at once there is not. */
export function hasProgress({ phase, receivedTokens, result, notice }: GenerateState): boolean {
  if (phase === 'idle') return false;
  return isRunning(phase) || receivedTokens > 0 || result !== null || notice === null;
}

export function phaseName({
  phase,
  models,
  selectedModel,
}: Pick<GenerateState, 'phase' | 'models' | 'selectedModel'>): string {
  switch (phase) {
    case 'idle':
      return l10n.t('Not started');
    case 'starting':
      // The outline is no model, and nothing is waited for.
      return models.find(({ id }) => id === selectedModel)?.provider === 'outline'
        ? l10n.t('Starting')
        : l10n.t('Waiting for the model');
    case 'streaming':
      return l10n.t('Writing the spec');
    case 'repairing':
      return l10n.t('Repairing sections with errors');
    case 'checking':
      return l10n.t('Checking the spec');
    case 'done':
      return l10n.t('The spec is written');
    case 'stopped':
      return l10n.t('Stopped');
    case 'failed':
      return l10n.t('The model failed');
  }
}

/** Why the model is not asked at once, and when it will be. */
export function waitText({ reason, seconds }: WaitView): string {
  switch (reason) {
    case 'rate-limited':
      return l10n.t('Rate limited: next attempt in {0} s', seconds);
    case 'server':
      return l10n.t('The server failed: next attempt in {0} s', seconds);
    case 'unreachable':
      return l10n.t('No connection: next attempt in {0} s', seconds);
    case 'timeout':
      return l10n.t('No answer: next attempt in {0} s', seconds);
  }
}

/**
 * What a screen reader hears of the generation: the phase, each quarter of the sections as it is done, and the result once. Never
 * changes with single tokens.
 */
export function phaseAnnouncement(generate: GenerateState): string {
  const { phase, result, wait, sections } = generate;
  if (phase === 'idle') return '';
  if (wait !== null) return l10n.t('Waiting for attempt {0}', wait.attempt);
  if (phase === 'streaming') {
    const { done, of } = sectionCount(sections);
    // All four are told by the phase that follows.
    const quarters = of < 4 ? 0 : Math.min(3, Math.floor((done / of) * 4));
    return quarters === 0
      ? phaseName(generate)
      : l10n.t('Writing the spec, {0} % of the sections are there', quarters * 25);
  }
  const name = phaseName(generate);
  return phase === 'done' && result ? `${name}. ${resultText(result)}` : name;
}

/** Coverage, errors and warnings of a finished spec in one sentence. */
export function resultText(result: Result): string {
  const { requirements, covered, outOfScope } = result;
  const scope = outOfScope === 0 ? '' : `, ${l10n.t('{0} out of scope', outOfScope)}`;
  const failing = result.failing === 0 ? '' : `; ${failingCount(result.failing)}`;
  return `${coverageCount(covered, requirements)}${scope}; ${errorCount(result)}; ${warningCount(result)}${failing}.`;
}

export function coverageCount(covered: number, requirements: number): string {
  return requirements === 1
    ? l10n.t('{0} of 1 requirement covered', covered)
    : l10n.t('{0} of {1} requirements covered', covered, requirements);
}

export function errorCount({ errors, listed }: Pick<Result, 'errors' | 'listed'>): string {
  return errors === 0 ? l10n.t('no errors') : errorCountText(errors, listed.errors);
}

/** What the checklist shows in red, so that nobody takes "no errors" for all there is to say. */
export function failingCount(failing: number): string {
  return failing === 1 ? l10n.t('1 checklist item fails') : l10n.t('{0} checklist items fail', failing);
}

export function warningCount({ warnings, listed }: Pick<Result, 'warnings' | 'listed'>): string {
  return warnings === 0 ? l10n.t('no warnings') : warningCountText(warnings, listed.warnings);
}
