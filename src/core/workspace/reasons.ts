import type { Say } from '../language/language-pack';

/** A message of a reason, and which of its arguments are reasons or parts of one themselves. */
type ReasonMessage = readonly [message: string, ...nested: number[]];

/**
 * What reasons of documents say, in the order in which they are looked for: what stands around another reason first. Records keep
 * reasons in English, so that the same workspace gives the same receipt in every language.
 */
export const reasonMessages: readonly ReasonMessage[] = [
  ['{0}; cut to the beginning, lines {1} of {2}', 0],
  ['{0}; cut to what is closest to the source, lines {1} of {2}', 0],
  [
    '{0}; line {1} of its front matter opens a list or a quotation and does not close it, which is not valid YAML; it was read up to the next key',
    0,
  ],
  ['Referenced by {0}, after {1} others'],
  ['Referenced by {0}; ignored, so it is not read'],
  ['Referenced by {0}; outside of the workspace, so it is not read'],
  ['Referenced by {0}; there is no such file'],
  ['Referenced by {0}. {1}', 1],
  ['Seems to be a status report, not a rule: it {0}', 0],
  ['Applies only when attached by hand: {0}', 0],
  ['Applies where its description fits; it has little in common with the source'],
  ['Applies to {0}; nothing in the source leads there (it matches {1})'],
  ['No file here matches its scope {0}'],

  ['{0}, always applies: {1}', 0, 1],
  ['{0}, applies to {1}, which matches {2} ({3})', 0, 3],
  ['{0}, applies to {1}, which matches {2}', 0],
  ['{0}, applies to {1}, shares {2} with the source', 0],
  ['{0}, shares {1} with the source', 0],
  ['{0}, to be used as described', 0],
  ['{0}, cited by the source', 0],
  ['{0}, referenced by {1}', 0],
  ['{0} that has little in common with the source', 0],
  ['{0} for the whole workspace', 0],
  ['{0} for {1}/, which holds the source', 0],
  ['{0} for {1}/, which holds the spec', 0],
  ['{0} for {1}/, where nothing in the source leads', 0],
  ['{0} for {1}/, where {2} is ({3})', 0, 3],
  ['{0} for {1}/; the source belongs to {2}/', 0],
  ['{0} for {1}/; the spec belongs to {2}/', 0],

  ['A spec that does not say it was completed'],
  ['A spec whose status is {0}'],
  ['Only points to {0}'],
  ['Says the same as {0}'],
  ['Added by hand'],
  ['Left out by hand'],
  ['Empty'],
  ['What the spec is for'],
  ['Defines {0}, which the source cites'],
  ['No room left in the context budget of {0} tokens'],
  ['The workspace has more than {0} files; the deepest were not read'],
  ['A symbolic link that leads out of the workspace; not followed'],
  ['A symbolic link to {0}, which is ignored or absent'],
  ['A symbolic link to {0}, which is read there'],
  ['Outside of the workspace, and not what it was for the receipt; add it by hand to send it'],
  ["Belongs to {0}/, which is not this workspace's own"],
  ['Ignored by .gitignore'],
  ['Ignored, so it is never read into a prompt'],
  ['Kept from AI tools by {0}'],
  ['Its name says that it holds a secret; never read into a prompt'],
  ['Its name holds a secret ({0})'],
  ['Not a text document'],
  ['Not a regular file'],
  ['Not UTF-8 text'],
  ['Binary file'],
  ['Too large: {0} KB, at most {1} KB are read'],
  ['The file does not exist'],
  ['The file could not be read'],
  ['No permission to read this file'],
  ['The folder could not be read'],
  ['No permission to read this folder'],

  ['{0}, with neither globs nor a description', 0],
  ['{0} is {1}, with no pattern'],
  ['it states no narrower scope'],
  ['it states neither globs nor a description'],
  ['it is for one mode of the tool only'],
  ['the source names it'],
  ['the source names its folder'],
  ['"{0}" is in its path'],

  ...[
    ['Agent instructions'],
    ['Amazon Q rule'],
    ['Augment rule'],
    ['Claude instructions'],
    ['Claude rule'],
    ['Cline rule'],
    ['Cline rules'],
    ['Completed change'],
    ['Completed spec'],
    ['Continue rule'],
    ['Copilot instructions'],
    ['Current spec'],
    ['Cursor rule'],
    ['Cursor rules'],
    ['Decision record'],
    ['Gemini instructions'],
    ['Junie guidelines'],
    ['Project constitution'],
    ['Project conventions'],
    ['Research'],
    ['Roo rule'],
    ['Steering document'],
    ['Team template'],
    ['Tech spec template'],
    ['Windsurf rule'],
    ['Windsurf rules'],
  ].map(([label = '']): ReasonMessage => [label]),

  ['is named as one'],
  ['dates or rates itself at its top'],
  ['reports one thing as done'],
  ['reports {0} things as done'],
  ['{0}, {1} and {2}', 0, 1, 2],
  ['{0} and {1}', 0, 1],

  ['{0} for {1}/', 0],
  ['{0} is {1}'],
];

/** A message taken apart: what it says, around the places of its arguments. */
const readers = reasonMessages.map(([message, ...nested]) => ({
  message,
  nested: new Set(nested),
  said: message.split(/\{\d\}/u),
  places: [...message.matchAll(/\{(\d)\}/gu)].map(([, place = '']) => Number(place)),
}));

/** Reasons within reasons; deeper ones are no reasons of ours. */
const deepest = 6;

/**
 * A reason in another language.
 *
 * @param reason English, as documents and receipts have it
 * @param say gives a message in that language
 * @returns the reason as it is where it is none that is known
 */
export function sayReason(reason: string, say: Say): string {
  return sayWithin(reason, say, 0);
}

/** @param depth reasons around this one */
function sayWithin(reason: string, say: Say, depth: number): string {
  if (depth > deepest) return reason;
  for (const { message, nested, said, places } of readers) {
    const values = valuesIn(reason, said);
    if (values === null) continue;
    const args: string[] = [];
    for (const [at, place] of places.entries()) {
      const value = values[at] ?? '';
      args[place] = nested.has(place) ? sayWithin(value, say, depth + 1) : value;
    }
    return say(message, ...args);
  }
  return reason;
}

/**
 * What stands between the words of a message, none of it empty and each as short as may be; `null` where a reason does not say
 * them. In one pass: reasons hold globs and descriptions of other people's files, and may be long.
 */
function valuesIn(reason: string, said: readonly string[]): readonly string[] | null {
  const [first = '', ...others] = said;
  const last = others.pop();
  if (last === undefined) return reason === first ? [] : null;
  const end = reason.length - last.length;
  if (!reason.startsWith(first) || !reason.endsWith(last)) return null;
  const values: string[] = [];
  let at = first.length;
  for (const words of others) {
    const next = reason.indexOf(words, at + 1);
    if (next === -1) return null;
    values.push(reason.slice(at, next));
    at = next + words.length;
  }
  return at < end ? [...values, reason.slice(at, end)] : null;
}
