import { buildSections } from './build-sections';
import type { Part } from './build-sections';
import type { Block, DocumentModel } from '../document/document-model';
import { cleanText, joinLines } from '../document/inline-text';
import { labelledPoint } from '../notation/labelled-point';
import { enumeratorOf, Outline } from '../document/outline-level';
import type { Enumerator } from '../document/outline-level';
import { leadingId } from '../notation/requirement-id';
import { roleOfHeading } from '../sections/section-role';
import { obligation, strictDemand } from '../vocabulary/story-phrases';

interface Line {
  readonly line: number;
  readonly indent: number;
  /** Depth the enumerator gives, from 1; 0 for running text, `bulletLevel` for bullets. */
  readonly level: number;
  /** Depth of a numbered line or a title, from 1; 0 for others. */
  readonly depth: number;
  readonly text: string;
  /** Whether the line names a known section. */
  readonly isTitle: boolean;
}

const bullet = /^(?:(?:[-*+•·●▪◦‣–]|\[[ xX]\])\s+|・\s*)/u;
/** Depth of bullets: below every number. */
const bulletLevel = 99;

/**
 * Reads a document without headings by its lines: numbers give the depth, a line with lines below it heads them. A
 * parent of several numbered lines becomes a section, everything else an item.
 */
export function parsePlainLines(text: string): DocumentModel {
  const lines = place(text.split(/\r\n|\n|\r/).flatMap((raw, index) => readLine(raw, index + 1)));
  const parts: Part[] = [];
  const first = lines[0];
  for (const [at, line] of lines.entries()) {
    const below = childrenOf(lines, at);
    const depth = at === 0 && line.level === 0 ? 1 : Math.min(6, Math.max(2, line.depth + 1));
    if (isHeading(line, below, lines[at + 1]) || headsProse(lines, at))
      parts.push({ type: 'heading', title: line.text, depth, line: line.line, struck: false });
    else if (line.level === 0) parts.push({ type: 'block', block: blockOf('paragraph', line) });
    else if (!isDetail(lines, at))
      parts.push({
        type: 'block',
        block: { ...blockOf('item', line), ...withDetails(line, below) },
        ...(line.level < bulletLevel ? { closes: depth } : {}),
      });
  }
  const numbered = lines.some((line) => line.level > 0 && line.level < bulletLevel);
  const root = buildSections(numbered ? asFeatures(parts) : parts);
  return {
    title: first !== undefined && first.level === 0 ? cleanText(first.text).slice(0, 120) : null,
    frontMatter: null,
    root,
    headings: 0,
  };
}

/** Numbered lines under no known heading are read as the list of what is wanted. */
function asFeatures(parts: readonly Part[]): readonly Part[] {
  const known = parts.some(
    (part) => part.type === 'heading' && (roleOfHeading(part.title)?.share ?? 0) >= 0.5,
  );
  return known ? parts : [{ type: 'heading', title: 'Features', depth: 1, line: 1, struck: false }, ...parts];
}

interface RawLine {
  readonly line: number;
  readonly indent: number;
  readonly number: Enumerator | null;
  readonly isBullet: boolean;
  readonly text: string;
}

/** `3.1 Alarms ........ 9`: a line of a table of contents. */
const ofContents = /\.{5}\s?\d{1,4}$/u;

function readLine(raw: string, line: number): readonly RawLine[] {
  const trimmed = raw.trim();
  if (trimmed === '' || /^[-=_*~]{3,}$/.test(trimmed) || ofContents.test(trimmed)) return [];
  const indent = raw.length - raw.trimStart().length;
  const heading = /^#{1,6}\s*/.exec(trimmed)?.[0] ?? '';
  const number = heading === '' ? enumeratorOf(trimmed) : null;
  const dot = heading === '' && number === null ? (bullet.exec(trimmed)?.[0] ?? '') : '';
  const mark = number?.mark ?? heading + dot;
  return [{ line, indent, number, isBullet: dot !== '', text: cleanText(trimmed.slice(mark.length)) }];
}

/** Tells titles and depths. */
function place(raws: readonly RawLine[]): readonly Line[] {
  const outline = new Outline();
  return raws.flatMap((raw, at): readonly Line[] => {
    const { line, indent, number, isBullet } = raw;
    // A table that was pasted as text has each cell on a line of its own: an id, and below it what it stands for.
    const before = raws[at - 1];
    if (before !== undefined && isRunning(raw) && isBareId(before)) return [];
    const next = raws[at + 1];
    const cell = isBareId(raw) && next !== undefined && isRunning(next) ? next.text : null;
    const text = cell === null ? raw.text : `${raw.text}: ${cell}`;
    const titled = isTitle(text) && !(isRunning(raw) && next !== undefined && headsColumn(raw, next));
    const read = (level: number, depth: number) => [{ line, indent, level, depth, text, isTitle: titled }];
    if (number !== null) {
      const level = outline.next(number, titled);
      return read(level, level);
    }
    if (isBullet) return read(bulletLevel, 0);
    return read(0, titled ? outline.title() : 0);
  });
}

function isRunning({ number, isBullet }: RawLine): boolean {
  return number === null && !isBullet;
}

function isBareId(raw: RawLine): boolean {
  const id = raw.text.length > 40 || !isRunning(raw) ? null : leadingId(raw.text);
  return id?.rest === '' && id.standing === 'known';
}

/** Column headings of such a table stand right above each other or an id, and end in no colon. */
function headsColumn(raw: RawLine, next: RawLine): boolean {
  return (
    next.line === raw.line + 1 &&
    !/[:：]$/u.test(raw.text + next.text) &&
    ((isRunning(next) && isTitle(next.text)) || isBareId(next))
  );
}

/** How many lines ahead the children of a line are looked for. */
const farthest = 200;

