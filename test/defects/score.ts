import type { FixtureVerdict, Verdict } from './judge';

export interface Score {
  readonly name: string;
  readonly seeded: number;
  readonly found: number;
  /** Findings that defects explain, and those that nothing explains. */
  readonly right: number;
  readonly wrong: number;
}

/** Share of the defects that were found, from 0 to 1. */
export function recall({ seeded, found }: Score): number {
  return seeded === 0 ? 1 : found / seeded;
}

/** Share of the findings that are right, from 0 to 1. */
export function precision({ right, wrong }: Score): number {
  return right + wrong === 0 ? 1 : right / (right + wrong);
}

/** Over all: findings on clean twins count as wrong. */
export function overall(results: readonly FixtureVerdict[]): Score {
  const score = scoreOf(
    'all',
    results.flatMap(({ verdicts }) => verdicts),
  );
  return { ...score, wrong: score.wrong + results.reduce((sum, { clean }) => sum + clean.length, 0) };
}

/** By class of defect, in alphabetical order. */
export function byClass(results: readonly FixtureVerdict[]): readonly Score[] {
  const classes = new Map<string, Verdict[]>();
  for (const verdict of results.flatMap(({ verdicts }) => verdicts)) {
    const { class: name } = verdict.defect;
    classes.set(name, [...(classes.get(name) ?? []), verdict]);
  }
  return [...classes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, verdicts]) => scoreOf(name, verdicts));
}

function scoreOf(name: string, verdicts: readonly Verdict[]): Score {
  const sum = (count: (verdict: Verdict) => number): number =>
    verdicts.reduce((total, verdict) => total + count(verdict), 0);
  return {
    name,
    seeded: verdicts.length,
    found: sum(({ found }) => Number(found)),
    right: sum(({ right }) => right.length),
    wrong: sum(({ wrong }) => wrong.length),
  };
}
