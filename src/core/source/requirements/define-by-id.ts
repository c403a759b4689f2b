import type { Block, Section } from '../document/document-model';
import { acceptanceOfItem, acceptanceOfRow, acceptanceOfSection } from './acceptance';
import { isStory } from '../notation/story-opening';
import type { Definition, Extraction, Site } from './definition';
import { groupOf } from '../sections/grouping';
import { familyOf, idKey } from '../notation/id-family';
import { statementCells } from '../ids/id-sites';
import {
  columnFields,
  fieldOf,
  fieldValue,
  groupPriority,
  inlinePriorityOf,
  standingOfCells,
  standingOfDetails,
  standingOfRow,
  standingOfText,
  withoutInlinePriority,
  withoutLeadingPriority,
} from '../notation/requirement-fields';
import { withoutInlineCriteria } from '../notation/inline-criteria';
import type { Standing } from '../notation/requirement-fields';
import { kindOf } from './requirement-kind';
import { cleanText, titleOf } from '../document/inline-text';
import type { AcceptanceCriterion, OutOfScopeItem } from '../source';
import { cancelledStatement, negated } from '../vocabulary/fields';

/** Longest statement that is kept, in characters. */
const textLimit = 4000;

/** Turns the sites of ids into definitions; cancelled ones vanish, deferred ones go out of scope. */
export function defineByIds(sites: readonly Site[]): Extraction {
  const lines = new Set(sites.map((site) => site.line));
  const definitions: Definition[] = [];
  const outOfScope: OutOfScopeItem[] = [];
  // Sites come in document order, so one line says how far the last cancelled section reaches.
  let deadUntil = 0;
  let dead: Site | null = null;
  for (const site of sites) {
    const standing = standingOf(site);
    if (dead !== null && isBeside(site, dead)) deadUntil = 0;
    const within = site.line <= deadUntil;
    if (standing !== 'live' && site.block === null && site.section.depth > 1) {
      deadUntil = Math.max(deadUntil, site.section.endLine);
      if (!within) dead = site;
    }
    if (standing === 'deferred') outOfScope.push({ line: site.line, text: titleOf(site.title, textLimit) });
    if (standing === 'live' && !within)
      definitions.push(define(site, (line) => line !== site.line && lines.has(line)));
  }
  return { definitions, outOfScope };
}

/** Whether a heading is of one kind with another and no part of it, however many signs stand in front: `FR-5`, not `FR-4.1`. */
function isBeside({ id, place, block }: Site, { id: other }: Site): boolean {
  if (block !== null || place !== 'heading' || familyOf(id.id) !== familyOf(other.id)) return false;
  const [key, above] = [idKey(id.id), idKey(other.id)];
  return !key.startsWith(above) || /^\d/u.test(key.slice(above.length));
}

function standingOf(site: Site): Standing {
  if (site.block === null) {
    if (site.section.struck) return 'cancelled';
    const said = cancelledStatement.test(site.title) ? 'cancelled' : standingOfText(site.section.title);
    return said === 'live' ? standingOfDetails(site.section.blocks) : said;
  }
  if (site.block.struck) return 'cancelled';
  if (negated.test(site.title)) return 'deferred';
  if (cancelledStatement.test(site.title.slice(0, 300))) return 'cancelled';
  if (site.block.kind === 'row') {
    const byColumn = standingOfRow(site.block);
    return byColumn === 'live' ? standingOfCells(site.block, site.title) : byColumn;
  }
  const said = standingOfText(site.block.text);
  return said === 'live' ? standingOfDetails(site.block.children) : said;
}

