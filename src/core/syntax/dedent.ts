/** A text without the indentation that all of its lines share, and how places in it lie in the original. */
export interface Dedented {
  readonly text: string;
  originalOffset(offset: number): number;
}

/** Takes away the spaces that every line that says something begins with. */
export function dedent(text: string): Dedented {
  const lines = text.split('\n');
  const indents = lines
    .filter((line) => line.trim() !== '')
    .map((line) => /^ */u.exec(line)?.[0].length ?? 0);
  const shared = indents.reduce((least, indent) => Math.min(least, indent), indents[0] ?? 0);
  if (shared === 0) return { text, originalOffset: (offset) => offset };
  const starts: number[] = [];
  const added: number[] = [];
  const dedented: string[] = [];
  let start = 0;
  let taken = 0;
  for (const line of lines) {
    const cut = Math.min(shared, /^ */u.exec(line)?.[0].length ?? 0);
    taken += cut;
    starts.push(start);
    added.push(taken);
    dedented.push(line.slice(cut));
    start += line.length - cut + 1;
  }
  return {
    text: dedented.join('\n'),
    originalOffset: (offset) => {
      const line = starts.findLastIndex((from) => from <= offset);
      return Math.min(offset + (added[line] ?? 0), text.length);
    },
  };
}
