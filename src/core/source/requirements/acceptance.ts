import type { Block, Section } from '../document/document-model';
import { inlineCriteria } from '../notation/inline-criteria';
import { unnumberedHeading } from '../document/plain-heading';
import { columnFields, fieldOf } from '../notation/requirement-fields';
import { leadingId } from '../notation/requirement-id';
import { roleOfHeading, topicOfHeading } from '../sections/section-role';
import type { AcceptanceCriterion } from '../source';
import { emptyStatement } from '../vocabulary/fields';
import type { SectionRole } from '../vocabulary/section-roles';
import { earsOpening, scenarioStep } from '../vocabulary/story-phrases';

/** How criteria without ids of their own are numbered: `1.` in front for "Requirement 1", else not at all. */
export type Numbering = string | null;

/** Criteria of a requirement that a heading (or a bold paragraph) opens; `isDefinition` tells child requirements. */
export function acceptanceOfSection(
  section: Section,
  numbering: Numbering,
  isDefinition: (line: number) => boolean,
): readonly AcceptanceCriterion[] {
  const found = new Map<number, AcceptanceCriterion>();
  const add = (criteria: readonly AcceptanceCriterion[]) => {
    for (const criterion of criteria)
      if (!found.has(criterion.line) && !isDefinition(criterion.line)) found.set(criterion.line, criterion);
  };
  add(criteriaAmong(section.blocks, numbering));
  for (const child of section.sections) {
    const tests = child.match?.role === 'acceptance' || isSuccessCriteria(child);
    if (isDefinition(child.line) || (foreign.has(child.role) && !tests)) continue;
    if (tests) add(criteriaOfAcceptanceSection(child, numbering));
    else add(acceptanceOfSection(child, numbering, isDefinition));
  }
  return [...found.values()].sort((a, b) => a.line - b.line);
}

/** "Success criteria" of one requirement are what it is accepted by. */
function isSuccessCriteria({ title }: Pick<Section, 'title'>): boolean {
  const match = roleOfHeading(title);
  return match?.role === 'measure' && match.share >= 0.6 && topicOfHeading(title) === 'success';
}

const foreign: ReadonlySet<SectionRole | null> = new Set<SectionRole | null>([
  ...(['excluded', 'aside', 'annex', 'context', 'metadata', 'measure'] as const),
]);

function criteriaOfAcceptanceSection(section: Section, numbering: Numbering): readonly AcceptanceCriterion[] {
  const own = scenarioName(section);
  if (own !== null) return [own];
  const items = section.blocks.flatMap((block): readonly AcceptanceCriterion[] => {
    if (block.kind === 'item') return criterionOf(block, block.ordinal !== null ? numbering : null);
    if (block.kind === 'row') return criterionOf(block, null);
    if (block.kind === 'code') return gherkin(block);
    return fieldOf(block.text) === null ? criterionOf(block, null) : [];
  });
  const nested = section.sections.flatMap(
    (child) => scenarioName(child) ?? criteriaOfAcceptanceSection(child, numbering),
  );
  return [...items, ...nested];
}

/** `Scenario: name` with steps below is one criterion. */
function scenarioName(section: Section): AcceptanceCriterion | null {
  const title = unnumberedHeading(section.title);
  const steps = section.blocks.filter((block) => block.kind !== 'code').map((block) => block.text);
  const named = /^[\p{L} ]{2,20}\d{0,3}[:：]\s*\S/u.test(title);
  const listed = !named && (section.match?.share ?? 0) >= 0.6;
  if (steps.length === 0 || listed || !(named || steps.some((step) => scenarioStep.test(step)))) return null;
  const name = named ? title.replace(/^[^:：]{2,30}[:：]\s*/u, '') : title;
  return { id: leadingId(section.title)?.id ?? null, line: section.line, text: [name, ...steps].join('\n') };
}

/** Criteria that stand directly among the blocks of a requirement, without a heading of their own. */
function criteriaAmong(blocks: readonly Block[], numbering: Numbering): readonly AcceptanceCriterion[] {
  return blocks.flatMap((block): readonly AcceptanceCriterion[] => {
    if (block.kind === 'code') return gherkin(block);
    if (isCriteriaLabel(block.text)) return labelledCriteria(block, numbering);
    if (leadingId(block.text)?.standing === 'acceptance') return criterionOf(block, null);
    if (block.kind === 'paragraph') return givenWhenThen(block);
    if (leadingId(block.text)?.standing === 'foreign') return [];
    const demands = scenarioStep.test(block.text) || earsOpening.test(block.text) || block.task !== null;
    return demands && fieldOf(block.text) === null
      ? criterionOf(block, block.ordinal !== null ? numbering : null)
      : [];
  });
}

/** A paragraph of steps is one criterion. */
function givenWhenThen(block: Block): readonly AcceptanceCriterion[] {
  const text = block.text.slice(0, 4000);
  const at = text.search(/\bGiven\s/u);
  const when = at < 0 ? -1 : text.indexOf('When ', at);
  return when < 0 || !text.includes('Then ', when)
    ? []
    : [{ id: null, line: block.line, text: text.slice(at) }];
}

