import { sentenceSpans } from '../../text/sentences';
import { quantitiesOf } from '../claims/quantities';
import type { Block } from '../document/document-model';
import { fieldOf } from '../notation/requirement-fields';
import { roleOfHeading } from './section-role';
import { states } from '../notation/statement';
import { speaksOfItself } from '../vocabulary/authors-own';
import { opensAction } from '../vocabulary/capability-names';
import { forbids, future } from '../vocabulary/modality';
import { rules } from '../vocabulary/rule-words';
import type { SectionRole } from '../vocabulary/section-roles';
import { actorDemand, obligation, strictDemand } from '../vocabulary/story-phrases';

/** Most sentences that demand something for each paragraph that opens with one: with more of them, each is one. */
const mostDemands = 1.25;

/**
 * What paragraphs state one by one: those with a number of a section each (`3.1. The system ...`) or with a bold title
 * (`**Draw:** The system ...`) where there are several, else, below a heading that says that requirements stand here, paragraphs
 * that open with a demand, else the sentences that each demand something of somebody. Empty where the paragraphs tell of
 * one thing.
 *
 * @param required whether a heading says that requirements stand here
 */
export function statementsIn(blocks: readonly Block[], required = false): readonly Block[] {
  const paragraphs = blocks.filter((block) => block.kind === 'paragraph' && states(block));
  const points = paragraphs.flatMap(pointOf);
  if (points.length >= 2 && points.length * 2 > paragraphs.length) return points;
  const titled = paragraphs.filter((paragraph) => isTitled(paragraph) && !tellsAbout(paragraph));
  if (titled.length >= 2 && titled.length * 2 > paragraphs.length) return titled;
  const split = paragraphs.map(sentencesOf);
  const sentences = split.flat();
  const demands = sentences.filter(({ text }) => demandsSomething(text) && !speaksOfItself(text));
  if (required) {
    // Below "Requirements" paragraphs that each open with what shall hold and go on to explain it are a requirement each. The
    // others there say what holds, too, in other words, but for what the author says of the text. Elsewhere they are prose.
    const opening = paragraphs.filter((_, at) => holds(split[at]?.[0]?.text ?? ''));
    const others = paragraphs.filter((paragraph) => !speaksForAuthors(paragraph));
    const oneEach = demands.length > 0 && demands.length <= opening.length * mostDemands;
    if (oneEach && others.length >= 2 && opening.length * 2 >= others.length) return others;
    if (demands.length <= others.length * mostDemands && tellWhatHolds(others, leastHolding.required))
      return others;
  }
  return demands.length >= 2 && demands.length * 2 > sentences.length ? demands : [];
}

/** Fewest paragraphs that are read one by one though few of them demand. */
const fewestParagraphs = 3;

/** Least share of several paragraphs that say what holds, for all of them to: below "Requirements", and below "Solution". */
const leastHolding = { required: 0.4, told: 0.5 };

/**
 * The paragraphs below a heading such as "Solution" or "Features" that each tell one thing the product does, where most say
 * what holds; else none.
 */
export function toldOneByOne(blocks: readonly Block[]): readonly Block[] {
  const told = statingParagraphs(blocks);
  return tellWhatHolds(told, leastHolding.told) ? told : [];
}

/** Paragraphs that may each state something: none of what its authors say of themselves or of their text. */
export function statingParagraphs(blocks: readonly Block[]): readonly Block[] {
  return blocks.filter(
    (block) => block.kind === 'paragraph' && states(block) && !speaksForAuthors(block) && !tellsAbout(block),
  );
}

function tellWhatHolds(paragraphs: readonly Block[], least: number): boolean {
  if (paragraphs.length < fewestParagraphs) return false;
  const holding = paragraphs.filter(saysWhatHolds);
  return holding.length >= paragraphs.length * least;
}

/** Whether a sentence of a paragraph says what somebody must or can do, how much of something there is, or when. */
export function saysWhatHolds(paragraph: Block): boolean {
  return sentencesOf(paragraph).some(({ text }) => holds(text) || rules.test(text) || opensAction.test(text));
}

/** Whether a paragraph asks, leads to something, or says what its authors did or think. */
function speaksForAuthors({ text }: Block): boolean {
  return /[:：?？]\s*$/u.test(text) || speaksOfItself(text);
}

