import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DocumentStream } from '../../../src/core/draft/document-stream';

function through(chunks: readonly string[]): string {
  const stream = new DocumentStream();
  return chunks.map((chunk) => stream.push(chunk)).join('') + stream.end();
}

/** The text cut at the given places. */
function cut(text: string, places: readonly number[]): string[] {
  const sorted = [...new Set(places.map((place) => place % (text.length + 1)))].sort((a, b) => a - b);
  return [...sorted, text.length].map((end, index) => text.slice(index === 0 ? 0 : sorted[index - 1], end));
}

const places = fc.array(fc.nat(2000), { maxLength: 40 });

describe('the document stream', () => {
  it('gives a plain document back as it came, however it is cut', () => {
    const text = '# Title\n\nText\n\n```go\nfunc f() {}\n```\n';
    fc.assert(
      fc.property(places, (at) => {
        expect(through(cut(text, at))).toBe(text);
      }),
    );
  });

  it('takes off a Markdown fence around the document, however it is cut', () => {
    const body = '# Title\n\n```go\nx\n```\n\nEnd\n';
    fc.assert(
      fc.property(places, (at) => {
        expect(through(cut('```markdown\n' + body + '```\n', at))).toBe(body);
      }),
    );
  });

  it('drops a greeting before the document', () => {
    expect(through(['Sure, here is', ' the spec:\n\n# Title\n', 'Text'])).toBe('# Title\nText');
  });

  it('keeps an answer that has no heading at all', () => {
    expect(through(['I can not ', 'do that.'])).toBe('I can not do that.');
    const long = 'word '.repeat(1000);
    expect(through([long, long])).toBe(long + long);
  });
});
