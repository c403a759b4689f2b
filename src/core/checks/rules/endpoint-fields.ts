import type { SpecDocument, SpecSection } from '../../spec/spec-document';
import type { Check } from '../check';
import { endpointSections, isEndpoint } from '../reading/endpoint-sections';
import { missingFields } from '../reading/interface-fields';
import { textOption, textsOption } from '../reading/options';
import { firstLine, isWithin } from '../../spec/place';
import { sectionGaps } from '../reading/section-gaps';

/** What a spec that says it of its other endpoints is expected to say of each, whether or not the template asks for it. */
const customaryFields = ['handler', 'auth'];
/** So many endpoints that have a field stand against each that lacks it. */
const fewestWith = 1;

/**
 * Every endpoint has a subsection of its own (`#### POST /api/invites`) that says what the template asks for. A field is a
 * bold label, a list item, a heading below it or a row of a table, in other words and languages too; what is behind it must say
 * something, and `OQ-n` there is a gap. What the spec says of its other endpoints without being asked, such as access, it says of
 * each.
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
    const customary = customaryFields
      .filter((field) => !fields.includes(field))
      .map((field) => ({ field, without: endpoints.filter((section) => lacks(spec, section, field)) }))
      .filter(({ without }) => without.length * fewestWith <= endpoints.length - without.length);
    for (const section of endpoints) {
      const lacking = customary.filter(({ without }) => without.includes(section)).map(({ field }) => field);
      for (const problem of missingFields(spec, section, lacking)) yield { ...problem, severity: 'warning' };
    }
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

function lacks(spec: SpecDocument, section: SpecSection, field: string): boolean {
  return [...missingFields(spec, section, [field])].length > 0;
}