/** Lines directly below in depth, running text skipped. */
function childrenOf(lines: readonly Line[], at: number): readonly Line[] {
  const parent = lines[at];
  if (parent === undefined || parent.level === 0) return [];
  const below: Line[] = [];
  for (let next = at + 1; next < Math.min(lines.length, at + farthest) && below.length < 50; next++) {
    const line = lines[next];
    if (line === undefined || (line.level === 0 && line.isTitle)) break;
    if (line.level === 0) continue;
    if (!isDeeper(line, parent)) break;
    below.push(line);
  }
  return below;
}

function isDeeper(line: Line, parent: Line): boolean {
  return line.level > parent.level || (line.level === parent.level && line.indent > parent.indent + 1);
}

/** A short line of running text without a full stop that names a known section, or ends with a colon. */
function isTitle(text: string): boolean {
  if (text.length > 60 || /[.。;；,，]$/u.test(text) || /^\p{Ll}.*[^:：]$/u.test(text)) return false;
  // "Not now: gift cards" says what it has to say itself.
  if (labelledPoint({ kind: 'paragraph', text }) !== null) return false;
  const match = roleOfHeading(text.replace(/[:：]$/u, ''));
  return match !== null && match.share >= 0.6;
}

function isHeading(line: Line, below: readonly Line[], next: Line | undefined): boolean {
  if (line.isTitle && line.level < bulletLevel)
    return line.level === 0 || below.length > 0 || (next !== undefined && next.level === 0 && !next.isTitle);
  if (line.level === 0 || line.level === bulletLevel) return false;
  return below.length >= 2 && !isDetailed(line, below);
}

/** `Title: one, two`: a line that tells one side of what stands above it. */
const labelledLine = /^[^:：.。]{1,24}[:：]\s*\S/u;

/** "申請を送れること": that something be so. */
const thatItBe = /こと。?$/u;

/** Whether a line demands something, and every line below it only gives a value for one side of that. */
function isDetailed({ text }: Line, below: readonly Line[]): boolean {
  return (
    below.length >= 2 &&
    (obligation.test(text) || strictDemand.test(text) || thatItBe.test(text)) &&
    below.every((line) => labelledLine.test(line.text))
  );
}

/** Longest name of a section that no vocabulary knows, in characters. */
const longestName = 30;

/**
 * Whether a numbered line without a full stop stands above running text, where a line of its depth beside it heads a list:
 * `4.2 Pick-up` and a paragraph behind `4.1 Ordering` and its points.
 */
function headsProse(lines: readonly Line[], at: number): boolean {
  const line = lines[at];
  const next = lines[at + 1];
  if (line === undefined || next === undefined || line.level === 0 || line.level === bulletLevel)
    return false;
  if (next.level !== 0 || next.isTitle || next.line < line.line + 2) return false;
  if (line.text.length > longestName || /[.。;；,，:：?？!！]$/u.test(line.text)) return false;
  return [-1, 1].some((step) => besideHeads(lines, at, step));
}

/** Whether the next line of the same depth before or after one heads a list. */
function besideHeads(lines: readonly Line[], at: number, step: number): boolean {
  const { level = 0 } = lines[at] ?? {};
  for (let other = at + step; Math.abs(other - at) < farthest; other += step) {
    const line = lines[other];
    if (line === undefined || (line.level > 0 && line.level < level)) return false;
    if (line.level === level) return childrenOf(lines, other).length >= 2;
  }
  return false;
}

/** Whether a line only details one above: the single child of a numbered line, or one of several that each give it a value. */
function isDetail(lines: readonly Line[], at: number): boolean {
  const line = lines[at];
  const previous = at === 0 ? undefined : lines[at - 1];
  if (line === undefined || previous === undefined || previous.level === 0) return false;
  if (isDeeper(line, previous)) return !isHeading(previous, childrenOf(lines, at - 1), line);
  if (line.level !== previous.level || line.indent !== previous.indent || !labelledLine.test(line.text))
    return false;
  const above = parentOf(lines, at);
  return above >= 0 && isDetailed(lines[above] ?? line, childrenOf(lines, above));
}

/** Most lines of one list that are looked back over. */
const mostSiblings = 12;

/** The line above a list in which a line stands right behind others of its depth; -1 where there is none near. */
function parentOf(lines: readonly Line[], at: number): number {
  const { level = 0, indent = 0 } = lines[at] ?? {};
  for (let above = at - 1; above >= Math.max(0, at - mostSiblings); above -= 1) {
    const line = lines[above];
    if (line === undefined || line.level === 0) return -1;
    if (line.level !== level || line.indent !== indent) {
      const below = lines[at];
      return below !== undefined && isDeeper(below, line) ? above : -1;
    }
  }
  return -1;
}

function withDetails(line: Line, below: readonly Line[]): Pick<Block, 'endLine' | 'text' | 'children'> {
  const details = below.length === 1 || isDetailed(line, below) ? below : [];
  const last = details.at(-1);
  return last === undefined
    ? { endLine: line.line, text: line.text, children: [] }
    : {
        endLine: last.line,
        text: joinLines([line.text]),
        children: details.map((detail) => blockOf('item', detail)),
      };
}

/** A line that is struck through as a whole, but for a reason in brackets. */
const struckThrough = /^~~[^~]+~~[.。]?\s*(?:[(（][^()（）]*[)）][.。]?)?$/u;

function blockOf(kind: 'item' | 'paragraph', line: Line): Block {
  return {
    ...{
      kind,
      line: line.line,
      endLine: line.line,
      text: line.text,
      starts: [],
      lead: null,
      struck: struckThrough.test(line.text),
      task: null,
    },
    ...{ ordinal: null, cells: [], columns: [], children: [], list: 1 },
  };
}
