import type { Finding } from '../checks/finding';
import type { SourceKind } from '../source/source';
import { oncePer } from '../text/remembered';
import type { SpecDocument, SpecSection } from '../spec/spec-document';
import type { Template } from '../template/template';
import { numberedHeading } from '../template/template-heading';
import { decidesItem, type ChecklistEntry, type ChecklistState } from './checklist';
import { matchChecklist, type MatchedItem } from './match-checklist';

export interface ChecklistInput {
  readonly spec: SpecDocument;
  readonly template: Template | null;
  readonly sections: ReadonlyMap<string, SpecSection>;
  readonly sourceKind: SourceKind | null;
  readonly findings: readonly Finding[];
  /** Ids of the checks that ran. */
  readonly ran: ReadonlySet<string>;
  /** Ids of the checks that are switched off. */
  readonly off: ReadonlySet<string>;
}

/**
 * State of every checklist item of the template, in its order. What a check verifies passes when the check found nothing, is
 * open when it found declared gaps only or could not run, and fails otherwise, as where a section that it is about is missing
 * or says nothing; a hand-made tick fails it. A person's item is
 * its tick. A model's item stays open: an opinion never ticks it.
 */
export function evaluateChecklist(input: ChecklistInput): readonly ChecklistEntry[] {
  const { spec, template, sections, sourceKind } = input;
  if (template === null) return [];
  return matchChecklist(spec, template, sections, sourceKind).map((match) => {
    const about = aboutOf(match.item.about ?? [], template, sections);
    return {
      id: match.item.id,
      text: match.item.text,
      ...(match.item.short === undefined ? {} : { short: match.item.short }),
      state: stateOf(match, about, input),
      verifiedBy: match.item.verifiedBy,
      line: match.listItem?.line ?? null,
      checks: match.item.checks,
      about,
    };
  });
}

/**
 * The sections that an item is about.
 *
 * @param keys of the template's sections
 */
export function aboutOf(
  keys: readonly string[],
  template: Pick<Template, 'sections'> | null,
  sections: ReadonlyMap<string, SpecSection>,
): ChecklistEntry['about'] {
  return {
    names: (template?.sections ?? []).filter(({ key }) => keys.includes(key)).map(numberedHeading),
    lines: keys.flatMap((key) => sections.get(key)?.line ?? []),
  };
}

function stateOf(
  { item, listItem, applies }: MatchedItem,
  about: ChecklistEntry['about'],
  input: ChecklistInput,
): ChecklistState {
  const ticked = listItem?.checked === true;
  if (!applies) return 'not-applicable';
  if (item.verifiedBy === 'person') return ticked ? 'pass' : 'open';
  if (ticked) return 'fail';
  if (item.verifiedBy === 'model') return 'open';
  return verifiedState(item.checks, about, input);
}

/** State of what checks verify about some sections, see {@link evaluateChecklist}. */
export function verifiedState(
  checks: readonly string[],
  about: ChecklistEntry['about'],
  input: Pick<ChecklistInput, 'findings' | 'ran' | 'off'>,
): ChecklistState {
  const state = checkedState(checks, input);
  if (state === 'fail' || state === 'not-applicable') return state;
  // Nothing holds of what is not there.
  const empty = input.findings.filter((finding) => decidesItem(finding, { checks: [], about }));
  if (empty.some(isFailure)) return 'fail';
  return empty.length > 0 ? 'open' : state;
}

function checkedState(
  checks: readonly string[],
  { findings, ran, off }: Pick<ChecklistInput, 'findings' | 'ran' | 'off'>,
): ChecklistState {
  if (checks.length > 0 && checks.every((id) => off.has(id))) return 'not-applicable';
  const byCheck = findingsByCheck(findings);
  const found = checks.flatMap((id) => byCheck.get(id) ?? []);
  if (found.some(isFailure)) return 'fail';
  // A check that failed on the document has verified nothing.
  const failed = (byCheck.get('internal-error') ?? []).map(({ args }) => args[0] ?? '');
  const verified = checks.filter((id) => ran.has(id) && !failed.includes(id));
  const due = checks.filter((id) => !off.has(id));
  return found.length > 0 || verified.length === 0 || verified.length < due.length ? 'open' : 'pass';
}

const findingsByCheck = oncePer((findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> => {
  const byCheck = new Map<string, Finding[]>();
  for (const finding of findings) {
    const others = byCheck.get(finding.check);
    if (others === undefined) byCheck.set(finding.check, [finding]);
    else others.push(finding);
  }
  return byCheck;
});

function isFailure({ severity, gap }: Finding): boolean {
  return severity === 'error' || (severity === 'warning' && gap === undefined);
}
