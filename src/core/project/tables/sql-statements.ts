/** A piece of SQL and where it begins in the file. */
export interface SqlPiece {
  readonly text: string;
  readonly offset: number;
}

/** From here on a migration file says how it is undone, by tool: goose, dbmate, sql-migrate and Liquibase. */
const undoing = /^[ \t]*--\s*(?:\+goose\s+down|migrate:down|\+migrate\s+down|rollback)\b/im;

/** The part of a migration that is applied. */
export function appliedPart(text: string): string {
  const at = text.search(undoing);
  return at < 0 ? text : text.slice(0, at);
}

/** Statements of SQL whose comments and strings are blank; those in dollar quotes stay whole. */
export function statementsOf(masked: string): readonly SqlPiece[] {
  return splitAt(masked, 0, ';');
}

/** Pieces between separators that stand in no bracket and no dollar quotes. */
export function splitAt(text: string, offset: number, separator: string): readonly SqlPiece[] {
  const pieces: SqlPiece[] = [];
  let depth = 0;
  let start = 0;
  const push = (end: number): void => {
    const piece = text.slice(start, end);
    const space = /^\s*/.exec(piece)?.[0].length ?? 0;
    if (space < piece.length) pieces.push({ text: piece.slice(space), offset: offset + start + space });
  };
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '(') depth += 1;
    else if (character === ')') depth = Math.max(0, depth - 1);
    else if (character === '$') {
      const tag = /^\$\w*\$/.exec(text.slice(at, at + 64))?.[0];
      const end = tag === undefined ? -1 : text.indexOf(tag, at + tag.length);
      if (tag !== undefined && end >= 0) at = end + tag.length - 1;
    } else if (character === separator && depth === 0) {
      push(at);
      start = at + 1;
    }
  }
  push(text.length);
  return pieces;
}
