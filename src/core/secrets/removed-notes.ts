import type { RemovedSecret } from './mask-secrets';

/** The secrets that were taken out of a text before, by the notes that `maskSecrets` left in their place. */
export function removedNotes(text: string): readonly RemovedSecret[] {
  return text.split(/\r\n?|\n/).flatMap((content, at) =>
    [...content.matchAll(/\[secret removed: ([^[\]]{1,80})\]/gu)].map(({ 1: kind = '' }) => ({
      kind,
      line: at + 1,
    })),
  );
}
