/**
 * Words that open the steps of a scenario, those of Gherkin in the languages that specs are written in: first of languages
 * that part words by spaces, then of those that do not.
 */
const stepWords = {
  given: [
    'given|dad[oa]s?(?: que)?|soit|étant donnée?s?(?: que)?|angenommen|gegeben(?: sei(?:en)?)?',
    '假如|假设|假定|给定|前提',
  ],
  when: ['when(?:ever)?|cuando|quando|quand|lorsque|wenn', '当|もし'],
  then: ['then|entonces|então|alors|dann', '那么|则|ならば'],
  and: ['and|but|y|pero|e|mas|et|mais|und|aber', '并且|而且|但是|かつ|しかし'],
} as const;

export type StepWord = keyof typeof stepWords;

/** Source of a pattern for the word that opens a step, with what parts it from the text of the step. */
export function stepWord(kind: StepWord): string {
  const [spaced, unspaced] = stepWords[kind];
  return String.raw`(?:(?:${spaced})(?![\p{L}\p{N}'’-])|${unspaced})[:：,，、]?\s*`;
}

/** "Se o código", "Se houver", "Se não": in Spanish "se" opens what is done ("Se muestra la lista"). */
const portugueseIf = String.raw`se(?= (?:[oa]s?|uma?s?|d?el[ea]s?|n[ãa]o|n?ess[ea]s?|isso|alg\p{L}*|nenhum\p{L}*|ninguém|outr[oa]s?|duas|dois|você|houver\p{L}*|for(?:em)?|\p{L}+(?:ver|ser|r|rem)) )`;

/** Words that open a condition and say no more than that it is one. */
const plain = `when(?:ever)?|if|while|where|as soon as|in case|cuando|si|quando|${portugueseIf}|quand|lorsque|dès que|wenn|falls|sobald|enquanto|mientras`;

/** Words that open a condition and belong to it: what happens after something does not happen at that moment. */
const telling =
  'once|after|before|until|upon|during|without|as long as|nachdem|nach|bevor|solange|während|ohne|tras|después de|antes de|sin|durante|após|depois de|sem|après|avant|sans|pendant';

/** A sentence that opens with a condition: the word, where it can be left out, and the rest. */
export const opensCondition = new RegExp(
  String.raw`^(?:(?:${plain})(?![\p{L}\p{N}'’-]) |lorsqu['’]|(?=(?:${telling}) ))(.+)$`,
  'iu',
);

/** Words of conditions that hold for a while: one is a state in which another thing happens. */
export const opensState =
  /^(?:while|where|enquanto|mientras|solange|während|durante|as long as|pendant)(?![\p{L}\p{N}'’-])/iu;

/** As {@link opensCondition}, for a further condition behind the first: only words that can open nothing else. */
export const opensFurther = new RegExp(
  String.raw`^(?:and |y |e |et |und )?(?:(?:${plain})(?![\p{L}\p{N}'’-]) |lorsqu['’])(.+)$`,
  'iu',
);

/** The same where words are not spaced. */
export const opensFurtherUnspaced = /^(?:当|如果|若|一旦|もし)/u;

/** What goes on with the other case, so that the condition before belongs to the result: "if it is valid, it is kept, else ...". */
export const otherwise =
  /(?<!\p{L})(?:else|otherwise|sonst|andernfalls|sinon|si no|de lo contrario|caso contrário|senão)(?!\p{L})|否则|そうでなければ/iu;

/** Conditions in Chinese and Japanese, which end in the word that makes them one. */
export const closedCondition =
  /^当?((?:如果|若|一旦)[^,，、]{1,80}|[^,，、]{1,80}?(?:(?<!小)时|后|的时候|とき|(?<!\d)時|場合|たら|れば)(?:は|に|には)?)[,，、](.+)$/u;

/** A result and the condition behind it. */
export const endsInCondition = /^(.+?)(,?) (?:when(?:ever)?|if|as soon as) ([^,;:.]+?)([.!]?)$/iu;

/** As {@link endsInCondition}, for languages in which only the comma tells a condition from an object. */
export const endsBehindComma =
  /^(.+?)(,) (?:cuando|quando|quand|lorsque|wenn|falls|sobald) ([^,;:.]+?)([.!]?)$/iu;

/**
 * What stands before "when" or "if" where it opens no condition: a verb whose object follows ("says when"), a word that narrows it
 * ("only if") or what it belongs to ("the time when").
 */
export const noConditionAfter =
  /(?:^|\s)(?:shows?|says?|tells?|knows?|sees?|records?|displays?|indicates?|notes?|remembers?|decides?|chooses?|defines?|asks?|checks?|verif(?:y|ies)|determines?|finds? out|tests?|lists?|prints?|reports?|states?|stores?|logs?|specif(?:y|ies)|explains?|describes?|cares?|matters?|sets?|on|of|about|and|or|only|even|except|not|just|also|than|from|until|since|but|as|unless|cases?|times?|moments?|days?|dates?)$/iu;
