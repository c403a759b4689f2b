import type { SpecDocument } from '../../spec/spec-document';
import { lineText } from '../../spec/text-range';
import type { TextRange } from '../../text/position';
import { placeOfText } from '../../spec/place';
import type { SpecEdit } from '../spec-fix';
import { specPhrases } from '../../language/spec-phrases';
import { sayingOf } from '../../template/localize-template';
import type { CheckContext } from '../check';

const idLike = /(?<![\p{L}\p{N}_])[\p{L}\p{N}][\p{L}\p{N}._/~-]*\d[a-z]?(?![\p{L}\p{N}_])/gu;
/** What stands where a list has nothing in it. */
const nothing = /^[\s_*]*(?:(?:none|n\/a|[-–—.])[\s_*.]*)?$/iu;

/**
 * Adds an id behind the last one of a list on the first line of a range: of a cell, or of a field with its label.
 * `null` where the line is no list of ids, so that adding could change what it says.
 */
export function addToList(spec: SpecDocument, range: TextRange, id: string): SpecEdit | null {
  const line = lineText(spec.lines, range.line);
  const end = range.endLine === range.line ? range.endColumn - 1 : line.trimEnd().length;
  const text = line.slice(range.column - 1, end);
  // Only what stands outside of parentheses is the list.
  const list = text.replace(/\([^()]*\)/gu, (remark) => ' '.repeat(remark.length));
  const label = /^[\s_*]*\p{L}[^:：]{0,40}[:：][_*]*/u.exec(list)?.[0] ?? '';
  const last = [...list.slice(label.length).matchAll(idLike)].at(-1);
  const at = (from: number, to: number): TextRange => ({
    line: range.line,
    column: range.column + from,
    endLine: range.line,
    endColumn: range.column + to,
  });
  if (last !== undefined) {
    const behind = label.length + last.index + last[0].length;
    return { range: at(behind, behind), newText: `, ${id}` };
  }
  if (!nothing.test(list.slice(label.length))) return null;
  const from = label.length;
  return { range: at(from, text.length), newText: from > 0 || text === '' ? ` ${id}` : id };
}

/** Whether other entries stand beside a place, on its line. */
export function standsInList(spec: SpecDocument, place: TextRange): boolean {
  const line = lineText(spec.lines, place.line);
  return (
    /[,;、，]\s*$/u.test(line.slice(0, place.column - 1)) ||
    /^\s*[,;、，]/u.test(line.slice(place.endColumn - 1))
  );
}

/** Takes one id out of a list, with the comma beside it; the last one leaves the word for none. */
export function removeFromList(
  { spec, template }: Pick<CheckContext, 'spec' | 'template'>,
  place: TextRange,
): SpecEdit {
  const none = sayingOf(template)(specPhrases.none);
  const line = lineText(spec.lines, place.line);
  const before = line.slice(0, place.column - 1);
  const after = line.slice(place.endColumn - 1);
  const left = /(?<!\s)\s*[,;、，]\s*$/u.exec(before)?.[0].length;
  if (left !== undefined)
    return { range: placeOfText(place.line, place.column - left, place.endColumn), newText: '' };
  const right = /^\s*[,;、，]\s*/u.exec(after)?.[0].length;
  if (right !== undefined)
    return { range: placeOfText(place.line, place.column, place.endColumn + right), newText: '' };
  return { range: placeOfText(place.line, place.column, place.endColumn), newText: none };
}
