/** Fewest headings in the notation of wikis and trackers (`h2. Goal`) that tell how a text is written. */
const fewestHeadings = 2;
/** Longest line that is rewritten, in characters; no list item or row is longer. */
const longestLine = 20_000;

const heading = /^\s{0,3}h([1-6])\.\s+(?=\S)/;
const item = /^\s{0,8}([*#]{1,6}|-)\s+(?=\S)/;
const row = /^\s{0,3}\|/;
/** `{code:sql}` or `{noformat}` that opens a line, and what closes it wherever it stands. */
const fence = /^\s*\{(code|noformat)(?::[^{}]{0,80})?\}/;
const closing = { code: /\{code\}/, noformat: /\{noformat\}/ };
const markdownFence = /^\s{0,3}(?:`{3,}|~{3,})/;
const markdownHeading = /^#{1,6}\s+\S/;
/** `{quote}`, `{panel:title=Note}` and `{color}` say how something looks. */
const looks = /\{(?:quote|panel|color|anchor|toc)(?::[^{}]{0,120})?\}/g;

/**
 * A text that a tracker or wiki wrote in its own notation (headings `h2. Goal`, items `*`, `**` and `#`, rows
 * `||Key||Value||`, links `[title|address]`) as Markdown, each line at its number; any other text as it is. Rows become those of
 * an HTML table, because Markdown asks for a line below the head that is not there.
 */
export function fromWikiMarkup(text: string): string {
  const lines = text.split('\n').map((line) => line.replace(/\r$/, ''));
  if (!isWikiMarkup(lines)) return text;
  /** What closes the code that is open, or `null` outside of code. */
  let closes: RegExp | null = null;
  let depth = 0;
  let inTable = false;
  return lines
    .map((line, at) => {
      if (closes !== null) {
        if (!closes.test(line)) return line;
        closes = null;
        return '```';
      }
      const opened = fence.exec(line);
      const end = opened === null ? null : closing[opened[1] === 'code' ? 'code' : 'noformat'];
      // Code on one line, and a mark that nothing closes, stay running text.
      if (opened !== null && end !== null && !end.test(line.slice(opened[0].length))) {
        if (lines.slice(at + 1).some((later) => end.test(later))) {
          closes = end;
          return '```';
        }
      }
      if (line.length > longestLine) return line;
      const marks = item.exec(line);
      depth = marks === null ? (line.trim() === '' ? depth : 0) : Math.min(marks[1]?.length ?? 1, depth + 1);
      if (row.test(line)) {
        // Within `pre` a table ends with its last row, and not with the next empty line.
        const opens = inTable ? '' : '<pre><table>';
        inTable = row.test(lines[at + 1] ?? '');
        return `${opens}${tableRow(line)}${inTable ? '' : '</table></pre>'}`;
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

/** Whether the headings of a text are those of wikis: an example within Markdown shows some and has headings of its own. */
function isWikiMarkup(lines: readonly string[]): boolean {
  let wiki = 0;
  let own = 0;
  let fenced = false;
  for (const [at, line] of lines.entries()) {
    if (markdownFence.test(line)) fenced = !fenced;
    if (fenced) continue;
    if (heading.test(line)) wiki++;
    // `# Step` in a numbered list of a wiki has others beside it; a heading stands alone.
    else if (
      markdownHeading.test(line) &&
      (lines[at - 1] ?? '').trim() === '' &&
      (lines[at + 1] ?? '').trim() === ''
    )
      own++;
  }
  return wiki >= fewestHeadings && wiki > own;
}

/** `||Key||Value||` or `|EXP-1|Admins can ...|` as a row of HTML; a cell behind two marks is a head. */
function tableRow(line: string): string {
  const cells = inline(line)
    .trim()
    .replace(/\|{1,2}$/, '')
    .split('|');
  const html: string[] = [];
  let isHead = false;
  // The piece in front of the first mark is none, and an empty one stands between the two marks of a head.
  for (const [at, cell] of cells.entries()) {
    if (at === 0) continue;
    if (cell === '') isHead = true;
    else {
      const tag = isHead ? 'th' : 'td';
      html.push(`<${tag}>${cell.trim().replaceAll('<', '&lt;')}</${tag}>`);
      isHead = false;
    }
  }
  return `<tr>${html.join('')}</tr>`;
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
