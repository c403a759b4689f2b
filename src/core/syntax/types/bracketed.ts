import { blanked } from '../../text/blanked';

/** A piece of a text. */
export interface Piece {
  readonly text: string;
  readonly start: number;
}

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '<': '>' };

/**
 * Offset of the bracket that closes the one at an offset, `-1` where none does. Strings are skipped; `=>` and `->` are no
 * brackets.
 */
export function closingBracket(text: string, open: number): number {
  const stack: string[] = [];
  for (let at = open; at < text.length; at += 1) {
    const char = text[at] ?? '';
    if (char === '"') {
      at = endOfString(text, at);
      continue;
    }
    const close = closing[char];
    if (close !== undefined) stack.push(close);
    else if (char === stack.at(-1) && !(char === '>' && /[=-]/u.test(text[at - 1] ?? ''))) {
      stack.pop();
      if (stack.length === 0) return at;
    }
  }
  return -1;
}

/** Pieces between the commas that stand in no brackets, spaces around them left out. */
export function splitTopLevel(text: string, offset: number): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  const add = (to: number): void => {
    const piece = text.slice(from, to);
    const lead = piece.length - piece.trimStart().length;
    if (piece.trim() !== '') pieces.push({ text: piece.trim(), start: offset + from + lead });
  };
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] ?? '';
    if (char === '"') at = endOfString(text, at);
    else if (char === ',') {
      add(at);
      from = at + 1;
    } else if (closing[char] !== undefined) {
      const end = closingBracket(text, at);
      if (end !== -1) at = end;
    }
  }
  add(text.length);
  return pieces;
}

/** The same text with comments blanked out, so that offsets stay. */
export function withoutComments(text: string): string {
  return text.replace(/"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?\*\//gu, (found) =>
    found.startsWith('"') ? found : blanked(found),
  );
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"' && text[at] !== '\n') at += text[at] === '\\' ? 2 : 1;
  return at;
}
