import type { Block, Section } from '../document/document-model';
import { eachObliges } from '../sections/judge-bullets';
import { labelledPoint } from '../notation/labelled-point';
import { isPutOff, leftOutIn } from './out-of-scope';
import {
  demandsIn,
  isTitled,
  statementsIn,
  strictDemandsIn,
  toldOneByOne,
} from '../sections/prose-statements';
import { standingOfRow, standingOfText } from '../notation/requirement-fields';
import { roleOfHeading, topicOfHeading } from '../sections/section-role';
import type { OutOfScopeItem } from '../source';
import { listsStatements, rowText, states, withoutStack } from '../notation/statement';
import { isStory } from '../notation/story-opening';
import { negated, priorityWords, putsOff } from '../vocabulary/fields';
import { collectingRoles } from '../vocabulary/section-roles';
import type { SectionRole } from '../vocabulary/section-roles';

/** Roles of sections and of labels below which nothing is wanted. */
export const withoutDemands: ReadonlySet<SectionRole | null> = new Set<SectionRole | null>([
  'excluded',
  'aside',
  'annex',
  'acceptance',
  'metadata',
]);

/** Least share of a title that says what its section holds and little else: "Report requirements" are requirements on reports. */
export const wholly = 0.75;

/**
 * Items and rows of a section that each count, groups opened.
 *
 * @param listless whether short paragraphs may be a list: not those around requirements with ids
 */
export function unitsOf(section: Section, outOfScope: OutOfScopeItem[], listless: boolean): readonly Block[] {
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
      if (withoutDemands.has(match.role)) return [];
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
