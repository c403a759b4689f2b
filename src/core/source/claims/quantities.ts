import { lowerBound, upperBound } from '../vocabulary/bounds';
import { counters, numberWords, units, type Dimension } from '../vocabulary/units';
import { neutralWords } from '../vocabulary/neutral-words';
import { stemOf } from '../../workspace/relevance/terms';

/** A number with what it counts. */
export interface Quantity {
  /** In seconds, bytes, hundredths or pieces. */
  readonly value: number;
  /** A dimension, or `count:` and what is counted. */
  readonly kind: Dimension | `count:${string}`;
  readonly bound: 'upper' | 'lower' | 'exact';
  /** Whether the unit's own length varies. */
  readonly loose: boolean;
  /** As written: `14 days`. */
  readonly text: string;
  /** Offsets in the text. */
  readonly start: number;
  readonly end: number;
}

const digits = String.raw`\d{1,3}(?:[ .,\u00a0\u202f’']\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?`;
const han = '[一二两三四五六七八九十百]{1,4}';
const spelled = [...numberWords.keys()].sort((a, b) => b.length - a.length).join('|');
const latinEnd = String.raw`(?![\p{L}\p{N}])`;
const unitWords = units.map(({ words }, at) => `(?<u${at}>${splitScripts(words)})`).join('|');
const amount = String.raw`(?<![\p{Script=Latin}\p{Script=Cyrillic}\p{N}.,_/:#-])(?:(?<n>${digits})(?<k>[kKMм]|万|만)?|(?<w>${spelled})(?=[\s-])|(?<h>${han}))`;
const counted = String.raw`(?<c>${counters})|\s(?<noun>\p{L}[\p{L}\p{M}-]{2,30})`;
const pattern = new RegExp(String.raw`${amount}(?:[\s\u00a0-]?(?:${unitWords})|${counted})`, 'giu');

/** Latin and Cyrillic words end where letters do; ideographs need no end. */
function splitScripts(words: string): string {
  const all = words.split('|');
  const open = all.filter((word) => /[\p{Script=Han}\p{Script=Kana}\p{Script=Hangul}%％]/u.test(word));
  const closed = all.filter((word) => !open.includes(word));
  return [...(closed.length > 0 ? [`(?:${closed.join('|')})${latinEnd}`] : []), ...open].join('|');
}

/** How far in front of a number and behind it its bound is looked for, in characters. */
const reachBefore = 28;
const reachBehind = 14;

/** The quantities of a sentence, in order. */
export function quantitiesOf(text: string): readonly Quantity[] {
  const found: Quantity[] = [];
  for (const match of text.matchAll(pattern)) {
    const { groups = {}, 0: whole, index } = match;
    const value = valueOf(groups);
    if (value === null) continue;
    const unit = units.find((_, at) => groups[`u${at}`] !== undefined);
    const noun = groups['c'] ?? groups['noun']?.toLowerCase();
    if (
      unit === undefined &&
      (noun === undefined ||
        neutralWords.has(noun) ||
        groups['h'] !== undefined ||
        (value === 1 && groups['n'] === undefined))
    )
      continue;
    const end = index + whole.length;
    found.push({
      value: value * (unit?.factor ?? 1),
      kind: unit?.dimension ?? `count:${stemOf(noun ?? '').slice(0, 6)}`,
      bound: boundOf(text, index, end),
      loose: unit?.loose === true,
      ...{ text: whole, start: index, end },
    });
  }
  return found;
}

function boundOf(text: string, start: number, end: number): Quantity['bound'] {
  const clauseStart = text
    .slice(Math.max(0, start - reachBefore), start)
    .replace(/^.*[,;:，；：、。(（]/su, '');
  const behind = text.slice(end, end + reachBehind).replace(/[,;:，；：、。)）].*/su, '');
  const bounds = [clauseStart, behind].flatMap((part) => boundsIn(`${part}0`));
  return bounds.at(-1) ?? 'exact';
}

