import { decidesAgainst, decisionLabel, undecided } from '../vocabulary/decision-labels';
import { declines, smallTalk } from '../vocabulary/conversation-phrases';
import { findsOut } from '../vocabulary/finding-out';
import { saysNo } from '../vocabulary/refusal-phrases';
import { isQuestion } from './open-points';
import type { Sentence } from './turn';

/** A sentence, and whether it is told to be a decision. */
export interface SaidSentence extends Sentence {
  /** What it says without its label. */
  readonly bare: string;
  /** What a label calls it: a decision for something, against it, or one that nobody has taken yet. */
  readonly decision: 'for' | 'against' | 'open' | null;
}

/**
 * Sentences of a turn. A label on a line of its own is that of the lines right below it.
 *
 * @param asked what was said last before them
 */
export function withDecisions(sentences: readonly Sentence[], asked = ''): readonly SaidSentence[] {
  const said: SaidSentence[] = [];
  /** The line up to which a label alone on its line reaches so far. */
  let reach = -1;
  for (const { line, text, ...rest } of sentences) {
    const label = decisionLabel.exec(text)?.[0];
    const bare = label === undefined ? text : text.slice(label.length);
    const isBelow = label === undefined && line <= reach + 1 && reach > 0;
    if (isBelow) reach = line;
    if (label !== undefined && bare.trim() === '') reach = line;
    else if (label !== undefined || isBelow)
      said.push(decisionOf({ line, text }, bare, { own: said.at(-1)?.text, asked }));
    else said.push({ ...rest, line, text, bare, decision: null });
  }
  return said;
}

/** Whether a name before a colon is the label of a decision, and nobody who speaks. */
export function isDecisionLabel(name: string): boolean {
  return decisionLabel.test(`${name}:`);
}

function decisionOf(
  sentence: Sentence,
  bare: string,
  { own, asked }: { readonly own: string | undefined; readonly asked: string },
): SaidSentence {
  const isNo = saysNo.test(bare) && !/\p{L}/u.test(bare.replace(saysNo, ''));
  if (!isNo && !isYes(bare)) return { ...sentence, bare, decision: kindOf(bare) };
  // "Decision: yes" says nothing without the question; that of the turn before is put in front of it elsewhere.
  const decision = !isQuestion(own ?? asked) ? 'open' : isNo ? 'against' : 'for';
  if (own === undefined) return { ...sentence, bare, decision };
  return { line: sentence.line, text: `${own} ${sentence.text}`, bare: `${own} ${bare}`, decision };
}

/** Nothing but a yes: "Decision: right sidebar" says more. */
function isYes(bare: string): boolean {
  const [first = ''] = /^[\p{L}\p{M}]+/u.exec(bare.trim()) ?? [];
  return smallTalk.test(first) && !/\p{L}/u.test(bare.trim().slice(first.length));
}

function kindOf(text: string): SaidSentence['decision'] {
  if (undecided.test(text)) return 'open';
  if (isQuestion(text) || findsOut(text)) return null;
  return decidesAgainst.test(text) || declines.test(text) ? 'against' : 'for';
}
