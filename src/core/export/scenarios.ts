import { oneLine } from '../text/said';
import type { HandOff, HandOffRequirement } from './hand-off';
import { stepOf, stepsByLine, stepsOf, type Steps } from './steps';

/** One scenario by which a requirement is accepted. Its words are those of the source or the spec. */
export interface Scenario extends Steps {
  /** Criteria it is made of; the requirement's id where that has none. */
  readonly labels: readonly string[];
  /** Whether there is no criterion, so that it says what the requirement says. */
  readonly repeats: boolean;
}

/** Whether it is to be built: neither out of scope nor only measured. */
export function isBuilt({ kind, state }: HandOffRequirement): boolean {
  return kind !== 'success-criterion' && state !== 'out-of-scope';
}

type Criterion = HandOffRequirement['criteria'][number];

/** The scenarios of a requirement, at least one. Criteria without text (the source has lost them) give none. */
export function scenariosOf({ id, text, criteria }: HandOffRequirement): readonly Scenario[] {
  const told = criteria.filter((criterion) => criterion.text.trim() !== '');
  if (told.length === 0) return [{ ...stepsOf(text), labels: [id], repeats: true }];
  const scenarios: Scenario[] = [];
  for (let at = 0; at < told.length;) {
    const group = stepsFrom(told, at);
    const steps = stepsByLine(group.map((criterion) => criterion.text).join('\n'));
    const taken = steps === null ? told.slice(at, at + 1) : group;
    const labels = taken.map(({ label }) => label);
    scenarios.push({ ...(steps ?? stepsOf(taken[0]?.text ?? '')), labels, repeats: false });
    at += taken.length;
  }
  return scenarios;
}

/** Criteria from one on of which each is one step of the same scenario; that one alone where it is more or less than a step. */
function stepsFrom(criteria: readonly Criterion[], from: number): readonly Criterion[] {
  const kindAt = (at: number): string | null => loneStep(criteria[at]?.text ?? '');
  let to = from + 1;
  if (kindAt(from) !== 'given' && kindAt(from) !== 'when') return criteria.slice(from, to);
  for (let before = kindAt(from); ; to++) {
    const kind = kindAt(to);
    if (kind === null || (before === 'then' && kind !== 'then' && kind !== 'and')) break;
    if (kind !== 'and') before = kind;
  }
  return criteria.slice(from, to);
}

/** The step that a criterion is, where it is nothing but that: "When it is typed in", not "When it is typed in, the door opens". */
function loneStep(text: string): string | null {
  if (text.trim().includes('\n')) return null;
  const step = stepOf(text);
  if (step === null || step.kind === 'then' || step.kind === 'and') return step?.kind ?? null;
  return stepsOf(text).when.length === 0 ? step.kind : null;
}

/** What the scenarios of requirements can not say, because nobody has said it. */
export interface ScenarioGaps {
  /** Ids of requirements whose scenario repeats them. */
  readonly withoutCriterion: readonly string[];
  /** Labels of criteria that state a result and no condition apart from it. */
  readonly withoutCondition: readonly string[];
  /** Labels of criteria that are known by their number alone. */
  readonly withoutText: readonly string[];
}

/** Those of all requirements that are to be built. */
export function scenarioGaps({ requirements: all }: Pick<HandOff, 'requirements'>): ScenarioGaps {
  const requirements = all.filter(isBuilt);
  const scenarios = requirements.flatMap(scenariosOf);
  return {
    withoutCriterion: scenarios.flatMap(({ repeats, labels }) => (repeats ? labels : [])),
    withoutCondition: scenarios.flatMap(({ repeats, labels, ...steps }) =>
      !repeats && isUnconditional(steps) ? labels : [],
    ),
    withoutText: requirements.flatMap(({ criteria }) =>
      criteria.filter(({ text }) => text.trim() === '').map(({ label }) => label),
    ),
  };
}

/** Whether a scenario says what holds and not when. */
export function isUnconditional({ given, when }: Pick<Steps, 'given' | 'when'>): boolean {
  return given.length === 0 && when.length === 0;
}

/** What stands for the condition of a scenario that has none, in formats that want one. */
export const inAnyCase = 'in any case';

/** Said once where {@link inAnyCase} is used. */
export const inAnyCaseMeans = `Where a scenario says “${inAnyCase}”, the source states no condition apart from the result.`;

/** Said in a scenario that repeats its requirement. */
export const noCriterion =
  'The source states no acceptance criterion for this requirement, so its own words are the scenario.';

/** Steps of one kind as one phrase. */
export function joined(steps: readonly string[]): string {
  return steps
    .map((step, index) => oneLine(index < steps.length - 1 ? step.replace(/[.。,;]$/u, '') : step))
    .join(' and ');
}