/** Bounds that a text names, in order: "not less than" is one, though "less than" stands in it. */
function boundsIn(text: string): readonly ('upper' | 'lower')[] {
  const found = (['upper', 'lower'] as const).flatMap((bound) =>
    [...text.matchAll(bound === 'upper' ? upperBound : lowerBound)].map(({ 0: words, index }) => ({
      bound,
      start: index,
      end: index + words.length,
    })),
  );
  const whole = found.filter(
    (one) =>
      !found.some(
        (other) =>
          other !== one &&
          other.start <= one.start &&
          one.end <= other.end &&
          other.end - other.start > one.end - one.start,
      ),
  );
  return whole.sort((a, b) => a.start - b.start).map(({ bound }) => bound);
}

const hanDigits = '零一二三四五六七八九';

function valueOf(groups: Readonly<Record<string, string | undefined>>): number | null {
  const { n, k, w, h } = groups;
  if (w !== undefined) return numberWords.get(w.toLowerCase()) ?? null;
  if (h !== undefined) return hanNumber(h.replace(/两/g, '二'));
  if (n === undefined) return null;
  const times = k === undefined ? 1 : /^[kK]$/.test(k) ? 1000 : k === '万' || k === '만' ? 10_000 : 1_000_000;
  const value = Number(plainNumber(n)) * times;
  return Number.isFinite(value) ? value : null;
}

/** `1,000`, `1.000`, `1 000` and `99,9` as a number is written in code. */
function plainNumber(text: string): string {
  const compact = text.replace(/[ \u00a0\u202f’']/gu, '');
  const grouped = /^[1-9]\d{0,2}([.,])\d{3}(?:\1\d{3})*(?:([.,])(\d+))?$/.exec(compact);
  if (grouped !== null && grouped[1] !== grouped[2]) {
    const [whole = ''] = grouped[2] === undefined ? [compact] : compact.split(grouped[2]);
    return `${whole.replace(/[.,]/g, '')}${grouped[3] === undefined ? '' : `.${grouped[3]}`}`;
  }
  return compact.replace(',', '.');
}

function hanNumber(text: string): number | null {
  let total = 0;
  let digit = 0;
  for (const char of text) {
    const value = hanDigits.indexOf(char);
    if (value >= 0) digit = value;
    else {
      total += (digit === 0 ? 1 : digit) * (char === '百' ? 100 : 10);
      digit = 0;
    }
  }
  return total + digit || null;
}

/** Whether two quantities of one kind cannot both hold of one thing. */
export function areOpposed(first: Quantity, second: Quantity): boolean {
  if (first.kind !== second.kind || isEqual(first, second) || areFarApart(first, second)) return false;
  if (first.bound === second.bound) return true;
  const [low, high] = rank(first) <= rank(second) ? [first, second] : [second, first];
  // A least, an exact value and a most can hold together where they stand in this order.
  return low.value > high.value;
}

function rank({ bound }: Quantity): number {
  return bound === 'lower' ? 0 : bound === 'exact' ? 1 : 2;
}

/** Nobody means seconds in one place and days in another: these are of two things, whatever the words. */
function areFarApart(first: Quantity, second: Quantity): boolean {
  const [low, high] = [first.value, second.value].sort((a, b) => a - b);
  return first.kind !== 'percent' && (low ?? 0) * 1000 < (high ?? 0);
}

/** Months and years vary, so that 30 days may well be one month. */
function isEqual(first: Quantity, second: Quantity): boolean {
  const tolerance = first.loose || second.loose ? 0.09 : 1e-6;
  return Math.abs(first.value - second.value) <= tolerance * Math.max(first.value, second.value);
}

/** The text without the words that only bound a quantity. */
export function withoutBounds(text: string): string {
  return text.replace(upperBound, ' ').replace(lowerBound, ' ');
}
