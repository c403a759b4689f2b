import { sectionNameKey } from '../../spec/section-name';
import type { SpecDocument, SpecSection, SpecTable } from '../../spec/spec-document';
import { lineText, offsetOf, rangeOf } from '../../spec/text-range';
import type { ContextDocument } from '../../workspace/context';
import type { Check, CheckContext, Problem } from '../check';
import { declareQuestion, nextQuestion } from '../fixes/declare-question';
import { openQuestionIds } from '../../text/content';
import { ledgerRows, type Ledger, type LedgerRow } from '../reading/ledger-rows';
import { textOption } from '../reading/options';
import { headingPlace, isWithin } from '../../spec/place';
import { isPastSpec } from '../past-spec';
import type { SpecFix } from '../spec-fix';
import { verdictOf } from '../reading/verdict';
import { specPhrases } from '../../language/spec-phrases';
import { sayingOf } from '../../template/localize-template';
import { sayReason } from '../../workspace/reasons';

const missing =
  'Rule document {0} has no verdict: say where the design follows it, why not, or why it does not apply.';

/**
 * Every rule document that applies has one verdict: satisfied at a place of the spec, deviated from or waived for a reason, or not
 * applicable for a reason.
 *
 * Options: `section`, the key of the section that holds the rows (`rules` by default). A spec of finished work is not held against
 * rules that may be younger, and a rule that a person left out when the spec was drafted (its receipt says so) needs no verdict.
 *
 * Good: `| AGENTS.md | followed: T-002, section 4.1 |`; `| .cursor/rules/react-ui.mdc | not applicable: no screen changes |`.
 * Bad: no row for AGENTS.md; two rows; `| AGENTS.md | followed |`; `| AGENTS.md | deviated |`; a rule document that is not there.
 */
export const rulesLedger: Check = {
  id: 'rules-ledger',
  title: 'Every rule document has one verdict.',
  severity: 'error',
  needsTemplate: true,
  needsRequirements: false,
  needsSurroundings: true,
  *run(context) {
    const holder = holderOf(context);
    if (holder === undefined || isPastSpec(context)) return;
    const { rows, missed } = ledgerOf(context, holder);
    // A section that is only taken for this one by where it stands may well be about something else.
    if (!isNamed(context, holder) && rows.every(({ rule }) => rule === null)) return;
    const seen = new Set<string>();
    for (const row of rows) {
      if (row.rule !== null && seen.has(row.rule)) {
        yield { message: 'Rule document {0} has two verdicts.', args: [row.rule], ...row.place };
        continue;
      }
      if (row.rule !== null) seen.add(row.rule);
      yield* judge(row, context);
    }
    for (const { path } of missed)
      yield {
        message: missing,
        args: [path],
        fixable: tableOf(context.spec, holder) !== null,
        ...headingPlace(context.spec, holder),
      };
  },
  fixes(finding, context) {
    const holder = holderOf(context);
    if (finding.message !== missing || holder === undefined) return [];
    const { rows, missed } = ledgerOf(context, holder);
    const at = missed.findIndex(({ path }) => path === finding.args[0]);
    const rule = missed[at];
    const fix = rule === undefined ? null : addRow(context, holder, rule, at, rows);
    return fix === null ? [] : [fix];
  },
};

function holderOf({ sections, options }: CheckContext): SpecSection | undefined {
  return sections.get(textOption(options, 'section') ?? 'rules');
}

function isNamed({ template, options }: CheckContext, { name }: SpecSection): boolean {
  const key = textOption(options, 'section') ?? 'rules';
  const wanted = template?.sections.find((section) => section.key === key);
  return [wanted?.heading ?? '', ...(wanted?.aliases ?? [])].some(
    (heading) => sectionNameKey(heading) === sectionNameKey(name),
  );
}

/** A rule that a person left out when the spec was drafted may have a verdict and needs none. */
function ledgerOf(context: CheckContext, holder: SpecSection): Ledger {
  const { rows, missed } = ledgerRows(context, holder, applicable(context));
  return { rows, missed: missed.filter(({ path }) => !context.leftOut.has(path)) };
}

