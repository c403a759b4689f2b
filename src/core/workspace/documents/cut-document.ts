import type { ContextDocument } from '../context';
import type { DocumentSection } from './document-sections';
import { documentSections } from './document-sections';
import { estimateTokens } from '../../text/estimate-tokens';

/** How much a section is about the source; `null` without one. */
export type SectionScore = ((section: DocumentSection) => number) | null;

/** Fewer tokens than this say too little to be worth their place. */
export const leastTokens = 200;
/** Headings that a mark names before it only counts them. */
const mostNamed = 8;

/**
 * Cuts a document to the sections that are closest to the source, in their order; where lines are missing, a mark
 * names them and their headings, so that what stands there can be asked for. The beginning is always kept. Without a
 * source the first sections are.
 *
 * @param room in estimated tokens, marks included
 * @returns `null` where there is no room for anything worth reading
 */
export function cutDocument(
  document: ContextDocument,
  room: number,
  score: SectionScore,
): ContextDocument | null {
  if (room < leastTokens) return null;
  const sections = documentSections(document.text);
  const scores = new Map(score === null ? [] : sections.map((section) => [section, score(section)]));
  const byClaim = [...sections.slice(1)].sort(
    (left, right) => (scores.get(right) ?? 0) - (scores.get(left) ?? 0) || left.from - right.from,
  );
  const [beginning] = sections;
  if (beginning === undefined) return null;
  const tokens = new Map(sections.map((section) => [section, estimateTokens(section.text)]));
  const size = (chosen: readonly DocumentSection[]): number =>
    gaps(chosen, sections).reduce(
      (sum, gap) => sum + estimateTokens(mark(gap, sections)),
      chosen.reduce((sum, section) => sum + (tokens.get(section) ?? estimateTokens(section.text)), 0),
    );
  let kept: readonly DocumentSection[] = [];
  for (const section of [beginning, ...byClaim]) {
    const more = inOrder([...kept, section]);
    if (size(more) <= room) kept = more;
    // A long section is worth its beginning where little else would be sent.
    else if (kept.length === 0 || size(kept) < room / 2)
      kept = withBeginning(section, kept, (chosen) => size(chosen) <= room);
  }
  if (kept.length === 0) return null;
  const text = joined(kept, sections);
  const lines = sections.at(-1)?.to ?? 0;
  const ranges = lineRanges(kept);
  const chosen = score === null ? 'the beginning' : 'what is closest to the source';
  return {
    ...document,
    text,
    tokens: estimateTokens(text),
    truncated: true,
    reason: `${document.reason}; cut to ${chosen}, lines ${ranges} of ${lines}`,
  };
}

function inOrder(sections: readonly DocumentSection[]): readonly DocumentSection[] {
  return [...sections].sort((left, right) => left.from - right.from);
}

interface Gap {
  readonly from: number;
  readonly to: number;
}

/** The lines between, before and after the kept sections. */
function gaps(kept: readonly DocumentSection[], sections: readonly DocumentSection[]): readonly Gap[] {
  const found: Gap[] = [];
  let next = 1;
  for (const { from, to } of kept) {
    if (next < from) found.push({ from: next, to: from - 1 });
    next = to + 1;
  }
  const last = sections.at(-1)?.to ?? 0;
  if (next <= last) found.push({ from: next, to: last });
  return found;
}

/** The text of the kept sections with a mark for each gap. */
function joined(kept: readonly DocumentSection[], sections: readonly DocumentSection[]): string {
  const parts = [
    ...kept.map(({ from, text }) => ({ from, text: text.endsWith('\n') ? text : `${text}\n` })),
    ...gaps(kept, sections).map((gap) => ({ from: gap.from, text: mark(gap, sections) })),
  ];
  return parts
    .sort((left, right) => left.from - right.from)
    .map(({ text }) => text)
    .join('');
}

function mark({ from, to }: Gap, sections: readonly DocumentSection[]): string {
  const names = sections
    .filter((section) => section.from >= from && section.from <= to && section.heading !== '')
    .map(({ heading }) => heading);
  const shown = names.slice(0, mostNamed).map((name) => `"${name}"`);
  const rest = names.length - shown.length;
  const listed = [...shown, ...(rest > 0 ? [`${rest} more`] : [])].join(', ');
  return `\n[Lines ${from}-${to} left out${listed === '' ? '' : `: ${listed}`}]\n\n`;
}

/** With as much of a section's beginning as fits, to the end of a paragraph or else of a line; unchanged if none does. */
function withBeginning(
  section: DocumentSection,
  kept: readonly DocumentSection[],
  fits: (chosen: readonly DocumentSection[]) => boolean,
): readonly DocumentSection[] {
  const lines = section.text === '' ? [] : section.text.split(/(?<=\n)/u);
  const chosen = (count: number): readonly DocumentSection[] =>
    inOrder([...kept, part(section, lines, count)]);
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(chosen(middle))) low = middle;
    else high = middle - 1;
  }
  // Not in the middle of a paragraph, if that costs less than half.
  const paragraph = lines.slice(0, low).findLastIndex((line) => line.trim() === '') + 1;
  const end = paragraph > low / 2 ? paragraph : low;
  return end < 1 ? kept : chosen(end);
}

function part(section: DocumentSection, lines: readonly string[], count: number): DocumentSection {
  return { ...section, to: section.from + count - 1, text: lines.slice(0, count).join('') };
}

/** `1-40, 88-120` */
function lineRanges(kept: readonly DocumentSection[]): string {
  const ranges: { from: number; to: number }[] = [];
  for (const { from, to } of kept) {
    const last = ranges.at(-1);
    if (last !== undefined && last.to + 1 >= from) last.to = to;
    else ranges.push({ from, to });
  }
  return ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)).join(', ');
}
