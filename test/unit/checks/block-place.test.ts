import { describe, expect, it } from 'vitest';
import { blockPlace } from '../../../src/core/checks/reading/block-place';
import { parseSpec } from '../../../src/core/spec/parse-spec';
import type { TextRange } from '../../../src/core/text/position';

/** The place of what begins with `found` in the only code block of a document. */
function placeOf(text: string, found: string, length = found.length): TextRange {
  const spec = parseSpec(text);
  const [block] = spec.codeBlocks;
  if (block === undefined) throw new Error('There is no code.');
  const start = block.value.indexOf(found);
  return blockPlace(spec, block, start, start + length);
}

describe('the place of a piece of code', () => {
  it('is that of the document, whatever the block is indented by', () => {
    const text = '- a\n\n  ```sql\n  SELECT 1;\n    FROM b;\n  ```\n';
    expect(placeOf(text, 'FROM')).toEqual({ line: 5, column: 5, endLine: 5, endColumn: 9 });
  });

  it('ends with its first line, of which a return is no part', () => {
    const text = '```yaml\r\nabc\r\nd\r\n```\r\n';
    const firstLine = { line: 2, column: 1, endLine: 2, endColumn: 4 };
    expect(placeOf(text, 'abc', 6)).toEqual(firstLine);
    expect(placeOf(text, '\r', 1)).toEqual({ ...firstLine, column: 4 });
  });

  it('lies within its line where indentation took a part of a tab', () => {
    const text = ' ```sql\n\t\\';
    expect(placeOf(text, '\\')).toEqual({ line: 2, column: 2, endLine: 2, endColumn: 3 });
    expect(placeOf(text, ' ', 1)).toEqual({ line: 2, column: 1, endLine: 2, endColumn: 1 });
  });
});
