import type { Check } from '../check';
import { numberedHeading } from '../../template/template-heading';
import { documentPlace, headingPlace } from '../../spec/place';

/**
 * Every section that the template does not mark optional is there, under its own heading, an alias, a translation that the
 * receipt knows, or its number.
 *
 * Options: none.
 *
 * Good: `## 7. Testing Strategy` where the template has that section.
 * Bad: no such heading.
 */
export const requiredSections: Check = {
  id: 'required-sections',
  title: 'Every section that the template asks for is there.',
  severity: 'error',
  needsTemplate: true,
  needsRequirements: false,
  *run({ spec, template, sections }) {
    let before = null;
    for (const asked of template?.sections ?? []) {
      const { key, optional } = asked;
      const section = sections.get(key);
      if (section !== undefined) before = section;
      else if (!optional) {
        yield {
          message:
            'Section "{0}" of the template {1} is missing: add it, with a reason in it where nothing applies.',
          args: [numberedHeading(asked), template?.name ?? ''],
          // Where a reader would look for it: at the section it should follow.
          ...(before === null ? documentPlace(spec) : headingPlace(spec, before)),
        };
      }
    }
  },
};
