import { describe, expect, it } from 'vitest';
import { check, edit, listing, section, taskTemplate } from './builders';

const template = taskTemplate({ covers: [], checklist: [], sections: [section('events', 'Events')] });
const text = `**Status:** Draft

## Events

### invite.accepted

**Channel:** \`workspace:{id}\`

**Payload:**

\`\`\`json
{"invite_id": "1"}
\`\`\`

**Delivery guarantee:** at least once
`;
const found = (changed: string): readonly string[] =>
  listing(check({ text: changed, template, requirements: null }), 'event-fields');

describe('event-fields', () => {
  it('accepts an event with channel, payload and delivery', () => {
    expect(found(text)).toEqual([]);
    expect(found('## Events\n\nNone.\n')).toEqual([]);
  });

  it.each([
    ['**Delivery guarantee:** at least once\n', '', 'invite.accepted does not say its "delivery"'],
    ['**Channel:** `workspace:{id}`', '**Channel:**', '"channel" of invite.accepted is empty'],
  ])('misses %j made %j', (from, to, message) => {
    expect(found(edit(text, from, to))).toEqual([expect.stringContaining(message)]);
  });

  it('tells all that an event lacks as one finding', () => {
    expect(found('## Events\n\n### invite.accepted\n\nIt is sent.\n')).toEqual([
      expect.stringContaining('invite.accepted does not say: channel, payload, delivery.'),
    ]);
  });

  it('reads tables of events', () => {
    const table = (delivery: string): string =>
      `## Events\n\n| Event | Channel | Payload | Delivery |\n|---|---|---|---|\n| a | c | p | ${delivery} |\n`;
    expect(found(table('at least once'))).toEqual([]);
    expect(found(table(''))).toEqual([expect.stringContaining('"delivery" of a is empty')]);
  });
});
