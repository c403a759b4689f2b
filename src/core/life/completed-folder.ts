import { parentPath } from '../text/path';

const pastFolder = /(?:^|\/)(?:completed?|done|implemented|finished|archived?)(?:\/|$)/iu;

/** Whether a spec lies in a folder of implemented ones. */
export function isAmongCompleted(path: string): boolean {
  return pastFolder.test(parentPath(path));
}
