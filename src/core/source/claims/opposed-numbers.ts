import { conditional, presentState } from '../vocabulary/modality';
import type { Claim } from './claims';
import { saidApart } from './claims';
import type { Contradiction, Side } from './contradiction';
import { sideOf } from './contradiction';
import { areOpposed, quantitiesOf, withoutBounds, type Quantity } from './quantities';
import { subjectOf, wordsOf } from './subject';

/** Statements of one subject that are held against each other. */
const mostCompared = 50;

/** A quantity in its sentence. */
interface Stated {
  readonly claim: Claim;
  readonly quantity: Quantity;
}

/** Statements that give one thing two values of one kind. */
export function opposedNumbers(claims: readonly Claim[]): readonly Contradiction[] {
  const groups = new Map<string, Group>();
  for (const claim of claims) {
    if (isExample(claim.text) || presentState.test(claim.text)) continue;
    const quantities = quantitiesOf(claim.text);
    for (const quantity of quantities) {
      // "Between 5 and 10 days" and "1 s, 2 s, 4 s" are one statement with several values.
      if (quantities.some((other) => other !== quantity && other.kind === quantity.kind)) continue;
      for (const subject of subjectsOf(claim.text, quantity)) {
        const key = [quantity.kind, ...subject].join(' ');
        const group = groups.get(key) ?? { subject, stated: [] };
        group.stated.push({ claim, quantity });
        groups.set(key, group);
      }
    }
  }
  const found: Contradiction[] = [];
  for (const [key, group] of groups) {
    const own = opposed(key, group.stated);
    const wider = own === null ? widerGroups(group, groups) : [];
    const other = wider.flatMap((stated) => opposed(key, [...stated, ...group.stated].sort(byBlock)) ?? []);
    found.push(...(own === null ? other.slice(0, 1) : [own]));
  }
  return found;
}

/** Statements about the same thing, as far as their words tell. */
interface Group {
  readonly subject: readonly string[];
  readonly stated: Stated[];
}

/** Fewest words that two subjects share where one has a word more; what is measured may say as much as a word. */
const fewestShared = (kind: string): number => (kind === 'size' || kind === 'percent' ? 1 : 2);

/**
 * Statements of subjects that lack one word of this one, where the word does not narrow it: "Owners can send 20 invitations a
 * day" and "Owners are limited to 50 invitations a day", but not "Admin sessions expire" and "Sessions expire".
 */
function widerGroups(
  { subject, stated }: Group,
  groups: ReadonlyMap<string, Group>,
): readonly (readonly Stated[])[] {
  const kind = stated[0]?.quantity.kind ?? '';
  if (subject.length <= fewestShared(kind)) return [];
  return subject.flatMap((word) => {
    const rest = subject.filter((other) => other !== word);
    const wider = groups.get([kind, ...rest].join(' '));
    if (wider === undefined || stated.some((one) => isNarrowing(word, rest, one))) return [];
    return [wider.stated];
  });
}

const narrowingWords =
  /^(?:of|for|by|with|from|to|de|del|para|por|con|com|do|da|dos|das|des|du|pour|par|avec|für|von|mit|der|для|с|cho|của)$/u;

/** Whether a word stands right beside a word of the subject, or behind a preposition that makes it a condition. */
function isNarrowing(word: string, subject: readonly string[], { claim, quantity }: Stated): boolean {
  if (word === beforehand) return true;
  if (bridging.test(word)) return false;
  // "Archived orders are deleted after 365 days": what happens then, and not only to what.
  if (quantity.kind === 'time' && happens(claim.text, quantity) === word) return true;
  const words = wordsOf(claim.text);
  return words.some((candidate, at) => {
    if (!subjectOf(candidate).includes(word)) return false;
    const before = words[at - 1] ?? '';
    const beside = [before, words[at + 1] ?? ''].flatMap((neighbour) => subjectOf(neighbour));
    return narrowingWords.test(before) || beside.some((neighbour) => subject.includes(neighbour));
  });
}

/** What is so long before something is not so long after it: a word of the subject. */
const beforehand = '=before';
const earlier =
  /^[\s)]*(?:(?:before|prior|ahead|earlier|antes|avant|vor|vorher|до|перед|trước)(?!\p{L})|之前|以前|前|まえ|전)/iu;

/** Verbs that only join a thing with its number: "refunds take 5 days", "the list shows 20 items". */
const bridging =
  /^(?:takes?|lasts?|shows?|displays?|dauert|zeigt|tarda|dura|muestra|demora|leva|mostra|dure|prend|affich|длится|показы)$/u;

/** The word of the subject that a quantity follows: what is done, happens or ends then. */
function happens(text: string, { start }: Quantity): string | undefined {
  return wordsOf(withoutBounds(text.slice(0, start)))
    .flatMap((word) => subjectOf(word))
    .at(-1);
}

function byBlock(a: Stated, b: Stated): number {
  return a.claim.block - b.claim.block;
}

/** The first two statements of a subject that cannot both hold; a third value shows that these are variants. */
function opposed(subject: string, stated: readonly Stated[]): Contradiction | null {
  if (new Set(stated.map(({ quantity }) => quantity.value)).size > 2) return null;
  for (const [at, second] of stated.slice(0, mostCompared).entries())
    for (const first of stated.slice(0, at))
      if (saidApart(first.claim, second.claim) && areOpposed(first.quantity, second.quantity))
        return { subject, first: side(first), second: side(second) };
  return null;
}

function side({ claim, quantity }: Stated): Side {
  return sideOf(claim, quantity.text);
}

/** Given/When/Then steps hold examples, whose values differ on purpose. */
function isExample(text: string): boolean {
  return (
    /^(?:given|and|then|dado|dada|étant donné|angenommen|дано|假如|假设|前提)(?=[\s:：,，])/iu.test(text) ||
    (/^when\b/iu.test(text) && !/\b(?:shall|must)\b/iu.test(text)) ||
    /\b(?:e\.g\.|for example|example:)|例如|たとえば|예를 들어/iu.test(text)
  );
}

/**
 * What a quantity is about: all the rest of its sentence; and, where nothing in the sentence makes it depend on
 * something, its clause alone.
 */
function subjectsOf(text: string, quantity: Quantity): readonly (readonly string[])[] {
  const isEarlier = earlier.test(text.slice(quantity.end));
  const subject = (before: string, behind: string): readonly string[] => {
    const words = subjectOf(withoutBounds(`${before} \u0000 ${behind}`));
    return isEarlier ? [...words, beforehand] : words;
  };
  const whole = subject(text.slice(0, quantity.start), text.slice(quantity.end));
  const subjects = [whole];
  if (!conditional.test(text)) {
    const before = text
      .slice(0, quantity.start)
      .replace(/^.*(?:[,;:，；：、(（–—]|\b(?:and|but|y|e|et|und|и)\s)/su, '');
    const behind = text
      .slice(quantity.end)
      .replace(/(?:[,;，；、)）–—]|\s(?:and|but|y|e|et|und|и)\s).*/su, '');
    const clause = subject(before, behind);
    if (clause.join(' ') !== whole.join(' ')) subjects.push(clause);
  }
  // A single word is too little to be the same thing, unless what is measured says more; of a clause it is anyway.
  const counts = quantity.kind.startsWith('count:');
  return subjects.filter(
    ({ length }, at) => length >= (quantity.kind === 'time' || (counts && at > 0) ? 2 : 1),
  );
}
