import { putContents } from '../regenerate/put-sections';
import type { SectionTarget } from '../regenerate/section-target';
import { settle, type CheckedSpec, type CheckedText } from './settle';
import { errorsOf } from './sections-to-mend';

/**
 * The sections of an answer that make a spec better: all of them, without those that the spec has fewer errors without.
 *
 * @param contents of the sections, as the answer has them
 * @returns `null` where the spec has as many errors as before, or more, whatever is taken
 */
export async function bestOf(input: {
  readonly current: CheckedText;
  readonly targets: readonly SectionTarget[];
  readonly contents: ReadonlyMap<number, string>;
  readonly check: (text: string) => Promise<CheckedSpec>;
}): Promise<CheckedText | null> {
  const { current, contents, check } = input;
  const { report } = current;
  const candidate = async (
    kept: readonly SectionTarget[],
  ): Promise<CheckedText & { readonly errors: number }> => {
    const next = putContents(report.spec, kept, contents).text;
    const settled = await settle({ text: next, report: await check(next) }, check);
    return { ...settled, errors: errorsOf(settled.report).length };
  };
  let kept = putContents(report.spec, input.targets, contents).written;
  if (kept.length === 0) return null;
  let best = await candidate(kept);
  for (const target of kept) {
    if (kept.length === 1 || best.errors === 0) break;
    const without = kept.filter((one) => one !== target);
    const next = await candidate(without);
    // One that changes nothing for the checks stays: it was asked for.
    if (next.errors < best.errors) {
      kept = without;
      best = next;
    }
  }
  return best.errors < errorsOf(report).length ? best : null;
}
