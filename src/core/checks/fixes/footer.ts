import type { ChecklistEntry, Coverage } from '../../checklist/checklist';
import { beginsAsFooter, isFooter } from '../../spec/footer-line';
import type { SpecDocument } from '../../spec/spec-document';
import type { TextRange } from '../../text/position';
import type { Finding } from '../finding';
import { countFindings } from '../distinct-findings';
import { sourceOf } from '../../spec/place';
import type { Say } from '../../language/language-pack';
import { specPhrases } from '../../language/spec-phrases';

/** What the line below a spec is computed from. */
export interface FooterFacts {
  readonly spec: Pick<SpecDocument, 'openQuestions'>;
  readonly coverage: Coverage;
  readonly checklist: readonly Pick<ChecklistEntry, 'state' | 'verifiedBy'>[];
  readonly findings: readonly Finding[];
}

/** Checks without errors of which traceability is shown, where every requirement is covered or out of scope. */
const tracing: ReadonlySet<string> = new Set(['requirement-coverage', 'unknown-id', 'internal-error']);

/** What a template may put in braces into its footer. */
export const footerValues = [
  'verified',
  ...['requirements', 'covered', 'outOfScope'],
  ...['items', 'passed', 'failed', 'waiting'],
  ...['errors', 'warnings', 'questions'],
] as const;

/**
 * The line below a spec as it is true now, in emphasis: how far requirements are traced, what the verified items of the checklist
 * came to, and what is left.
 *
 * @param pattern of the template, with {@link footerValues} in braces
 * @param say its language
 */
export function footerLine(pattern: string, facts: FooterFacts, say: Say = (phrase) => phrase): string {
  const { coverage, checklist, spec } = facts;
  const { error, warning } = countFindings(facts.findings);
  const items = checklist.filter(
    ({ state, verifiedBy }) => verifiedBy === 'check' && state !== 'not-applicable',
  );
  const inState = (state: ChecklistEntry['state']): number =>
    items.filter((item) => item.state === state).length;
  const isTraced =
    coverage.covered + coverage.outOfScope === coverage.requirements &&
    !facts.findings.some(({ severity, check }) => severity === 'error' && tracing.has(check));
  const values: Readonly<Record<(typeof footerValues)[number], string | number>> = {
    verified: say(isTraced ? specPhrases.verified : specPhrases.notVerified),
    ...coverage,
    items: items.length,
    passed: inState('pass'),
    failed: inState('fail'),
    waiting: inState('open'),
    errors: error.count,
    warnings: warning.count,
    questions: new Set(spec.openQuestions.flatMap(({ id, resolved }) => (resolved ? [] : [id]))).size,
  };
  const text = pattern.replace(/\{(\w+)\}/gu, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name as keyof typeof values]) : whole,
  );
  return `_${text.trim()}_`;
}

/** Where the line stands: the last paragraph of the document that is one. */
export function footerPlace(
  spec: Pick<SpecDocument, 'paragraphs' | 'text' | 'lines'>,
): { readonly range: TextRange; readonly written: string } | null {
  for (let index = spec.paragraphs.length - 1; index >= 0; index -= 1) {
    const paragraph = spec.paragraphs[index];
    if (paragraph === undefined || !beginsAsFooter(paragraph.text)) continue;
    const written = sourceOf(spec, paragraph);
    const { line, column, endLine, endColumn } = paragraph;
    if (isFooter(written)) return { range: { line, column, endLine, endColumn }, written };
  }
  return null;
}
