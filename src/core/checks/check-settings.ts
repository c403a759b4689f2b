import type { Severity } from './finding';

/** What a person or a team wants of one check: how much it weighs, and its options where it has any. */
export type CheckWish =
  | Severity
  | 'off'
  | {
      readonly severity?: Severity | 'off';
      readonly options?: Readonly<Record<string, unknown>>;
    };

/** By check id. */
export type CheckSettings = Readonly<Record<string, CheckWish>>;

/** The second settings laid over the first: severities replace each other, options are joined one by one. */
export function joinSettings(first: CheckSettings, second: CheckSettings): CheckSettings {
  const ids = new Set([...Object.keys(first), ...Object.keys(second)]);
  return Object.fromEntries(
    [...ids].map((id) => {
      const below = parts(first[id]);
      const above = parts(second[id]);
      const severity = above.severity ?? below.severity;
      const options = { ...below.options, ...above.options };
      return [id, { ...(severity === undefined ? {} : { severity }), options }];
    }),
  );
}

/** A wish in its long form. */
export function parts(wish: CheckWish | undefined): Exclude<CheckWish, string> {
  return wish === undefined ? {} : typeof wish === 'string' ? { severity: wish } : wish;
}
