import type { Check } from '../check';
import { componentsOf } from '../reading/components';
import { contentOf } from '../../text/content';
import { textsOption } from '../reading/options';
import { firstLine, tokenPlace } from '../../spec/place';
import { namesOfLabel } from '../../template/localize-template';

/**
 * Every component that is described as a list item has the fields that the template asks for, each with a value. `OQ-n` as a
 * value is a gap. Components in a table have columns instead.
 *
 * Options: `fields`, labels such as `Requirements`; none by default.
 *
 * Good: `- **Invites**` with `- Requirements: US-001` and `- Files: OQ-3` below it.
 * Bad: no `Requirements:`; `Files:` with nothing behind it.
 */
export const componentFields: Check = {
  id: 'component-fields',
  title: 'Every component has all its fields.',
  severity: 'error',
  needsTemplate: true,
  needsRequirements: false,
  *run({ spec, template, sections, options }) {
    const names = textsOption(options, 'fields', []);
    const keys = (template?.covers ?? []).filter(({ by }) => by === 'components').map(({ items }) => items);
    for (const component of keys.flatMap((key) => componentsOf({ spec, sections }, key))) {
      if (!component.isItem) continue;
      const fields = names.map((name) => ({
        name,
        field: namesOfLabel(template, name)
          .map((each) => component.fields.get(each.toLowerCase()))
          .find((found) => found !== undefined),
      }));
      const missing = fields.filter(({ field }) => field === undefined).map(({ name }) => name);
      if (missing.length > 0)
        yield {
          message:
            missing.length === 1
              ? 'Component {0} has no field "{1}".'
              : 'Component {0} lacks the fields {1}.',
          args: [component.name, missing.join(', ')],
          ...component.place,
        };
      for (const { name, field } of fields) {
        if (field === undefined) continue;
        const { facts, gaps } = contentOf(field.value);
        const [gap] = gaps;
        if (facts) continue;
        yield gap === undefined
          ? {
              message: 'Field "{1}" of component {0} is empty.',
              args: [component.name, name],
              ...firstLine(spec, field.place),
            }
          : {
              message: 'Field "{1}" of component {0} waits for {2}.',
              args: [component.name, name, gap],
              gap,
              ...tokenPlace(spec, field.place, gap),
            };
      }
    }
  },
};
