import type { Html, Nodes, PhrasingContent } from 'mdast';
import { oncePer } from '../../text/remembered';
import type { SpecPart } from '../../spec/spec-part';
import { rangeOf, span } from '../../spec/text-range';
import { markerAlone } from '../../spec/vocabulary/answers';
import type { Check, Problem } from '../check';
import { isHollow } from '../../text/content';
import { inEachPart } from '../reading/in-each-part';
import { blanked } from '../../text/blanked';

/** Before `(` it was meant as a link, whose address breaks off. */
const brackets = /(?<![\\\p{L}\p{N}_)\]`])\[([^[\]]{2,400})\](?!\()/gu;
/**
 * Marks that stand in brackets for good: assumptions, parallel tasks, stories and priorities, footnotes, alerts, issues of another
 * repository, and words that tell what kind of thing a heading or an item is.
 */
const keptMark = /^(?:ASSUMPTION\b.*|[A-Z]{1,4}-?\d+|[\^!].*|[\w./-]*#\d+)$/su;
const kindMark =
  /^(?:optional|required|mandatory|conditional|draft|wip|new|changed|removed|deprecated|experimental|alpha|beta|stable|internal|external|public|private|breaking|informative|normative)$/iu;
const mustache = /(?<!\\)\{\{[^{}]*\}\}/gu;
const angles = /(?<![\\\p{L}\p{N}_])<([A-Za-z][^<>\n]{0,80})>/gu;
const idPattern = /(?<![\p{L}\p{N}_-])[A-Z]{1,5}-(?:X{2,4}|\d*0X+|N{2,4})(?![\p{L}\p{N}_])/gu;
const opensWithMarker = /(?:^|[.!?]\s+)(?:TODO|FIXME|TBD|NEEDS CLARIFICATION)\s*:/u;
const openQuestion = /^OQ-\d+\s*[:.–—-]\s*/u;
/** As a value it may say behind it what is to be cleared up; in a sentence the words are small. */
const valueToClarify = /^NEEDS CLARIFICATION(?![\p{L}\p{N}_])/u;
/** Comments that tools read; all others are guidance for the writer. */
const toolComment =
  /^<!--\s*(?:markdownlint|prettier|textlint|vale|cspell|spell|eslint|toc|\/toc|tech-spec)/iu;
const htmlTags = new Set(
  'a abbr b bdi bdo blockquote br caption cite code col dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img input ins kbd li mark ol p picture pre q rp rt ruby s samp section small source span strong sub summary sup table tbody td tfoot th thead tr tt u ul var video wbr svg path font center'.split(
    ' ',
  ),
);

/**
 * Nothing of the template is left to fill in: bracketed text that is no link, `{{name}}`, `<name>`, `US-XXX`, a cell, item or
 * value that is only TBD, TODO or ???, and guidance comments. What stands in code or is escaped with a backslash is meant, and an open question may quote what is to be cleared up.
 * Where the template is not known, a comment may be the author's own: a label is left alone, a longer one is a warning.
 *
 * Options: none.
 *
 * Good: `\[draft\]`, `[ASSUMPTION] One region is enough.`, `` `List<T>` ``, `[guide](docs/guide.md)`.
 * Bad: `[Name]`, `{{owner}}`, `<your team>`, `| Owner | TBD |`, a comment that tells what to write.
 */
export const placeholders: Check = {
  id: 'placeholders',
  title: 'No placeholder is left over.',
  severity: 'error',
  needsTemplate: false,
  needsRequirements: false,
  *run({ spec, template }) {
    for (const { comment, ...problem } of inEachPart(spec, inPart)) {
      if (comment === undefined || template !== null) yield problem;
      else if (!label.test(comment) || tellsToWrite.test(comment))
        yield {
          ...problem,
          message: 'A comment is left over: remove it, if it tells the writer what to write.',
          severity: 'warning',
        };
    }
  },
};

/** `<!-- Link targets -->`: a few words without an end, in front of what they name. */
const label = /^<!--\s*\p{Lu}[\p{L}\p{N}]*(?:\s+[\p{L}\p{N}&/-]+){0,3}\s*-->$/u;
const tellsToWrite =
  /^<!--\s*(?:describe|explain|list|add|say|state|write|fill|give|name|why|what|how|which|who|when|where|replace|optional|remove|delete|include|insert|todo|tbd|fixme)\b/iu;

interface Leftover extends Problem {
  /** Only comments have it. */
  readonly comment?: string;
}

const inPart = oncePer((part: SpecPart): readonly Leftover[] => [...inFlow(part, part.nodes)]);

function* inFlow(part: SpecPart, nodes: readonly Nodes[]): Iterable<Leftover> {
  for (const node of nodes) {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell')
      yield* inPhrasing(part, node.children, node.type);
    else if (node.type === 'html') yield* inHtml(part, node);
    else if ('children' in node) yield* inFlow(part, node.children);
  }
}

function* inPhrasing(
  part: SpecPart,
  children: readonly PhrasingContent[],
  holder: 'paragraph' | 'heading' | 'tableCell',
): Iterable<Leftover> {
  const [first] = children;
  const last = children.at(-1);
  if (first === undefined || last === undefined) return;
  const { start } = span(first);
  const written = part.text.slice(start, span(last).end);
  if (!mayHoldPlaceholder(written)) return;
  const source = maskMeant(written, children, start);
  const leftover = (text: string, index: number): Problem => ({
    message: 'Placeholder {0} is left over: fill it in, or escape it with a backslash if it is meant.',
    args: [text.replace(/\s+/gu, ' ')],
    ...rangeOf(part.lines, start + index, start + index + text.length),
  });
  for (const match of source.matchAll(brackets)) {
    const inner = match[1] ?? '';
    if (
      !keptMark.test(inner) &&
      !kindMark.test(inner) &&
      /\p{L}/u.test(part.text.slice(start + match.index, start + match.index + match[0].length))
    )
      yield leftover(
        part.text.slice(start + match.index, start + match.index + match[0].length),
        match.index,
      );
  }
  for (const match of source.matchAll(mustache)) yield leftover(match[0], match.index);
  for (const match of source.matchAll(idPattern)) yield leftover(match[0], match.index);
  for (const match of source.matchAll(angles)) {
    if (isPlaceholderTag(match[1] ?? '', source)) yield leftover(match[0], match.index);
  }
  for (const child of children)
    if (child.type === 'html' && child.value.startsWith('<!--')) yield* inHtml(part, child);
  if (holder !== 'heading') yield* markersIn(part, source, start);
}

const signs = ['[', '{{', '<', '-XX', '0X', '-NN'] as const;
const marker = /NEEDS CLARIFICATION|TBD|TBA|TBC|TODO|FIXME|XXX|\?{2,}|\.{3,}|…/giu;
const anyMarker = new RegExp(marker.source, 'iu');

/** Most texts hold none of what is looked for, and need not be masked to know it. */
function mayHoldPlaceholder(written: string): boolean {
  return signs.some((sign) => written.includes(sign)) || anyMarker.test(withoutEmphasis(written));
}

function withoutEmphasis(text: string): string {
  return text.replace(/[*_]/gu, '');
}

/** A marker alone as a line, an item, a cell, or as the value behind a label. */
function* markersIn(part: SpecPart, source: string, start: number): Iterable<Problem> {
  for (const { 0: line, index } of source.matchAll(/[^\r\n]+/gu)) {
    const whole = withoutEmphasis(line).trim();
    // Code is blanked, however long it is: `Modify: src/app.ts: TBD`.
    const value = whole.replace(/^(?:[^:：]{1,60}[:：]\s*)?(?:·+\s*[:：]\s*)?/u, '');
    if (
      ![whole, value].some((said) => markerAlone.test(said) || valueToClarify.test(said)) &&
      !opensWithMarker.test(whole)
    )
      continue;
    if (quotes(whole)) continue;
    const opens = opensWithMarker.test(whole) || valueToClarify.test(value);
    const last = [...line.matchAll(marker)].at(opens ? 0 : -1);
    const from = start + index + (last?.index ?? 0);
    yield {
      message: '{0} stands where a value should: fill it in, or put an open question (OQ-n) there.',
      args: [last?.[0] ?? whole],
      ...rangeOf(part.lines, from, from + (last?.[0].length ?? whole.length)),
    };
  }
}

/** An open question may say in the words of the source what is missing; one that says nothing else is none. */
function quotes(line: string): boolean {
  const question = openQuestion.exec(line);
  return question !== null && !isHollow(line.slice(question[0].length));
}

function* inHtml(part: SpecPart, node: Html): Iterable<Leftover> {
  const { start, end } = span(node);
  if (node.value.startsWith('<!--')) {
    if (toolComment.test(node.value)) return;
    yield {
      message: 'A guidance comment is left over: remove it.',
      args: [],
      fixable: true,
      comment: node.value,
      ...rangeOf(part.lines, start, end),
    };
    return;
  }
  const source = part.text.slice(start, end);
  for (const match of source.matchAll(angles)) {
    if (!isPlaceholderTag(match[1] ?? '', source)) continue;
    yield {
      message: 'Placeholder {0} is left over: fill it in, or escape it with a backslash if it is meant.',
      args: [match[0]],
      ...rangeOf(part.lines, start + match.index, start + match.index + match[0].length),
    };
  }
}

function isPlaceholderTag(inner: string, source: string): boolean {
  const name = /^[A-Za-z][A-Za-z0-9-]*(?=\s|$)/u.exec(inner)?.[0] ?? '';
  if (htmlTags.has(name.toLowerCase()) || inner.endsWith('/') || inner.includes('=')) return false;
  return name === '' || !source.includes(`</${name}>`);
}

/** The source with code, links, images and comments blanked out, position for position. */
function maskMeant(source: string, children: readonly Nodes[], offset: number): string {
  const pieces: string[] = [];
  let end = 0;
  const visit = (nodes: readonly Nodes[]): void => {
    for (const node of nodes) {
      if (isMeant(node)) {
        const from = span(node).start - offset;
        const to = span(node).end - offset;
        pieces.push(source.slice(end, from), blanked(source.slice(from, to), '\u00B7'));
        end = to;
      } else if ('children' in node) visit(node.children);
    }
  };
  visit(children);
  return pieces.join('') + source.slice(end);
}

function isMeant(node: Nodes): boolean {
  switch (node.type) {
    case 'inlineCode':
    case 'image':
    case 'imageReference':
    case 'footnoteReference':
    case 'link':
    case 'linkReference':
      return true;
    case 'html':
      return node.value.startsWith('<!--');
    default:
      return false;
  }
}
