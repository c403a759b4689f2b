import { storyLabels, storyOpenings } from '../vocabulary/story-phrases';

/** Whether a statement opens as a user story does, a label such as "User Story:" apart. */
export function isStory(text: string): boolean {
  const bare = text.replace(/^[^\p{L}\p{N}]+/u, '').slice(0, 400);
  const statement = bare.replace(storyLabels, '').replace(/^[^\p{L}\p{N}]+/u, '');
  return storyOpenings.some((opening) => opening.test(statement) || opening.test(bare));
}

/** Who wants something in a story, up to the wish; empty where the text is none. */
export function storyOpening(text: string): string {
  const bare = text.replace(/^[^\p{L}\p{N}]+/u, '').slice(0, 400);
  return storyOpenings.map((opening) => opening.exec(bare)?.[0] ?? '').find((found) => found !== '') ?? '';
}
