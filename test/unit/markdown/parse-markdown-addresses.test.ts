import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../../src/core/markdown/parse-markdown';

const complete = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkFrontmatter, ['yaml', 'toml'])
  .freeze();

const templates = join(import.meta.dirname, '../../../templates');

describe('parsing Markdown without looking for addresses', () => {
  it.each([
    'Plain words, `code`, **bold_**, _x_ and ~~gone~~[^1].\n\n[^1]: Note.\n',
    'See https://example.org/a_b, http://example.org and www.example.org/x.',
    'Write HTTPS://EXAMPLE.ORG or WWW.example.org.',
    'a@example.org, mailto:a@example.org and xmpp:a@example.org/b',
    'a&#64;example.org and a&commat;example.org',
    'a\\@example.org, http\\://example.org, http:\\/\\/example.org, www\\.example.org',
    'http&#58;//example.org and www&#46;example.org and www&period;example.org',
    '| a | b |\n|---|---|\n| www.example.org | - [x] no |\n\n- [x] https://example.org\n- [ ] done',
    '[https://example.org](x) <https://example.org> <a@example.org> ![www.example.org](x)',
    'w h wwww http: https:/ /:// a:// +-._',
  ])('gives the tree that the complete parser gives: %j', (text) => {
    expect(parseMarkdown(text)).toEqual(complete.parse(text));
  });

  it('gives it for our own documents, whole and cut into pieces', () => {
    for (const name of readdirSync(templates).filter((file) => file.endsWith('.md'))) {
      const text = readFileSync(join(templates, name), 'utf8');
      for (const piece of [text, ...text.split(/^(?=## )/m)])
        expect(parseMarkdown(piece)).toEqual(complete.parse(piece));
    }
  });
});
