import { diffWordsWithSpace } from 'diff';
import type { SpecDocument, SpecSection } from '../../spec/spec-document';
import { lineText, offsetOf, rangeOf } from '../../spec/text-range';
import { sectionNameKey } from '../../spec/section-name';
import type { TextRange } from '../../text/position';

/** What a comment is about, said so that it is found again after edits. */
export interface Anchor {
  /** The text that was marked. */
  readonly quote: string;
  /** What stood before and behind it. */
  readonly before: string;
  readonly after: string;
  /** Heading of the section that holds it; `null` before the first. */
  readonly section: string | null;
}

/** Where an anchor is by now. An orphan's text is gone: its place is the heading of its section, else the first line. */
export interface AnchoredPlace {
  readonly range: TextRange;
  readonly isOrphan: boolean;
}

export const longestQuote = 1000;
export const longestContext = 80;
/** The share of a quote that has to be left for it to be found. */
const leastKept = 0.6;
/** Words so short say nothing about where a text is. */
const shortWord = 4;

/** The anchor of a place of a spec. An empty range stands for its line. */
export function anchorAt(spec: SpecDocument, range: TextRange): Anchor {
  const { lines, text } = spec;
  const isEmpty = range.line === range.endLine && range.column === range.endColumn;
  const line = lineText(lines, range.line);
  const lead = line.length - line.trimStart().length;
  const start = isEmpty ? offsetOf(lines, range.line, lead + 1) : offsetOf(lines, range.line, range.column);
  const wished = isEmpty ? start + line.trim().length : offsetOf(lines, range.endLine, range.endColumn);
  const end = Math.min(wished, start + longestQuote);
  return {
    quote: text.slice(start, end),
    before: text.slice(Math.max(0, start - longestContext), start),
    after: text.slice(end, end + longestContext),
    section: sectionAt(spec, start)?.name ?? null,
  };
}

/** Finds what an anchor is about: where it stands word for word, of several places the one with its surroundings, else where most of it is left. */
export function placeAnchor(spec: SpecDocument, anchor: Anchor): AnchoredPlace {
  const found = exactly(spec, anchor) ?? nearly(spec, anchor);
  if (found !== null) return { range: rangeOf(spec.lines, ...found), isOrphan: false };
  const heading = spec.sections.find((section) => isNamed(section, anchor.section));
  const line = heading?.line ?? 1;
  const endColumn = lineText(spec.lines, line).length + 1;
  return { range: { line, column: 1, endLine: line, endColumn }, isOrphan: true };
}

type Span = readonly [start: number, end: number];

function exactly(spec: SpecDocument, anchor: Anchor): Span | null {
  const { quote, before, after } = anchor;
  if (quote.trim() === '') return null;
  let best: { readonly at: number; readonly score: number } | null = null;
  for (let at = spec.text.indexOf(quote); at !== -1; at = spec.text.indexOf(quote, at + 1)) {
    const ahead = spec.text.slice(Math.max(0, at - before.length), at);
    const behind = spec.text.slice(at + quote.length, at + quote.length + after.length);
    const around = sharedEnd(ahead, before) + sharedStart(behind, after);
    const score = around + (isNamed(sectionAt(spec, at), anchor.section) ? longestContext : 0);
    if (best === null || score > best.score) best = { at, score };
  }
  return best === null ? null : [best.at, best.at + quote.length];
}

/** Looks at each stretch of as many lines as the quote has. */
function nearly(spec: SpecDocument, { quote, section }: Anchor): Span | null {
  const height = quote.split(/\r\n|\n|\r/u).length;
  const telling = [...new Set(quote.match(/[\p{L}\p{N}_]+/gu) ?? [])].filter(
    (word) => word.length >= shortWord,
  );
  if (telling.length === 0) return null;
  const { starts, text } = spec.lines;
  let best: { readonly span: Span; readonly score: number } | null = null;
  for (let index = 0; index + height <= starts.length; index += 1) {
    const from = starts[index] ?? 0;
    const stretch = text.slice(from, starts[index + height] ?? text.length);
    const shared = telling.filter((word) => stretch.includes(word)).length;
    if (shared / telling.length < leastKept / 2) continue;
    const { kept, start, end } = comparison(quote, stretch);
    if (kept < leastKept) continue;
    const score = kept + (isNamed(sectionAt(spec, from), section) ? 0.2 : 0);
    if (best === null || score > best.score) best = { span: [from + start, from + end], score };
  }
  return best?.span ?? null;
}

/** How much of a quote a stretch of text has, from 0 to 1, and from where to where. */
function comparison(
  quote: string,
  stretch: string,
): { readonly kept: number; readonly start: number; readonly end: number } {
  let kept = 0;
  let at = 0;
  let start = stretch.length;
  let end = 0;
  for (const { value, added, removed } of diffWordsWithSpace(quote, stretch)) {
    if (removed) continue;
    const weight = value.replace(/\s+/gu, '').length;
    if (!added && weight > 0) {
      kept += weight;
      start = Math.min(start, at + value.length - value.trimStart().length);
      end = at + value.trimEnd().length;
    }
    at += value.length;
  }
  return { kept: kept / Math.max(1, quote.replace(/\s+/gu, '').length), start, end };
}

function sectionAt({ sections }: SpecDocument, offset: number): SpecSection | null {
  return sections.findLast(({ start, end }) => start <= offset && offset < end) ?? null;
}

function isNamed(section: SpecSection | null, name: string | null): boolean {
  return section === null || name === null ? section === name : section.nameKey === sectionNameKey(name);
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a[length] === b[length]) length += 1;
  return length;
}

function sharedEnd(a: string, b: string): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a.at(-1 - length) === b.at(-1 - length)) length += 1;
  return length;
}
