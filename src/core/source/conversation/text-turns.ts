import { fieldOf } from '../notation/requirement-fields';
import { isDecisionLabel } from './labelled-decisions';
import { sentencesOf } from './sentences';
import type { SpokenLine } from './sentences';
import { roleOf } from './speaker-role';
import type { Turn } from './turn';
import { withoutNoise } from './without-noise';

const date = String.raw`(?:\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4})`;
// Spaces belong to what comes after them, so that a long run of them is read in one way only.
const clock = String.raw`(?:(?:上午|下午|午前|午後|오전|오후)\s?)?(?:\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?:[.,]\d{1,3})?(?:\s*[AaPp]\.?[Mm]\.?|\s(?:Uhr|h)(?![\p{L}]))?|\d{1,2}\s?[Hh]\s?\d{2}|\d{1,2}[时時点시]\s?\d{1,2}[分분])`;
/** What may stand between a name and the time. */
const apart = String.raw`\s*(?:[,，、|@·–—-]\s*)?`;
const time = String.raw`(?:(?:[[(（]\s*)?(?:${date}[ T,]*)?${clock}(?:\s*[\])）])?)`;
const name = String.raw`[\p{Lu}\p{Lo}\p{Ll}][\p{L}\p{N}.'’_ -]{0,38}?`;

