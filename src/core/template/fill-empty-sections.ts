import { readHeadings } from './template-heading';
import { withoutGuidance } from './template-body';

/**
 * Puts the partial below a heading that bears its name as key and has nothing below it but guidance, such as
 * `## Checklist {#checklist}`: what engine and checks expect there is known, so nobody need write the tag.
 *
 * @param body with its partials in their places
 */
export function fillEmptySections(body: string, partials: Readonly<Record<string, string>>): string {
  const lines = body.split('\n');
  const headings = readHeadings(body);
  const filled = headings.flatMap(({ key, level, lineIndex }, at) => {
    const next = headings[at + 1];
    const partial = Object.hasOwn(partials, key) ? partials[key] : undefined;
    // A heading with headings below it is their chapter.
    if (partial === undefined || (next !== undefined && next.level > level)) return [];
    const below = lines.slice(lineIndex + 1, next?.lineIndex).join('\n');
    return withoutGuidance(below).trim() === '' ? [{ lineIndex, partial: partial.trimEnd() }] : [];
  });
  for (const { lineIndex, partial } of filled.reverse()) lines.splice(lineIndex + 1, 0, '', partial);
  return lines.join('\n');
}
