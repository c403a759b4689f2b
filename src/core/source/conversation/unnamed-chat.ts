import { accepts, hesitates, wonders } from '../vocabulary/settling-phrases';
import { isQuestion } from './open-points';
import { sentencesOf } from './sentences';
import type { Turn } from './turn';
import { unnamed } from './turn';
import { withoutNoise } from './without-noise';

/** Longest line of a chat, in characters, and of a question that leaves out its mark. */
const longest = { line: 160, question: 60 };
/** Share of its lines that ask or reply. */
const leastTalk = 0.34;
/** Lines that a document has and a chat does not: headings, bullets, numbers, rows, fences, labels. */
const written =
  /^\s*(?:#{1,6}\s|[-*+•>|]|\d{1,3}[.)、．]|```|~~~|---)|[:：]\s*$|^\s*\p{L}[^:：?？]{0,30}[:：]\s/u;

/** The lines of a chat that was pasted without names, each said by somebody else than the one before; empty where it is none. */
export function unnamedTurns(text: string): readonly Turn[] {
  const lines = withoutNoise(text)
    .split(/\r\n|\n|\r/)
    .map((raw, at) => ({ line: at + 1, text: raw }))
    .filter((line) => line.text.trim() !== '');
  if (lines.length < 2 || lines.some((line) => written.test(line.text) || line.text.length > longest.line))
    return [];
  const said = lines.map(({ line, text: raw }) => ({ line, text: asAsked(raw.trim()) }));
  const replies = said.filter((line) => accepts.test(line.text) || hesitates.test(line.text)).length;
  const questions = said.filter((line) => isQuestion(line.text)).length;
  if (replies === 0 || replies + questions < Math.max(2, said.length * leastTalk)) return [];
  return said.map((line) => ({
    ...{ speaker: unnamed, role: 'person', line: line.line },
    sentences: sentencesOf([line]),
  }));
}

/** Who writes in haste leaves out the mark: "and who can use it". */
function asAsked(text: string): string {
  return text.length <= longest.question && !/[.!?。！？]\s*$/u.test(text) && wonders.test(text)
    ? `${text}?`
    : text;
}
