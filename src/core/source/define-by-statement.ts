import { acceptanceOfItem, acceptanceOfRow, acceptanceOfSection } from './acceptance';
import { collectingRoles, isStory } from './build-sections';
import type { Definition, Extraction } from './definition';
import { sectionStatements } from './define-by-id';
import type { Block, Section } from './document-model';
import { labelDepth } from './document-model';
import { isOwnField } from './metadata';
import { groupOf } from './grouping';
import { isNamedRequirement, requirementHeadings } from './grouping-heading';
import { eachObliges } from './judge-bullets';
import { cleanText, titleOf } from './inline-text';
import { labelledPoint } from './labelled-point';
import { headingTitles, onlyRanks } from './index-rows';
import { withoutInlineCriteria } from './inline-criteria';
import { isPutOff, leftOutIn } from './out-of-scope';
import { unnumberedHeading } from './plain-heading';
import {
  columnFields,
  fieldOf,
  fieldValue,
  groupPriority,
  inlinePriorityOf,
  standingOfRow,
  standingOfText,
  withoutInlinePriority,
} from './requirement-fields';
import { kindOf } from './requirement-kind';
import {
  demandsIn,
  isTitled,
  saysWhatHolds,
  statementsIn,
  statingParagraphs,
  strictDemandsIn,
  toldOneByOne,
} from './prose-statements';
import { roleOfHeading, topicOfHeading } from './section-role';
import type { AcceptanceCriterion, OutOfScopeItem } from './source';
import { tellsSteps } from './step-lists';
import { isStoryHeading, storiesIn, tellsStories } from './stories';
import { listsStatements, rowText, states, storyOfColumns, withoutStack } from './statement';
import { negated, priorityWords, putsOff } from './vocabulary/fields';
import { storyLabels } from './vocabulary/story-phrases';
import type { SectionRole } from './vocabulary/section-roles';

/** Which statements without ids count. */
export interface StatementRules {
  /** Roles whose items count; stories count everywhere but in `aside` sections. */
  readonly roles: ReadonlySet<SectionRole>;
  /**
   * Whether the document identifies its requirements. Then what has no id counts only where a title says so: not below
   * headings that merely stand in a chapter of identified requirements.
   */
  readonly withIds: boolean;
  /** Chapters that group what is wanted under a name of the author's own, which is no requirement itself. */
  readonly chapters: ReadonlySet<Section>;
  /** Whether a line belongs to a requirement found by its id. */
  readonly taken: (line: number) => boolean;
  /** Whether a section holds requirements found by their ids. */
  readonly holdsTaken: (section: Section) => boolean;
}

const never: ReadonlySet<SectionRole | null> = new Set<SectionRole | null>([
  'excluded',
  'aside',
  'annex',
  'acceptance',
  'metadata',
]);

/** Requirements that carry no id: stories, and items of sections about requirements or features. */
export function defineByStatements(root: Section, rules: StatementRules): Extraction {
  const definitions: Definition[] = [];
  const outOfScope: OutOfScopeItem[] = [];
  const headings = requirementHeadings(root);
  const titles = headingTitles(root, ({ role }) => role !== null && collectingRoles.has(role));
  const visit = (section: Section, storiesOnly: boolean): void => {
    if (isPlaceholder(section) || isMasthead(section, root) || tellsSteps(section)) return;
    if (never.has(section.role)) {
      // A numbered story after the criteria of the one before has no heading that would end them.
      if (section.role === 'acceptance')
        for (const story of storiesIn(section))
          if (!rules.taken(story.line)) definitions.push(ofBlock(story, section));
      return;
    }
    const counts =
      section.role !== null &&
      rules.roles.has(section.role) &&
      (!rules.withIds || isTitledSo(section, rules));
    if (section.depth > 0 && !rules.taken(section.line) && !rules.holdsTaken(section)) {
      const named = isStory(section.title) || isNamedRequirement(unnumberedHeading(section.title));
      if (
        named ||
        isStoryHeading(section) ||
        (counts && headings.get(section) === 'heading' && !storiesOnly && !rules.chapters.has(section))
      ) {
        definitions.push(ofSection(section));
        return;
      }
    }
    // Where a section about user stories tells some, its tables and scenarios only lead up to them.
    const only = section.role === 'stories' && (storiesOnly || tellsStories(section));
    const listless = !rules.holdsTaken(section);
    const units =
      !counts || only
        ? storiesIn(section)
        : (headings.get(section) === 'paragraphs' || isProse(section, rules)) && listless
          ? statingParagraphs(section.blocks)
          : withParagraphs(unitsOf(section, outOfScope, listless), section, rules);
    for (const unit of units)
      if (!rules.taken(unit.line) && !onlyRanks(unit, titles)) definitions.push(ofBlock(unit, section));
    for (const child of section.sections) visit(child, only);
  };
  visit(root, false);
  return { definitions, outOfScope };
}

