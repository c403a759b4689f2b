import type { Block, Section } from './document-model';
import { walkSections } from './document-model';
import { unnumberedHeading } from './plain-heading';
import { leadingId } from './requirement-id';
import { roleOfHeading } from './section-role';
import type { OutOfScopeItem } from './source';
import { emptyStatement } from './vocabulary/fields';

/** Items of the sections about what is left out or put off; paragraphs where such a section has no items. */
export function outOfScopeItems(root: Section, more: readonly OutOfScopeItem[]): readonly OutOfScopeItem[] {
  const items = new Map<number, OutOfScopeItem>(more.map((item) => [item.line, item]));
  for (const section of walkSections(root)) {
    for (const block of section.blocks) {
      const said = section.role === 'excluded' || block.kind !== 'paragraph' ? null : leftOutIn(block);
      if (said !== null && !items.has(block.line)) items.set(block.line, { line: block.line, text: said });
    }
    if (section.role !== 'excluded') continue;
    const named = section.match === null && section.title !== '';
    const chosen = named && isNamed(section) ? [] : stating(section, named);
    if (chosen.length === 0 && named) items.set(section.line, { line: section.line, text: section.title });
    for (const block of chosen) {
      const text = block.text.replace(/^\[[ xX~-]\]\s*/, '').replace(/\n/g, ' ');
      if (text !== '' && !emptyStatement.test(text) && !items.has(block.line))
        items.set(block.line, { line: block.line, text });
    }
  }
  return [...items.values()].sort((a, b) => a.line - b.line);
}

/** `**What we won't do:** refunds, labels of partners`: a paragraph or item whose bold opening says that the rest is left out. */
export function leftOutIn({ kind, lead, text }: Block): string | null {
  if (kind === 'row' || kind === 'code' || lead === null || !/[:：]\s*$/u.test(lead.slice(-2))) return null;
  const said = text
    .slice(lead.length)
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/\n/g, ' ');
  const match = lead.length > 60 ? null : roleOfHeading(lead);
  return said !== '' && match?.role === 'excluded' && match.share >= 0.8 ? said : null;
}

/** A heading below "Out of scope" that carries an id is what is left out, whatever describes it. */
function isNamed({ title }: Section): boolean {
  const id = leadingId(unnumberedHeading(title));
  return id !== null && id.standing === 'known';
}

/** Its items and rows; else its paragraphs, where no heading names what they describe. */
function stating(section: Section, named: boolean): readonly Block[] {
  const listed = section.blocks.filter((block) => block.kind === 'item' || block.kind === 'row');
  if (listed.length > 0) return listed;
  if (named || section.sections.some(({ role }) => role === 'excluded')) return [];
  return section.blocks.filter((block) => block.kind === 'paragraph' && !/[:：]$/u.test(block.text));
}
