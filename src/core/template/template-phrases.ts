import { proseLines } from './template-heading';

const lambda = /\{\{#(list|field|rows)\}\}([\s\S]*?)\{\{\/\1\}\}/gu;
/** Tags that begin or end a part; those of values belong to the phrase around them. */
const partTag = /\{\{[#^/>][^{}]*\}\}/gu;
const headingLead = /^#{1,6}[ \t]+(?:\d+(?:\.\d+)*[.)]?[ \t]+)?/u;
const code = /`[^`\n]*`/gu;
/** Marks around phrases: of tables, lists, quotes and emphasis. */
const marks = /(\||\*\*|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|^\s*(?:[-*+>]|\d+[.)])\s+(?:\[[ x]\]\s+)?)/u;
const hidden = /\uE000(\d+)\uE001/gu;

/**
 * A template's body with every phrase of it said otherwise: headings, labels, columns, cells, lines of text, and the questions
 * that stand in `{{#list}}` and such. Guidance comments, code, keys and tags stay as they are.
 *
 * @param say gives the other words for a phrase; values in a phrase stand as `{{name}}`
 */
export function mapPhrases(body: string, say: (phrase: string) => string): string {
  const lines = body.split('\n');
  for (const [index, line] of proseLines(body)) {
    if (line.trim() !== '' && !line.trimStart().startsWith('<!--')) lines[index] = mapLine(line, say);
  }
  return lines.join('\n');
}

/** The phrases of a body, each once, in document order. */
export function phrasesIn(body: string): readonly string[] {
  const found = new Set<string>();
  mapPhrases(body, (phrase) => {
    found.add(phrase);
    return phrase;
  });
  return [...found];
}

function mapLine(line: string, say: (phrase: string) => string): string {
  const kept: string[] = [];
  const hide = (text: string): string => `\uE000${kept.push(text) - 1}\uE001`;
  const masked = line
    .replace(lambda, (_whole, form: string, inner: string) =>
      hide(`{{#${form}}}${mapRequest(inner, say)}{{/${form}}}`),
    )
    .replace(partTag, hide)
    .replace(code, hide);
  const titled = headingParts(masked);
  const mapped =
    titled === null
      ? masked
          .split(/(\uE000\d+\uE001)/u)
          .map((part, at) => (at % 2 === 1 ? part : mapText(part, say)))
          .join('')
      : `${titled.before}${mapPhrase(titled.inner, say)}${titled.after}`;
  return mapped.replace(hidden, (_whole, index: string) => kept[Number(index)] ?? '');
}

interface Parts {
  readonly before: string;
  readonly inner: string;
  readonly after: string;
}

/** A heading between its marks with its number, and its key in braces; `null` where a line is none. */
function headingParts(line: string): Parts | null {
  const before = headingLead.exec(line)?.[0];
  if (before === undefined || /[\n\r\u2028\u2029]/u.test(line)) return null;
  const rest = line.slice(before.length);
  const whole = withoutBlanks(rest);
  const brace = whole.lastIndexOf('{');
  const hasKey = brace !== -1 && /^\{[#.][^{}]*\}$/u.test(whole.slice(brace));
  const inner = hasKey ? withoutBlanks(whole.slice(0, brace)) : whole;
  return { before, inner, after: rest.slice(inner.length) };
}

/** Without spaces and tabs at its end. */
function withoutBlanks(text: string): string {
  let end = text.length;
  while (text[end - 1] === ' ' || text[end - 1] === '\t') end -= 1;
  return text.slice(0, end);
}

/** A phrase behind its number or mark of notation, and without its colon. */
function phraseParts(text: string): Parts {
  const before = /^\s*(?:\d+\.\s+)?(?:\[[A-Z]+\]\s*)?/u.exec(text)?.[0] ?? '';
  const rest = text.slice(before.length);
  const whole = rest.trimEnd();
  const inner = whole.endsWith(':') ? whole.slice(0, -1).trimEnd() : whole;
  return { before, inner, after: rest.slice(inner.length) };
}

/** `topics | question | options` */
function mapRequest(inner: string, say: (phrase: string) => string): string {
  const parts = inner.split('|');
  return parts.map((part, index) => (index === 1 ? mapPhrase(part, say) : part)).join('|');
}

function mapText(text: string, say: (phrase: string) => string): string {
  return text
    .split(marks)
    .map((part, index) => (index % 2 === 1 ? part : mapPhrase(part, say)))
    .join('');
}

/** A label is a phrase without its colon, and so is what stands behind a number or a mark of notation. */
function mapPhrase(text: string, say: (phrase: string) => string): string {
  const { before, inner, after } = phraseParts(text);
  const labelled = /^([^:{}]+)(:\s+)((?:\S.*)?)$/su.exec(inner);
  if (labelled !== null && !hasWords(labelled[3] ?? ''))
    return `${before}${say(labelled[1] ?? '')}${labelled[2] ?? ''}${labelled[3] ?? ''}${after}`;
  return hasWords(inner) ? `${before}${say(inner)}${after}` : text;
}

function hasWords(text: string): boolean {
  return /\p{L}/u.test(text.replace(/\{\{[^{}]*\}\}|\uE000\d+\uE001/gu, ''));
}