/** Criteria of a requirement that is a list item. */
export function acceptanceOfItem(
  item: Block,
  isDefinition: (line: number) => boolean,
): readonly AcceptanceCriterion[] {
  const criteria: AcceptanceCriterion[] = (inlineCriteria(item.text)?.criteria ?? []).map((text) => ({
    ...{ id: null, line: item.line, text },
  }));
  let labelled = false;
  for (const child of item.children) {
    if (isDefinition(child.line)) continue;
    if (isCriteriaLabel(child.text)) {
      criteria.push(...labelledCriteria(child, null));
      labelled = child.children.length === 0;
    } else if (labelled && child.kind === 'item') criteria.push(...criterionOf(child, null));
    else if (!labelled) criteria.push(...criteriaAmong([child], null));
  }
  return criteria.filter((criterion) => !isDefinition(criterion.line));
}

/** Whether the column of a table of requirements says what each is accepted by. */
export function isAcceptanceColumn(heading: string): boolean {
  return columnFields(heading).includes('acceptance') || isSuccessCriteria({ title: heading });
}

/** Criteria in the cell of a table row whose column is headed so. */
export function acceptanceOfRow(row: Block): readonly AcceptanceCriterion[] {
  const at = row.columns.findIndex(isAcceptanceColumn);
  const cell = at < 0 ? '' : (row.cells[at] ?? '');
  return cell
    .split(/\n|(?:^|\s)[•·]\s|;\s+(?=\p{Lu})/u)
    .map((part) => part.replace(/^\s*(?:[-*+•]|\[[ x]\]|\d{1,2}[.)])\s*/iu, '').trim())
    .filter((part) => part !== '' && !emptyStatement.test(part))
    .map((text) => ({ id: null, line: row.line, text }));
}

/** `Acceptance criteria:` and, within a requirement, `Success criteria:`. */
function isCriteriaLabel(text: string): boolean {
  if (isAcceptanceLabel(text)) return true;
  const label = /^[^\p{L}]{0,6}([^:：]{2,60}?)[^\p{L}]{0,6}[:：]/u.exec(text)?.[1];
  return label !== undefined && isSuccessCriteria({ title: label });
}

function isAcceptanceLabel(text: string): boolean {
  if (fieldOf(text)?.names.includes('acceptance') === true) return true;
  const label = /^([^:：]{2,60})[:：]/u.exec(text)?.[1] ?? text;
  if (label.length > 60) return false;
  const match = roleOfHeading(label);
  return match?.role === 'acceptance' && match.share >= 0.7;
}

function labelledCriteria(block: Block, numbering: Numbering): readonly AcceptanceCriterion[] {
  const value = /^[^:：]{2,60}[:：]\s*(?!\s)(.*)$/su.exec(block.text)?.[1] ?? '';
  const own = value === '' || emptyStatement.test(value) ? [] : [{ id: null, line: block.line, text: value }];
  return [
    ...own,
    ...block.children.flatMap((child) => criterionOf(child, child.ordinal !== null ? numbering : null)),
  ];
}

function criterionOf(block: Block, numbering: Numbering): readonly AcceptanceCriterion[] {
  const id = leadingId(block.text);
  const own =
    id !== null && (id.standing === 'acceptance' || id.separated) && id.standing !== 'foreign' ? id : null;
  const details = block.children.filter((child) => child.kind !== 'code').map((child) => child.text);
  const said = own === null ? block.text.replace(/^(?:\[[ xX~-]\]\s*|\d{1,2}[:：]\s+)/u, '') : own.rest;
  const text = [said, ...details].filter((part) => part !== '').join('\n');
  if (block.struck || text === '' || emptyStatement.test(text)) return [];
  const ordinal = numbering === null || block.ordinal === null ? null : `${numbering}${block.ordinal}`;
  return [{ id: own?.id ?? ordinal, line: block.line, text }];
}

/** Scenarios in a Gherkin fence. */
function gherkin(block: Block): readonly AcceptanceCriterion[] {
  const language = (block.cells[0] ?? '').toLowerCase();
  const lines = block.text.split(/\r?\n/).map((line) => line.trim());
  if (
    !['gherkin', 'feature', 'cucumber'].includes(language) &&
    !(language === '' && /^(?:Scenario|Given)\b/.test(lines[0] ?? ''))
  )
    return [];
  const criteria: AcceptanceCriterion[] = [];
  for (const [at, line] of lines.entries()) {
    const name =
      /^(?:Scenario(?: Outline)?|Example|Cenário|Escenario|Scénario|Szenario|Сценарий|场景|シナリオ|시나리오)\s*[:：]\s*(?!\s)(.*)$/u.exec(
        line,
      );
    const last = criteria.at(-1);
    if (name !== null) criteria.push({ id: null, line: block.line + 1 + at, text: name[1] ?? line });
    else if (
      line === '' ||
      line.startsWith('#') ||
      /^(?:Feature|Funcionalidade|Funktionalität)\s*:/u.test(line)
    )
      continue;
    else if (last === undefined) criteria.push({ id: null, line: block.line + 1 + at, text: line });
    else criteria[criteria.length - 1] = { ...last, text: `${last.text}\n${line}` };
  }
  return criteria;
}
