import type { Coverage } from '../../checklist/checklist';
import { idReader } from '../../spec/cite';
import { taskField } from '../../spec/task-field';
import type { CoverRule } from '../../template/template';
import type { TextRange } from '../../text/position';
import type { CheckContext, CheckedRequirement, Problem } from '../check';
import { contentOf } from '../../text/content';
import { mappingFixes } from './mapping-fixes';
import { exclusions, type Exclusion } from './out-of-scope';
import type { SpecDocument, SpecSection } from '../../spec/spec-document';
import { firstLine, headingPlace, isWithin } from '../../spec/place';
import { requirementIds } from './requirement-ids';
import { tasksInScope } from '../reading/tasks-in-scope';
import { traceComponents } from './trace-components';
import { traceGoals } from './trace-goals';
import { isTracedAsImported, traceImported } from './trace-imported';
import type { RuleTrace, TraceScope } from './trace-rule';
import { traceTasks } from './trace-tasks';

export type RequirementState = 'covered' | 'out-of-scope' | 'open' | 'uncovered';

/** How a spec keeps up with its requirements. */
export interface Trace {
  /** State of each requirement, success criteria apart. */
  readonly states: ReadonlyMap<string, RequirementState>;
  readonly problems: readonly Problem[];
}

type Scope = Pick<CheckContext, 'spec' | 'template' | 'sections' | 'requirements'>;

const tracers: Readonly<Record<CoverRule['by'], (scope: TraceScope, rule: CoverRule) => RuleTrace>> = {
  tasks: traceTasks,
  components: traceComponents,
  goals: traceGoals,
};

const traces = new WeakMap<object, { readonly scope: Scope; readonly trace: Trace }>();

/**
 * Traces every requirement through the template's cover rules: one is covered when each rule finds it, and out of scope when
 * it is said so with a reason. Kept per matched sections, since several checks and the coverage ask for it.
 */
export function traceRequirements(scope: Scope): Trace {
  const known = traces.get(scope.sections);
  if (known?.scope.spec === scope.spec && known.scope.requirements === scope.requirements) return known.trace;
  const trace = computeTrace(scope);
  traces.set(scope.sections, { scope, trace });
  return trace;
}

/** Counts of distinct requirements; covered and out of scope are disjoint. */
export function coverageOf(trace: Trace): Coverage {
  const states = [...trace.states.values()];
  return {
    requirements: states.length,
    covered: states.filter((state) => state === 'covered').length,
    outOfScope: states.filter((state) => state === 'out-of-scope').length,
  };
}

function computeTrace(scope: Scope): Trace {
  const ids = requirementIds(scope);
  const rules = scope.template?.covers ?? [];
  const found = isTracedAsImported(scope)
    ? [traceImported({ ...scope, ids })]
    : rules.map((rule) => tracers[rule.by]({ ...scope, ids }, rule));
  const excluded = [...exclusions(scope, ids), ...found.flatMap((rule) => rule.excluded)];
  const cited = found.length === 0 ? citedAnywhere(scope) : new Set<string>();

  const states = new Map<string, RequirementState>();
  const broken = rules.map((rule) => brokenTable(scope.spec, scope.sections.get(rule.mapping)));
  const isBroken = broken.some((problem) => problem !== null);
  const problems = found.flatMap((rule, at) => {
    const instead = broken[at] ?? null;
    return instead === null ? rule.problems : [instead];
  });
  for (const requirement of scope.requirements ?? []) {
    if (requirement.kind === 'success-criterion' || states.has(requirement.id)) continue;
    const verdict = judge(
      requirement,
      found,
      excluded,
      cited,
      headingPlace(scope.spec, mappingSection(scope)),
    );
    states.set(requirement.id, verdict.state);
    // Where the table can not be read, that is what is wrong, and not each requirement that stands in it.
    if (!isBroken || verdict.state !== 'uncovered')
      problems.push(
        ...verdict.problems.map((problem) => {
          const { message, args = [], ...place } = problem;
          const isFixable = mappingFixes({ ...scope, ids }, message, args, place).length > 0;
          return isFixable ? { ...problem, fixable: true } : problem;
        }),
      );
  }
  return { states, problems };
}

