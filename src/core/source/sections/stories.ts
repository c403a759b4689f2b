import { isStory, storyOpening } from '../notation/story-opening';
import type { Block, Section } from '../document/document-model';
import { unnumberedHeading } from '../document/plain-heading';
import { storyOfColumns } from '../notation/statement';
import { namesTeller, opensWish } from '../vocabulary/story-phrases';

/** A heading with one "User Story:" line below it, where that is how its neighbours stand, too. */
export function isStoryHeading(section: Section): boolean {
  if (!heads(section)) return false;
  const telling = (section.parent?.sections ?? []).filter(
    (other) => other.depth === section.depth && storiesIn(other).length > 0,
  );
  return telling.filter(heads).length * 2 > telling.length;
}

/** Whether the first paragraph below a heading is its one story, and the heading more than the one who tells it. */
function heads(section: Section): boolean {
  const first = section.blocks.find((block) => block.kind === 'paragraph');
  return (
    section.match === null &&
    first !== undefined &&
    isStory(first.text) &&
    storiesIn(section).length === 1 &&
    !storyOpening(first.text).toLowerCase().includes(unnumberedHeading(section.title).toLowerCase())
  );
}

/** Blocks that each tell a story; below a heading that names who tells (`As a guest`), those that open with a wish. */
export function storiesIn(section: Section): readonly Block[] {
  const isWish = (text: string) => namesTeller.test(section.title) && opensWish.test(text);
  const among = (blocks: readonly Block[]): readonly Block[] =>
    blocks.flatMap((block): readonly Block[] => {
      if (block.kind === 'code') return [];
      const tells =
        isStory(block.text) ||
        isWish(block.text) ||
        block.cells.some(isStory) ||
        storyOfColumns(block) !== null;
      return tells && !block.struck ? [block] : among(block.children);
    });
  return among(section.blocks);
}

/** Whether a user story without a heading of its own stands somewhere in a section. */
export function tellsStories(section: Section): boolean {
  if (storiesIn(section).length > 0 && !isStoryHeading(section)) return true;
  return section.sections.some((child) => isStory(child.title) || tellsStories(child));
}