/** Whether all there is in a chapter with a name of its own is paragraphs. */
function isProse(section: Section, { chapters }: StatementRules): boolean {
  return chapters.has(section) && section.blocks.every(({ kind }) => kind === 'paragraph');
}

/** What a chapter with a name of its own lists, and its paragraphs that say what holds beside that. */
function withParagraphs(
  units: readonly Block[],
  section: Section,
  { chapters }: StatementRules,
): readonly Block[] {
  if (!chapters.has(section)) return units;
  const known = new Set(units.map(({ line }) => line));
  const beside = statingParagraphs(section.blocks).filter(
    (block) => /[.。]\s*$/u.test(block.text) && !known.has(block.line) && saysWhatHolds(block),
  );
  return [...units, ...beside].sort((a, b) => a.line - b.line);
}

/** "Report requirements" are requirements on reports; what is titled so says little else. */
const wholly = 0.75;

/** Whether a section's own title says that it holds requirements, or one above does that holds none with an id. */
function isTitledSo(section: Section, rules: StatementRules): boolean {
  for (let at: Section | null = section; at !== null; at = at.parent)
    if (at.match !== null && rules.roles.has(at.match.role))
      return at.match.share >= wholly && (at === section || !rules.holdsTaken(at));
  return false;
}

/** "**Acme, mail-order team**" with owner and date below the document's title: who wrote it is nothing that is wanted. */
function isMasthead({ depth, parent, blocks, sections }: Section, root: Section): boolean {
  if (depth < labelDepth || parent === null || parent !== root.sections[0] || sections.length > 0)
    return false;
  // Labels stand in front of the first heading below a title, so the last part tells whether there is one.
  const isDivided = root.sections.length > 1 || (parent.sections.at(-1)?.depth ?? labelDepth) < labelDepth;
  return isDivided && blocks.length > 0 && blocks.every(({ text }) => isOwnField(text));
}

/** A template's section: one pair of square brackets around all of it. */
function isPlaceholder(section: Section): boolean {
  const first = section.blocks[0]?.text ?? '';
  if (!first.startsWith('[') || first.includes(']')) return false;
  return section.blocks.at(-1)?.text.trim().endsWith(']') === true;
}

/**
 * Items and rows of a section that each count, groups opened.
 *
 * @param listless whether short paragraphs may be a list: not those around requirements with ids
 */
