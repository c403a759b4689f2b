import { parseSpec } from '../spec/parse-spec';
import { isHollow } from '../text/content';
import { oneLine } from '../text/said';
import type { DocumentRole } from './import-format';

interface AskingDocument {
  readonly text: string;
  readonly role: DocumentRole;
}

/** More than any question says: a mark that nothing ends is none, and is not looked through to the end of a document. */
const longest = 2000;
const mark = String.raw`NEEDS CLARIFICATION:\s*(?!\s)`;
/**
 * In running text, then escaped. With what stands in brackets of its own, such as a link; where these do not match, up to
 * the first one that closes.
 */
const clarification = new RegExp(
  [
    String.raw`\[${mark}((?:\\.|\[[^\[\]]{0,${longest}}\]|(?!\n\s*\n)[^\\[\]]){1,${longest}})\]`,
    String.raw`\\\[${mark}((?:\\\[[^\\[\]]{0,${longest}}\\\]|\\[^[\]]|\[[^\[\]]{0,${longest}}\]|(?!\n\s*\n)[^\\[\]]){1,${longest}})\\\]`,
    String.raw`\\?\[${mark}((?:\\[^\]]|[^\\\]]){1,${longest}})\\?\]`,
  ].join('|'),
  'giu',
);
const ownId = /^(OQ-\d+)(?=[\s:.–—]|$)[\s:.–—-]*/u;
/** Where an id in front would ask the question here, too: at the start of a line, an item, a heading or a first cell. */
const lineStart = /^[\s>|]*(?:(?:[-*+]|\d+[.)]|#{1,6})\s+)?(?:\[[ xX]\]\s+)?[*_]*$/u;
/** Marks, box and indentation of a line are shorter than this. */
const longestStart = 100;
/** In the order in which their documents stand in the spec. */
const roles: readonly DocumentRole[] = ['overview', 'requirements', 'design', 'detail', 'tasks', 'task'];

/**
 * Marks of what is unclear become open questions, each one however often it is asked. One that opens with an id (`OQ-1 which
 * database?`, as our own exports have it) keeps it.
 *
 * @returns the documents with the questions in place, and the lines of a section that asks those that no document lists; none where there are none
 */
export function withQuestions<T extends AskingDocument>(
  documents: readonly T[],
): {
  readonly documents: readonly T[];
  readonly section: readonly string[];
} {
  const sorted = roles.flatMap((role) => documents.filter((one) => one.role === role));
  const found = sorted.flatMap(({ text }) => [...text.matchAll(clarification)].map(readMark));
  const ids = new Map<string, string>();
  for (const { id, words } of found) if (id !== null && !ids.has(words)) ids.set(words, id);
  const isOwn = ids.size > 0;
  const taken = sorted.flatMap(({ text }) =>
    [...text.matchAll(/\bOQ-(\d+)/gu)].map(([, digits]) => Number(digits)),
  );
  let last = Math.max(0, ...taken);
  for (const { id, words } of found) if (id === null && !ids.has(words)) ids.set(words, `OQ-${++last}`);
  const idOf = ({ id, words }: Marked): string => id ?? ids.get(words) ?? '';
  const asked = new Map<string, Set<string>>();
  for (const one of found) asked.set(idOf(one), (asked.get(idOf(one)) ?? new Set()).add(one.words));
  for (const id of isOwn ? listedIn(sorted) : []) asked.delete(id);
  return {
    documents: documents.map((document) => ({
      ...document,
      text: document.text.replace(clarification, (...match: readonly unknown[]) => {
        const marked = readMark(
          match.slice(0, 4).map((part) => (typeof part === 'string' ? part : undefined)),
        );
        return inPlace(idOf(marked), marked.words, opensLine(document.text, Number(match[4])));
      }),
    })),
    section:
      asked.size === 0
        ? []
        : [
            ...['', '## Open Questions', ''],
            ...[...asked].map(([id, words]) => `- [ ] **${id}:** ${[...words].join(' ').trim()}`.trimEnd()),
          ],
  };
}

interface Marked {
  /** `null` where it has none of its own. */
  readonly id: string | null;
  readonly words: string;
}

function readMark([, plain, escaped, first]: readonly (string | undefined)[]): Marked {
  const line = oneLine(plain ?? escaped ?? first ?? '');
  const [lead = '', id = null] = ownId.exec(line) ?? [];
  return { id, words: line.slice(lead.length) };
}

function inPlace(id: string, words: string, isStart: boolean): string {
  if (isStart) return words === '' ? `(${id})` : `(${id}: ${words})`;
  return words === '' ? id : `${id} (${words})`;
}

function opensLine(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - longestStart), at);
  const end = before.lastIndexOf('\n');
  return (end !== -1 || at <= longestStart) && lineStart.test(before.slice(end + 1));
}

function listedIn(documents: readonly AskingDocument[]): readonly string[] {
  return documents.flatMap(({ text }) =>
    parseSpec(text).openQuestions.flatMap(({ id, text: words }) => (isHollow(words) ? [] : [id])),
  );
}
