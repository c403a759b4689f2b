import { describe, expect, it } from 'vitest';
import { read } from './read';

/** `id: title [priority]` of each requirement. */
function requirements(text: string): readonly string[] {
  return read(text).requirements.map(({ id, title, priority }) => `${id}: ${title} [${priority ?? ''}]`);
}

describe('a rank between an id and its statement', () => {
  it('separates them, also where only two have one', () => {
    expect(
      requirements(
        '# A\n\n## Requirements\n\n- ER-001 (must): Orders are atomic.\n- ER-002 [P1] - Stock stays positive.\n',
      ),
    ).toEqual(['ER-001: Orders are atomic. [must]', 'ER-002: Stock stays positive. [P1]']);
  });

  it('stands beside statements without one', () => {
    expect(
      requirements(
        '# A\n\n## Requirements\n\n- ER-001 (must): Orders are atomic.\n- ER-002: Stock stays positive.\n',
      ),
    ).toEqual(['ER-001: Orders are atomic. [must]', 'ER-002: Stock stays positive. []']);
  });

  it('is no other remark: a citation goes on behind it', () => {
    expect(
      requirements(
        '# A\n\n## Requirements\n\n- FR-1: Orders are atomic.\n- FR-1 (see below): is what the test needs.\n',
      ),
    ).toEqual(['FR-1: Orders are atomic. []']);
  });
});

it('a row of a measure and its value is titled by both', () => {
  const table =
    '| Metric | Target | Critical threshold |\n|---|---|---|\n| Initial page load | <2s | <3s |\n| API response time | <500ms | <1s |';
  expect(
    read(`# A\n\n## Performance requirements\n\n${table}\n`).requirements.map(({ title }) => title),
  ).toEqual(['Initial page load: <2s', 'API response time: <500ms']);
});