function unitsOf(section: Section, outOfScope: OutOfScopeItem[], listless: boolean): readonly Block[] {
  // Among constraints the stack is one; elsewhere it is a choice.
  const chosen = section.role !== 'constraints' && section.role !== 'non-functional';
  const stated = section.blocks.flatMap((block) => unitsOfBlock(block, section.role, outOfScope));
  const units = chosen ? withoutStack(stated) : stated;
  const required = section.role === 'requirements' || section.role === 'non-functional';
  const demands = listless && units.length === 0 && section.sections.length === 0 && required;
  const short = section.blocks.filter((block) => block.kind === 'paragraph' && isListLike(block));
  // Where most of them end like sentences they are prose.
  const listed = short.filter((block) => !/[.。!?！？]\s*$/u.test(block.text)).length * 2 > short.length;
  if (listless && units.length === 0 && short.length >= 3 && listed) return short;
  const each = listless && units.length === 0 ? paragraphsOf(section, required) : [];
  const prose =
    each.length > 0
      ? each
      : section.blocks.flatMap((block) => {
          if (block.kind !== 'paragraph') return [];
          if (isStory(block.text)) return [block];
          // What leads to a list explains it, as does what goes on below one of its lines; a demand behind it is one more.
          const before = units.findLast(({ line }) => line < block.line);
          if (before !== undefined)
            return listless && required && block.line > before.endLine + 1 ? strictDemandsIn(block) : [];
          if (!demands || !states(block)) return [];
          const said = demandsIn(block);
          return said.length === 0 && labelledStatement.test(block.text) ? [block] : said;
        });
  return [...units, ...prose].sort((a, b) => a.line - b.line);
}

/** What the paragraphs of a section state one by one. */
function paragraphsOf({ blocks, sections, role, match }: Section, required: boolean): readonly Block[] {
  const stated = statementsIn(blocks, required);
  const isTold = role === 'features' && match?.role === 'features' && match.share >= wholly;
  return stated.length === 0 && isTold && sections.length === 0 ? toldOneByOne(blocks) : stated;
}

/** Short paragraphs one below the other are a list without bullets. */
function isListLike(block: Block): boolean {
  return block.text.length <= 90 && !/[:：]\s*$/u.test(block.text) && states(block);
}

/** `Performance: pages load in two seconds`: a paragraph with a title of its own. */
const labelledStatement = /^\p{L}[^:：.。]{1,38}[:：]\s*\S.{8}/u;

function unitsOfBlock(
  block: Block,
  role: SectionRole | null,
  outOfScope: OutOfScopeItem[],
): readonly Block[] {
  // Found wherever it stands.
  if (isPutOff(block)) return [];
  if (block.kind === 'row') {
    if (!states(block) || !listsStatements(block, role)) return [];
    const standing = standingOfRow(block);
    if (standing === 'deferred') outOfScope.push({ line: block.line, text: rowText(block).title });
    return standing === 'live' ? [block] : [];
  }
  if (block.kind !== 'item') return [];
  const bare = block.text.replace(/^\[[ xX~-]\]\s*/, '');
  // What a label leaves out or asks is found wherever it stands.
  if (labelledPoint(block) !== null) return [];
  const later = leftOutIn(block) !== null || putsOff.test(bare) || standingOfText(bare) === 'deferred';
  // "**No interruptions:** the timer runs on" is what a quality is called.
  const refused = negated.test(bare) && !isTitled(block);
  if (!block.struck && (later || refused) && block.children.length === 0) {
    outOfScope.push({ line: block.line, text: block.text });
    return [];
  }
  const label = labelOf(block);
  if (label !== null && block.children.some((child) => child.kind === 'item')) {
    const match = roleOfHeading(label);
    if (match !== null && match.share >= 0.6) {
      if (match.role === 'excluded') {
        for (const child of block.children) outOfScope.push({ line: child.line, text: child.text });
        return [];
      }
      if (collectingRoles.has(match.role))
        return block.children.flatMap((child) => unitsOfBlock(child, role, outOfScope));
      if (never.has(match.role)) return [];
    }
    // "Performance:" above several targets sorts them; "Authentication:" among features is one.
    const ofQuality =
      role === 'non-functional' && topicOfHeading(label) !== null && block.children.length > 1;
    const sorts = priorityWords.test(label) || ofQuality;
    if (sorts || eachObliges({ title: label, blocks: block.children }))
      return block.children.flatMap((child) => unitsOfBlock(child, role, outOfScope));
  }
  return states(block) ? [block] : [];
}

