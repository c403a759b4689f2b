import { statementOf } from '../source/requirements/requirement-text';
import type { Requirement } from '../source/source';

/** Role, wish and purpose of an English user story; every gap is bounded. */
const story =
  /^as\s+(?<role>(?:(?:an?|the|any|every)\s+)?[^,]{1,80}?),?\s+i(?:['’]d|\s+would)?\s+(?:want|need|like|wish)(?:\s+to\s+be\s+able)?\s+to\s+(?<wish>.{1,300}?)(?:,?\s+so\s+(?:that\s+)?(?<purpose>.{1,300}?))?[.!\s]*$/iu;

/** The teller's words about themselves, as somebody else says them. */
const retold: readonly (readonly [RegExp, string])[] = [
  [/\bi am\b|\bi['’]m\b/giu, 'they are'],
  [/\bi have\b|\bi['’]ve\b/giu, 'they have'],
  [/\bi\b/giu, 'they'],
  [/\bmy\b/giu, 'their'],
  [/\bmine\b/giu, 'theirs'],
  [/\bmyself\b/giu, 'themselves'],
  [/\bme\b/giu, 'them'],
];

/**
 * A criterion that a test can be written from, made of a story's own words: who does what, and what is so then. `null`
 * where the story is not told in the English form, or names no purpose: what to look for would be a guess.
 */
export function suggestedCriterion(requirement: Requirement): string | null {
  const parts = story.exec((statementOf(requirement) ?? '').replace(/\s+/gu, ' '))?.groups;
  const { role, wish, purpose } = parts ?? {};
  if (role === undefined || wish === undefined || purpose === undefined) return null;
  return `Given ${role}, when they ${byOthers(wish)}, then ${byOthers(purpose)}.`;
}

function byOthers(text: string): string {
  return retold.reduce((told, [word, by]) => told.replace(word, by), text);
}
