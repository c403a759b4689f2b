import type { Check } from '../check';
import { contentOf } from '../../text/content';
import { textsOption } from '../reading/options';
import { documentPlace } from '../../spec/place';
import { namesOfLabel } from '../../template/localize-template';

/**
 * The metadata that the template asks for is there and filled in. `OQ-n` as a value is a gap.
 *
 * Options: `required`, labels such as `Author`; none by default.
 *
 * Good: `**Author:** Ada Moreno`.
 * Bad: no such line; `**Author:** [name]`.
 */
export const metadata: Check = {
  id: 'metadata',
  title: 'The metadata is complete.',
  severity: 'error',
  needsTemplate: false,
  needsRequirements: false,
  *run({ spec, template, options }) {
    for (const label of textsOption(options, 'required', [])) {
      const entry = namesOfLabel(template, label)
        .map((each) => spec.metadata.get(each.toLowerCase()))
        .find((found) => found !== undefined);
      if (entry === undefined) {
        yield { message: 'The metadata has no "{0}".', args: [label], ...documentPlace(spec) };
        continue;
      }
      const { facts, gaps } = contentOf(entry.value);
      const [gap] = gaps;
      if (facts) continue;
      const { line, column, endLine, endColumn } = entry;
      const place = { line, column, endLine, endColumn };
      yield gap === undefined
        ? { message: 'The metadata "{0}" is empty.', args: [label], ...place }
        : { message: 'The metadata "{0}" waits for {1}.', args: [label, gap], gap, ...place };
    }
  },
};
