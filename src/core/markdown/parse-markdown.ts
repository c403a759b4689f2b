import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { tameMarkdown } from './tame-markdown';

const processor = unified()
  .use(remarkParse)
  // One tilde is no strikethrough here: ranges such as `FR-01~FR-05` use it.
  .use(remarkGfm, { singleTilde: false })
  .use(remarkFrontmatter, ['yaml', 'toml'])
  .freeze();

/**
 * GitHub-flavoured Markdown with front matter as a syntax tree; offsets count UTF-16 code units of `text`. See
 * {@link tameMarkdown} for texts that nobody writes.
 */
export function parseMarkdown(text: string): Root {
  return processor.parse(tameMarkdown(text));
}
