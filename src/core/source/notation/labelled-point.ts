import type { Block, Section } from '../document/document-model';
import { normalizeHeading } from '../document/plain-heading';
import { roleOfHeading } from '../sections/section-role';
import { emptyStatement } from '../vocabulary/fields';
import { saysLeftOut } from '../vocabulary/leaving-out';
import {
  laterLabels,
  leavingOutLabels,
  openLabels,
  openOrState,
  opensQuestion,
  tellsOfSomebody,
} from '../vocabulary/point-labels';

/** What a line with a label of its own says: something that is left out, or that nobody has decided yet. */
export interface LabelledPoint {
  readonly kind: 'excluded' | 'open';
  /** Without the label, item by item; empty where it says that there is nothing. */
  readonly said: readonly string[];
}

/** A label of a few words that stands alone before a colon, and what follows it. */
const labelled =
  /^[^\p{L}\p{N}]{0,6}(\p{L}[\p{L}\p{M}\p{N} '’/-]{0,38}?)[*_ ]{0,3}[:：][*_]{0,2}\s*(\S.*)$/su;

/** `?? does reception need a login of its own`: question marks in front of what is open. */
const marked = /^[^\p{L}\p{N}?？]{0,4}[?？]{2,3}\s+(\p{L}.*)$/su;

/** Most words of a label: more of them are a sentence. */
const longestLabel = 5;

/** "Not now: subscriptions, gift cards", "Open: who translates the mails?": what a paragraph or bullet says so; else `null`. */
export function labelledPoint({ kind, text }: Pick<Block, 'kind' | 'text'>): LabelledPoint | null {
  if (kind !== 'paragraph' && kind !== 'item') return null;
  const asked = marked.exec(text.slice(0, 4000))?.[1];
  if (asked !== undefined) return { kind: 'open', said: [asked.replace(/\n/g, ' ').trim()] };
  const found = labelled.exec(text.replace(/^\[[ xX~-]\]\s*/, '').slice(0, 4000));
  const [, label, rest] = found ?? [];
  if (label === undefined || rest === undefined || label.split(/\s+/u).length > longestLabel) return null;
  const said = rest.replace(/\n/g, ' ').trim();
  const bare = normalizeHeading(label);
  if (openLabels.has(bare) || (openOrState.has(bare) && isOpen(kind, said)))
    return { kind: 'open', said: questionsIn(said) };
  if (!leavesOut(label, bare, said)) return null;
  return { kind: 'excluded', said: emptyStatement.test(said) ? [] : thingsIn(said) };
}

function leavesOut(label: string, bare: string, said: string): boolean {
  // In a story it says when: "Later: she gets a mail".
  if (laterLabels.has(bare)) return !tellsOfSomebody.test(said);
  if (leavingOutLabels.has(bare)) return true;
  const match = roleOfHeading(label);
  return match?.role === 'excluded' && match.share >= 0.8 && saysLeftOut(bare);
}

/** Whether a section tells in what order things come: "Later" is the last of them there, and not left out. */
export function tellsOrder({ topic }: Section): boolean {
  return topic === 'timeline' || topic === 'rollout';
}

/** Whether a name before a colon is such a label, and nobody who speaks. */
export function isPointLabel(name: string): boolean {
  return labelledPoint({ kind: 'paragraph', text: `${name}: ?` }) !== null;
}

/** Bullets and figures behind "Open" tell of a state or of hours, where they ask nothing. */
function isOpen(kind: Block['kind'], said: string): boolean {
  return /[?？]/u.test(said) || opensQuestion.test(said) || (kind === 'paragraph' && !/\d/u.test(said));
}

/** Several questions one after the other are a point each. */
function questionsIn(said: string): readonly string[] {
  const asked = said.split(/(?<=[?？])[\s,;，、；]*/u).filter((question) => question !== '');
  return asked.every((question) => question.length > 1 && /[?？]$/u.test(question)) ? asked : [said];
}

/** Longest thing of a list, in words and in characters: a longer one is part of a sentence. */
const longestThing = { words: 6, characters: 60 };

/** What parts of a sentence begin with, and things of a list do not. */
const goesOn =
  /^(?:which|who|that|because|but|since|as|so|if|when|while|though|where|unless|we|it|they|this|weil|denn|aber|wenn|da|sondern|wir|es|que|porque|pero|si|cuando|mais|car|parce|quand|qui|mas|se|quando|pois|что|потому|но|если|который|因为|但|如果)(?![\p{L}\p{N}])/iu;

const lastOfList =
  /^(?:and|or|und|oder|y|e|o|ou|et|и|или|và|hoặc)\s+|\s(?:and|or|und|oder|y|e|o|ou|et|и|или|và|hoặc)\s/iu;

/** The things of a list with commas one by one; a text that is none is one thing. */
function thingsIn(said: string): readonly string[] {
  const whole = said.replace(/[.。]$/u, '');
  // A stop within it, or brackets, which may hold commas of their own, make it more than a list.
  if (/[.!?。！？]\s|[()（）:：]/u.test(whole)) return [said];
  const parts = whole
    .split(/[,;，、；]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const last = parts.at(-1);
  if (last === undefined || parts.length < 2) return [whole];
  const ends = last.split(lastOfList).filter((part) => part !== '');
  const things = [...parts.slice(0, -1), ...(ends.length <= 2 ? ends : [last])];
  return things.every(isThing) ? things : [said];
}

function isThing(part: string): boolean {
  return (
    part.length <= longestThing.characters &&
    part.split(/\s+/u).length <= longestThing.words &&
    !goesOn.test(part)
  );
}
