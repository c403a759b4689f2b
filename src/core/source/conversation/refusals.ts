import { accepts, corrects, limits, negates } from '../vocabulary/settling-phrases';
import { adds, concurs, dismisses, saysNo, saysNoAlone, unwanted } from '../vocabulary/refusal-phrases';
import { isQuestion } from './open-points';
import { shared, subjectOf } from './statement-features';
import { differ, valuesOf } from './values';

/** A statement that may be refused. */
export interface Proposal {
  readonly text: string;
  readonly subject: ReadonlySet<string>;
  readonly negated: boolean;
}

/** What may be refused at a place of a conversation, the latest last. */
export interface Refusable<P extends Proposal> {
  /** By whoever spoke before. */
  readonly others: readonly P[];
  /** By the same speaker, in one go. */
  readonly own: readonly P[];
  /** Further back: to be refused by name only. */
  readonly recent: readonly P[];
  /** The last sentence of whoever spoke before; "no" answers a question in the first place. */
  readonly last: string;
}

/** Share of the words by which a refusal names something that a proposal must have. */
const leastNamed = 0.5;
/** Letters from which on a word within another one is the same thing: mail and e-mail. */
const leastWithin = 4;
/** Words after "no" that name something else rather than explain. */
const mostInstead = 4;
/** Share of words by which a short "no, X" puts X in the place of something. */
const leastInstead = 0.25;

/**
 * What a sentence refuses without saying what instead, or `null`: "no, I don't want mail" answers the latest proposal of
 * the other side, "rather not" the latest of all, "we don't want mail" and "no mails" the one that they name.
 *
 * @param demands whether a text asks for something itself
 */
export function refusedBy<P extends Proposal>(
  text: string,
  { others, own, recent, last }: Refusable<P>,
  demands: (text: string) => boolean,
): P | null {
  if (dismisses.test(text)) return own.at(-1) ?? others.at(-1) ?? null;
  const isUnwanted = unwanted.test(text);
  if (!isUnwanted && !saysNo.test(text)) return null;
  const named = nameOf(text);
  const byName = (proposals: readonly P[]): P | undefined =>
    proposals.findLast((proposal) => !proposal.negated && names(named, proposal));
  if (isUnwanted) {
    const known = byName([...recent, ...others, ...own]);
    if (known !== undefined) return known;
  }
  if (!saysNoAlone.test(text)) return isUnwanted || demands(text) ? null : (byName(others) ?? null);
  const refused = byName(others) ?? others.at(-1);
  if (refused === undefined || refused.negated || (isQuestion(last) && !accepts.test(last))) return null;
  const rest = text.replace(saysNo, '');
  if (isUnwanted) return refused;
  if (concurs.test(rest) || accepts.test(rest) || saysInstead(rest, refused, demands)) return null;
  return refused;
}

/** Whether what follows "no" takes the place of what was refused, or adds to it, and is no reason. */
function saysInstead(rest: string, refused: Proposal, demands: (text: string) => boolean): boolean {
  if (corrects.test(rest) || limits.test(rest) || adds.test(rest)) return true;
  if (differ(valuesOf(rest), valuesOf(refused.text))) return true;
  if (demands(rest)) return true;
  const isShort = rest.trim().split(/\s+/u).length <= mostInstead;
  return isShort && !negates.test(rest) && shared(subjectOf(rest), refused.subject) >= leastInstead;
}

/** What a refusal names, up to the reason: `mail` of "I don't want mail, it is slow". */
export function nameOf(text: string): string {
  const after = unwanted.exec(text);
  const rest = after === null ? text.replace(saysNo, '') : text.slice(after.index + after[0].length);
  return rest.replace(/^[\s,.;:!–—-]+/u, '').split(/[,.;:!?–—，。；]/u)[0] ?? '';
}

/** Whether a proposal is what a refusal names, and not only one of several words that limit it: "no mails at night". */
export function names(name: string, { subject }: Proposal): boolean {
  const words = [...subjectOf(name)];
  const known = words.filter((word) => [...subject].some((other) => isSame(word, other)));
  return words.length > 0 && known.length >= words.length * leastNamed;
}

function isSame(word: string, other: string): boolean {
  if (word === other) return true;
  return Math.min(word.length, other.length) >= leastWithin && (word.includes(other) || other.includes(word));
}
