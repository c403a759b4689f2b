import { asks, declines, smallTalk, speculation } from '../vocabulary/conversation-phrases';
import { occasion, ofTheTalk, ofTheWork, orders, pleads } from '../vocabulary/request-phrases';
import { accepts, corrects, limits } from '../vocabulary/settling-phrases';
import { withoutFindingOut, findsOut } from '../vocabulary/finding-out';
import { isQuestion } from './open-points';

/** What was said right before a sentence. */
export interface Before {
  /** By the speaker before, where the sentence opens a turn. */
  readonly asked: string | undefined;
  /** By the same speaker. */
  readonly own: string | undefined;
}

/** Words of a request that has no verb of demanding, "please" among them. */
const leastPleading = 3;

/** Longest statement that settles something by the limit it sets, in characters. */
const longestBrief = 60;
/** The same in words: what is longer explains, and settles with its verb or not at all. */
const mostBriefWords = 7;

/** "Agreed. CSV only", "ok, max 10k rows", or "only admins" to the question who: settled, though no verb says so. */
export function settledBriefly(text: string, { asked = '', own = '' }: Before): boolean {
  const words = text.trim().split(/\s+/u).length;
  if (
    text.length > longestBrief ||
    words > mostBriefWords ||
    isQuestion(text) ||
    declines.test(text) ||
    findsOut(text) ||
    corrects.test(text)
  )
    return false;
  const agreed = smallTalk.test(own) && accepts.test(own);
  return agreed ? !smallTalk.test(text) : limits.test(text) && (accepts.test(text) || isQuestion(asked));
}

/** "Yes please" asks for nothing; where words are not spaced, the phrase has its verb. */
function saysLittle(text: string): boolean {
  return (
    /^[\p{Script=Latin}\p{Script=Cyrillic}]/u.test(text) && text.trim().split(/\s+/u).length < leastPleading
  );
}

/** Whether a statement asks for something, or settles it with a verb that says so. */
export function asksFor(text: string): boolean {
  const isAsked =
    asks.test(withoutFindingOut(text.replace(speculation, ' '))) ||
    (pleads.test(text) && !saysLittle(text) && !ofTheTalk.test(text)) ||
    (orders.test(text) && occasion.test(text) && !ofTheWork.test(text));
  return isAsked && (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= 6;
}
