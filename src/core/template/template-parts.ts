import { sha256Hex } from '../text/hash';
import type { Template } from './template';
import { readHeadings } from './template-heading';

/** Enough to tell versions of one section apart. */
const length = 16;

/** A hash of each section of a template by its key: heading, guidance and skeleton as far as the next heading. */
export function templateParts({ body }: Pick<Template, 'body'>): Readonly<Record<string, string>> {
  const lines = body.split('\n');
  const headings = readHeadings(body);
  const parts = new Map<string, string>();
  for (const [index, { key, level, lineIndex }] of headings.entries()) {
    if (level === 1) continue;
    const own = lines.slice(lineIndex, headings[index + 1]?.lineIndex).map((line) => line.trimEnd());
    // Two headings with one key are alternatives for one section.
    parts.set(key, `${parts.get(key) ?? ''}${own.join('\n').trim()}\n`);
  }
  return Object.fromEntries([...parts].map(([key, text]) => [key, sha256Hex(text).slice(0, length)]));
}