function applicable({ surroundings }: CheckContext): readonly ContextDocument[] {
  return (surroundings?.documents ?? []).filter(({ kind }) => kind === 'rule' || kind === 'steering');
}

const noVerdict =
  'The verdict on {0} is none: say satisfied and where, waived and why, or not applicable and why.';

function* judge(row: LedgerRow, context: CheckContext): Iterable<Problem> {
  if (row.rule === null) {
    if (row.path !== null && !row.exists)
      yield { message: 'There is no rule document {0}.', args: [row.path], ...row.place };
    else if (row.path !== null) yield* judgeFurther(row.path, row, context);
    return;
  }
  const rule = row.rule;
  const verdict = verdictOf(row.verdict, context);
  switch (verdict.kind) {
    case 'open':
      yield {
        message: 'The verdict on {0} waits for {1}.',
        args: [rule, verdict.gap],
        gap: verdict.gap,
        ...row.place,
      };
      return;
    case 'none':
      yield { message: noVerdict, args: [rule], ...row.place };
      return;
    case 'satisfied':
      if (verdict.unknown !== null)
        yield {
          message: 'The verdict on {0} names {1}, which this document does not have.',
          args: [rule, verdict.unknown],
          ...row.place,
        };
      else if (!verdict.placed)
        yield {
          message: 'The verdict on {0} does not say where it is followed: name a section, a task or a file.',
          args: [rule],
          ...row.place,
        };
      return;
    case 'waived':
    case 'not-applicable':
      if (!verdict.reasoned)
        yield { message: 'The verdict on {0} gives no reason.', args: [rule], ...row.place };
  }
}

/** A document that the ledger names though nothing asks for it: an empty verdict and one that lacks its reason are wrong all the same. */
function* judgeFurther(path: string, row: LedgerRow, context: CheckContext): Iterable<Problem> {
  const verdict = verdictOf(row.verdict, context);
  if (verdict.kind === 'none' && row.verdict.trim() === '')
    yield { message: noVerdict, args: [path], ...row.place };
  else if ((verdict.kind === 'waived' || verdict.kind === 'not-applicable') && !verdict.reasoned)
    yield { message: 'The verdict on {0} gives no reason.', args: [path], ...row.place };
}

function tableOf(spec: SpecDocument, holder: SpecSection): SpecTable | null {
  return (
    spec.tables.find(({ section, header }) => isWithin(spec, section, holder) && header.length > 1) ?? null
  );
}

/** A row whose verdict is an open question: one that asks about other rules already, or a new one. */
function addRow(
  context: CheckContext,
  holder: SpecSection,
  rule: ContextDocument,
  position: number,
  rows: readonly LedgerRow[],
): SpecFix | null {
  const { spec, declaredGaps } = context;
  const table = tableOf(spec, holder);
  if (table === null) return null;
  const say = sayingOf(context.template);
  const asked = rows.flatMap(({ verdict }) => openQuestionIds(verdict)).find((id) => declaredGaps.has(id));
  const id = asked ?? `OQ-${nextQuestion(context) + position}`;
  const question =
    asked === undefined ? declareQuestion(context, id, say(specPhrases.follows, rule.path)) : undefined;
  if (question === null) return null;
  const lines = spec.lines;
  const line = table.rows.at(-1)?.[0]?.line ?? table.endLine;
  const end = offsetOf(lines, line, 1) + lineText(lines, line).trimEnd().length;
  const middle = table.header.slice(2).map(() => sayReason(rule.reason, say).replaceAll('|', '\\|'));
  const row = `| ${[`\`${rule.path}\``, ...middle.slice(0, 1), ...middle.slice(1).map(() => '-'), id].join(' | ')} |`;
  return {
    message: 'Add {0} with an open question',
    args: [rule.path],
    safe: true,
    edits: [
      { range: rangeOf(lines, end, end), newText: `\n${row}` },
      ...(question === undefined ? [] : [question]),
    ],
  };
}
