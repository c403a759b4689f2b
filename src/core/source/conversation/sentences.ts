import { cleanText } from '../document/inline-text';
import { noiseLabels, separators } from '../vocabulary/chat-noise';
import type { Sentence } from './turn';

/** A line of a message with its number in the file. */
export interface SpokenLine {
  readonly line: number;
  readonly text: string;
}

/** The sentences of a message; code in fences, separators and what tools said are left out. */
export function sentencesOf(lines: readonly SpokenLine[]): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let fence: string | null = null;
  let noise = false;
  for (const { line, text } of lines) {
    const mark = /^\s*(?:>\s*)?(`{3,}|~{3,})/.exec(text)?.[1];
    if (fence === null && mark !== undefined) fence = mark;
    else if (fence !== null) fence = mark?.startsWith(fence) === true ? null : fence;
    else if (text.trim() === '') noise = false;
    else if (noiseLabels.test(text.slice(0, 300))) noise = true;
    else if (!noise && !separators.test(text.slice(0, 200))) sentences.push(...split(line, text));
  }
  return sentences;
}

function split(line: number, text: string): readonly Sentence[] {
  const bare = cleanText(
    text.replace(/^\s*(?:>\s*)*(?:#{1,6}\s+)?(?:(?:[-*+]|\d{1,3}[.)])\s+)?(?:\[[ xX]\]\s+)?/, ''),
  );
  return bare
    .split(/(?<=[.!?。！？])\s*(?=[\p{Lu}\p{Lo}"“])/u)
    .map((part) => part.trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part))
    .map((part) => ({ line, text: part }));
}
