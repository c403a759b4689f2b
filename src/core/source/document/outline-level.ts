/** What a line opens with. */
export interface Enumerator {
  /** Numbers of one style count one list; `1.2` and `1.2.3` are styles of their own. */
  readonly style: string;
  /** How high numbers of this style usually stand, 1 the highest. */
  readonly rank: number;
  /** The last number, or 0 where it is none of the styles that count. */
  readonly number: number;
  /** All numbers of `1.2.3`; one for other styles. */
  readonly path: readonly number[];
  /** What the line opens with, up to its text. */
  readonly mark: string;
}

const ideographs = '一二三四五六七八九十';

interface Style {
  readonly style: string;
  readonly rank: number;
  readonly pattern: RegExp;
  readonly numbers: (found: string) => readonly number[];
}

const decimal = (found: string) => found.split('.').map(Number);
const counted = (found: string) => [/^\d+$/.test(found) ? Number(found) : ideographNumber(found)];
const circled = (found: string) => [found.charCodeAt(0) - '①'.charCodeAt(0) + 1];
const lettered = (found: string) => [found.toLowerCase().charCodeAt(0) - 'a'.charCodeAt(0) + 1];

/** Styles in the order in which they are tried. */
const styles: readonly Style[] = [
  {
    style: '第一',
    rank: 1,
    pattern: /^第([一二三四五六七八九十]{1,3}|\d{1,3})[章节節部条條][、.:：]?\s*/u,
    numbers: counted,
  },
  { style: '一', rank: 2, pattern: /^([一二三四五六七八九十]{1,3})[、.．]\s*/u, numbers: counted },
  {
    style: '1.1',
    rank: 4,
    pattern: /^(\d{1,3}(?:\.\d{1,3}){1,5})[.、．)）]?(?:\s+|(?=[^\d\s.]))/u,
    numbers: decimal,
  },
  { style: '1、', rank: 3, pattern: /^(\d{1,3})\s*[、．]\s*(?=\S)/u, numbers: counted },
  { style: '1)', rank: 3, pattern: /^(\d{1,3})\s*[)）]\s*(?=\S)/u, numbers: counted },
  { style: '1.', rank: 3, pattern: /^(\d{1,3})\s*\.\s*(?=\S)/u, numbers: counted },
  { style: '1', rank: 3, pattern: /^(\d{1,3})\s+(?=\S)/u, numbers: counted },
  { style: '(1)', rank: 9, pattern: /^[（(](\d{1,3})[)）]\s*/u, numbers: counted },
  { style: '(一)', rank: 3, pattern: /^[（(]([一二三四五六七八九十]{1,3})[)）]\s*/u, numbers: counted },
  { style: '①', rank: 10, pattern: /^([①-⑳])\s*/u, numbers: circled },
  { style: 'a)', rank: 11, pattern: /^([a-zA-Z])[.)]\s+/u, numbers: lettered },
];

function ideographNumber(text: string): number {
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text];
  const ten = text.includes('十') ? 10 * (tens === '' ? 1 : ideographs.indexOf(tens ?? '') + 1) : 0;
  return ten + (ones === '' || ones === undefined ? 0 : ideographs.indexOf(ones) + 1);
}

/** The number a line opens with, or `null`. */
export function enumeratorOf(line: string): Enumerator | null {
  for (const { style, rank, pattern, numbers } of styles) {
    const found = pattern.exec(line);
    if (found?.[1] === undefined) continue;
    const path = numbers(found[1]);
    const deep = path.length - 1;
    return {
      style: deep > 0 ? `1.1/${deep}` : style,
      rank: rank + Math.max(0, deep - 1),
      number: path.at(-1) ?? 0,
      path,
      mark: found[0],
    };
  }
  return null;
}

/** Styles up to this rank head chapters wherever they stand; a title without a number stands below them. */
const chapters = 2;
const titleRank = 2.5;

const titled = 'title';

interface Open {
  readonly style: string;
  readonly rank: number;
  readonly path: readonly number[];
  number: number;
}

/**
 * Tells how deep numbered lines stand, one after the other. What a style means depends on where it is used: `1、` heads a
 * chapter in one document and lists the details of `2.1` in the next, so a number belongs to the list it goes on with,
 * and a list that begins opens below the line before it.
 */
export class Outline {
  readonly #open: Open[] = [];
  #beforeTitle: readonly Open[] = [];

  /**
   * Depth of the next numbered line, from 1.
   *
   * @param isTitle whether the line names a known section: then it may go on with chapters before a title without number
   */
  next({ style, rank, number, path }: Enumerator, isTitle: boolean): number {
    const top = this.#beforeTitle[0];
    if (isTitle && top?.style === style && number === top.number + 1 && this.#isJustTitle())
      this.#open.splice(0, this.#open.length, top);
    const keep = path.length > 1 ? this.#parentOfPath(path, rank) : this.#listOf(style, rank, number);
    this.#open.length = keep;
    this.#open.push({ style, rank, path, number });
    return this.#open.length;
  }

  /** Depth of a title without a number: below chapters, above all other numbers, which begin anew. */
  title(): number {
    const keep = this.#aboveRank(titleRank);
    if (this.#open[keep]?.style !== titled) this.#beforeTitle = this.#open.slice(keep);
    this.#open.length = keep;
    this.#open.push({ style: titled, rank: titleRank, path: [], number: 0 });
    return this.#open.length;
  }

  #isJustTitle(): boolean {
    return this.#open[0]?.style === titled;
  }

  /** How many open lists stay open above `1.2.3`: those that hold `1.2`, or `1`, or rank higher. */
  #parentOfPath(path: readonly number[], rank: number): number {
    const sibling = this.#open.findLastIndex(
      (open) => open.path.length > 1 && open.path.length === path.length,
    );
    if (sibling >= 0) return sibling;
    const parent = this.#open.findLastIndex(
      (open) => open.path.length < path.length && open.path.every((part, index) => part === path[index]),
    );
    if (parent >= 0) return parent + 1;
    return this.#aboveRank(Math.min(rank, chapters + 1));
  }

  #listOf(style: string, rank: number, number: number): number {
    const same = this.#open.flatMap((open, at) =>
      open.style === style ? [{ at, number: open.number }] : [],
    );
    const goesOn = same.findLast((open) => number === open.number + 1);
    if (goesOn !== undefined) return goesOn.at;
    const last = same.at(-1);
    if (last === undefined) {
      // Authors change `1、` for `2` or `3.` within one list.
      const akin = this.#open.findLastIndex((open) => open.rank === rank && number === open.number + 1);
      if (akin >= 0) return akin;
    }
    // Chapters end whatever came before; other lists that begin open below it.
    if (last === undefined)
      return number === 1 && rank > chapters ? this.#open.length : this.#aboveRank(rank);
    if (number === 1) return last.at === this.#open.length - 1 ? last.at : this.#open.length;
    return (same.findLast((open) => number > open.number) ?? last).at;
  }

  #aboveRank(rank: number): number {
    const lower = this.#open.findIndex((open) => open.rank >= rank);
    return lower < 0 ? this.#open.length : lower;
  }
}
