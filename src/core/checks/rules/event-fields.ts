import type { Check } from '../check';
import { missingFields } from '../reading/interface-fields';
import { contentOf } from '../../text/content';
import { textOption, textsOption } from '../reading/options';
import { isWithin } from '../../spec/place';

/**
 * Every event that has a subsection of its own, or a row in a table, says on which channel it is sent, what it carries and
 * what is promised about its delivery.
 *
 * Options: `section`, key of the section that holds the events, `events` by default; `fields`, `channel`, `payload` and
 * `delivery` by default.
 *
 * Good: `#### invite.accepted` with `**Channel:** workspace:{id}`, a payload and `**Delivery:** at least once`.
 * Bad: an event without a word about its delivery.
 */
export const eventFields: Check = {
  id: 'event-fields',
  title: 'Every event says its channel, its payload and how it is delivered.',
  severity: 'error',
  needsTemplate: true,
  needsRequirements: false,
  *run({ spec, sections, options }) {
    const fields = textsOption(options, 'fields', ['channel', 'payload', 'delivery']);
    const holder = sections.get(textOption(options, 'section') ?? 'events');
    if (holder === undefined) return;
    for (const section of spec.sections)
      if (section.parent === holder.index) yield* missingFields(spec, section, fields);
    for (const table of spec.tables) {
      if (table.section !== holder.index || !isWithin(spec, table.section, holder)) continue;
      const header = table.header.map(({ text }) => text.toLowerCase());
      for (const field of fields) {
        const column = header.findIndex((text) => text.includes(field.toLowerCase()));
        for (const row of column === -1 ? [] : table.rows) {
          const cell = row[column];
          const { facts, gaps } = contentOf(cell?.text ?? '');
          const [gap] = gaps;
          const [name] = row;
          if (facts || cell === undefined || name === undefined) continue;
          const { line, column: start, endLine, endColumn } = cell;
          const place = { line, column: start, endLine, endColumn };
          yield gap === undefined
            ? { message: '"{1}" of {0} is empty.', args: [name.text, field], ...place }
            : { message: '"{1}" of {0} waits for {2}.', args: [name.text, field, gap], gap, ...place };
        }
      }
    }
  },
};