function judge(
  { id, title }: CheckedRequirement,
  rules: readonly RuleTrace[],
  excluded: readonly Exclusion[],
  cited: ReadonlySet<string>,
  elsewhere: TextRange,
): { readonly state: RequirementState; readonly problems: readonly Problem[] } {
  const exclusion = excluded.find((entry) => entry.id === id);
  const row = rules.map((rule) => rule.rows.get(id)).find((place) => place !== undefined);
  if (exclusion !== undefined) {
    const { facts, gaps } = contentOf(exclusion.reason);
    const [gap] = gaps;
    if (!facts) {
      const message = '{0} is put out of scope without a reason.';
      const problem = { message, args: [id], ...(gap === undefined ? {} : { gap }), ...exclusion.place };
      return { state: gap === undefined ? 'uncovered' : 'open', problems: [problem] };
    }
    const twice = rules.some((rule) => rule.covered.has(id));
    const message = '{0} is declared out of scope and covered as well: decide for one.';
    return { state: 'out-of-scope', problems: twice ? [{ message, args: [id], ...exclusion.place }] : [] };
  }
  const missing = rules.filter((rule) => !rule.covered.has(id));
  if (rules.length === 0 ? cited.has(id) : missing.length === 0) return { state: 'covered', problems: [] };
  const [gap] = missing.flatMap((rule) => rule.gaps.get(id) ?? []);
  if (gap !== undefined && missing.every((rule) => rule.gaps.has(id))) {
    const message = 'What covers {0} is open: {1}.';
    return { state: 'open', problems: [{ message, args: [id, gap], gap, ...(row ?? elsewhere) }] };
  }
  const problem = {
    message: saysItsKind(id)
      ? row === undefined
        ? '{0} ({1}) is neither covered nor out of scope.'
        : '{0} ({1}) is listed, but nothing covers it and no reason says why.'
      : row === undefined
        ? 'Requirement {0} ({1}) is neither covered nor out of scope.'
        : 'Requirement {0} ({1}) is listed, but nothing covers it and no reason says why.',
    args: [id, title],
    ...(row ?? elsewhere),
  };
  return { state: 'uncovered', problems: [problem] };
}

/** Whether an id says what it is already: `Requirement 3`. */
export function saysItsKind(id: string): boolean {
  return /\s/u.test(id);
}

/**
 * What is wrong with a table that is none: text in columns without the line below its header. `null` where the section has a table,
 * or nothing that looks like one.
 */
function brokenTable(spec: SpecDocument, section: SpecSection | undefined): Problem | null {
  if (section === undefined || spec.tables.some((table) => isWithin(spec, table.section, section)))
    return null;
  const text = spec.paragraphs.find(
    (paragraph) => isWithin(spec, paragraph.section, section) && columnsOf(paragraph.text) > 1,
  );
  if (text === undefined) return null;
  return {
    message:
      'This is no table: below its header a line such as {0} is missing, or it has another number of columns.',
    args: [`|${'---|'.repeat(columnsOf(text.text))}`],
    ...firstLine(spec, text),
  };
}

/** How many columns a text has whose lines are written as rows of a table; 0 where they are not. */
function columnsOf(text: string): number {
  const lines = text.split('\n').map((line) => line.trim());
  const [header = ''] = lines;
  if (lines.length < 2 || !lines.every((line) => /^\|.*\|$/u.test(line))) return 0;
  return header.split(/(?<!\\)\|/u).length - 2;
}

function mappingSection({ template, sections }: Scope): ReturnType<Scope['sections']['get']> {
  return (template?.covers ?? [])
    .map(({ mapping }) => sections.get(mapping))
    .find((found) => found !== undefined);
}

/** Without cover rules: what the tasks implement, or, in a spec without tasks, what it cites at all. */
function citedAnywhere(scope: Scope): ReadonlySet<string> {
  const { spec, requirements } = scope;
  if (requirements === null) return new Set();
  const tasks = tasksInScope(scope).filter((task) => taskField(task, 'implements') !== undefined);
  const ids = requirementIds(scope);
  if (tasks.length > 0)
    return new Set(tasks.flatMap((task) => ids.read(taskField(task, 'implements')?.value ?? '').ids));
  return new Set(idReader(ids.known).cited(spec.text));
}
