import { describe, expect, it } from 'vitest';
import { factsOn, toldOn } from '../../../src/core/source/facts/facts-on';
import { readSource } from '../../../src/core/source/read-source';
import { secondsHere } from '../../harness/pace';

function sourceOf(text: string): ReturnType<typeof readSource> {
  return readSource({ path: 'prds/doors.md', bytes: new TextEncoder().encode(text) });
}

describe('what a source says on a topic', () => {
  it('is what stands outside of its requirements, with its lines', () => {
    const source = sourceOf(`# PRD: Doors

## Security

Codes are kept in the vault.

## Requirements

- **FR-1:** The door must open.
  - **Security:** Only with a code.
`);
    expect(toldOn(source, 'security')).toEqual([
      { text: 'Codes are kept in the vault.', path: 'prds/doors.md', line: 5 },
    ]);
  });

  it('is found in time that grows with the document, however many requirements and topics there are', () => {
    const small = sourceOf('# PRD: Doors\n\n## Requirements\n\n- **FR-1:** The door must open.\n');
    const [door] = small.requirements;
    if (door === undefined) throw new Error('no requirement');
    const lines = Array.from({ length: 40_000 }, (_, index) => index * 2 + 1);
    const source = {
      ...small,
      requirements: lines.map((line) => ({ ...door, line, endLine: line })),
      facts: lines.slice(0, 5000).map((line) => ({
        topic: 'security' as const,
        line: line + 1,
        text: `Codes of door ${line}.`,
      })),
    };
    const start = performance.now();
    for (let asked = 0; asked < 40; asked += 1) expect(factsOn(source, `topic-${asked}`)).toEqual([]);
    expect(factsOn(source, 'security')).toHaveLength(5000);
    expect(performance.now() - start).toBeLessThan(secondsHere(1) * 1000);
  });
});
