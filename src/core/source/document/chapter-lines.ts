import type { Part } from '../parsing/build-sections';

/** `一、背景`, `（二）目标`: a chapter as Chinese authors number it. */
const chapter =
  /^(?:第[一二三四五六七八九十]{1,3}[章节節]|[（(]?[一二三四五六七八九十]{1,3}[)）、.．])\s*\p{L}/u;
/** `4.1 任务管理`: what stands below a chapter. */
const subchapter = /^\d{1,2}\.\d{1,2}[.、．]?\s*\p{L}/u;

/** Longest line that can be a title, in characters. */
const longestTitle = 30;
/** Least chapters that make a series. */
const leastChapters = 3;

/**
 * A document without headings whose paragraphs are numbered as chapters are, those as its headings. Where there are
 * fewer than three the parts stay as they are.
 */
export function withChapters(parts: readonly Part[]): readonly Part[] {
  if (parts.filter((part) => opens(part, chapter)).length < leastChapters) return parts;
  return parts.map((part): Part => {
    if (part.type === 'heading') return part;
    const depth = opens(part, chapter) ? 2 : opens(part, subchapter) ? 3 : 0;
    if (depth === 0) return part;
    const { text, line, struck } = part.block;
    return { type: 'heading', title: text, depth, line, struck };
  });
}

function opens(part: Part, number: RegExp): boolean {
  if (part.type === 'heading') return false;
  const { kind, text, line, endLine } = part.block;
  return (
    kind === 'paragraph' &&
    line === endLine &&
    text.length <= longestTitle &&
    !/[。.；;，,：:？?！!]$/u.test(text) &&
    number.test(text)
  );
}