/** `**Ana (10:02):** text`, `[10:02] Ana: text`, `Ana, 10:02: text`, `12.10.26, 10:02 - Ana: text`. */
const labelled = new RegExp(
  String.raw`^\s*(?:>\s*)?(?:[-*]\s+)?(${time}(?:\s*[-–—])?\s*)?(\*\*|__)?(${name})(?:\s*(?:\*\*|__))?(?:\s*[(（][\p{L} ,/-]{1,30}[)）])?(?:${apart}(${time}))?(?:\s*(?:\*\*|__))?\s*[:：](?:\s*(?:\*\*|__))?\s*(?!\s)(.*)$`,
  'u',
);
/** `Ana Silva  10:02 AM` or `**Ana** 10:02` alone on its line, as it is copied out of a chat. */
const nameAndTime = new RegExp(
  String.raw`^(?:\*\*|__)?(${name})(?:\*\*|__)?[,，]?\s{1,4}(?:${date},?\s+)?${clock}\s*$`,
  'u',
);
/** `## User`, `#### _Assistant_`, `**Cursor**`, `[USER]`, `### 👤 You said:`. */
const roleAlone =
  /^(?:#{1,6}\s+|\*\*|__|\[)[^\p{L}#]{0,8}(\p{L}[\p{L}\p{N} .'’-]{0,30}?)\s*(?:said|says)?[^\p{L}\p{N}]{0,10}$/u;
/** `You said:`, as it is copied out of a page. */
const saidAlone = /^(\p{L}[\p{L}\p{N} .-]{0,30}?)\s+(?:said|says)\s*[:：]\s*$/u;

/** What opens a turn: who speaks, and what of the line is said already. */
interface Opening {
  readonly speaker: string;
  readonly rest: string;
  /** Marked by more than a colon: bold, with a time, on a line of its own, or the name of a role. */
  readonly marked: boolean;
  /** A role alone on its line, as tools write it. */
  readonly alone: boolean;
}

/** Roles written alone on their lines from which on labels within the text are no speakers. */
const decided = 2;

/** Share of the likely openings that must name somebody. */
const leastTalk = 0.7;

/** Turns of a transcript in Markdown or plain text; empty where nobody is named. */
export function textTurns(text: string): readonly Turn[] {
  const lines = withoutFrontMatter(withoutNoise(text).split(/\r\n|\n|\r/));
  if (isAider(lines)) return aiderTurns(lines);
  const openings = openingsOf(lines);
  const alone = [...openings.values()].filter((opening) => opening.alone).length;
  const speaks = alone >= decided ? (opening: Opening) => opening.alone : speakers([...openings.values()]);
  const turns: { readonly opening: Opening; readonly line: number; readonly lines: SpokenLine[] }[] = [];
  for (const [index, raw] of lines.entries()) {
    const opening = openings.get(index);
    if (opening !== undefined && speaks(opening)) {
      const said = opening.rest.trim() === '' ? [] : [{ line: index + 1, text: opening.rest }];
      turns.push({ opening, line: index + 1, lines: said });
    } else turns.at(-1)?.lines.push({ line: index + 1, text: raw });
  }
  return turns.map(({ opening, line, lines: spoken }) => turn(opening.speaker, line, spoken));
}

/** Front matter is nobody's word; its lines stay, empty, so that the others keep their numbers. */
function withoutFrontMatter(lines: readonly string[]): readonly string[] {
  const end = lines[0] === '---' ? lines.indexOf('---', 1) : -1;
  return end < 0 ? lines : lines.map((line, index) => (index <= end ? '' : line));
}

function turn(speaker: string, line: number, lines: readonly SpokenLine[]): Turn {
  return { speaker, role: roleOf(speaker), line, sentences: sentencesOf(lines) };
}

/** By index of the line; nothing opens within code. */
function openingsOf(lines: readonly string[]): ReadonlyMap<number, Opening> {
  const openings = new Map<number, Opening>();
  let fence: string | null = null;
  for (const [index, raw] of lines.entries()) {
    const mark = /^\s*(`{3,}|~{3,})/.exec(raw)?.[1];
    if (fence !== null) {
      if (mark?.startsWith(fence) === true) fence = null;
    } else if (mark !== undefined) fence = mark;
    else {
      const opening = openingOf(raw);
      if (opening !== null) openings.set(index, opening);
    }
  }
  return openings;
}

function openingOf(raw: string): Opening | null {
  const short = raw.length < 80 ? raw.trimEnd() : '';
  const role = (saidAlone.exec(short) ?? roleAlone.exec(short))?.[1]?.trim();
  if (role !== undefined && roleOf(role) !== 'person')
    return { speaker: role, rest: '', marked: true, alone: true };
  const dated = nameAndTime.exec(short.trim())?.[1];
  if (dated !== undefined) return { speaker: dated.trim(), rest: '', marked: true, alone: false };
  const found = labelled.exec(raw.slice(0, 2000));
  if (found?.[3] === undefined) return null;
  const speaker = found[3].trim();
  if (isDecisionLabel(speaker)) return null;
  const marked =
    [found[1], found[2], found[4]].some((part) => part !== undefined) || roleOf(speaker) !== 'person';
  return { speaker, rest: (found[5] ?? '') + raw.slice(2000), marked, alone: false };
}

/** A name before a colon speaks where it does so again, or is marked; a label of a list does not, where others speak. */
function speakers(openings: readonly Opening[]): (opening: Opening) => boolean {
  const counts = new Map<string, number>();
  for (const { speaker } of openings) counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
  const likely = openings.filter(({ speaker, marked }) => marked || (counts.get(speaker) ?? 0) >= 2);
  const certain = likely.filter(
    ({ speaker }) => roleOf(speaker) !== 'person' || fieldOf(`${speaker}: x`) === null,
  );
  const known = new Set(certain.map(({ speaker }) => speaker));
  // Where many labels are those of fields, this is a document with fields and no talk.
  return known.size >= 2 && certain.length >= likely.length * leastTalk
    ? ({ speaker }) => known.has(speaker)
    : () => true;
}

function isAider(lines: readonly string[]): boolean {
  return lines.slice(0, 50).some((line) => line.startsWith('# aider chat started at'));
}

/** aider writes prompts as fourth-level headings, output of tools as quotes, and answers as they are. */
function aiderTurns(lines: readonly string[]): readonly Turn[] {
  const turns: { readonly speaker: string; readonly line: number; readonly lines: SpokenLine[] }[] = [];
  for (const [index, raw] of lines.entries()) {
    const prompt = /^#### ?(.*)$/.exec(raw)?.[1];
    const last = turns.at(-1);
    if (raw.startsWith('> ') || raw.startsWith('# aider chat')) continue;
    const speaker = prompt === undefined ? 'assistant' : 'user';
    const line = { line: index + 1, text: prompt ?? raw };
    if (last?.speaker === speaker || (raw.trim() === '' && last !== undefined)) last?.lines.push(line);
    else if (raw.trim() !== '') turns.push({ speaker, line: index + 1, lines: [line] });
  }
  return turns.map(({ speaker, line, lines: spoken }) => turn(speaker, line, spoken));
}
