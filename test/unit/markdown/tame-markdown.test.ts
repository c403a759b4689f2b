import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../../src/core/markdown/parse-markdown';
import { tameMarkdown } from '../../../src/core/markdown/tame-markdown';

describe('a text that would keep the parser busy', () => {
  it('has a thousand brackets left in a paragraph, over its lines', () => {
    const tamed = tameMarkdown('[a](\n'.repeat(20_000));
    expect(tamed.split(/[[\]]/).length - 1).toBe(1000);
    expect(tamed).toHaveLength(100_000);
  });

  it('has a hundred marks left where quotes or lists are nested deeper', () => {
    expect(tameMarkdown('> '.repeat(5000)).split('>').length - 1).toBe(100);
    expect(tameMarkdown('1. '.repeat(5000)).split('.').length - 1).toBe(100);
    expect(tameMarkdown('- '.repeat(5000)).split('-').length - 1).toBe(100);
  });

  it('is parsed to its end', () => {
    for (const unit of ['[a](', '](', '![', '[^a] ', '> ', '1. ', '- '])
      expect(parseMarkdown(unit.repeat(20_000)).position?.end.offset).toBe(unit.length * 20_000);
  });
});

describe('any other text', () => {
  it('is what it was: long tables and lists of links too', () => {
    const table = `| a | b |\n|---|---|\n${'| [x](y) | [z](w) |\n'.repeat(3000)}`;
    expect(tameMarkdown(table)).toBe(table);
    const list = '- [ ] T-1 [x](y)\n'.repeat(3000);
    expect(tameMarkdown(list)).toBe(list);
    fc.assert(fc.property(fc.string(), (text) => tameMarkdown(text) === text));
  });
});
