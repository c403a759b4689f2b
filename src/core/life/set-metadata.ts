import type { SpecEdit } from '../checks/spec-fix';
import type { MetadataEntry, SpecDocument } from '../spec/spec-document';
import { lineText } from '../spec/text-range';
import { isMetadataName, metadataNamed } from '../spec/vocabulary/metadata-names';

/**
 * The edit that gives a value to an entry of the metadata: in its place where it is there, else on a line of its own behind
 * another entry, in the form that that one has, else below the title.
 *
 * @param value one line of Markdown
 * @param behind label of the entry behind which a new one goes
 */
export function setMetadata(spec: SpecDocument, label: string, value: string, behind: string): SpecEdit {
  const entry = entryOf(spec, label);
  if (entry !== undefined) {
    const { line, column, endLine, endColumn } = entry;
    return { range: { line, column, endLine, endColumn }, newText: value };
  }
  const before = entryOf(spec, behind);
  if (before === undefined) {
    const title = spec.lines.starts.findIndex((_, index) => /^# /u.test(lineText(spec.lines, index + 1)));
    return title === -1
      ? insertion(1, 1, `**${label}:** ${value}\n\n`)
      : insertion(title + 1, lineText(spec.lines, title + 1).length + 1, `\n\n**${label}:** ${value}`);
  }
  const text = lineText(spec.lines, before.line);
  return insertion(
    before.endLine,
    lineText(spec.lines, before.endLine).length + 1,
    `\n${asIn(text, label, value)}`,
  );
}

/** The entry of a label, or of another name for the same. */
function entryOf({ metadata }: SpecDocument, label: string): MetadataEntry | undefined {
  const name = label.toLowerCase();
  return isMetadataName('status', name) ? metadataNamed(metadata, 'status') : metadata.get(name);
}

/** The edit that takes an entry away with its line; `null` where it is not there. */
export function removeMetadata(spec: SpecDocument, label: string): SpecEdit | null {
  const entry = spec.metadata.get(label.toLowerCase());
  if (entry === undefined || entry.line === 1) return null;
  const { line, endLine } = entry;
  const isAlone = [...spec.metadata.values()].every((one) => one === entry || one.line !== line);
  if (!isAlone) return removePair(spec, entry);
  const column = lineText(spec.lines, line - 1).length + 1;
  const endColumn = lineText(spec.lines, endLine).length + 1;
  return { range: { line: line - 1, column, endLine, endColumn }, newText: '' };
}

/** `**Label:** ` before a value, with what sets it apart from another one on the line. */
const pairStart =
  /(?:(?<![ \t])[ \t]+)?(?:[|·•;][ \t]*)?(?:\*\*|__)[^*_]{1,60}(?:[:：](?:\*\*|__)|(?:\*\*|__)[ \t]?[:：])[ \t]?$/u;

/** What sets a value apart from the next entry on its line. */
const pairEnd = /^[ \t]*(?:[|·•;][ \t]*)?/u;

/** The edit that takes away an entry which stands in one line with others. */
function removePair(spec: SpecDocument, entry: MetadataEntry): SpecEdit | null {
  const { line, column, endLine, endColumn } = entry;
  const text = lineText(spec.lines, line);
  const before = pairStart.exec(text.slice(0, column - 1));
  if (before === null) return null;
  // The first one of a line goes with what sets the next one apart from it.
  const isFirst = /^\s*(?:[-*+]\s*)?$/u.test(text.slice(0, before.index));
  const space = isFirst ? (/^\s*/u.exec(before[0])?.[0].length ?? 0) : 0;
  const behind = isFirst && line === endLine ? (pairEnd.exec(text.slice(endColumn - 1))?.[0].length ?? 0) : 0;
  return {
    range: { line, column: before.index + 1 + space, endLine, endColumn: endColumn + behind },
    newText: '',
  };
}

/** A new entry in the form of the line of another one: table row, list item, front matter or bold label. */
function asIn(line: string, label: string, value: string): string {
  if (/^\s*\|/u.test(line)) return `| ${label} | ${value.replace(/(?<!\\)\|/gu, '\\|')} |`;
  const item = /^\s*[-*+]\s+/u.exec(line)?.[0];
  if (/^\s*[\w-]+\s*:/u.test(line)) return `${label.toLowerCase()}: ${JSON.stringify(value)}`;
  const isBroken = / {2}$|\\$/u.test(line);
  return `${item ?? ''}**${label}:** ${value}${isBroken ? '  ' : ''}`;
}

function insertion(line: number, column: number, newText: string): SpecEdit {
  return { range: { line, column, endLine: line, endColumn: column }, newText };
}
