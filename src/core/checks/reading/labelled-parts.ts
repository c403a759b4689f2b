import { atxHeading } from '../../markdown/atx-heading';
import type { SpecDocument, SpecSection } from '../../spec/spec-document';
import { lineText } from '../../spec/text-range';
import type { TextRange } from '../../text/position';
import { linePlace } from '../../spec/place';

/** What a section says under one label: `**Auth:** owner`, a heading of its own, the first cell of a row. */
export interface LabelledPart {
  /** As written, without marks. */
  readonly label: string;
  /** What follows up to the next label, as written; header rows of tables are left out, they say nothing yet. */
  readonly value: string;
  /** The line of the label. */
  readonly place: TextRange;
}

const bold = /^(?:[-*+]\s+|\d+[.)]\s+)?(\*\*|__)([^*_\n][^*\n]{0,78}?)\1\s*(?!\s)(.*)$/u;
const item = /^[-*+]\s+(?:_|\*)?([\p{L}][^:：*_|`]{0,60}?)(?:_|\*)?[:：]\s*(?:[_*]\s*)?(?!\s)(.*)$/u;
const plain = /^([\p{Lu}\p{Lo}][^:：*_|`.]{0,40})[:：]\s+(?!\s)(.*)$/u;
const row = /^\|\s*(?:\*\*)?([^|*]{1,60}?)(?:\*\*)?\s*\|(.*)\|\s*$/u;
const rule = /^[\s:|]*-[\s:|-]*$/u;
const fence = /^(`{3,}|~{3,})/u;

/**
 * Splits a section by the labels in it. What stands before the first label has the label ``. Rows of a table count as
 * labelled by their first cell and as part of the label above them as well, since either may be meant.
 */
export function labelledParts(spec: SpecDocument, section: SpecSection): readonly LabelledPart[] {
  const lines = spec.lines;
  const parts: { label: string; value: string[]; place: TextRange }[] = [];
  const rows: LabelledPart[] = [];
  let current = { label: '', value: [] as string[], place: linePlace(spec, section.line) };
  parts.push(current);
  const open = (label: string, value: string, line: number): void => {
    current = {
      label: label.replace(/[:：]\s*$/u, '').trim(),
      value: [value.replace(/^\s*[:：]\s*/u, '')],
      place: linePlace(spec, line),
    };
    parts.push(current);
  };
  let fenced: string | null = null;
  for (let line = section.line + 1; (lines.starts[line - 1] ?? Infinity) < section.end; line++) {
    const text = lineText(lines, line).trim();
    const mark = fence.exec(text)?.[1] ?? null;
    if (fenced !== null || mark !== null) {
      if (fenced === null) fenced = mark;
      else if (mark?.startsWith(fenced) === true && text === mark) fenced = null;
      else current.value.push(text);
      continue;
    }
    const title = atxHeading(text);
    const labelled = bold.exec(text);
    const listed = item.exec(text) ?? plain.exec(text);
    const cells = row.exec(text);
    if (title !== null) open(title.text, '', line);
    else if (labelled !== null && isLabel(labelled[2] ?? '', labelled[3] ?? ''))
      open(labelled[2] ?? '', labelled[3] ?? '', line);
    else if (listed !== null) open(listed[1] ?? '', listed[2] ?? '', line);
    else if (rule.test(text) && text.includes('|')) current.value.pop();
    else {
      current.value.push(text);
      if (cells !== null)
        rows.push({ label: cells[1] ?? '', value: cells[2] ?? '', place: linePlace(spec, line) });
    }
  }
  return [
    ...parts.map(({ label, value, place }) => ({ label, value: value.join('\n').trim(), place })),
    ...rows,
  ];
}

/** `**Auth:** owner`, `**Auth**: owner` and `**Auth**` alone; bold words that open a sentence are none. */
function isLabel(words: string, rest: string): boolean {
  return /[:：]\s*$/u.test(words) || /^\s*[:：]/u.test(rest) || rest.trim() === '';
}
