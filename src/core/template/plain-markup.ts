/** How teams write templates: placeholders, labels, tables and task items of Markdown that has no front matter. */

/** What a writer puts something in the place of: `[...]`, `{{...}}`, `<...>`, `${...}`, `{...}`. */
export const placeholder = /\[[^\]\n]*\](?!\()|\{\{[^{}]*\}\}|<[^<>\n]*>|\$\{[^{}]*\}|\{[A-Za-z_][\w .-]*\}/g;

export const tableRow = /^\s*\|(.*)\|\s*$/;

/** The label of `**Label:**`, as an item or by itself; `''` where a line begins with none. */
export function labelOf(line: string): string {
  const text = /^\s*(?:[-*]\s+)?\*\*([^*\n]+)\*\*/.exec(line)?.[1] ?? '';
  const label = text.replace(/[:：]$/, '');
  return label.trimEnd() || label.slice(0, 1) || text;
}

/** A heading without its placeholders. */
export function plainHeading(heading: string): string {
  return heading
    .replace(placeholder, '')
    .replace(/\s{2,}/g, ' ')
    .trim();
}

/** `Phase 1: [Foundation]` as the name that it suggests. */
export function unbracketed(heading: string): string {
  return heading
    .replace(/[[\]{}<>]/g, '')
    .replace(/\s{2,}/g, ' ')
    .trim();
}

/** Texts of the items that can be ticked. */
export function taskItems(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => /^\s*[-*]\s+\[[ xX]\]\s+(\S.*)/.exec(line)?.[1] ?? []).map(plain);
}

/** Cells of a row; none where the line is no row. */
export function cellsOf(line: string): readonly string[] {
  return (tableRow.exec(line)?.[1] ?? '').split('|').map((cell) => cell.trim());
}

/** Whether a line parts the header of a table from its rows. */
export function isDelimiter(line: string): boolean {
  const row = line.trim().replace(/^\|/, '').replace(/\|$/, '');
  return row.split('|').every((cell) => /^:?-+:?$/.test(cell.trim()));
}

/** A team's text as part of a label or question: no placeholder, markup or Mustache. */
export function plain(text: string): string {
  return text
    .replace(placeholder, '')
    .replace(/[*_`|{}[\]<>]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The team's text as one guidance comment, unable to end the comment or to be taken for Mustache. */
export function guidance(lines: readonly string[]): readonly string[] {
  const text = lines
    .join('\n')
    .replace(/<!--|--!?>/g, '')
    .replace(/\{\{/g, '{ {')
    .replace(/^-{3,}\s*$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return text === '' ? [] : ['<!--', text, '-->'];
}
