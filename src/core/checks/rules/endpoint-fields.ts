import type { Check } from '../check';
import { endpointSections, isEndpoint } from '../endpoint-sections';
import { missingFields } from '../interface-fields';
import { textOption, textsOption } from '../options';
import { firstLine, isWithin } from '../place';
import { sectionGaps } from '../section-gaps';

/**
 * Every endpoint has a subsection of its own (`#### POST /api/invites`) that says what the template asks for. A field is a
 * bold label, a list item, a heading below it or a row of a table, in other words and languages too; what is behind it must say
 * something, and `OQ-n` there is a gap.
 *
 * Options: `section`, key of the section that holds the endpoints, `endpoints` by default; `fields`, such as `handler`,
 * `auth`, `request`, `response`, `rate limit`, `idempotency`, `errors`, `description`: none by default.
 *
 * Good: `**Auth:** owner or admin` below `#### DELETE /api/invites/{id}`.
 * Bad: no word about access; `**Rate limit:**` with nothing behind it.
 */
export const endpointFields: Check = {
  id: 'endpoint-fields',
  title: 'Every endpoint says all that its clients have to know.',
  severity: 'error',
  needsTemplate: true,
  needsRequirements: false,
  *run({ spec, sections, options }) {
    const fields = textsOption(options, 'fields', []);
    const key = textOption(options, 'section') ?? 'endpoints';
    const holder = sections.get(key);
    if (holder === undefined || fields.length === 0) return;
    const endpoints = endpointSections(spec, holder);
    for (const section of endpoints) yield* missingFields(spec, section, fields);
    if (endpoints.length > 0) return;
    yield* sectionGaps({ spec, sections }, [key]);
    for (const item of spec.listItems)
      if (isWithin(spec, item.section, holder) && isEndpoint(item.text))
        yield {
          message: 'This endpoint has no subsection of its own: say there its {0}.',
          args: [fields.join(', ')],
          ...firstLine(spec, item),
        };
  },
};
