import { plainRange } from '../../text/position';
import { idReader } from '../../spec/cite';
import type { Check } from '../check';
import { contentOf } from '../../text/content';
import { textOption } from '../reading/options';
import { firstLine, isWithin } from '../../spec/place';
import { saysNone } from '../reading/says-none';

/**
 * Every decision cites a requirement that it serves: one that serves none is not needed.
 *
 * Options: `section`, the key of the section with the decisions (without it nothing is checked).
 *
 * Good: `| Tokens are rows in PostgreSQL (US-003) | Redis | One transaction |`.
 * Bad: `| Tokens are rows in PostgreSQL | Redis | One transaction |`; an id that the source does not have.
 */
export const decisionTrace: Check = {
  id: 'decision-trace',
  title: 'Every decision cites the requirements it serves.',
  severity: 'error',
  needsTemplate: true,
  needsRequirements: true,
  *run({ spec, sections, requirements, options }) {
    const key = textOption(options, 'section');
    const holder = key === null ? undefined : sections.get(key);
    // A source without requirements gives nothing to serve.
    if (holder === undefined || requirements === null || requirements.length === 0) return;
    const reader = idReader(requirements.flatMap(({ id, acceptance }) => [id, ...acceptance]));
    const rows = spec.tables
      .filter(({ section }) => isWithin(spec, section, holder))
      .flatMap(({ rows }) => rows.map((row) => ({ texts: row.map(({ text }) => text), place: row[0] })));
    const items = spec.listItems
      .filter(({ section, depth }) => rows.length === 0 && depth === 0 && isWithin(spec, section, holder))
      .map((item) => ({ texts: [item.text], place: firstLine(spec, item) }));
    for (const { texts, place } of [...rows, ...items]) {
      const said = texts.join('\n');
      const { facts, gaps } = contentOf(said);
      if (place === undefined || saysNone(said) || reader.cited(said).length > 0) continue;
      const [gap] = gaps;
      if (gap !== undefined)
        yield { message: 'This decision waits for {0}.', args: [gap], gap, ...plainRange(place) };
      else if (facts)
        yield {
          message: 'The decision "{0}" cites no requirement of the source: name the ones it serves.',
          args: [short(texts[0] ?? '')],
          ...plainRange(place),
        };
    }
  },
};

function short(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
