import { languageOfSource } from '../language/detect-language';
import { english } from '../language/language-pack';
import type { Source } from '../source/source';
import { inLanguage } from './localize-template';
import type { Template } from './template';

/** The choice that follows the source. */
export const sourceLanguage = 'auto';

/** A language must know this share of a template's headings to be taken without being asked for. */
const leastShare = 0.5;

/**
 * A template in the language that a spec is to be written in.
 *
 * @param choice id of a language, or `auto` for that of the source; its own where the language is not known
 */
export function inChosenLanguage(template: Template, source: Source, choice: string): Template {
  if (choice !== sourceLanguage) return inLanguage(template, choice);
  const spoken = languageOfSource(source);
  return spoken === null || !knows(template, spoken)
    ? inLanguage(template, english.id)
    : inLanguage(template, spoken);
}

/** A team's own template in a language of its own keeps it. */
function knows(template: Template, language: string): boolean {
  const { sections, languages = [] } = template.translated?.from ?? template;
  const phrases = languages.find(({ id }) => id === language)?.phrases;
  const known = sections.filter(({ heading }) => phrases?.has(heading));
  return known.length >= sections.length * leastShare;
}
