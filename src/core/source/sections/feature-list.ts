import type { Block, Section } from '../document/document-model';
import { introduces } from './judge-bullets';

/** A heading, and how far it is a requirement itself: above 0 it is, below 0 it groups some; infinite where a rule decides. */
export interface Weighed {
  readonly section: Section;
  readonly verdict: number;
}

/** Fewest lists that show how their author writes. */
const fewestLists = 3;

/** How many bullets detail a feature; with more of them below one heading, headings hold lists of what is wanted. */
const detailing = { least: 2, most: 3 };

/**
 * What each of the headings above such lists says for all of them, and how much more where the paragraph below another
 * one says what that heading is: it shows how its author uses headings.
 */
const weights = { plain: 0.5, besideIntroduced: 1 };

/**
 * Whether headings of one kind name a feature each: all that stand right above a list stand above two or three bullets, and
 * what these look like does not outweigh that. Lists that a paragraph introduces may be longer.
 */
export function nameFeatures(weighed: readonly Weighed[]): boolean {
  const finite = weighed.filter(({ verdict }) => Number.isFinite(verdict));
  const lists = finite.map(({ section }) => section.blocks).filter(isPlainList);
  if (lists.length < fewestLists || !lists.every(isShort)) return false;
  const each = finite.some(({ section }) => isIntroduced(section.blocks))
    ? weights.besideIntroduced
    : weights.plain;
  return finite.reduce((sum, { verdict }) => sum + verdict, each * lists.length) > 0;
}

function isPlainList(blocks: readonly Block[]): boolean {
  return isList(blocks) && !isIntroduced(blocks);
}

function isIntroduced(blocks: readonly Block[]): boolean {
  const [first] = blocks;
  return first !== undefined && introduces(first) && isList(blocks);
}

function isList(blocks: readonly Block[]): boolean {
  return blocks.some(({ kind }) => kind === 'item');
}

function isShort(blocks: readonly Block[]): boolean {
  const count = blocks.filter(({ kind }) => kind === 'item').length;
  return count >= detailing.least && count <= detailing.most;
}
