import { noiseTags, wrapperTags } from '../vocabulary/chat-noise';

const noisy = new Set(noiseTags);
const wrapping = new Set(wrapperTags);
const tag = /<(\/?)([A-Za-z][\w:-]{1,60})(?:\s[^<>\n]{0,200})?(\/?)>/gu;

/**
 * A text without the elements that tools put into it. Line breaks stay, so that every line that is left keeps its
 * number. What stands in code fences, and elements that are never closed, stay as they are.
 */
export function withoutNoise(text: string): string {
  if (!text.includes('<')) return text;
  const closings = new Map<string, number[]>();
  for (const { 1: slash, 2: name = '', index } of text.matchAll(tag))
    if (slash === '/' && noisy.has(name)) {
      const known = closings.get(name);
      if (known === undefined) closings.set(name, [index]);
      else known.push(index);
    }
  let kept = '';
  let from = 0;
  for (const { 0: whole, 1: slash, 2: name = '', 3: empty, index } of text.matchAll(tag)) {
    if (index < from) continue;
    if (wrapping.has(name)) {
      kept += text.slice(from, index);
      from = index + whole.length;
    } else if (noisy.has(name) && slash === '' && empty === '') {
      const ends = closings.get(name) ?? [];
      // Openings come in order, so closings that lie behind are never asked for again.
      while ((ends[0] ?? Infinity) <= index) ends.shift();
      const end = ends[0];
      if (end === undefined) continue;
      const after = text.indexOf('>', end) + 1;
      kept += text.slice(from, index) + text.slice(index, after).replace(/[^\n]+/g, '');
      from = after;
    }
  }
  return kept + text.slice(from);
}
