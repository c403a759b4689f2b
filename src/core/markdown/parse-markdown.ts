import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { tameMarkdown } from './tame-markdown';
import { withoutAddresses } from './without-addresses';

const base = unified()
  .use(remarkParse)
  // One tilde is no strikethrough here: ranges such as `FR-01~FR-05` use it.
  .use(remarkGfm, { singleTilde: false })
  .use(remarkFrontmatter, ['yaml', 'toml']);

const complete = base().freeze();
const withUrls = base().use(withoutAddresses, { urls: true }).freeze();
const plain = base().use(withoutAddresses, { urls: false }).freeze();

/** Of characters that are escaped, or written as references, an address may come about as well. */
const mayHoldUrl = /:\/\/|www\.|\\[:/.]|&[#\w]/i;

/**
 * GitHub-flavoured Markdown with front matter as a syntax tree; offsets count UTF-16 code units of `text`. See
 * {@link tameMarkdown} for texts that nobody writes.
 */
export function parseMarkdown(text: string): Root {
  return processorFor(text).parse(tameMarkdown(text));
}

/** Addresses are looked for at every letter, which takes as long as all else: not where a text has none. */
function processorFor(text: string): Pick<typeof complete, 'parse'> {
  if (text.includes('@')) return complete;
  return mayHoldUrl.test(text) ? withUrls : plain;
}
