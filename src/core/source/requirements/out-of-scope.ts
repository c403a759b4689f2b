import { collectingRoles } from '../vocabulary/section-roles';
import type { Block, Section } from '../document/document-model';
import { walkSections } from '../document/document-model';
import { isNamedRequirement } from '../sections/grouping-heading';
import { labelledPoint, tellsOrder } from '../notation/labelled-point';
import { unnumberedHeading } from '../document/plain-heading';
import { titlePutOff } from '../notation/put-off-title';
import { isOfLaterVersion, leadingId } from '../notation/requirement-id';
import { roleOfHeading } from '../sections/section-role';
import type { OutOfScopeItem } from '../source';
import { cancelledWords, emptyStatement } from '../vocabulary/fields';
import { phaseWords } from '../vocabulary/phase-words';

/** Items of the sections about what is left out or put off; paragraphs where such a section has no items. */
export function outOfScopeItems(root: Section, more: readonly OutOfScopeItem[]): readonly OutOfScopeItem[] {
  const items = [...new Map(more.map((item) => [item.line, item])).values()];
  const lines = new Set(items.map(({ line }) => line));
  const add = (line: number, texts: readonly string[]): void => {
    if (!lines.has(line)) items.push(...texts.map((text) => ({ line, text })));
    lines.add(line);
  };
  // A requirement with a heading of its own is left out as a whole, whatever details it; one that is removed is nothing.
  let whole = 0;
  for (const section of walkSections(root)) {
    if (section.line <= whole) continue;
    if (section.role === 'excluded' && isNamedRequirement(unnumberedHeading(section.title))) {
      whole = section.endLine;
      if (!isRemoved(section)) add(section.line, [section.title]);
      continue;
    }
    if (section.role !== 'excluded') {
      if (tellsOrder(section)) continue;
      const lists = section.role === null || collectingRoles.has(section.role);
      for (const block of section.blocks)
        for (const { line, said } of leftOutBelow(block, lists)) add(line, said);
      continue;
    }
    const putOff = namedAlone(section);
    if (putOff !== null) {
      add(section.line, [putOff]);
      continue;
    }
    const named = section.match === null && section.title !== '';
    const chosen = named && isNamed(section) ? [] : stating(section, named);
    if (chosen.length === 0 && named) add(section.line, [section.title]);
    for (const block of chosen) {
      const text = block.text.replace(/^\[[ xX~-]\]\s*/, '').replace(/\n/g, ' ');
      if (text !== '' && !emptyStatement.test(text)) add(block.line, [text]);
    }
  }
  return items.sort((a, b) => a.line - b.line);
}

/** Whether a heading above says that what stands below it is gone: "REMOVED Requirements" of a change. */
function isRemoved({ parent }: Section): boolean {
  if (parent === null) return false;
  return cancelledWords.test(parent.title) || isRemoved(parent);
}

/**
 * What a paragraph leaves out by its label, and a bullet or one below it by a label that can mean nothing else.
 *
 * @param lists whether what is wanted may stand there, so that an id of a later version puts off what it names
 */
function leftOutBelow(
  block: Block,
  lists: boolean,
): readonly { readonly line: number; readonly said: readonly string[] }[] {
  if (block.struck) return [];
  if (lists && isPutOff(block)) return [{ line: block.line, said: [block.text.replace(/\n/g, ' ')] }];
  const said = block.kind === 'paragraph' || labelledPoint(block) !== null ? leftOutIn(block) : null;
  return said === null
    ? block.children.flatMap((child) => leftOutBelow(child, lists))
    : [{ line: block.line, said }];
}

/** Whether an item or row has an id that puts it off to a later version. */
export function isPutOff({ kind, text }: Block): boolean {
  return (kind === 'item' || kind === 'row') && isOfLaterVersion(text);
}

/**
 * What a paragraph or item leaves out, one by one: `**What we won't do:** refunds, labels of partners`, by its bold opening, or
 * `Not now: refunds`, by a label that can mean nothing else; `null` for others.
 */
export function leftOutIn(block: Block): readonly string[] | null {
  const point = labelledPoint(block);
  if (point !== null) return point.kind === 'excluded' ? point.said : null;
  const { kind, lead, text } = block;
  if (kind === 'row' || kind === 'code' || lead === null || !/[:：]\s*$/u.test(lead.slice(-2))) return null;
  const said = text
    .slice(lead.length)
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/\n/g, ' ');
  const match = lead.length > 60 ? null : roleOfHeading(lead);
  return said !== '' && match?.role === 'excluded' && match.share >= 0.8 ? [said] : null;
}

/** A heading below "Out of scope" that carries an id is what is left out, whatever describes it. */
function isNamed({ title }: Section): boolean {
  const id = leadingId(unnumberedHeading(title));
  return id !== null && id.standing === 'known';
}

/** What a heading puts off by a remark, where paragraphs below it only say why: "Direct debit (on hold)", not "Phase 2 (later)". */
function namedAlone({ title, blocks, sections }: Section): string | null {
  const named = titlePutOff(title);
  if (named === null || named === '' || sections.length > 0) return null;
  const bare = unnumberedHeading(named);
  const sorts = phaseWords.test(bare) || (roleOfHeading(bare)?.share ?? 0) >= clearly;
  return sorts || blocks.some(({ kind }) => kind !== 'paragraph') ? null : bare;
}

/** Share of a heading from which on it says what stands below it. */
const clearly = 0.5;

/** Its items and rows; else its paragraphs, where no heading names what they describe. */
function stating(section: Section, named: boolean): readonly Block[] {
  const listed = section.blocks.filter(({ kind, struck }) => !struck && (kind === 'item' || kind === 'row'));
  if (listed.length > 0) return listed;
  if (named || section.sections.some(({ role }) => role === 'excluded')) return [];
  return section.blocks.filter((block) => block.kind === 'paragraph' && !/[:：]$/u.test(block.text));
}
