import type { WorkspaceContext } from '../../workspace/context';
import { termsOf } from '../../workspace/relevance/terms';
import { documentFacts, isOpenToChange, settlingDocuments } from './document-statements';
import type { WorkspaceAnswer } from './workspace-answer';

/** A way to ask for a number, and the units in which it can be answered. */
const measures: readonly { readonly asks: RegExp; readonly unit: RegExp }[] = [
  {
    asks: /\b(?:how long|after (?:what|which) time|what (?:is|are) the (?:\w+ ){0,3}(?:time-?out|lifetime|expiry|ttl|retention|duration|(?:retention |validity )?period))\b/iu,
    unit: /(?:ms|s|seconds?|min(?:utes?)?|hours?|h|days?|weeks?|months?|years?)$/iu,
  },
  {
    asks: /\b(?:how (?:large|big)|what (?:is|are) the (?:\w+ ){0,3}(?:size|length)(?: limit)?)\b/iu,
    unit: /(?:[kmgt]i?b|bytes?|characters?|rows?|items?)$/iu,
  },
  {
    asks: /\b(?:how (?:many|often|much)|what (?:is|are) the (?:\w+ ){0,4}(?:limits?|maximum|minimum|quota|rate))\b/iu,
    unit: /(?:\d|%|requests?|rows?|items?|characters?|bytes?|[kmgt]i?b)$/iu,
  },
];
/** Words of such questions that say nothing about what is limited. */
const generic = new Set(
  'long many often large big much limit maximum max minimum min time timeout lifetime expiry expire ttl retention retain duration period size length quota rate last keep kept valid validity allow allowed per number after before store stay live work have page has may number hold held until minute hour day second week month year send sent make made single'.split(
    ' ',
  ),
);
const mostAnswers = 2;

/** Limits that rules and completed specs declare about just what a question names. */
export function declaredLimits(question: string, context: WorkspaceContext): readonly WorkspaceAnswer[] {
  const measure = measures.find(({ asks }) => asks.test(question));
  if (measure === undefined || isOpenToChange(question)) return [];
  const stems = [
    ...new Set(termsOf(question).map(({ stem, word }) => (generic.has(word) ? '' : stem))),
  ].filter((stem) => stem !== '' && !generic.has(stem));
  if (stems.length === 0) return [];
  return settlingDocuments(context)
    .flatMap(documentFacts)
    .filter(({ kind, name, detail }) => {
      if (kind !== 'limit' || !measure.unit.test(detail.trim())) return false;
      const own = new Set(termsOf(name).map(({ stem }) => stem));
      return stems.every((stem) => own.has(stem));
    })
    .map(({ name, path, line }) => ({ text: name, path, line }))
    .slice(0, mostAnswers);
}
