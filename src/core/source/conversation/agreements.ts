import { declines, smallTalk } from '../vocabulary/conversation-phrases';
import {
  asksWhether,
  offers,
  otherAmount,
  pointsBackOnly,
  saysYesAndMore,
} from '../vocabulary/agreement-phrases';
import { findsOut } from '../vocabulary/finding-out';
import { isSameUnit } from '../vocabulary/same-unit';
import { asksOfThemselves, isOfThemselves } from '../vocabulary/speakers-themselves';
import { ofTheWork } from '../vocabulary/request-phrases';
import { accepts } from '../vocabulary/settling-phrases';
import { agreedLists } from './agreed-lists';
import { asksFor } from './asks-for';
import { isQuestion } from './open-points';
import type { Sentence, Turn } from './turn';

/** A statement that somebody else's words make one that holds. */
export interface Agreed extends Sentence {
  /** Whether it is what was said before but for an amount. */
  readonly corrects: boolean;
}

/** Least words of an offer: with fewer it hardly says what is offered. */
const leastWords = 4;

/**
 * What a turn settles without a word of demanding: it agrees to a list, an offer or another amount, says that what was said
 * before it holds, or answers with a yes that says more what the product was asked to do.
 *
 * @param earlier the turn before the last one
 * @param last the turn that is answered
 */
export function agreements(earlier: Turn | undefined, last: Turn, reply: Turn): readonly Agreed[] {
  const [first] = reply.sentences;
  if (first === undefined || isQuestion(first.text)) return [];
  const answer = answered(last, first);
  if (answer !== null) return [answer];
  if (!accepts.test(first.text)) return [];
  const lists = agreedLists(earlier, last, reply);
  if (lists.length > 0) return lists.map(plain);
  const amount = earlier === undefined ? null : withOtherAmount(earlier, last);
  if (amount !== null) return [amount];
  const said = last.sentences.filter(({ text }) => isStatement(text) && !asksFor(text));
  const before = pointsBackOnly.test(first.text)
    ? said.slice(-1)
    : said.filter(({ text }) => offers.test(text));
  return before.map(plain);
}

/** Whether a sentence says nothing but that what was said before holds. */
export function holdsOnly(text: string): boolean {
  return pointsBackOnly.test(text);
}

function plain({ line, text }: Sentence): Agreed {
  return { line, text, corrects: false };
}

function isStatement(text: string): boolean {
  const words = text.trim().split(/\s+/u).length;
  const isLong = words >= leastWords || /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}]{6}/u.test(text);
  return (
    isLong &&
    !isQuestion(text) &&
    !smallTalk.test(text) &&
    !declines.test(text) &&
    !findsOut(text) &&
    !isOfPeople(text)
  );
}

/** Whether something is said of the speakers, their talk or their work, and not of the product. */
function isOfPeople(text: string): boolean {
  if (isOfThemselves(text) || (isQuestion(text) && asksOfThemselves(text))) return true;
  // "I'd keep it until I press save" is said of the product, too.
  return ofTheWork.test(offers.test(text) ? text.replace(untilSpeaker, ' ') : text);
}

const untilSpeaker = /\b(?:until|when|before|after|if|once) i\b/giu;

/** "5 wrong codes per hour" - "10 please" - "fine": the first with the second's number, where it has one alone. */
function withOtherAmount(earlier: Turn, last: Turn): Agreed | null {
  const [named] = last.sentences;
  const [, amount, unit] = named === undefined ? [] : (otherAmount.exec(named.text) ?? []);
  const statement = earlier.sentences.findLast(({ text }) => /\p{N}/u.test(text) && isStatement(text));
  const numbers = statement?.text.match(/\p{N}+(?:[.,]\p{N}+)*/gu) ?? [];
  const [number] = numbers;
  if (named === undefined || amount === undefined || statement === undefined) return null;
  if (numbers.length !== 1 || number === undefined) return null;
  // "100%" and "2 min." are no other number of megabytes.
  const at = statement.text.indexOf(number);
  if (unit !== undefined && !unitsAround(statement.text, at, number).some((one) => isSameUnit(one, unit)))
    return null;
  return { line: named.line, text: statement.text.replace(number, amount), corrects: true };
}

/** What a number may be a number of: a sign, or the words up to the one that says per what. */
function unitsAround(text: string, at: number, number: string): readonly string[] {
  const [of = ''] = text
    .slice(at + number.length)
    .split(/[,;.!?/]|(?<![\p{L}\p{N}])(?:per|an?|each|every|pro|por|par|je)(?![\p{L}\p{N}])/u);
  return [...(of.match(/%|[€$]|\p{L}+/gu) ?? []).slice(0, 3), ...(/[€$]/u.exec(text.charAt(at - 1)) ?? [])];
}

/** "Does the rest stay on it?" - "yes, the rest stays". */
function answered(last: Turn, first: Sentence): Agreed | null {
  const asked = last.sentences.at(-1)?.text ?? '';
  if (!isQuestion(asked) || !asksWhether.test(asked) || !saysYesAndMore.test(first.text)) return null;
  if ([asked, first.text].some(isOfPeople)) return null;
  return asksFor(first.text) ? null : { line: first.line, text: `${asked} ${first.text}`, corrects: false };
}
