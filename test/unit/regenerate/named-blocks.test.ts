import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerptOf, mergeBlocks, namedBlocks } from '../../../src/core/regenerate/named-blocks';

const tasks = `Tasks in build order:

- **T-001:** Create the table
  - _Done condition:_ \`make migrate\` exits 0
- **T-002:** Read the table

  - _Done condition:_ \`go test ./...\` passes

| ID | Tasks |
|----|-------|
| US-001 | T-001 |
| \`US-002\` | T-002 |

- \`internal/store\` is new
- Other text that goes on for so long that nobody would want to read it twice in one prompt.
`;

describe('blocks of a section by name', () => {
  it('are tasks, rows, and items that begin with bold or code; headers of tables and other text have no name', () => {
    expect(namedBlocks(tasks).map(({ name, line }) => [name, line])).toEqual([
      [null, 0],
      ['T-001', 2],
      ['T-002', 4],
      [null, 8],
      [null, 9],
      ['US-001', 10],
      ['US-002', 11],
      ['internal/store', 13],
      [null, 14],
    ]);
  });

  it('have none where two go by the same', () => {
    const twice = '| GET | /a |\n| GET | /b |\n| PUT | /c |';
    expect(namedBlocks(twice).map(({ name }) => name)).toEqual([null, null, 'PUT']);
  });

  it('are taken from an answer where they were asked for, and only there', () => {
    const answer = `- **T-001:** Not asked for\n- **T-002:** Better\n  - _Files:_ none\n\n| US-001 | T-001, T-002 |`;
    expect(mergeBlocks(tasks, answer, ['T-002', 'US-001'])).toBe(
      tasks
        .replace(/- \*\*T-002[^|]*passes/u, '- **T-002:** Better\n  - _Files:_ none')
        .replace('| US-001 | T-001 |', '| US-001 | T-001, T-002 |'),
    );
  });

  it('are put behind the last of their kind where they are new and were asked for', () => {
    const answer = '| ID | Tasks |\n|----|-------|\n| US-003 | T-002 |\n| US-004 | T-002 |';
    expect(mergeBlocks(tasks, answer, ['US-003'])).toBe(
      tasks.replace('| T-002 |\n', '| T-002 |\n| US-003 | T-002 |\n'),
    );
    expect(mergeBlocks('Text.', answer, ['US-003'])).toBeNull();
  });

  it('are not put in once more where two go by the name: nobody knows which of them was meant', () => {
    const twice =
      '| ID | Tasks |\n|----|-------|\n| US-001 | T-001 |\n| US-001 | T-002 |\n| US-002 | T-003 |';
    expect(mergeBlocks(twice, '| US-001 | T-004 |', ['US-001'])).toBeNull();
    expect(mergeBlocks(twice, '| US-001 | T-004 |\n| US-002 | T-005 |', ['US-001', 'US-002'])).toBe(
      twice.replace('T-003', 'T-005'),
    );
  });

  it('are nothing where the answer has none of them', () => {
    expect(mergeBlocks(tasks, 'I can not do that.', ['T-001'])).toBeNull();
    expect(mergeBlocks(tasks, '', ['T-001'])).toBeNull();
  });

  it('stand whole in an excerpt, all else as it begins', () => {
    expect(excerptOf(tasks, ['T-001', 'US-002'])).toBe(`Tasks in build order:

- **T-001:** Create the table
  - _Done condition:_ \`make migrate\` exits 0
- **T-002:** Read the table …

| ID | Tasks |
|----|-------|
| US-001 | …
| \`US-002\` | T-002 |

- \`internal/store\` is new
- Other text that goes on for so long that nobody would …
`);
  });

  const line = fc.oneof(
    fc.constantFrom(
      '',
      '- **T-001:** x',
      '- **T-002:** y',
      '  - more',
      '| A | b |',
      '|---|---|',
      '| C | d |',
    ),
    fc.constantFrom('```', '~~~', '#### Heading', '> quote', '- [ ] **OQ-1** z', '1. `code` item'),
    fc.string({ maxLength: 12 }).map((text) => text.replace(/[\r\n]/gu, ' ')),
  );
  const markdown = fc.array(line, { maxLength: 30 }).map((lines) => lines.join('\n'));

  it('change no byte of any text that is merged with itself', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const names = namedBlocks(text).flatMap(({ name }) => name ?? []);
        expect(mergeBlocks(text, text, names) ?? text).toBe(text);
      }),
    );
  });

  it('leave every other block as it was, whatever the answer is', () => {
    fc.assert(
      fc.property(markdown, markdown, (text, answer) => {
        const [asked] = namedBlocks(text).flatMap(({ name }) => name ?? []);
        if (asked === undefined) return;
        const merged = mergeBlocks(text, answer, [asked]) ?? text;
        const block = namedBlocks(text).find(({ name }) => name === asked)?.text ?? '';
        const at = text.indexOf(block);
        expect(merged.startsWith(text.slice(0, at))).toBe(true);
        expect(merged.endsWith(text.slice(text.lastIndexOf(block) + block.length))).toBe(true);
      }),
    );
  });
});
