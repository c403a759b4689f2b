/** A stretch of a document. Lines and columns count from 1, columns in UTF-16 code units; the end is exclusive. */
export interface TextRange {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A plain range, without whatever else the value holds. */
export function plainRange({ line, column, endLine, endColumn }: TextRange): TextRange {
  return { line, column, endLine, endColumn };
}
