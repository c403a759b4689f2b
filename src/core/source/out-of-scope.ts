import type { Block, Section } from './document-model';
import { walkSections } from './document-model';
import { unnumberedHeading } from './plain-heading';
import { leadingId } from './requirement-id';
import type { OutOfScopeItem } from './source';
import { emptyStatement } from './vocabulary/fields';

/** Items of the sections about what is left out or put off; paragraphs where such a section has no items. */
export function outOfScopeItems(root: Section, more: readonly OutOfScopeItem[]): readonly OutOfScopeItem[] {
  const items = new Map<number, OutOfScopeItem>(more.map((item) => [item.line, item]));
  for (const section of walkSections(root)) {
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
