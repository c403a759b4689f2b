import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markdownOfText } from '../../../src/core/markdown/markdown-of-text';
import { parseMarkdown } from '../../../src/core/markdown/parse-markdown';
import { plainText } from '../../../src/core/markdown/plain-text';

describe('escaping text for Markdown', () => {
  it.each([
    'Export <img src=x onerror=alert(1)>',
    '[click](command:workbench.action.quit) ![x](https://example.com/x.png)',
    'https://example.com and www.example.com and me@example.com',
    '# heading',
    '- item',
    '1. item',
    '> quote',
    '**bold** _em_ `code` ~~gone~~ $(icon) $x^2$',
    '&lt;b&gt; &amp; a\\b',
    '| a | b |\n|---|---|',
    '    four spaces',
    'a\n===\nb',
    '---',
  ])('shows %j as it is', (text) => {
    expectPlain(text);
  });

  it('shows any text as it is, in paragraphs', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab1. -#>*_`[]()<>!\n\\&|~:=@') }), expectPlain),
    );
  });
});

function expectPlain(text: string): void {
  const tree = parseMarkdown(markdownOfText(text));
  expect(tree.children.every(({ type }) => type === 'paragraph')).toBe(true);
  const inline = tree.children.flatMap((node) => (node.type === 'paragraph' ? node.children : []));
  // A link may only be an address that is its own text.
  const links = inline.flatMap((node) => (node.type === 'link' ? [node] : []));
  for (const link of links) expect(link.url).toMatch(/^(?:https?:\/\/|mailto:)/u);
  for (const link of links)
    expect(link.url.replace(/^(?:https?:\/\/|mailto:)/u, '')).toBe(
      plainText(link).replace(/^https?:\/\//u, ''),
    );
  expect(inline.filter(({ type }) => type !== 'text' && type !== 'link')).toEqual([]);
  const squeeze = (value: string): string => value.replace(/\s+/gu, ' ').trim();
  expect(squeeze(tree.children.map(plainText).join('\n'))).toBe(squeeze(text));
}
