/** No line that somebody wrote is longer; what a tool packed into one says nothing that is looked for line by line. */
const longestLine = 5000;

/** The text with lines empty that are longer than anybody writes, each where it was: patterns would take long for them. */
export function withoutLongLines(text: string): string {
  const lines = text.split('\n');
  if (lines.every(({ length }) => length <= longestLine)) return text;
  return lines.map((line) => (line.length <= longestLine ? line : '')).join('\n');
}
