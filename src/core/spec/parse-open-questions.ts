import type { Blocks } from './parse-blocks';
import type { PartHeading } from './parse-sections';
import type { OpenQuestion, SpecTable } from './spec-document';
import { plainText } from '../markdown/plain-text';
import { rangeOf, span, type LineIndex } from './text-range';
import { resolvedWord } from './vocabulary/statuses';

const leadingId = /^\s*(OQ-\d+)(?![\p{L}\p{N}_])(?:[.-]\d)?\s*[:.–—-]*\s*/u;

/**
 * Everything that may declare an open question: list items, table rows, lines of paragraphs and headings that start with
 * `OQ-n`, with the section they stand in. Which section counts is for the template to say.
 */
export function parseOpenQuestions(
  blocks: Blocks,
  headings: readonly PartHeading[],
  lines: LineIndex,
): readonly OpenQuestion[] {
  const found: OpenQuestion[] = [];
  for (const { node, item } of blocks.listItems) {
    const { line, column, endLine, endColumn } = item;
    const lead = leadingId.exec(item.text);
    const struck = lead === null ? leadingId.exec(struckText(item.raw)) : null;
    const match = lead ?? struck;
    if (match === null) continue;
    const text = item.text.slice(lead?.[0].length ?? 0).trim();
    const nested = node.children.slice(1).map(plainText).join('\n').trim();
    found.push({
      id: match[1] ?? '',
      text: text === '' ? nested : text,
      resolved: item.checked === true || struck !== null || resolvedWord.test(text),
      section: item.section,
      line,
      column,
      endLine,
      endColumn,
    });
  }
  for (const table of blocks.tables) found.push(...rowQuestions(table));
  for (const { node, section } of blocks.paragraphs) {
    const { start, end } = span(node);
    for (const match of lines.text.slice(start, end).matchAll(/[^\r\n]+/gu)) {
      const plain = match[0].replace(/[*_]{2}/gu, '');
      const question = leadingId.exec(plain);
      if (question === null) continue;
      const text = plain.slice(question[0].length).trim();
      found.push({
        id: question[1] ?? '',
        text,
        resolved: resolvedWord.test(text),
        section,
        ...rangeOf(lines, start + match.index, start + match.index + match[0].length),
      });
    }
  }
  for (const [section, { name, start, bodyStart }] of headings.filter(({ level }) => level > 1).entries()) {
    const question = leadingId.exec(name);
    if (question === null) continue;
    const text = name.slice(question[0].length).trim();
    const range = rangeOf(lines, start, bodyStart);
    found.push({
      id: question[1] ?? '',
      text,
      resolved: resolvedWord.test(text),
      section,
      ...range,
    });
  }
  return found.sort((a, b) => a.line - b.line || a.column - b.column);
}

function rowQuestions(table: SpecTable): readonly OpenQuestion[] {
  return table.rows.flatMap((row) => {
    const [first, ...rest] = row;
    const last = row.at(-1);
    const match = first === undefined ? null : leadingId.exec(first.text);
    if (first === undefined || last === undefined || match === null) return [];
    const own = first.text.slice(match[0].length).trim();
    return {
      id: match[1] ?? '',
      text: own === '' ? (rest[0]?.text ?? '') : own,
      resolved: rest.some(({ text }) => resolvedWord.test(text)) || resolvedWord.test(own),
      section: table.section,
      line: first.line,
      column: first.column,
      endLine: last.endLine,
      endColumn: last.endColumn,
    };
  });
}

function struckText(raw: string): string {
  return raw.startsWith('~~') ? raw.replace(/~~|\*\*/gu, '') : '';
}
