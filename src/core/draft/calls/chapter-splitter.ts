import type { Template } from '../../template/template';
import { DocumentStream } from '../document-stream';
import { SectionTracker, type SectionProgress } from '../section-tracker';
import { chapterOfSections, type CallPlan } from './call-plan';

/** A piece of a call's answer and where it belongs. */
export interface ChapterPiece {
  /** Index in `CallPlan.chapters`; -1 for what stands before the first. */
  readonly chapter: number;
  readonly text: string;
}

/** A line that decides something: a heading, or a fence that makes headings of none. */
const telling = /^ {0,3}(?:[#`~]|$)/u;

/**
 * Sorts the answer of one call by chapters while it streams. What the call was not asked for, such as other chapters of the
 * document, is left out; a section that no template knows stays where it stands.
 */
export class ChapterSplitter {
  readonly #document = new DocumentStream();
  readonly #tracker: SectionTracker;
  readonly #own: ReadonlyMap<string, number>;
  /** Keys of all sections in them. */
  readonly #asked: ReadonlySet<string>;
  readonly #begun = new Set<number>();
  /** `null` while what comes is left out. */
  #chapter: number | null;
  /** What has come of a line that may decide something. */
  #line = '';
  /** Whether the line under way decides nothing, so that it is handed on as it comes. */
  #passing = false;
  #fence: string | null = null;
  #sections = 0;
  #ended = false;

  /** @param call index in the plan */
  constructor(template: Pick<Template, 'sections'>, plan: CallPlan, call: number) {
    this.#tracker = new SectionTracker(template);
    this.#own = new Map(
      plan.chapters.flatMap((chapter, index) =>
        chapter.call === call ? [[chapter.key, index] as const] : [],
      ),
    );
    this.#asked = new Set(
      [...chapterOfSections(template.sections)].flatMap(([key, chapter]) =>
        this.#own.has(chapter) ? [key] : [],
      ),
    );
    this.#chapter = plan.calls[call]?.opening === true ? -1 : null;
  }

  /** How many sections have begun. */
  get sections(): number {
    return this.#sections;
  }

  /** Of the sections of its own chapters; once it has ended, none is being written. */
  get progress(): readonly SectionProgress[] {
    return this.#tracker.progress(this.#ended);
  }

  /** Whether none of the sections that were asked for and may not be left out is missing. */
  get isWhole(): boolean {
    const sections = this.#tracker.progress(true);
    return sections.every(({ key, issue }) => !this.#asked.has(key) || issue !== 'missing');
  }

  push(answer: string): readonly ChapterPiece[] {
    return this.#take(this.#document.push(answer));
  }

  /** @returns what was held back */
  end(): readonly ChapterPiece[] {
    const pieces = this.#take(this.#document.end());
    const rest = this.#line === '' ? [] : this.#takeLine(`${this.#line}\n`);
    this.#line = '';
    this.#ended = true;
    return [...pieces, ...rest];
  }

  #take(text: string): readonly ChapterPiece[] {
    const pieces: ChapterPiece[] = [];
    for (const part of text.split(/(?<=\n)/u)) {
      if (this.#passing) pieces.push(...this.#pass(part));
      else {
        this.#line += part;
        if (this.#line.endsWith('\n')) {
          pieces.push(...this.#takeLine(this.#line));
          this.#line = '';
        } else if (!telling.test(this.#line)) {
          pieces.push(...this.#pass(this.#line));
          this.#line = '';
        }
      }
    }
    return pieces;
  }

  #pass(text: string): readonly ChapterPiece[] {
    this.#passing = !text.endsWith('\n');
    return this.#chapter === null || text === '' ? [] : [{ chapter: this.#chapter, text }];
  }

  #takeLine(line: string): readonly ChapterPiece[] {
    const mark = /^ {0,3}(`{3,}|~{3,})/u.exec(line)?.[1];
    if (mark !== undefined) {
      if (this.#fence === null) this.#fence = mark;
      else if (mark.startsWith(this.#fence)) this.#fence = null;
    } else if (this.#fence === null) this.#enter(line);
    if (this.#chapter === null) return [];
    if (this.#tracker.push(line)) this.#sections += 1;
    return [{ chapter: this.#chapter, text: line }];
  }

  /** Decides by a heading of level 1 or 2 where what follows belongs. */
  #enter(line: string): void {
    const level = /^ {0,3}(#{1,2})[ \t]/u.exec(line)?.[1]?.length;
    if (level === undefined) return;
    if (level === 1) {
      // The title belongs to the call that opens the document; said again by another one it is no part of it.
      if (this.#begun.size === 0 && this.#chapter !== -1) this.#chapter = null;
      return;
    }
    const key = this.#tracker.keyOf(line);
    if (key === null) return;
    const chapter = this.#own.get(key);
    if (chapter === undefined) this.#chapter = null;
    else if (!this.#begun.has(chapter)) {
      this.#chapter = chapter;
      this.#begun.add(chapter);
    }
  }
}
