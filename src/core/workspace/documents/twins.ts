import type { ContextKind } from '../context';
import type { RuleFrontMatter } from './rule-front-matter';

/** Part of the text of both that near twins have in common, weighted by length. */
const leastShared = 0.9;
/** Of a text shorter than this, in characters, a small difference may be all there is to it. */
const shortest = 120;

/** Kinds of which a near twin is no new edition. */
const nearTwins: readonly ContextKind[] = ['rule', 'steering'];

/** Whether documents of a kind are twins when they differ in their title and a few lines. */
export function isToldByNearness(kind: ContextKind): boolean {
  return nearTwins.includes(kind);
}

/** Names of the tools themselves, which differ in a rule that was copied from one to the other. */
const toolNames =
  /\b(?:cursor|claude(?: code)?|(?:github )?copilot|windsurf|cascade|kiro|gemini(?: cli)?|cline|roo(?: code)?|continue|codex|agents?|ai assistants?)\b|\.mdc?\b/g;

/**
 * Documents that say the same: teams keep one rule in the folder of each tool, differing in front matter, title, white
 * space, link notation or the tool's name.
 */
export class Twins {
  readonly #exact = new Map<string, string>();
  readonly #texts: { readonly path: string; readonly length: number }[] = [];
  /** Line to the texts that have it. */
  readonly #postings = new Map<string, number[]>();

  /**
   * The earlier document that says the same as this one; `null` where there is none, and this one is remembered.
   *
   * @param near whether one that differs in its title and a few lines counts: of rules it is a copy, of research notes
   * it may be a new edition
   */
  firstOf(path: string, frontMatter: RuleFrontMatter, near: boolean): string | null {
    const text = plainOf(frontMatter, near);
    const twin = this.#exact.get(text.key) ?? (near ? this.#nearest(text) : null);
    if (twin !== null) return twin;
    this.#exact.set(text.key, path);
    this.#remember(path, text);
    return null;
  }

  #nearest({ unique, length }: PlainText): string | null {
    if (length < shortest) return null;
    const shared = new Map<number, number>();
    for (const line of unique) {
      for (const index of this.#postings.get(line) ?? [])
        shared.set(index, (shared.get(index) ?? 0) + line.length);
    }
    for (const [index, text] of this.#texts.entries()) {
      const common = shared.get(index) ?? 0;
      if (common >= leastShared * (length + text.length - common)) return text.path;
    }
    return null;
  }

  #remember(path: string, { unique, length }: PlainText): void {
    const index = this.#texts.push({ path, length }) - 1;
    for (const line of unique) {
      const posting = this.#postings.get(line);
      if (posting === undefined) this.#postings.set(line, [index]);
      else posting.push(index);
    }
  }
}

/** A text without what differs between twins. */
export interface PlainText {
  /** All of its lines. */
  readonly key: string;
  /** Its lines, each once. */
  readonly unique: ReadonlySet<string>;
  /** Of these together, in characters. */
  readonly length: number;
}

/**
 * The text of a document as twins are told by, made once for each.
 *
 * @param withoutTitle whether its title is what may differ
 */
export function plainOf(document: RuleFrontMatter, withoutTitle: boolean): PlainText {
  const known = withoutTitle ? untitled : whole;
  const made = known.get(document) ?? makePlain(document.body, withoutTitle);
  known.set(document, made);
  return made;
}

const [whole, untitled] = [
  new WeakMap<RuleFrontMatter, PlainText>(),
  new WeakMap<RuleFrontMatter, PlainText>(),
];

function makePlain(body: string, withoutTitle: boolean): PlainText {
  const lines = plainLines(body, withoutTitle);
  const unique = new Set(lines);
  return { key: lines.join('\n'), unique, length: lengthOf(unique) };
}

/**
 * The lines of a text without what differs between twins. Made of the whole text at once: a search in each line takes
 * longer, most of all at first.
 */
function plainLines(body: string, withoutTitle: boolean): readonly string[] {
  const text = body.replace(/<!--[\s\S]*?-->/g, '');
  const lines = plainText(text).split('\n');
  const first = lines.findIndex((line) => line !== '');
  const rest = first < 0 ? [] : lines.slice(first).filter((line) => line !== '');
  const isTitled = withoutTitle && rest.length > 1 && /^\s{0,3}#\s/.test(text.split(/\r?\n/)[first] ?? '');
  return isTitled ? rest.slice(1) : rest;
}

/** Words in small letters, one space between them; the line breaks stay. */
function plainText(text: string): string {
  const words = text
    .toLowerCase()
    .replace(/\]\((?:mdc:)?[^)\n]*\)/g, ']')
    .replace(toolNames, ' ')
    .replace(/[^a-z\d\n\x80-\uffff]+/g, ' ');
  // Classes of characters are slow to look up, and most texts are done.
  const plain = /[\x80-\uffff]/.test(words) ? words.replace(/[^\p{L}\p{N}\p{M}\n]+/gu, ' ') : words;
  return plain.replace(/^ | $/gm, '');
}

function lengthOf(lines: Iterable<string>): number {
  let length = 0;
  for (const line of lines) length += line.length;
  return length;
}

/** The file that a document merely points to (`@AGENTS.md`), as written, or `null`. */
export function pointsTo(frontMatter: RuleFrontMatter): string | null {
  const match =
    /^(?:@|(?:please )?(?:see|read|follow)\s+)?[`[(]*@?(?:\.\/)?([\w./-]+\.(?:md|mdc))[\])`.]*$/i.exec(
      frontMatter.body.replace(/^#.*$/gm, '').trim(),
    );
  return match?.[1] ?? null;
}
