import { toString } from 'mdast-util-to-string';
import type { PhrasingContent } from 'mdast';
import { cancelledWords } from '../vocabulary/fields';

/** One source line of running text, markup removed. */
export interface InlineLine {
  readonly line: number;
  readonly text: string;
  /** The bold run the line opens with, or `null`. */
  readonly lead: string | null;
  /** Whether (nearly) all of it is struck through. */
  readonly struck: boolean;
}

interface Run {
  readonly text: string;
  readonly strong: boolean;
  readonly struck: boolean;
}

interface Style {
  readonly strong: boolean;
  readonly struck: boolean;
}

const lineBreakTag = /^<br\s*\/?>$/i;

/** Splits phrasing content at source lines. A `<br>` becomes a line feed inside the text, as table cells need it. */
export function inlineLines(nodes: readonly PhrasingContent[], startLine: number): readonly InlineLine[] {
  const lines = new Map<number, Run[]>();
  let line = startLine;
  const add = (text: string, style: Style) => {
    const runs = lines.get(line) ?? [];
    runs.push({ text, ...style });
    lines.set(line, runs);
  };
  const walk = (node: PhrasingContent, style: Style) => {
    line = node.position?.start.line ?? line;
    if (node.type === 'text') {
      node.value.split(/\r?\n|\r/).forEach((part, index) => {
        if (index > 0) line += 1;
        if (part !== '') add(part, style);
      });
    } else if (node.type === 'strong')
      for (const child of node.children) walk(child, { ...style, strong: true });
    else if (node.type === 'delete')
      for (const child of node.children) walk(child, { ...style, struck: true });
    else if ('children' in node) for (const child of node.children) walk(child, style);
    else if (node.type === 'html') {
      if (lineBreakTag.test(node.value)) add('\n', style);
    } else if (node.type !== 'break') {
      const text = toString(node);
      if (text !== '') add(text, style);
    }
  };
  for (const node of nodes) walk(node, { strong: false, struck: false });
  return [...lines]
    .map(([at, runs]) => finishLine(at, runs))
    .filter((entry) => entry.text !== '' || entry.lead !== null);
}

/** `**label：**text` is not bold to CommonMark where no space follows; authors mean it so. */
const literalLead = /^\s*(?:[-*+]\s)?(?:\[[ xX-]\]\s)?(?:\*\*|__)([^*_\n]{1,200})(?:\*\*|__)/u;
const literalMarks = /\*\*|__(?=\S)|(?<=\S)__|`/g;
const skippable = /^(?:\s|\[[ xX~-]\]|[^\p{L}\p{N}\s])*$/u;

function finishLine(line: number, runs: readonly Run[]): InlineLine {
  const raw = runs.map((run) => run.text).join('');
  let lead = '';
  for (const run of runs) {
    if (run.strong) lead += run.text;
    else if (lead === '' ? !skippable.test(run.text) : run.text.trim() !== '') break;
  }
  if (lead.trim() === '') lead = literalLead.exec(raw)?.[1] ?? '';
  const kept = lengthOf(runs.filter((run) => !run.struck));
  const struck = lengthOf(runs.filter((run) => run.struck));
  const literallyStruck = /^\W{0,6}~~[^~]+~~/u.test(raw);
  return {
    line,
    text: cleanText(raw),
    lead: lead.trim() === '' ? null : cleanText(lead),
    struck: literallyStruck || (struck > 0 && struck >= kept),
  };
}

/**
 * Whether text opens with something struck through that the rest gives a reason for: "~~PDF export~~ nobody asked".
 * "~~Mail~~ Push messages" puts something else in its place. What is no task must say that it is gone: "~~PDF~~ dropped".
 */
export function opensStruck(nodes: readonly PhrasingContent[], isTask: boolean): boolean {
  const at = nodes.findIndex((node) => /[^\s]/u.test(toString(node)));
  const first = nodes[at];
  if (first?.type !== 'delete') return false;
  const gone = toString(first).trim();
  const rest = toString({ type: 'paragraph', children: nodes.slice(at + 1) }).trim();
  return (
    /^\P{Ll}|\s|[\p{Script=Han}\p{Script=Kana}\p{Script=Hangul}]/u.test(gone) &&
    /^(?:$|\p{Ll}|[^\p{L}\p{N}])/u.test(rest) &&
    (isTask || cancelledWords.exec(rest.replace(/^[^\p{L}]+/u, ''))?.index === 0)
  );
}

/** Length of what runs say; a remark in brackets gives a reason and counts for nothing. */
function lengthOf(runs: readonly Run[]): number {
  const text = runs.map((run) => run.text).join('');
  return text.replace(/[[(（][^\][()（）]*[\])）]/gu, '').trim().length;
}

/** Removes markup that the parser left as text, and runs of blanks; line feeds stay. */
export function cleanText(text: string): string {
  return text
    .replace(literalMarks, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
}

const ideograph = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。、；：]$/u;

/** Joins wrapped lines as a reader would: with a space, but without one between ideographs. */
export function joinLines(lines: readonly string[]): string {
  let joined = '';
  for (const line of lines) {
    if (line === '') continue;
    joined += joined === '' || ideograph.test(joined.slice(-2)) ? line : ` ${line}`;
  }
  return joined;
}

/** One line of at most `limit` characters, cut at a word where there is one. */
export function titleOf(text: string, limit = 120): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= limit) return line;
  const cut = line.slice(0, limit - 1);
  const space = cut.lastIndexOf(' ');
  const end = space > limit * 0.6 ? cut.slice(0, space) : cut;
  return `${end.replace(/[\uD800-\uDBFF]$/, '').replace(/(?<![\s,;:，；：])[\s,;:，；：]+$/u, '')}…`;
}
