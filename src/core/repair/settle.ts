import type { CheckReport } from '../checks/check-spec';
import { safeFixes } from '../checks/fixes/safe-fixes';
import type { SpecDocument } from '../spec/spec-document';
import { editDocument } from '../spec/written-text';
import { errorsOf } from './sections-to-mend';

/** What the checks say of a text. */
export type CheckedSpec = Pick<CheckReport, 'findings' | 'fixesOf' | 'footer'> & {
  readonly spec: SpecDocument;
};

/** A text with what the checks say of it. */
export interface CheckedText {
  readonly text: string;
  readonly report: CheckedSpec;
}

/** A fix may uncover what another one settles; after so many something goes round in circles. */
const mostTurns = 4;

/**
 * Settles errors by the fixes that decide nothing for the author, such as naming a requirement in the task that its mapping
 * row names: that costs no tokens. Only what leaves fewer errors is taken.
 *
 * @param check the verifier, for any version of the text
 */
export async function settle(
  { text, report }: CheckedText,
  check: (text: string) => Promise<CheckedSpec>,
): Promise<CheckedText> {
  let current: CheckedText = { text, report };
  for (let turn = 0; turn < mostTurns; turn += 1) {
    const { report: now } = current;
    const errors = now.findings.filter(({ severity }) => severity === 'error');
    const { edits } = safeFixes({ findings: errors, fixesOf: (finding) => now.fixesOf(finding) });
    if (edits.length === 0) return current;
    const fixed = editDocument(now.spec, edits);
    const next = { text: fixed, report: await check(fixed) };
    if (errorsOf(next.report).length >= errorsOf(now).length) return current;
    current = next;
  }
  return current;
}
