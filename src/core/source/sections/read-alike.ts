import type { Block, Section } from '../document/document-model';
import { normalizeHeading, unnumberedHeading } from '../document/plain-heading';
import { introduces, weighBullets, weightOfTitle } from './judge-bullets';
import { statingParagraphs } from './prose-statements';
import { solutionTitles } from '../vocabulary/solution-titles';

/** A heading beside others of its kind, as it looks by itself. */
export interface Settled {
  readonly section: Section;
  /** Whether a rule decides it, not the look of what stands below. */
  readonly certain: boolean;
  /** Whether it looks like a requirement itself. */
  readonly named: boolean;
}

/** Weight from which on a title names one thing that can be done, not a chapter. */
const oneThing = 1;

/**
 * What each of several headings of one kind is, so that all are read the same way: where most of them hold lists of
 * requirements, one whose list has a paragraph in front holds such a list, too, and one of paragraphs only holds a
 * requirement in each. Headings that only sort are left out.
 *
 * @param regular whether they are of one kind for sure; else each is read by itself
 */
export function readAlike(
  settled: readonly Settled[],
  regular: boolean,
): ReadonlyMap<Section, 'heading' | 'paragraphs'> {
  const lists = settled.filter(({ section }) => isList(section));
  const plain = lists.filter(({ section }) => !isIntroduced(section));
  const told = plain.filter(({ named }) => !named).length;
  const introduced = lists.filter(
    ({ section, named, certain }) => named && !certain && isIntroduced(section) && listsAlone(section),
  );
  const listsToo = regular && told * 2 > plain.length && told * 2 >= introduced.length;
  const sorting = new Set(
    settled
      .filter((one) => !one.named || (listsToo && introduced.includes(one)))
      .map(({ section }) => section),
  );
  const sorts = lists.filter(({ section }) => sorting.has(section)).length;
  const proseToo = regular && told > 0 && sorts * 2 >= settled.length;
  const allProse = regular && areProse(settled);
  return new Map(
    settled.flatMap(({ section, certain }) => {
      if (sorting.has(section)) return [];
      const inProse =
        (proseToo && tellsInProse(section)) || (allProse && statingParagraphs(section.blocks).length > 0);
      return [[section, inProse && !certain ? 'paragraphs' : 'heading'] as const];
    }),
  );
}

/** Whether a heading stands among requirements, or below the solution of a pitch: a heading among features names one. */
function tellsDemands({ role, parent }: Section): boolean {
  return (
    role === 'requirements' ||
    (role === 'features' &&
      parent !== null &&
      solutionTitles.includes(normalizeHeading(unnumberedHeading(parent.title))))
  );
}

/** Whether headings in a chapter of requirements stand above several paragraphs each, and above nothing else. */
function areProse(settled: readonly Settled[]): boolean {
  const inProse = settled.filter(({ section }) => tellsInProse(section));
  return (
    settled.every(({ section }) => tellsDemands(section) && isProse(section)) &&
    inProse.length > 1 &&
    inProse.length * 2 > settled.length
  );
}

function isList({ blocks }: Section): boolean {
  return blocks.some(({ kind }) => kind === 'item');
}

/** Whether a paragraph that does not lead to it stands in front of a list. */
function isIntroduced({ blocks: [first] }: Section): boolean {
  return first !== undefined && introduces(first);
}

/** Whether the list would be one of requirements without what stands in front. */
function listsAlone(section: Section): boolean {
  const blocks: readonly Block[] = section.blocks.filter(({ kind }) => kind !== 'paragraph');
  return weighBullets({ title: unnumberedHeading(section.title), blocks }) < 0;
}

/** Whether all there is below a heading is paragraphs, more of them than describe what its title names. */
function tellsInProse({ title, blocks, sections }: Section): boolean {
  const namesOneThing = weightOfTitle(unnumberedHeading(title)) >= oneThing;
  return isProse({ blocks, sections }) && statingParagraphs(blocks).length >= (namesOneThing ? 3 : 2);
}

/** Whether there is nothing but paragraphs below a heading. */
export function isProse({ blocks, sections }: Pick<Section, 'blocks' | 'sections'>): boolean {
  return sections.length === 0 && blocks.every(({ kind }) => kind === 'paragraph');
}