/** Text of an item that only heads its nested items. */
function labelOf(item: Block): string | null {
  const text = item.text.replace(/^\[[ xX~-]\]\s*/, '').trim();
  const bare = text.replace(/(?<!\s)\s*[:：]$/u, '');
  if (/\s(?:must|shall|should|can|needs? to)\b/iu.test(bare)) return null;
  return bare.length <= 60 &&
    (bare.length < text.length || item.lead?.replace(/(?<!\s)\s*[:：]$/u, '') === bare)
    ? bare
    : null;
}

function ofSection(section: Section): Definition {
  const bare = unnumberedHeading(section.title);
  const named = isNamedRequirement(bare) ? bare.replace(/^[^:：]+[:：]\s*/u, '') : bare;
  const body = sectionStatements(section);
  const stated = acceptanceOfSection(section, null, () => false);
  const text = [named, ...body].join('\n').slice(0, 4000);
  return {
    id: null,
    site: 'heading',
    form: '',
    line: section.line,
    endLine: section.endLine,
    kind: kindOf({
      idKind: null,
      section,
      title: named,
      body,
      acceptance: stated,
      isStory: [named, ...body].some(isStory),
    }),
    title: titleOf(withoutInlinePriority(named)),
    text,
    priority:
      inlinePriorityOf(section.title) ??
      fieldValue(section.blocks, 'priority') ??
      groupPriority(section.parent),
    // Bullets that detail a feature are what it is tested by where nothing else is stated.
    acceptance: stated.length > 0 ? stated : details(section),
    section,
    group: groupOf(section.parent),
  };
}

/** Bullets directly below a heading, as criteria. */
function details(section: Section): readonly AcceptanceCriterion[] {
  return section.blocks.flatMap(({ kind, struck, line, text, children }) => {
    if (kind !== 'item' || struck || fieldOf(text) !== null) return [];
    const said = [text, ...children.filter((child) => child.kind !== 'code').map((child) => child.text)];
    return [{ id: null, line, text: said.filter((part) => part !== '').join('\n') }];
  });
}

function ofBlock(block: Block, section: Section): Definition {
  const { title, text } = block.kind === 'row' ? rowText(block) : lineText(block);
  const acceptance = block.kind === 'row' ? acceptanceOfRow(block) : acceptanceOfItem(block, () => false);
  const column = block.columns.findIndex((heading) => columnFields(heading).includes('priority'));
  const cell = column < 0 ? '' : (block.cells[column] ?? '').trim();
  return {
    id: null,
    site: block.kind === 'row' ? 'row' : block.kind === 'item' ? 'item' : 'paragraph',
    form: '',
    line: block.line,
    endLine: block.endLine,
    kind: kindOf({
      idKind: null,
      section,
      title: text,
      body: [],
      acceptance,
      isStory: isStory(text) || storyOfColumns(block) !== null,
    }),
    title: titleOf(withoutInlinePriority(title)),
    text: text.slice(0, 4000),
    priority:
      (cell === '' ? null : cell) ??
      fieldValue(block.children, 'priority') ??
      inlinePriorityOf(title) ??
      groupPriority(section),
    acceptance,
    section,
    group: groupOf(section),
  };
}

function lineText(block: Block): { readonly title: string; readonly text: string } {
  const clean = (text: string) => cleanText(text.replace(/^\[[ xX~-]\]\s*/, ''));
  const text = clean(withoutInlineCriteria(block.text));
  const lead = block.lead === null ? '' : clean(block.lead).replace(/(?<!\s)\s*[:：]$/u, '');
  const story = text.replace(/^[^\p{L}\p{N}]+/u, '').replace(storyLabels, '');
  const titled = lead.length >= 3 && !isStory(text) ? lead : isStory(text) ? story : text;
  const details = block.children
    .filter((child) => child.kind === 'item' || child.kind === 'paragraph')
    .map((child) => child.text);
  return { title: titled, text: [text, ...details].join('\n') };
}
