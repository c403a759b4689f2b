import { proseLines } from '../template/template-heading';
import { nameKey, targetOf, type SectionedSpec, type SectionTarget } from './section-target';

/** A section with the text that is its own: as far as the next section that has a key, as receipts count it. */
export interface OwnPart {
  readonly key: string;
  readonly target: SectionTarget;
  /** Offset at which the own text ends. */
  readonly end: number;
  /** Heading included. */
  readonly text: string;
}

/** The sections with these keys, in document order; keys that the spec does not have are left out. */
export function ownParts(scope: SectionedSpec, keys: ReadonlySet<string>): readonly OwnPart[] {
  const ordered = [...scope.sections].sort(([, a], [, b]) => a.start - b.start);
  return ordered.flatMap(([key, section], index) => {
    if (!keys.has(key)) return [];
    const end = Math.min(ordered[index + 1]?.[1].start ?? section.end, section.end);
    return [{ key, target: targetOf(scope, section), end, text: scope.spec.text.slice(section.start, end) }];
  });
}

/** Of a section's content what is its own: as far as the heading of a section below it that has a key. */
export function ownContent(scope: SectionedSpec, { target }: OwnPart, content: string): string {
  const { start, end } = target.section;
  const below = new Set(
    [...scope.sections.values()]
      .filter((section) => section.start > start && section.start < end)
      .flatMap((section) => [...targetOf(scope, section).names]),
  );
  const lines = content.split('\n');
  for (const [index, line] of proseLines(content)) {
    const heading = /^ {0,3}#{1,6}[ \t]+(?![ \t])(.*)$/u.exec(line)?.[1];
    if (heading !== undefined && below.has(nameKey(heading)))
      return lines.slice(0, index).join('\n').trimEnd();
  }
  return content;
}
