import type { Block } from '../document/document-model';
import { isStory } from '../notation/story-opening';
import { annotates, states, weighty } from '../notation/statement';
import { namesAction, namesArea, offers, opensAction } from '../vocabulary/capability-names';
import { asItStands } from '../vocabulary/authors-own';
import { aspectLabel } from '../vocabulary/aspect-labels';
import { detailOpening } from '../vocabulary/detail-openings';
import { opensWithProduct } from '../vocabulary/product-subjects';
import { leadsToRequirements } from '../vocabulary/leads-to-requirements';
import { obligation } from '../vocabulary/story-phrases';

/** What stands below a title that may be a requirement or only group others. */
export interface Titled {
  readonly title: string;
  /** Blocks directly below, in order. */
  readonly blocks: readonly Block[];
}

/**
 * How far a title is itself the requirement that the bullets below it detail: above 0 it is, below 0 it groups bullets
 * that can each be tested. Infinite where a rule decides.
 */
export function weighBullets({ title, blocks }: Titled): number {
  const items = blocks.filter((block) => block.kind === 'item');
  if (items.some((item) => isStory(item.text))) return -Infinity;
  if (items.filter(annotates).length * 2 >= items.length) return Infinity;
  const stating = items.filter(states);
  if (stating.length === 0) return Infinity;
  // Where each bullet says itself what the product does, the title only sorts them.
  if (stating.length > 2 && stating.every(({ text }) => opensWithProduct.test(text))) return -Infinity;
  const most = (counts: (item: Block) => boolean) => stating.filter(counts).length * 2 > stating.length;
  const first = blocks[0];
  const paragraph = first?.kind === 'paragraph' ? first.text : null;
  const leadIn = paragraph !== null && /[:：]\s*$/u.test(paragraph);
  const introduced = first !== undefined && introduces(first);
  // "The application should support:": each line below is what it says of the application.
  const obliged = leadIn && leadsToDemands(paragraph) && !offersChoice.test(paragraph);
  const weights = [
    weightOfTitle(title),
    // Bullets that oblige somebody, or that say a whole sentence, can each be tested.
    most(obliges)
      ? -2
      : introduced
        ? 2.5
        : most((item) => obliges(item) || isClosed(item.text))
          ? -2
          : most((item) => obliges(item) || isSentence(item.text))
            ? -0.4
            : 0,
    // So can those that are named in bold and no more, or that are ticked off one by one.
    most(isBold) ? -3 : most(isTicked) ? -1.5 : 0,
    obliged ? -2.5 : 0,
    // So can those that name what somebody can do, one after the other.
    most(namesCapability)
      ? stating.length > 2 && !opensAction.test(title)
        ? -3
        : -2
      : most((item) => !weighty(item))
        ? 0.45
        : 0,
    // Fragments go on from the title, steps lead to it, and a single bullet is no group.
    (leadIn && !obliged) || most(({ text }) => /^\p{Ll}/u.test(text)) ? 1 : 0,
    continuing(stating),
    // Bullets with bullets of their own are features that those detail; the heading sorts them.
    stating.length > 1 && most((item) => item.children.some((child) => child.kind === 'item'))
      ? -3
      : stating.some((item) => item.ordinal !== null)
        ? 1
        : 0,
    stating.length === 1 ? 1.5 : 0,
  ];
  return weights.reduce((sum, weight) => sum + weight, 0);
}

/** Whether what leads to a list says that it holds what must be: it obliges, or calls it requirements on something. */
export function leadsToDemands(text: string): boolean {
  return obligation.test(text) || leadsToRequirements.test(text);
}

/** Whether a block in front of a list may say what its title is: it does not lead to the list, nor tell how things are today. */
export function introduces({ kind, text }: Block): boolean {
  return kind === 'paragraph' && !/[:：]\s*$/u.test(text) && !asItStands.test(text);
}

/** Whether most of several bullets each tell one side of what stands above them: "Where: ...", "Limit: ...". */
export function tellSides(blocks: readonly Block[]): boolean {
  const items = blocks.filter(({ kind }) => kind === 'item');
  return items.length > 1 && items.filter(({ text }) => aspectLabel.test(text)).length * 2 > items.length;
}

/** How far bullets go on from the title: a third of them say that the others do, too. */
function continuing(items: readonly Block[]): number {
  const share =
    items.filter(({ text }) => detailOpening.test(withoutMark(text)) || listsParts(withoutMark(text)))
      .length / items.length;
  return share > 0.5 ? 1.5 : share >= 0.3 ? 0.4 : 0;
}

/** Longest list of names in one bullet, in characters. */
const longestNames = 80;

function listsParts(text: string): boolean {
  return text.length <= longestNames && namesParts.test(text);
}

/** Up to three words: each can be read in one way only, or a long one would be tried in all ways to cut it in three. */
const name = String.raw`[\p{L}\d'’-]+(?:\s[\p{L}\d'’-]+){0,2}\s?`;
const and = 'and|or|y|o|e|ou|et|und|oder|и|или|và|hoặc';

