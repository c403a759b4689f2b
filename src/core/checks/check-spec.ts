import type { ChecklistEntry, Coverage } from '../checklist/checklist';
import { evaluateChecklist } from '../checklist/evaluate-checklist';
import type { ReceiptSection } from '../receipt/receipt';
import type { SourceKind } from '../source/source';
import { matchSections } from '../spec/match-sections';
import type { SpecDocument, SpecSection } from '../spec/spec-document';
import type { SpecSyntax } from '../syntax/read-syntax';
import { sayingOf } from '../template/localize-template';
import type { Template } from '../template/template';
import { compareText } from '../text/path-order';
import { parts, type CheckSettings } from './check-settings';
import type { Check, CheckContext, CheckedRequirement, Problem } from './check';
import { declaredGaps } from './reading/declared-questions';
import type { Finding, Severity } from './finding';
import { footerLine } from './fixes/footer';
import { gapsAllowed } from './gaps-allowed';
import { documentPlace } from '../spec/place';
import type { SpecFix } from './spec-fix';
import type { Surroundings } from './surroundings';
import { checks as allChecks } from './registry';
import { coverageOf, traceRequirements } from './coverage/trace';

export interface CheckSpecInput {
  readonly spec: SpecDocument;
  /** `null` where it is not known: only checks that need none run. */
  readonly template: Template | null;
  /** What the spec must cover, or `null` where no source could be found. */
  readonly requirements: readonly CheckedRequirement[] | null;
  /** Headings as generated, by which translated sections are found. */
  readonly receiptSections?: readonly Pick<ReceiptSection, 'key' | 'heading'>[];
  /** Path of the spec, relative to the workspace root. */
  readonly path?: string;
  /** What lies around the spec; without it checks that need a workspace are left out. */
  readonly surroundings?: Surroundings | null;
  /** Its parsed code blocks; without them checks that read code are left out. */
  readonly syntax?: SpecSyntax | null;
  /** Paths of documents that a person left out by hand. */
  readonly leftOut?: readonly string[];
  /** Kind of the source: decides which checklist items apply. */
  readonly sourceKind?: SourceKind | null;
  /** Win over the template. */
  readonly settings?: CheckSettings;
  /** The checks to run; all by default. */
  readonly checks?: readonly Check[];
}

export interface CheckReport {
  /** By position. */
  readonly findings: readonly Finding[];
  readonly checklist: readonly ChecklistEntry[];
  readonly coverage: Coverage;
  /** Ids of the checks that ran, and of those that are switched off. */
  readonly ran: ReadonlySet<string>;
  readonly off: ReadonlySet<string>;
  /** Template section key to the spec's section. */
  readonly sections: ReadonlyMap<string, SpecSection>;
  /** The line below the spec as it is true now; `null` where its template has none, or not all could be checked. */
  readonly footer: string | null;
  /** Where the code is not as the spec promises, as if its status said that it was built; by position. */
  onceBuilt(): readonly Finding[];
  /** What settles a finding of this report, best first. */
  fixesOf(finding: Finding): readonly SpecFix[];
}

type Setting = { readonly severity: Severity | 'off'; readonly options: CheckContext['options'] };

/** Runs the checks on a spec. Never throws: a check that fails is itself a finding (`internal-error`). */
export function checkSpec(input: CheckSpecInput): CheckReport {
  const { spec, template, requirements, sourceKind = null, path = null, surroundings = null } = input;
  const { syntax = null } = input;
  const sections = template === null ? new Map() : matchSections(spec, template, input.receiptSections);
  const leftOut = new Set(input.leftOut);
  const scope = { spec, template, sections, requirements, sourceKind, path, surroundings, syntax, leftOut };
  const gaps = { declared: declaredGaps(scope), allowed: gapsAllowed(spec, template) };
  const findings: Finding[] = [];
  const ran = new Set<string>();
  const off = new Set<string>();

  const checks = input.checks ?? allChecks;
  const runs = (check: Check): boolean =>
    settingOf(check, input).severity !== 'off' &&
    !(check.needsTemplate && template === null) &&
    !(check.needsRequirements && requirements === null) &&
    !(check.needsSurroundings === true && surroundings === null) &&
    !(check.needsSyntax === true && syntax === null);
  const found = (check: Check, asBuilt: boolean): readonly Finding[] => {
    const { severity, options } = settingOf(check, input);
    if (severity === 'off') return [];
    try {
      const context = { ...scope, declaredGaps: gaps.declared, options, asBuilt };
      const problems = [...check.run(context)];
      return mergeGaps(problems.map((problem) => findingOf(check.id, severity, problem, gaps)));
    } catch (error) {
      return [internalError(spec, check.id, error)];
    }
  };
  for (const check of checks) {
    if (settingOf(check, input).severity === 'off') off.add(check.id);
    if (!runs(check)) continue;
    ran.add(check.id);
    findings.push(...found(check, false));
  }
  findings.sort(byPosition);
  const reported = withoutRepeated(findings);
  const checklist = evaluateChecklist({ spec, template, sections, sourceKind, findings, ran, off });
  const coverage = safeCoverage(scope);
  // A check of a part of the rules would make a line of a part of the truth.
  const isWhole =
    input.checks === undefined && requirements !== null && surroundings !== null && syntax !== null;
  const footer =
    template?.footer === undefined || !isWhole
      ? null
      : footerLine(template.footer, { spec, coverage, checklist, findings: reported }, sayingOf(template));
  const concluded = checks.flatMap((check) => {
    const { severity, options } = settingOf(check, input);
    if (check.conclude === undefined || severity === 'off' || !ran.has(check.id)) return [];
    const problems = [...check.conclude({ ...scope, declaredGaps: gaps.declared, options }, footer)];
    return problems.map((problem) => findingOf(check.id, severity, problem, gaps));
  });
  return {
    findings: [...reported, ...concluded].sort(byPosition),
    checklist,
    coverage,
    ran,
    off,
    sections,
    footer,
    onceBuilt: () =>
      checks
        .filter((check) => isOfConformance(check.id) && runs(check))
        .flatMap((check) => found(check, true))
        .sort(byPosition),
    fixesOf: (finding) => {
      const check = finding.fixable ? checks.find(({ id }) => id === finding.check) : undefined;
      if (check?.fixes === undefined) return [];
      const { options } = settingOf(check, input);
      return check.fixes(finding, { ...scope, declaredGaps: gaps.declared, options });
    },
  };
}

