import { plainRange } from '../../text/position';
import type { CoverRule } from '../../template/template';
import type { TextRange } from '../../text/position';
import type { Problem } from '../check';
import { contentOf } from '../../text/content';
import { exclusionReason, type Exclusion } from './out-of-scope';
import { firstLine, isWithin } from '../../spec/place';
import { type RuleTrace, type TraceScope } from './trace-rule';

/** Finds the goals that cite requirements. A goal beyond the source is worth a look, no more. */
export function traceGoals(scope: TraceScope, rule: CoverRule): RuleTrace {
  const { spec, sections, ids } = scope;
  const holder = sections.get(rule.items);
  const goals = [
    ...spec.listItems
      .filter(({ section, depth }) => depth === 0 && isWithin(spec, section, holder))
      .map((item) => ({ text: item.text, place: firstLine(spec, plainRange(item)) })),
    ...spec.tables
      .filter(({ section }) => isWithin(spec, section, holder))
      .flatMap(({ rows }) =>
        rows.map((row) => ({
          text: row.map(({ text }) => text).join(' '),
          place: plainRange(row[0] ?? { line: 1, column: 1, endLine: 1, endColumn: 1 }),
        })),
      ),
  ];
  const rows = new Map<string, TextRange>();
  const covered = new Set<string>();
  const gaps = new Map<string, string>();
  const excluded: Exclusion[] = [];
  const problems: Problem[] = [];
  for (const { text, place } of goals) {
    const served = ids.read(text).ids;
    const [lead = '', ...rest] = text.split(/[:：]/u);
    const reason = exclusionReason(rest.join(':'));
    const [question] = contentOf(text).gaps;
    for (const id of served) {
      if (!rows.has(id)) rows.set(id, place);
      if (reason !== null && ids.read(lead).ids.includes(id)) excluded.push({ id, reason, place });
      else if (question !== undefined && contentOf(lead).gaps.length > 0) gaps.set(id, question);
      else covered.add(id);
    }
    if (served.length > 0 || scope.requirements === null) continue;
    problems.push({
      message: 'This goal serves no requirement: cite one in parentheses, or drop the goal.',
      args: [],
      severity: 'warning',
      ...(question === undefined ? {} : { gap: question }),
      ...place,
    });
  }
  return { rows, covered, excluded, gaps, problems };
}
