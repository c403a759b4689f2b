import { indexLines, offsetOf } from '../spec/text-range';
import type { Finding } from './finding';
import type { SpecFix } from './spec-fix';

/**
 * The best safe fix of each finding, in the order of the findings; two that change the same text are not both taken.
 *
 * @param report as `checkSpec` gives it
 */
export function safeFixes(report: {
  readonly findings: readonly Finding[];
  fixesOf(finding: Finding): readonly SpecFix[];
}): readonly SpecFix[] {
  const taken: SpecFix[] = [];
  const seen = new Set<string>();
  for (const finding of report.findings) {
    if (!finding.fixable) continue;
    const fix = report.fixesOf(finding).find(({ safe }) => safe);
    if (fix === undefined) continue;
    // Several findings may be settled by one and the same edit.
    const key = JSON.stringify(fix.edits);
    if (seen.has(key)) continue;
    seen.add(key);
    taken.push(fix);
  }
  return taken;
}

export interface FixedText {
  readonly text: string;
  /** How many of the fixes were applied; those that overlap an earlier one were not. */
  readonly applied: number;
}

/** Applies fixes to the text that they were made for. Line ends are those of the text. */
export function applyFixes(text: string, fixes: readonly SpecFix[]): FixedText {
  const lines = indexLines(text);
  const ending = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const edits: { readonly start: number; readonly end: number; readonly newText: string }[] = [];
  let applied = 0;
  for (const fix of fixes) {
    const own = fix.edits.map(({ range, newText }) => ({
      start: offsetOf(lines, range.line, range.column),
      end: offsetOf(lines, range.endLine, range.endColumn),
      newText: newText.replaceAll('\n', ending),
    }));
    const clash = own.some(({ start, end }) =>
      edits.some(
        (other) => (start < other.end && other.start < end) || (start === other.start && end === other.end),
      ),
    );
    if (clash) continue;
    edits.push(...own);
    applied += 1;
  }
  edits.sort((a, b) => b.start - a.start);
  let fixed = text;
  for (const { start, end, newText } of edits) fixed = fixed.slice(0, start) + newText + fixed.slice(end);
  return { text: fixed, applied };
}
