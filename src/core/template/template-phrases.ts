import { proseLines } from './template-heading';

const lambda = /\{\{#(list|field|rows)\}\}([\s\S]*?)\{\{\/\1\}\}/gu;
/** Tags that begin or end a part; those of values belong to the phrase around them. */
const partTag = /\{\{[#^/>][^{}]*\}\}/gu;
const heading = /^(#{1,6}[ \t]+(?:\d+(?:\.\d+)*[.)]?[ \t]+)?)(.*?)([ \t]*(?:\{[#.][^{}]*\})?[ \t]*)$/u;
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
  const titled = heading.exec(masked);
  const mapped =
    titled === null
      ? masked
          .split(/(\uE000\d+\uE001)/u)
          .map((part, at) => (at % 2 === 1 ? part : mapText(part, say)))
          .join('')
      : `${titled[1] ?? ''}${mapPhrase(titled[2] ?? '', say)}${titled[3] ?? ''}`;
  return mapped.replace(hidden, (_whole, index: string) => kept[Number(index)] ?? '');
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
  const [, before = '', inner = '', after = ''] =
    /^(\s*(?:\d+\.\s+)?(?:\[[A-Z]+\]\s*)?)(.*?)(\s*:?\s*)$/su.exec(text) ?? [];
  const labelled = /^([^:{}]+)(:\s+)(.*)$/su.exec(inner);
  if (labelled !== null && !hasWords(labelled[3] ?? ''))
    return `${before}${say(labelled[1] ?? '')}${labelled[2] ?? ''}${labelled[3] ?? ''}${after}`;
  return hasWords(inner) ? `${before}${say(inner)}${after}` : text;
}

function hasWords(text: string): boolean {
  return /\p{L}/u.test(text.replace(/\{\{[^{}]*\}\}|\uE000\d+\uE001/gu, ''));
}
