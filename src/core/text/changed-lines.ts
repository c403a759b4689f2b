import { diffLines } from 'diff';
import type { Stretch } from './replace-stretches';

/** The stretches of whole lines in which two texts differ, by offsets of the first, in order. */
export function changedLines(before: string, after: string): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let at = 0;
  for (const { added, removed, value } of diffLines(before, after)) {
    if (!added && !removed) {
      at += value.length;
      continue;
    }
    const last = stretches.at(-1);
    const [end, newText] = removed ? [at + value.length, ''] : [at, value];
    // What goes and what comes in its place are one.
    if (last?.end === at)
      stretches.splice(-1, 1, { start: last.start, end, newText: last.newText + newText });
    else stretches.push({ start: at, end, newText });
    at = end;
  }
  return stretches;
}