/** The trace is also a check; where it fails, that is reported there and nothing counts as covered. */
function safeCoverage(scope: Parameters<typeof traceRequirements>[0]): Coverage {
  try {
    return coverageOf(traceRequirements(scope));
  } catch {
    return { requirements: scope.requirements?.length ?? 0, covered: 0, outOfScope: 0 };
  }
}

function settingOf(check: Check, { template, settings }: CheckSpecInput): Setting {
  const own = template?.checks[check.id];
  const wish = parts(settings?.[check.id]);
  return {
    severity: wish.severity ?? own?.severity ?? check.severity,
    options: { ...own?.options, ...wish.options },
  };
}

function findingOf(
  check: string,
  severity: Severity,
  problem: Problem,
  gaps: { readonly declared: ReadonlySet<string>; readonly allowed: boolean },
): Finding {
  const { message, args, line, column, endLine, endColumn, fixable = false, gap, places = [] } = problem;
  const base: Finding = {
    ...{ check, message, args, fixable, line, column, endLine, endColumn },
    // A gap weighs what its declaration makes of it, whatever the check's own severity is.
    severity: gap === undefined ? (problem.severity ?? severity) : isWarned(gap, gaps) ? 'warning' : 'error',
  };
  if (places.length === 0 && gap === undefined) return base;
  return {
    ...base,
    ...(places.length === 0 ? {} : { places }),
    ...(gap !== undefined && gaps.declared.has(gap) ? { gap } : {}),
  };
}

function isWarned(
  gap: string,
  { declared, allowed }: { readonly declared: ReadonlySet<string>; readonly allowed: boolean },
): boolean {
  return allowed && declared.has(gap);
}

/** One finding for all that one check says about one open question, at the first place. */
function mergeGaps(findings: readonly Finding[]): readonly Finding[] {
  if (findings.every(({ gap }) => gap === undefined)) return findings;
  const first = new Map<string, Finding>();
  const counts = new Map<string, number>();
  const rest: Finding[] = [];
  for (const finding of [...findings].sort(byPosition)) {
    if (finding.gap === undefined) rest.push(finding);
    else {
      counts.set(finding.gap, (counts.get(finding.gap) ?? 0) + 1);
      if (!first.has(finding.gap)) first.set(finding.gap, finding);
    }
  }
  const merged = [...first].map(([gap, finding]) => {
    const count = counts.get(gap) ?? 1;
    return count === 1 ? finding : { ...finding, count };
  });
  return [...rest, ...merged];
}

function internalError(spec: SpecDocument, check: string, error: unknown): Finding {
  return {
    check: 'internal-error',
    severity: 'error',
    message: 'The check {0} failed on this document ({1}). Please report it.',
    args: [check, error instanceof Error ? error.message : String(error)],
    fixable: false,
    ...documentPlace(spec),
  };
}

/** What a check says that looks at every table is left out where one that knows what the row is for says something of that row. */
function withoutRepeated(findings: readonly Finding[]): readonly Finding[] {
  const told = new Set(
    findings
      .filter(({ check, severity }) => check !== general && severity !== 'info')
      .map(({ line }) => line),
  );
  return findings.filter(({ check, line }) => check !== general || !told.has(line));
}

/** Whether a check holds the code against what a spec promises. */
function isOfConformance(check: string): boolean {
  return check.startsWith('conformance-');
}

const general = 'table-cells';

function byPosition(a: Finding, b: Finding): number {
  return a.line - b.line || a.column - b.column || compareText(a.check, b.check);
}
