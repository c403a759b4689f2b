import type { Definition, Extraction } from './definition';
import type { Block, Section } from '../document/document-model';
import { labelDepth } from '../document/document-model';
import { isNamedRequirement, requirementHeadings } from '../sections/grouping-heading';
import { headingTitles, onlyRanks } from '../notation/index-rows';
import { isOwnField } from '../notation/metadata';
import { unnumberedHeading } from '../document/plain-heading';
import { saysWhatHolds, sentencesOf, statingParagraphs, toldOneByOne } from '../sections/prose-statements';
import type { OutOfScopeItem } from '../source';
import { ofBlock, ofSection } from './statement-definition';
import { unitsOf, wholly, withoutDemands } from './statement-units';
import { tellsSteps } from '../sections/step-lists';
import { isStoryHeading, storiesIn, tellsStories } from '../sections/stories';
import { isStory } from '../notation/story-opening';
import { collectingRoles } from '../vocabulary/section-roles';
import type { SectionRole } from '../vocabulary/section-roles';

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

/** Requirements that carry no id: stories, and items of sections about requirements or features. */
export function defineByStatements(root: Section, rules: StatementRules): Extraction {
  const definitions: Definition[] = [];
  const outOfScope: OutOfScopeItem[] = [];
  const headings = requirementHeadings(root);
  const titles = headingTitles(root, ({ role }) => role !== null && collectingRoles.has(role));
  const visit = (section: Section, storiesOnly: boolean): void => {
    if (isPlaceholder(section) || isMasthead(section, root) || tellsSteps(section)) return;
    if (withoutDemands.has(section.role)) {
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

/** Below a heading such as "What it does", several paragraphs that each tell at length what happens, beside lists of more. */
function toldBesideLists({ role, match, blocks }: Section): readonly Block[] {
  const says = role === 'features' && match?.role === 'features' && match.share >= wholly;
  if (!says) return [];
  const long = blocks.filter((block) => block.kind === 'paragraph' && sentencesOf(block).length > 1);
  return toldOneByOne(long);
}

/** What a chapter with a name of its own lists, and its paragraphs that say what holds beside that. */
function withParagraphs(
  units: readonly Block[],
  section: Section,
  { chapters }: StatementRules,
): readonly Block[] {
  const known = new Set(units.map(({ line }) => line));
  const beside = chapters.has(section)
    ? statingParagraphs(section.blocks).filter(
        (block) => /[.。]\s*$/u.test(block.text) && saysWhatHolds(block),
      )
    : toldBesideLists(section);
  return [...units, ...beside.filter(({ line }) => !known.has(line))].sort((a, b) => a.line - b.line);
}

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
