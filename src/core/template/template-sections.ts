import type { TemplateSection } from './template';
import { readHeadings } from './template-heading';

/**
 * Sections of a template's body: headings of level 2 to 6, each with the guidance comments below it. Two headings with
 * one key are alternatives for one section, so the second one's text becomes an alias.
 */
export function readSections(body: string): readonly TemplateSection[] {
  const lines = body.split('\n');
  const headings = readHeadings(body);
  const sections = new Map<string, TemplateSection>();
  for (const [index, heading] of headings.entries()) {
    if (heading.level === 1) continue;
    const below = lines.slice(heading.lineIndex + 1, headings[index + 1]?.lineIndex).join('\n');
    const earlier = sections.get(heading.key);
    const guidance = [...below.matchAll(/<!--([\s\S]*?)-->/g)]
      .map(([, comment = '']) => comment.trim())
      .filter((comment) => comment !== '')
      .join('\n');
    sections.set(
      heading.key,
      earlier === undefined
        ? {
            key: heading.key,
            heading: heading.name,
            number: heading.number,
            level: heading.level,
            optional: heading.optional,
            guidance,
            aliases: heading.aliases,
          }
        : {
            ...earlier,
            optional: earlier.optional && heading.optional,
            guidance: [earlier.guidance, guidance].filter((text) => text !== '').join('\n'),
            aliases: [...earlier.aliases, heading.name, ...heading.aliases],
          },
    );
  }
  return [...sections.values()];
}