function define(site: Site, isOther: (line: number) => boolean): Definition {
  const { block, section } = site;
  const numbering = /(?<!\d)(\d+(?:\.\d+)*)$/.exec(site.id.id)?.[1];
  // Criteria below "Requirement 3" are cited as 3.1, 3.2 by convention.
  const wordy = site.id.kind === null && site.id.prefix === site.id.prefix.toLowerCase();
  const acceptance =
    block === null
      ? acceptanceOfSection(section, wordy && numbering !== undefined ? `${numbering}.` : null, isOther)
      : block.kind === 'row'
        ? acceptanceOfRow(block)
        : acceptanceOfItem(block, isOther);
  const body =
    block === null
      ? bodyOfSection(section, acceptance, isOther)
      : block.kind === 'row'
        ? rowStatements(site)
        : itemStatements(site, block, isOther);
  const own = block === null || block.kind === 'row' ? site.title : withoutInlineCriteria(site.title);
  const bareTitle = withoutInlinePriority(cleanText(own));
  const statement = body.find((text) => text !== '') ?? '';
  const title = titleOf(
    /[\p{L}\p{N}]/u.test(bareTitle) ? bareTitle : statement === '' ? site.id.id : statement,
  );
  const opening = withoutLeadingPriority(cleanText(own));
  const said = [...new Set([opening, ...body.map(withoutLeadingPriority)])].filter((part) => part !== '');
  const whole = said.filter(
    (part, at) => !said.some((other, index) => index !== at && other.startsWith(part)),
  );
  const text = whole.join('\n').slice(0, textLimit);
  const group = groupOf(block === null ? section.parent : section);
  return {
    id: site.id.id,
    site: site.place,
    form: block?.columns.join('|').toLowerCase() ?? '',
    line: site.line,
    endLine: Math.max(site.line, block?.endLine ?? section.endLine),
    kind: kindOf({
      idKind: site.id.kind,
      section,
      title: site.title,
      body,
      acceptance,
      isStory: [site.title, ...body].some(isStory),
    }),
    title,
    text: text === '' ? title : text,
    priority: priorityOf(site) ?? groupPriority(block === null ? section.parent : section),
    acceptance,
    section,
    group,
  };
}

function priorityOf({ block, section, title }: Site): string | null {
  if (block === null) return inlinePriorityOf(section.title) ?? fieldValue(section.blocks, 'priority');
  if (block.kind !== 'row') return fieldValue(block.children, 'priority') ?? inlinePriorityOf(title);
  const at = block.columns.findIndex((column) => columnFields(column).includes('priority'));
  const cell = at < 0 ? '' : (block.cells[at] ?? '').trim();
  return cell === '' ? inlinePriorityOf(title) : cell;
}

/** Where a heading has neither paragraphs nor criteria below it, its list says what is required. */
function bodyOfSection(
  section: Section,
  acceptance: readonly AcceptanceCriterion[],
  isOther: (line: number) => boolean,
): readonly string[] {
  const statements = sectionStatements(section);
  if (acceptance.length > 0 || statements.some((text) => text !== '')) return statements;
  return section.blocks
    .filter((block) => block.kind === 'item' && !block.struck && !isOther(block.line))
    .filter((block) => fieldOf(block.text) === null)
    .map((block) => block.text);
}

/** Statements below a heading: its paragraphs, labels of metadata and criteria apart. */
export function sectionStatements(section: Section): readonly string[] {
  return section.blocks.flatMap((block) => {
    if (block.kind !== 'paragraph') return [];
    const field = fieldOf(block.text);
    if (field === null) return [block.text];
    const tells = field.names.includes('description') || field.names.includes('story');
    return tells && field.value !== '' ? [field.value] : [];
  });
}

function itemStatements(site: Site, item: Block, isOther: (line: number) => boolean): readonly string[] {
  const rest = item.children.filter(
    (child) =>
      (child.kind === 'paragraph' || child.kind === 'item') &&
      !isOther(child.line) &&
      fieldOf(child.text) === null,
  );
  return [withoutInlineCriteria(site.id.rest), ...rest.map((child) => child.text)];
}

function rowStatements(site: Site): readonly string[] {
  const row = site.block;
  if (row === null) return [];
  const kept = new Set(
    statementCells(
      row,
      row.cells.findIndex((cell) => cell.includes(site.id.id)),
    ),
  );
  return row.cells
    .filter((cell, at) => {
      const fields = columnFields(row.columns[at] ?? '');
      return (
        kept.has(cell) &&
        !fields.some(
          (name) => name === 'acceptance' || name === 'priority' || name === 'status' || name === 'note',
        )
      );
    })
    .map((cell) => cell.replace(/\n/g, ' '));
}