/** "Date, place and weight": what something consists of, with nothing that happens to it. */
const namesParts = new RegExp(
  String.raw`^${name}(?:,\s${name})+(?:(?:,\s|\s)(?:${and})\s${name})?$|^[^，。；：、]{1,8}(?:、[^，。；：、]{1,8}){1,8}$`,
  'u',
);

/** What leads to a list of values, one of which somebody takes. */
const offersChoice =
  /\b(?:one|any) of\b|\bfollowing (?:values|options|states|types|formats|levels)\b|从以下|以下.{0,8}(?:之一|一个|选)|(?:いずれか|から選)|다음 중|\buno de\b|\buna de\b|\bum dos\b|\buma das\b|l['’]un des|l['’]une des|один из|одно из|một trong/iu;

/** What joins two names in one title. */
const joined = /(?:(?<!\s)\s+)?[&/+,、，・]\s*|\s(?:and|et|e|y|und|и|và)\s|[与和及と]/u;

/** How far a title names one thing that can be done (above 0), or an area that holds many (below). */
export function weightOfTitle(title: string): number {
  const parts = withoutRemark(title)
    .split(joined)
    .filter((part) => part !== '');
  if (parts.some((part) => namesArea.test(part))) return -1.5;
  if (!parts.every((part) => namesAction.test(part))) return 0;
  // "Create a task" says what is done to what; "Search" may be a whole chapter.
  return /\p{L}\s+\p{L}|[\p{Script=Han}\p{Script=Hangul}]{3}/u.test(title) ? 2.6 : 0.4;
}

/** Whether each of several bullets obliges somebody, so that a title above them only sorts them. */
export function eachObliges({ title, blocks }: Titled): boolean {
  const stating = blocks.filter((block) => block.kind === 'item' && states(block));
  return (
    weightOfTitle(title) <= 0 &&
    stating.length > 0 &&
    stating.filter(obliges).length * 2 > stating.length &&
    !stating.some((item) => isStory(item.text))
  );
}

function obliges({ text }: Block): boolean {
  return obligation.test(text);
}

function namesCapability({ text, children }: Block): boolean {
  const name = withoutMark(withoutRemark(text));
  return (
    children.length === 0 &&
    name.length <= 60 &&
    !permits.test(name) &&
    (namesAction.test(name) || namesArea.test(name) || offers.test(name))
  );
}

/** "没有编号的图书可手工录入": a clause of Chinese that says what its subject can do or gets, which no name does. */
const permits =
  /^[^\p{Script=Hiragana}\p{Script=Katakana}]{2,40}?[可能会须应](?!能|以?$)[^\p{Script=Hiragana}\p{Script=Katakana}]{2,}$/u;

/** A bullet without the symbol in front of it. */
function withoutMark(text: string): string {
  return text.replace(/^[^\p{L}\p{N}"“„«「『(（]+/u, '');
}

/** A name without what stands in brackets or behind a colon. */
function withoutRemark(text: string): string {
  return text.replace(/(?<!\s)\s*(?:[(（【[:：]|\s[-–—]\s).*/su, '').trim();
}

/** Long enough to say something on its own, subject and all; a fragment goes on from the title. */
export function isSentence(text: string): boolean {
  const ideographs = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  if (ideographs >= 4) return ideographs >= 14;
  if (/\p{Script=Hangul}/u.test(text)) return /[다요][.。]?$/u.test(text) && text.split(/\s+/).length >= 4;
  return /^\P{Ll}/u.test(text) && text.split(/\s+/).length >= (/[.。]$/u.test(text) ? 5 : 6);
}

/** A sentence with its full stop, or one that opens with its subject. */
function isClosed(text: string): boolean {
  if (/[。]\s*$/u.test(text)) return text.length >= shortestSentence;
  return (
    isSentence(text) &&
    (/[.。]\s*$/u.test(text) || (openingSubject.test(text) && text.split(/\s+/).length >= 6))
  );
}

/** Shortest sentence where words are written without spaces, in characters. */
const shortestSentence = 8;

const openingSubject =
  /^(?:the|an?|each|every|any|all|el|la|los|las|un|una|cada|todo|toda|o|os|as|um|uma|le|les|l['’]\p{L}+|une|chaque|tout|toute|der|die|das|ein|eine|jede[rs]?|кажд\p{L}+|все|mỗi|một|các)\s/iu;

/** Whether a bullet is an item of a task list, or carries an empty or a pending mark of one; "✅" in front of each is a bullet. */
function isTicked({ task, text }: Block): boolean {
  return task !== null || /^[⏳🔲⬜☐]/u.test(text);
}

/** Whether all of a bullet is its name. */
function isBold({ lead, text }: Block): boolean {
  return lead !== null && lead.replace(/[:：]$/u, '').length >= text.replace(/[:：]$/u, '').length;
}

/** Whether most bullets have a title of their own: `**Name**: what it does`. */
export function areNamed(blocks: readonly Block[]): boolean {
  const stating = blocks.filter((block) => block.kind === 'item' && states(block));
  const named = stating.filter((item) => item.lead !== null && item.lead.length < item.text.length - 2);
  return named.length * 2 > stating.length;
}
