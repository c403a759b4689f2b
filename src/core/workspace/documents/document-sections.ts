import { atxHeading } from '../../markdown/atx-heading';

/** A part of a Markdown document from one heading to the next, of whatever level. */
export interface DocumentSection {
  /** Plain text of the heading; empty for what stands before the first. */
  readonly heading: string;
  /** First and last line, from 1. */
  readonly from: number;
  readonly to: number;
  /** Its lines, the heading with them, each with its line break. */
  readonly text: string;
}

const fenceLine = /^\s{0,3}(`{3,}|~{3,})/;
const underlines = /^ {0,3}(?:=+|-{2,})[ \t]*$/;

/** Splits a text at its headings outside of code. The sections hold every line once, in order; at least one. */
export function documentSections(text: string): readonly DocumentSection[] {
  const lines = text.split(/(?<=\n)/u);
  const starts: { readonly line: number; readonly heading: string }[] = [];
  let fence: string | null = null;
  // Dashes that close front matter underline nothing.
  const frontMatterEnd = /^---[ \t]*\r?\n/.test(text)
    ? lines.findIndex((line, at) => at > 0 && /^---\s*$/.test(line))
    : -1;
  for (const [index, line] of lines.entries()) {
    if (index <= frontMatterEnd) continue;
    const mark = fenceLine.exec(line)?.[1];
    if (mark !== undefined) {
      if (fence === null) fence = mark;
      else if (mark.startsWith(fence)) fence = null;
      continue;
    }
    if (fence !== null) continue;
    const heading = atxHeading(line.trimEnd())?.text ?? '';
    if (heading !== '') starts.push({ line: index, heading: plain(heading) });
    else if (underlines.test(line.trimEnd()) && isParagraph(lines[index - 1]))
      starts.push({ line: index - 1, heading: plain(lines[index - 1] ?? '') });
  }
  const first = starts[0]?.line === 0 ? [] : [{ line: 0, heading: '' }];
  const all = [...first, ...starts];
  return all.map(({ line, heading }, index) => {
    const end = all[index + 1]?.line ?? lines.length;
    return { heading, from: line + 1, to: end, text: lines.slice(line, end).join('') };
  });
}

function isParagraph(line: string | undefined): boolean {
  return line !== undefined && /^ {0,3}[\p{L}\p{N}*_`"(]/u.test(line) && !/^ {0,3}[-*+] /.test(line);
}

function plain(heading: string): string {
  return heading.replace(/[*_`]/g, '').trim();
}
