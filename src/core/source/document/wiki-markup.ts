/** Fewest headings in the notation of wikis and trackers (`h2. Goal`) that tell how a text is written. */
const fewestHeadings = 2;
/** Longest line that is rewritten, in characters; no list item or row is longer. */
const longestLine = 20_000;

const heading = /^\s{0,3}h([1-6])\.\s+(?=\S)/;
const item = /^\s{0,8}([*#]{1,6}|-)\s+(?=\S)/;
const row = /^\s{0,3}\|/;
/** `{code:sql}` or `{noformat}` alone on a line. */
const fence = /^\s*\{(?:code|noformat)(?::[^{}]{0,80})?\}\s*$/;
/** `{quote}`, `{panel:title=Note}` and `{color}` say how something looks. */
const looks = /\{(?:quote|panel|color|anchor|toc)(?::[^{}]{0,120})?\}/g;

/**
 * A text that a tracker or wiki wrote in its own notation (headings `h2. Goal`, items `*`, `**` and `#`, rows
 * `||Key||Value||`, links `[title|address]`) as Markdown, each line at its number; any other text as it is. Rows become those of
 * an HTML table, because Markdown asks for a line below the head that is not there.
 */
export function fromWikiMarkup(text: string): string {
  const lines = text.split('\n');
  if (lines.filter((line) => heading.test(line)).length < fewestHeadings) return text;
  let fenced = false;
  let depth = 0;
  let inTable = false;
  return lines
    .map((raw, at) => {
      const line = raw.replace(/\r$/, '');
      if (fence.test(line)) {
        fenced = !fenced;
        return '```';
      }
      if (fenced || line.length > longestLine) return line;
      const marks = item.exec(line);
      depth = marks === null ? (line.trim() === '' ? depth : 0) : Math.min(marks[1]?.length ?? 1, depth + 1);
      if (row.test(line)) {
        const opens = inTable ? '' : '<table>';
        inTable = row.test(lines[at + 1] ?? '');
        return `${opens}${tableRow(line)}${inTable ? '' : '</table>'}`;
      }
      if (marks !== null) {
        // Deep enough for an item below a numbered one, and not so deep that it would be code.
        const sign = marks[1]?.startsWith('#') === true ? '1.' : '-';
        return `${'    '.repeat(depth - 1)}${sign} ${inline(line.slice(marks[0].length))}`;
      }
      return inline(line.replace(heading, (_, level: string) => `${'#'.repeat(Number(level))} `)).replace(
        /^bq\.\s+/,
        '> ',
      );
    })
    .join('\n');
}

/** `||Key||Value||` or `|EXP-1|Admins can ...|` as a row of HTML. */
function tableRow(line: string): string {
  const tag = line.trim().startsWith('||') ? 'th' : 'td';
  const cells = inline(line)
    .split('|')
    .map((cell) => cell.trim())
    // `||` stands between two heads, and a mark at either end; a cell without text holds a space.
    .filter((cell, at, all) => cell !== '' || (tag === 'td' && at > 0 && at < all.length - 1));
  return `<tr>${cells.map((cell) => `<${tag}>${cell.replaceAll('<', '&lt;')}</${tag}>`).join('')}</tr>`;
}

/** Running text: links, code, bold and struck text; how it looks otherwise is left out. */
function inline(text: string): string {
  return text
    .replace(looks, '')
    .replace(/\[~([\w.-]{1,60})\]/g, '@$1')
    .replace(/\[([^\][|]{1,200})\|([^\][|\s]{1,500})\]/g, '[$1]($2)')
    .replace(/\{\{([^{}]{1,200})\}\}/g, '`$1`')
    .replace(/(?<![\p{L}\p{N}*])\*(?=[^\s*])([^*]{0,500}[^\s*])\*(?![\p{L}\p{N}*])/gu, '**$1**')
    .replace(/(?<=^|\s)-(?=[^\s-])([^-]{0,500}[^\s-])-(?=$|[\s.,;:)])/gu, '~~$1~~');
}
