import type { CheckReport } from '../../core/checks/check-spec';
import { settleSafeFixes } from '../../core/checks/fixes/settle-safe-fixes';
import type { SpecDocument } from '../../core/spec/spec-document';
import { changedLines } from '../../core/text/changed-lines';
import type { Stretch } from '../../core/text/replace-stretches';

type FixableReport = Pick<CheckReport, 'findings' | 'fixesOf'> & { readonly spec: SpecDocument };

/** The text is not the one that was checked any more, or nobody waits. */
class Outdated extends Error {}

/**
 * What making all safe fixes of a spec changes in its document, by offsets of the text that was checked.
 *
 * @param reviewed the report that was asked for when the document had its text
 * @param document as it is edited meanwhile
 * @param check reports on a text that the document may come to hold
 * @param isCancelled whether nobody waits any more
 * @returns `null` where the document has another text by now, in which these changes would undo what a person did, or where
 * nobody waits
 * @throws what `check` throws
 */
export async function settledChanges<Report extends FixableReport>(
  reviewed: Report,
  document: { getText(): string },
  check: (text: string) => Promise<Report>,
  isCancelled: () => boolean,
): Promise<readonly Stretch[] | null> {
  const before = reviewed.spec.written;
  const isOutdated = (): boolean => isCancelled() || document.getText() !== before;
  if (isOutdated()) return null;
  try {
    const { report } = await settleSafeFixes(reviewed, (text) => {
      if (isOutdated()) throw new Outdated();
      return check(text);
    });
    return isOutdated() ? null : changedLines(before, report.spec.written);
  } catch (error) {
    if (error instanceof Outdated) return null;
    throw error;
  }
}
