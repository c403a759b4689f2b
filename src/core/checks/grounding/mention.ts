import type { CodeSpan, SpecDocument, SpecTable } from '../../spec/spec-document';
import { offsetOf } from '../../spec/text-range';
import type { TextRange } from '../../text/position';

/** The words in which something is mentioned. */
export interface Mention {
  /** The sentence, or the table's cell, before and behind it. */
  readonly before: string;
  readonly after: string;
  /** What it stands under: names of its sections, innermost first; of a cell also the table's header and the whole row. */
  readonly under: readonly string[];
  /** Header of the column that holds it; empty outside tables. */
  readonly header: string;
}

/** No sentence is read further than this to either side. */
const reach = 300;
const sentenceEnd = /[.!?。！？;；]["”’)]?(?=\s)|\n[ \t]*\n|\n[ \t]*(?:[-*+]|\d+[.)]|>|#{1,6})[ \t]/gu;

/** Reads the words around a range, such as that of a code span. */
export function mentionAt(
  spec: SpecDocument,
  range: TextRange & Pick<CodeSpan, 'section' | 'host'>,
): Mention {
  const lines = spec.lines;
  const start = offsetOf(lines, range.line, range.column);
  const end = offsetOf(lines, range.endLine, range.endColumn);
  let before = spec.text.slice(Math.max(0, start - reach), start);
  let after = spec.text.slice(end, end + reach);
  if (range.host === 'cell') {
    before = before.slice(Math.max(before.lastIndexOf('|'), before.lastIndexOf('\n')) + 1);
    after = after.slice(0, firstOf(after, ['|', '\n']));
  }
  if (range.host === 'heading') {
    before = before.slice(before.lastIndexOf('\n') + 1);
    after = after.slice(0, firstOf(after, ['\n']));
  }
  const ends = [...before.matchAll(sentenceEnd)].at(-1);
  if (ends !== undefined) before = before.slice(ends.index + ends[0].length);
  const next = after.search(sentenceEnd);
  if (next !== -1) after = after.slice(0, next);
  const words = tableWords(spec, range);
  return { before, after, header: words[0] ?? '', under: [...words, ...sectionNames(spec, range.section)] };
}

/** Names of a section and those around it, the innermost first. */
export function sectionNames(spec: SpecDocument, section: number | null): readonly string[] {
  const names: string[] = [];
  for (let index = section; index !== null; index = spec.sections[index]?.parent ?? null)
    names.push(spec.sections[index]?.name ?? '');
  return names;
}

const tablesByLine = new WeakMap<SpecDocument, ReadonlyMap<number, SpecTable>>();

/** The table whose row stands on a line, if any. */
export function tableOn(spec: SpecDocument, line: number): SpecTable | undefined {
  let tables = tablesByLine.get(spec);
  if (tables === undefined) {
    tables = new Map(
      spec.tables.flatMap((table) =>
        [table.header, ...table.rows].map((row) => [row[0]?.line ?? 0, table] as const),
      ),
    );
    tablesByLine.set(spec, tables);
  }
  return tables.get(line);
}

function tableWords(
  spec: SpecDocument,
  { line, column, host }: TextRange & Pick<CodeSpan, 'host'>,
): readonly string[] {
  const table = host === 'cell' ? tableOn(spec, line) : undefined;
  if (table === undefined) return [];
  const row = table.rows.find(([first]) => first?.line === line) ?? [];
  const index = row.findIndex((cell) => cell.column <= column && column <= cell.endColumn);
  const others = row.filter((_, at) => at !== index).map(({ text }) => text);
  return [table.header[index]?.text ?? '', ...others.filter((text) => text.length <= 40)];
}

function firstOf(text: string, marks: readonly string[]): number {
  return Math.min(...marks.map((mark) => text.indexOf(mark)).filter((at) => at !== -1), text.length);
}
