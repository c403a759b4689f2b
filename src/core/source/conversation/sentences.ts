import { cleanText } from '../document/inline-text';
import { noiseLabels, separators } from '../vocabulary/chat-noise';
import { isListItem, titledLists } from './titled-lists';
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
  const lists = titledLists(lines);
  for (const [at, { line, text }] of lines.entries()) {
    const list = lists.get(at);
    const mark = /^\s*(?:>\s*)?(`{3,}|~{3,})/.exec(text)?.[1];
    if (fence === null && mark !== undefined) fence = mark;
    else if (fence !== null) fence = mark?.startsWith(fence) === true ? null : fence;
    else if (text.trim() === '') noise = false;
    else if (noiseLabels.test(text.slice(0, 300))) noise = true;
    else if (list === 'goes-on') goOn(sentences, text);
    else if (list !== undefined && isListItem(text))
      sentences.push({ line, text: bareOf(text), listed: list });
    // The title of such a list says nothing besides.
    else if (!noise && list === undefined && !separators.test(text.slice(0, 200)))
      sentences.push(...split(line, text));
  }
  return sentences;
}

/** Puts a line to the item that it goes on with. */
function goOn(sentences: Sentence[], text: string): void {
  const last = sentences.pop();
  if (last !== undefined) sentences.push({ ...last, text: `${last.text} ${bareOf(text)}` });
}

/** A line without marks of headings, items and boxes. */
function bareOf(text: string): string {
  return cleanText(
    text.replace(/^\s*(?:>\s*)*(?:#{1,6}\s+)?(?:(?:[-*+]|\d{1,3}[.)])\s+)?(?:\[[ xX]\]\s+)?/, ''),
  );
}

function split(line: number, text: string): readonly Sentence[] {
  return bareOf(text)
    .split(/(?<=[.!?。！？])\s*(?=[\p{Lu}\p{Lo}"“])/u)
    .map((part) => part.trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part))
    .map((part) => ({ line, text: part }));
}
