/**
 * Text as the Markdown parser should see it, with every line at its old number: tags that stand alone on a line (they
 * would swallow what follows) and a fence around the whole document are blanked, headings without a space get one.
 */
export function prepareMarkdown(text: string): string {
  const unix = text.includes('\n') ? text : text.replace(/\r/g, '\n');
  const lines = unix.split('\n').map((line) => line.replace(/\r(?!$)/g, ' '));
  unwrap(lines);
  let fence: string | null = null;
  let table = false;
  for (const [at, line] of lines.entries()) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark !== undefined && fence === null) fence = mark;
    else if (mark !== undefined && fence !== null && mark.startsWith(fence) && /^\s*[`~]+\s*$/.test(line))
      fence = null;
    if (fence !== null) continue;
    // A blank line would end the table to Markdown, though not to the browser.
    if (table && line.trim() === '') lines[at] = '<!-- -->';
    if (/<table\b/i.test(line)) table = true;
    if (/<\/table>|^#{1,6} /i.test(line)) table = false;
    const heading = htmlHeading.exec(line);
    const summary =
      /^\s{0,3}(?:<details[^<>]{0,100}>\s*)?<summary[^<>]{0,100}>(.{1,300}?)<\/summary>\s*$/i.exec(line);
    if (heading !== null) lines[at] = `${'#'.repeat(Number(heading[1]))} ${withoutTags(heading[2] ?? '')}`;
    else if (summary !== null) lines[at] = `**${withoutTags(summary[1] ?? '').replace(/\*\*/g, '')}**`;
    else if (loneTag.test(line) && !keptTag.test(line)) lines[at] = line.endsWith('\r') ? '\r' : '';
    else if (/^#{2,6}[^\s#]/.test(line)) lines[at] = line.replace(/^#+/, '$& ');
    else if (line.length > longLine && (line.match(emphasis)?.length ?? 0) > manyMarks)
      lines[at] = line.replace(emphasis, ' ');
  }
  return lines.join('\n');
}

/** Emphasis marks by the thousand on one line are no prose, and the parser's time grows with their square. */
const emphasis = /[*_~[\]]/g;
const longLine = 4000;
const manyMarks = 1000;

/** Headings and folded parts that an author wrote as HTML are read as their Markdown. */
const htmlHeading = /^\s{0,3}<h([1-6])[^<>]{0,200}>(.{1,300}?)<\/h\1>\s*$/i;

function withoutTags(html: string): string {
  return html.replace(/<[^<>]{0,200}>/g, ' ').trim();
}

const loneTag = /^\s{0,3}<\/?[A-Za-z][\w:-]*(?:\s[^<>]{0,200})?>\s*$/;
const keptTag = /^\s*<\/?(?:pre|script|style|table|thead|tbody|tr|td|th|textarea)\b/i;

/** A document that a chat wrapped in a fence is the document inside. */
function unwrap(lines: string[]): void {
  const first = lines.findIndex((line) => line.trim() !== '');
  const last = lines.findLastIndex((line) => line.trim() !== '');
  if (first < 0 || !/^`{3,}(?:markdown|md)\s*$/i.test(lines[first] ?? '')) return;
  lines[first] = '';
  if (last > first && /^`{3,}\s*$/.test(lines[last] ?? '')) lines[last] = '';
}
