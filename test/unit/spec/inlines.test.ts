import { describe, expect, it } from 'vitest';
import { parseSpec } from '../../../src/core/spec/parse-spec';

const text = `# Title \`a\`

See \`b\` and [the PRD](../prds/x.md).

## 1. One \`c\`

- item \`\` d\`e \`\`
- ![shot](shot.png)

| Head |
|---|
| \`f\` |

\`\`\`go
\`not a span\`
\`\`\`

[ref]: https://example.com
`;

describe('what stands within lines of a spec', () => {
  it('has code spans with their place, section and what they stand in', () => {
    const { codeSpans } = parseSpec(text);
    const lines = text.split('\n');
    expect(codeSpans.map(({ value, section, host }) => [value, section, host])).toEqual([
      ['a', null, 'heading'],
      ['b', null, 'paragraph'],
      ['c', 0, 'heading'],
      ['d`e', 0, 'item'],
      ['f', 0, 'cell'],
    ]);
    for (const { value, line, column, endColumn } of codeSpans)
      expect(lines[line - 1]?.slice(column - 1, endColumn - 1)).toBe(value);
  });

  it('has links, images and definitions', () => {
    expect(
      parseSpec(text).links.map(({ kind, url, text: shown, section }) => [kind, url, shown, section]),
    ).toEqual([
      ['link', '../prds/x.md', 'the PRD', null],
      ['image', 'shot.png', 'shot', 0],
      ['definition', 'https://example.com', '', 0],
    ]);
  });

  it('has paragraphs outside lists and tables', () => {
    expect(parseSpec(text).paragraphs.map((paragraph) => paragraph.text)).toEqual(['See b and the PRD.']);
  });
});
