import { plainRange } from '../../text/position';
import { idReader } from '../../spec/cite';
import type { CoverRule } from '../../template/template';
import type { TextRange } from '../../text/position';
import type { Problem } from '../check';
import { componentsOf, type Component } from '../reading/components';
import { contentOf, isHollow } from '../../text/content';
import { mappingRows } from './mapping-rows';
import { exclusionReason, type Exclusion } from './out-of-scope';
import { tokenPlace } from '../../spec/place';
import { type RuleTrace, type TraceScope } from './trace-rule';
import { requirementLabels } from '../../spec/vocabulary/task-field-labels';

/** Reported at the component, though its row in the mapping may be what lacks. */
export const unmapped = 'Component {0} serves no requirement: no row of the mapping names it.';

/** Holds a mapping of requirements to components against the components that the spec defines. */
export function traceComponents(scope: TraceScope, rule: CoverRule): RuleTrace {
  const components = componentsOf(scope, rule.items);
  return rule.column === null
    ? traceNamedRequirements(scope, rule, components)
    : traceNamedComponents(scope, rule, rule.column, components);
}

/** The mapping names components in a column. */
function traceNamedComponents(
  scope: TraceScope,
  rule: CoverRule,
  column: number,
  components: readonly Component[],
): RuleTrace {
  const { spec, ids } = scope;
  const names = new Map(components.map(({ name }) => [nameKey(name), name]));
  const reader = idReader(names.values());
  const rows = new Map<string, TextRange>();
  const covered = new Set<string>();
  const gaps = new Map<string, string>();
  const excluded: Exclusion[] = [];
  const problems: Problem[] = [];
  const served = new Map<string, ReadonlySet<string>>();

  for (const { first, items } of mappingRows(
    scope,
    rule.mapping,
    column,
    (cell) => reader.cited(cell).length > 0,
  )) {
    const cell = items?.text ?? '';
    const named = ids.read(first.text).ids;
    for (const id of named) if (!rows.has(id)) rows.set(id, tokenPlace(spec, first, id));
    const reason = exclusionReason(cell);
    if (reason !== null) {
      excluded.push(...named.map((id) => ({ id, reason, place: plainRange(items ?? first) })));
      continue;
    }
    const [question] = contentOf(cell).gaps;
    if (question !== undefined) for (const id of named) gaps.set(id, question);
    const found = reader.cited(cell);
    for (const id of found.length > 0 ? named : []) covered.add(id);
    for (const name of found) served.set(name, new Set([...(served.get(name) ?? []), ...named]));
    if (named.length === 0 || question !== undefined) continue;
    for (const stranger of strangersIn(cell, found)) {
      problems.push({
        message: '{0} is mapped to {1}, which is not among the components.',
        args: [named.join(', '), stranger],
        ...tokenPlace(spec, items ?? first, stranger),
      });
    }
  }
  const mappedTo = ({ name }: Component): ReadonlySet<string> =>
    served.get(names.get(nameKey(name)) ?? name) ?? new Set<string>();
  for (const component of components) {
    const mapped = mappedTo(component);
    const ofItsRow = components.filter(({ place }) => place === component.place);
    if (ofItsRow.every((one) => mappedTo(one).size === 0) && ofItsRow[0] === component) {
      problems.push({ message: unmapped, args: [component.name], ...component.place });
    }
    problems.push(...disagreements(scope, component, mapped, components));
  }
  return { rows, covered, excluded, gaps, problems };
}

/** Where components say which requirements they meet, each must, and the mapping must say the same. */
function* disagreements(
  { ids }: TraceScope,
  component: Component,
  mapped: ReadonlySet<string>,
  components: readonly Component[],
): Iterable<Problem> {
  if (components.every((component) => requirementsOf(component) === null)) return;
  const { name, place } = component;
  const requirements = requirementsOf(component);
  const own = new Set(ids.read(requirements ?? '').ids);
  const [gap] = contentOf(requirements ?? '').gaps;
  for (const id of mapped) {
    if (own.has(id)) continue;
    const message = '{0} is mapped to component {1}, which does not name it among its requirements.';
    yield { message, args: [id, name], ...(gap === undefined ? {} : { gap }), ...place };
  }
  for (const id of own) {
    if (mapped.has(id)) continue;
    yield {
      message: 'Component {0} names {1}, whose row in the mapping does not name it.',
      args: [name, id],
      ...place,
    };
  }
}

/**
 * What a cell names besides the components that were found in it; remarks in parentheses do not count. A file or member of a
 * component (`internal/http/members.go` of `internal/http`, `members.Service.Create` of `members.Service`) is that component.
 */
function strangersIn(cell: string, found: readonly string[]): readonly string[] {
  let rest = cell.replace(/\([^()]*\)/gu, ' ');
  for (const name of [...found].sort((a, b) => b.length - a.length)) {
    for (let at = rest.toLowerCase().indexOf(name.toLowerCase()); at !== -1;) {
      const behind = rest.slice(at + name.length);
      const part = /^[/.][\p{L}\p{N}_./-]+/u.exec(behind)?.[0] ?? '';
      rest = `${rest.slice(0, at)},${behind.slice(part.length)}`;
      at = rest.toLowerCase().indexOf(name.toLowerCase());
    }
  }
  return rest
    .split(/[,;、，；\n]/u)
    .map((part) => part.trim())
    .filter((part) => !isHollow(part) && !/^(?:and|und|et|y|e|и)$/iu.test(part));
}

/** The mapping is a list of requirements, and each component names those it serves. */
function traceNamedRequirements(
  scope: TraceScope,
  rule: CoverRule,
  components: readonly Component[],
): RuleTrace {
  const { ids } = scope;
  const rows = new Map<string, TextRange>();
  const covered = new Set<string>();
  const gaps = new Map<string, string>();
  const excluded: Exclusion[] = [];
  const problems: Problem[] = [];
  for (const { first } of mappingRows(scope, rule.mapping, null)) {
    const [lead = '', ...rest] = first.text.split(/[:：]/u);
    const reason = exclusionReason(rest.join(':'));
    for (const id of ids.read(first.text).ids) {
      if (!rows.has(id)) rows.set(id, plainRange(first));
      if (reason !== null && ids.read(lead).ids.includes(id))
        excluded.push({ id, reason, place: plainRange(first) });
    }
  }
  for (const { name, place, text } of components) {
    const served = ids.read(text).ids;
    for (const id of served) if (rows.has(id)) covered.add(id);
    if (served.length > 0) continue;
    const [gap] = contentOf(text.replace(/^.*\n?/u, '')).gaps;
    problems.push({
      message: 'Component {0} serves no requirement: name one below it.',
      args: [name],
      ...(gap === undefined ? {} : { gap }),
      ...place,
    });
  }
  return { rows, covered, excluded, gaps, problems };
}

/** What a component lists under `Requirements:`, or `null` where it has no such item. */
function requirementsOf({ fields }: Component): string | null {
  const field = requirementLabels.map((label) => fields.get(label));
  return field.find((found) => found !== undefined)?.value ?? null;
}

function nameKey(name: string): string {
  return name.replace(/[`*]/gu, '').replace(/\s+/gu, ' ').trim().toLowerCase();
}
