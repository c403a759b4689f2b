import type { Section } from '../document/document-model';
import { areNamed } from './judge-bullets';
import { unnumberedHeading } from '../document/plain-heading';
import { flowTitle } from '../vocabulary/flow-titles';
import { obligation } from '../vocabulary/story-phrases';

/**
 * Whether a section tells step by step how somebody gets through the product: its title says so, all its list is numbered,
 * and most of it are sentences with a full stop. Steps with names of their own ("Scan: ...") and those of which most oblige
 * somebody are what is wanted.
 */
export function tellsSteps({ title, blocks, sections }: Section): boolean {
  if (sections.length > 0 || !flowTitle.test(unnumberedHeading(title).toLowerCase())) return false;
  const items = blocks.filter(({ kind }) => kind === 'item');
  if (items.length < 2 || !items.every(({ ordinal }) => ordinal !== null) || areNamed(items)) return false;
  const most = (pattern: RegExp) => items.filter(({ text }) => pattern.test(text)).length * 2 > items.length;
  return most(/[.。]\s*$/u) && !most(obligation);
}
