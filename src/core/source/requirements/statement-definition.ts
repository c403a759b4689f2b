import { acceptanceOfItem, acceptanceOfRow, acceptanceOfSection } from './acceptance';
import type { Definition } from './definition';
import { sectionStatements } from './define-by-id';
import type { Block, Section } from '../document/document-model';
import { groupOf } from '../sections/grouping';
import { isNamedRequirement } from '../sections/grouping-heading';
import { withoutInlineCriteria } from '../notation/inline-criteria';
import { cleanText, titleOf } from '../document/inline-text';
import { unnumberedHeading } from '../document/plain-heading';
import {
  columnFields,
  fieldOf,
  fieldValue,
  groupPriority,
  inlinePriorityOf,
  withoutInlinePriority,
} from '../notation/requirement-fields';
import { kindOf } from './requirement-kind';
import type { AcceptanceCriterion } from '../source';
import { rowText, storyOfColumns } from '../notation/statement';
import { isStory } from '../notation/story-opening';
import { storyLabels } from '../vocabulary/story-phrases';

/** The requirement that a heading is, with what stands below it. */
export function ofSection(section: Section): Definition {
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

/** The requirement that an item, a row or a paragraph of a section states. */
export function ofBlock(block: Block, section: Section): Definition {
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
