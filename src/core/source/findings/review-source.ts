import type { Finding } from '../../checks/finding';
import { compareText } from '../../text/path-order';
import { sourceLines, unreadLines } from '../document/places';
import { sourceRules } from './registry';
import type { SourceProblem, SourceReview, SourceRule } from './source-rule';

/** What was read of a source, before its problems are known. */
export type ReadSource = Omit<SourceReview, 'lines' | 'unread'>;

/**
 * The problems of a source itself, in document order. A rule that fails on a text is itself reported, the others go on.
 *
 * @param rules those of the registry by default
 */
export function findingsOf(
  source: ReadSource,
  rules: readonly SourceRule[] = sourceRules,
): readonly Finding[] {
  const lines = sourceLines(source.text);
  const review: SourceReview = { ...source, lines, unread: unreadLines(lines) };
  return rules.flatMap((rule) => [...findingsBy(rule, review)]).sort(byPosition);
}

function* findingsBy(rule: SourceRule, review: SourceReview): Iterable<Finding> {
  try {
    for (const problem of rule.run(review)) yield findingFor(rule, problem);
  } catch (error) {
    yield {
      ...{ check: 'internal-error', severity: 'error', fixable: false },
      message: 'The check {0} failed on this document ({1}). Please report it.',
      args: [rule.id, error instanceof Error ? error.message : String(error)],
      ...{ line: 1, column: 1, endLine: 1, endColumn: 1 },
    };
  }
}

/** What a rule reports, as a finding. */
export function findingFor({ id, severity }: SourceRule, problem: SourceProblem): Finding {
  return { fixable: false, severity, ...problem, check: id };
}

function byPosition(a: Finding, b: Finding): number {
  return a.line - b.line || a.column - b.column || compareText(a.check, b.check);
}
