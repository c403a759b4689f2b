/** A sentence with where it stands in its text, offsets from 0, the end excluded. */
export interface SentenceSpan {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const sentenceEnd = /(?<=[.!?;])\s+(?=[\p{Lu}\p{Lo}\d"“(])|(?<=[。！？；])|\n/gu;

/** Sentences of running text in most languages; a line feed ends one, too. Pieces of three characters are left out. */
export function sentenceSpans(text: string): readonly SentenceSpan[] {
  const spans: SentenceSpan[] = [];
  let from = 0;
  const add = (to: number) => {
    const raw = text.slice(from, to);
    const trimmed = raw.trim();
    const start = from + (raw.length - raw.trimStart().length);
    if (trimmed.length > 3) spans.push({ start, end: start + trimmed.length, text: trimmed });
  };
  for (const end of text.matchAll(sentenceEnd)) {
    add(end.index);
    from = end.index + end[0].length;
  }
  add(text.length);
  return spans;
}
