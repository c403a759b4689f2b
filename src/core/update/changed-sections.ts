import { diffLines } from 'diff';
import type { SpecDocument, SpecSection } from '../spec/spec-document';

/** A stretch of a spec whose text is not as it was. */
export interface ChangedSection {
  /** Innermost section that holds it; `null` before the first one. */
  readonly section: SpecSection | null;
  /** Lines that were added, removed or reworded, each once. */
  readonly lines: number;
}

/**
 * What differs between two texts of a spec, by the sections of the later one, in document order. A reworded line counts
 * once, and what was removed counts where it stood.
 */
export function changedSections(
  before: string,
  after: Pick<SpecDocument, 'text' | 'sections'>,
): readonly ChangedSection[] {
  const lines = new Map<SpecSection | null, number>();
  const note = (line: number): void => {
    const section = after.sections.findLast((candidate) => candidate.line <= line) ?? null;
    lines.set(section, (lines.get(section) ?? 0) + 1);
  };
  let line = 1;
  let removed = 0;
  const noteRemoved = (): void => {
    for (; removed > 0; removed -= 1) note(line - 1);
  };
  for (const change of diffLines(before, after.text, { stripTrailingCr: true })) {
    if (change.removed) removed += change.count;
    else if (change.added) {
      for (let added = 0; added < change.count; added += 1) note(line + added);
      line += change.count;
      removed = Math.max(0, removed - change.count);
    } else {
      noteRemoved();
      line += change.count;
    }
  }
  noteRemoved();
  return [...lines].map(([section, count]) => ({ section, lines: count }));
}