/** `**Problem.** Nobody knows ...`, `Goal: ...`: what a bold part or a label calls so is none of what a product does. */
function tellsAbout({ lead, text }: Block): boolean {
  const match = lead === null ? null : roleOfHeading(lead.replace(/[.:。：]$/u, ''));
  if (match !== null) return match.share >= 0.9 && told.has(match.role);
  // "History: members see their loans" names a feature.
  const label = /^\p{L}[^:：\n]{1,24}(?=[:：]\s)/u.exec(text)?.[0];
  const aim = label === undefined ? null : roleOfHeading(label);
  return aim?.role === 'measure' && aim.share >= 0.9;
}

const told: ReadonlySet<SectionRole> = new Set<SectionRole>([
  ...(['detail', 'measure', 'context', 'aside', 'annex', 'excluded', 'metadata'] as const),
]);

/** `3.1. **Watering.** The system ...`: a paragraph that is numbered as sections are. */
const numberedPoint = /^\d{1,2}(?:\.\d{1,2}){1,3}[.)]?\s+(?=\p{L})/u;

/** A numbered paragraph without its number; what it opens with is its title, where a stop sets that off. */
function pointOf(paragraph: Block): readonly Block[] {
  const number = numberedPoint.exec(paragraph.text)?.[0];
  if (number === undefined) return [];
  const text = paragraph.text.slice(number.length);
  const lead = /^[^.:。：]{2,60}[.:。：](?=\s*\S)/u.exec(text)?.[0] ?? null;
  const starts = paragraph.starts.map((start) => Math.max(0, start - number.length));
  const point = { ...paragraph, text, lead, starts };
  // "3.9 Deleted in revision B." keeps a number whose statement is gone.
  return states(point) ? [point] : [];
}

/**
 * The sentences of a paragraph that say what shall hold, each a statement, where the paragraph demands something. One
 * that says it once stays whole.
 */
export function demandsIn(paragraph: Block): readonly Block[] {
  const sentences = sentencesOf(paragraph);
  const held = sentences.filter(({ text }) => holds(text));
  const demands = sentences.some(({ text }) => demandsSomething(text));
  if (!demands && held.length * 2 <= sentences.length) return [];
  return held.length > 1 ? held : demands ? [paragraph] : held;
}

/** The same of a paragraph that demands something with its first sentence; it stays whole where the others explain it. */
export function strictDemandsIn(paragraph: Block): readonly Block[] {
  const [first, ...others] = sentencesOf(paragraph);
  if (first === undefined || !states(paragraph) || !demandsSomething(first.text)) return [];
  return others.some(({ text }) => demandsSomething(text)) ? demandsIn(paragraph) : [paragraph];
}

/** Whether a sentence leaves no choice, or says what users or the product can or must do. */
export function demandsSomething(text: string): boolean {
  return strictDemand.test(text) || actorDemand.test(text);
}

/** Whether a sentence says what somebody must or can do, or how much of something there is: "Links expire in 7 days." */
function holds(text: string): boolean {
  if (/[:：?？]\s*$/u.test(text)) return false;
  return (
    obligation.test(text) || future.test(text) || text.search(forbids) >= 0 || quantitiesOf(text).length > 0
  );
}

/** `**Name:** what it is`, where the name is no field of the requirement above. */
export function isTitled({ lead, text }: Block): boolean {
  return (
    lead !== null &&
    lead.length < text.length - 8 &&
    (/[:：.。]\s*$/u.test(lead) || /^\s*[:：–—-]/u.test(text.slice(lead.length))) &&
    fieldOf(text) === null
  );
}

/** Sentences as paragraphs of their own, at the lines on which they begin. */
export function sentencesOf(paragraph: Block): readonly Block[] {
  return sentenceSpans(paragraph.text).map(({ start, end, text }) => ({
    ...paragraph,
    text,
    lead: null,
    line: lineAt(paragraph, start),
    endLine: lineAt(paragraph, end),
  }));
}

/** Line on which a character of a paragraph stands. */
function lineAt({ line, starts }: Block, offset: number): number {
  const at = starts.findLastIndex((start) => start <= offset);
  return line + Math.max(0, at);
}
