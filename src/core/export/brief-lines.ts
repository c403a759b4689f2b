import type { IdReader } from '../spec/cite';
import type { SpecDocument } from '../spec/spec-document';
import { lineText } from '../spec/text-range';

/**
 * Lines of rows and list items that cite ids and none of those wanted, with what is nested in them; of a table that has no other
 * rows its head, too.
 *
 * @param reader knows all ids that may be cited
 */
export function linesAboutOthers(
  spec: SpecDocument,
  reader: IdReader,
  isWanted: (text: string, cited: readonly string[]) => boolean,
): ReadonlySet<number> {
  const gone = new Set<number>();
  const isOther = (text: string): boolean => {
    const cited = reader.cited(text);
    return cited.length > 0 && !isWanted(text, cited);
  };
  const drop = (from: number, to: number): void => {
    for (let line = from; line <= to; line++) gone.add(line);
  };
  for (const { rows, line, endLine } of spec.tables) {
    const others = rows.flatMap(([first]) =>
      first !== undefined && isOther(lineText(spec.lines, first.line)) ? [first.line] : [],
    );
    if (others.length === rows.length && others.length > 0) drop(line, endLine);
    else for (const other of others) gone.add(other);
  }
  for (const { line, lastLine, depth } of spec.listItems) {
    const text: string[] = [];
    for (let at = line; at <= lastLine; at++) text.push(lineText(spec.lines, at));
    if (depth === 0 && isOther(text.join('\n'))) drop(line, lastLine);
  }
  return gone;
}
