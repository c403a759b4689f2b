import type { TextRange } from '../../text/position';
import type { CheckReport } from '../check-spec';
import type { Finding } from '../finding';
import type { SpecEdit, SpecFix } from '../spec-fix';

/** Edits that may be made together, and the findings they settle. */
export interface SafeFixes {
  readonly findings: readonly Finding[];
  /** What is done about each of them, in the same order. */
  readonly fixes: readonly SpecFix[];
  /** Do not overlap. */
  readonly edits: readonly SpecEdit[];
}

/**
 * The first safe fix of every finding that has one. What only corrects what is written goes first and alone: something is
 * often missed where it is misspelt, and would be added beside the corrected one. Of two that would change the same text
 * only the first counts, and an edit that two findings ask for is made once. A second run settles what is left.
 */
export function safeFixes({ findings, fixesOf }: Pick<CheckReport, 'findings' | 'fixesOf'>): SafeFixes {
  const offered = findings.flatMap((finding) => {
    const fix = finding.fixable ? fixesOf(finding).find(({ safe }) => safe) : undefined;
    return fix === undefined ? [] : [{ finding, fix }];
  });
  const corrections = offered.filter(({ fix }) => fix.edits.every(corrects));
  const settled: Finding[] = [];
  const fixes: SpecFix[] = [];
  const edits: SpecEdit[] = [];
  for (const { finding, fix } of corrections.length > 0 ? corrections : offered) {
    const isMade = (edit: SpecEdit): boolean => edits.some((made) => isEqual(made, edit));
    const fresh = fix.edits.filter((edit) => !isMade(edit));
    if (fresh.some(({ range }) => edits.some((made) => overlaps(made.range, range)))) continue;
    if (fresh.some(({ range }, index) => fresh.slice(0, index).some((one) => overlaps(one.range, range))))
      continue;
    edits.push(...fresh);
    settled.push(finding);
    fixes.push(fix);
  }
  return { findings: settled, fixes, edits };
}

/** Whether an edit puts something in the place of something else. */
function corrects({ range, newText }: SpecEdit): boolean {
  return newText !== '' && (range.line !== range.endLine || range.column !== range.endColumn);
}

function isEqual(a: SpecEdit, b: SpecEdit): boolean {
  return a.newText === b.newText && compare(a.range, b.range) === 0 && endsTogether(a.range, b.range);
}

function endsTogether(a: TextRange, b: TextRange): boolean {
  return a.endLine === b.endLine && a.endColumn === b.endColumn;
}

function compare(a: TextRange, b: TextRange): number {
  return a.line - b.line || a.column - b.column;
}

/** Two insertions at one place count: which comes first is not said. */
function overlaps(a: TextRange, b: TextRange): boolean {
  const [first, second] = compare(a, b) <= 0 ? [a, b] : [b, a];
  if (compare(a, b) === 0) return true;
  return first.endLine > second.line || (first.endLine === second.line && first.endColumn > second.column);
}
