/** Statements on one line: those that end like a sentence are followed by a space, others by a semicolon. */
export function joinStatements(statements: readonly string[]): string {
  return statements
    .map((text, index) =>
      index === statements.length - 1 || /[.!?。！？]["”»』」)]?$/u.test(text) ? text : `${text};`,
    )
    .join(' ');
}
