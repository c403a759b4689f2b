import { withoutUnseen } from '../../text/unseen';
import type { DocumentModel } from '../document/document-model';
import { walkSections } from '../document/document-model';
import { fromWikiMarkup } from '../document/wiki-markup';
import { idSites } from '../ids/id-sites';
import { withTitles } from './lone-titles';
import { parseMarkdown } from './parse-markdown';
import { parsePlainLines } from './parse-plain-lines';

/**
 * Reads a text as Markdown where it has headings, by its lines where these say more: a document without headings whose
 * numbered lines are its chapters, or one that the Markdown parser gives up on. Characters that nobody sees are left out,
 * so that an id is what it looks like; lines keep their numbers.
 */
export function parseDocument(written: string): DocumentModel {
  const text = fromWikiMarkup(withoutUnseen(written));
  let document: DocumentModel | null = null;
  try {
    document = parseMarkdown(text);
  } catch {
    // Nesting beyond what the parser's recursion stands; the lines can still be read.
  }
  if (document === null) return parsePlainLines(text);
  if (document.headings > 1) return document;
  // Lines can't tell the cells of a table.
  if (document.headings === 0 && holdsTable(document)) return document;
  const titled = document.headings === 0 || isTitleAlone(document) ? chaptered(text, document) : null;
  if (titled !== null) return titled;
  // Lines of running text that goes on in the next say nothing by themselves.
  if (isWrapped(text)) return document;
  const plain = parsePlainLines(text);
  const said = says(document);
  if (said > 0 && (document.headings === 1 || said >= says(plain))) return document;
  return {
    ...plain,
    title: document.title ?? plain.title,
    frontMatter: document.frontMatter,
    headings: document.headings,
  };
}

function holdsTable({ root }: DocumentModel): boolean {
  return [...walkSections(root)].some(({ blocks }) => blocks.some(({ kind }) => kind === 'row'));
}

/** Whether the only heading titles the document. */
function isTitleAlone({ root }: DocumentModel): boolean {
  return root.blocks.length === 0 && root.sections[0]?.depth === 1;
}

/** A text whose chapters have titles on lines of their own, read by those, where they say as much as the lines do. */
function chaptered(text: string, document: DocumentModel): DocumentModel | null {
  const marked = withTitles(text);
  if (marked === null) return null;
  const titled = parseMarkdown(marked);
  const plain = parsePlainLines(text);
  return says(titled) >= Math.max(says(document), says(plain)) ? { ...titled, title: plain.title } : null;
}

/** How much of a document's structure a reading finds: ids that define, each once, and sections whose titles are known. */
function says({ root }: DocumentModel): number {
  const known = [...walkSections(root)].filter((section) => (section.match?.share ?? 0) >= 0.5);
  return new Set(idSites(root).map(({ id }) => id.id)).size + known.length;
}

/** Shortest line, as a share of the longest, that may have been broken for its length. */
const broken = 0.6;

/** Whether most lines of paragraphs go on in the next: they are broken anywhere, as editors and mail programs do. */
function isWrapped(text: string): boolean {
  const lines = text.split(/\r\n|\n|\r/).map((line) => line.trim());
  const longest = lines.reduce((most, line) => Math.max(most, line.length), 0);
  const pairs = lines
    .map((line, at) => [lines[at - 1] ?? '', line] as const)
    .filter((pair) => pair.every((line) => /^[\p{L}\p{N}"“(]/u.test(line)));
  const goingOn = pairs.filter(
    ([line, next]) =>
      line.length >= longest * broken && !/[.:;!?。：；！？]$/u.test(line) && /^\p{Ll}/u.test(next),
  );
  return goingOn.length * 2 > pairs.length;
}
