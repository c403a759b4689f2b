import type { Finding } from '../../checks/finding';
import { sourceLines } from '../document/places';
import type { Source } from '../source';
import { toFillIn, type SourceFix } from './source-fix';

/** Adds a term at the end of the glossary, written as its last entry is. */
export function addTerm(source: Source, { args: [term = ''] }: Finding): SourceFix | null {
  const lines = sourceLines(source.text);
  const last = source.facts.filter(({ topic }) => topic === 'term').at(-1);
  if (last === undefined || term === '') return null;
  const end = endOfEntry(lines, last.line);
  const column = (lines[end - 1] ?? '').length + 1;
  return {
    message: 'Add {0} to the terms',
    args: [term],
    range: { line: end, column, endLine: end, endColumn: column },
    newText: `\n${entryLike(lines[last.line - 1] ?? '', term)}`,
  };
}

const item = /^[ \t]*(?:(?:[-*+]|\d{1,3}[.)])\s+)?/;
/** `**Term**:`, `**Term:**`, `Term –`: how the term is set off, and from what. */
const setOff = /^(\*\*|__|`|)[^:：|]{1,80}?([:：]\1|\1\s*[:：]|\1\s+[–—-])(?=\s|$)/u;

function entryLike(entry: string, term: string): string {
  const cells = /^\s*\|(.*)\|\s*$/.exec(entry)?.[1]?.split('|');
  if (cells !== undefined) {
    const rest = cells.slice(2).map(() => '  ');
    return `| ${[marked(cells[0] ?? '', term), toFillIn, ...rest].join(' | ')} |`;
  }
  const lead = item.exec(entry)?.[0] ?? '';
  const [, mark = '', separator = ':'] = setOff.exec(entry.slice(lead.length)) ?? [];
  const next = lead.replace(/\d+/, (number) => String(Number(number) + 1));
  return `${next}${mark}${term}${separator} ${toFillIn}`;
}

/** The term in bold where those of the table are. */
function marked(cell: string, term: string): string {
  return /^\s*\*\*/.test(cell) ? `**${term}**` : term;
}

/** Last line of an entry that may go on, indented or not, below its first. */
function endOfEntry(lines: readonly string[], line: number): number {
  let end = line;
  for (;;) {
    const next = lines[end] ?? '';
    if (next.trim() === '' || /^\s{0,3}(?:#|\||[-*+]\s|\d{1,3}[.)]\s|```|~~~|>|---)/.test(next)) return end;
    end += 1;
  }
}
