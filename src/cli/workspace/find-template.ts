import { english } from '../../core/language/language-pack';
import type { Source } from '../../core/source/source';
import { inChosenLanguage, sourceLanguage } from '../../core/template/choose-language';
import type { Template } from '../../core/template/template';
import { CliFailure } from '../failure';

/** @throws CliFailure that lists the ids there are */
export function findTemplate(templates: readonly Template[], id: string): Template {
  const found = templates.find((template) => template.id === id);
  if (found === undefined) {
    throw new CliFailure(
      `There is no template ${id}. Choose one of: ${templates.flatMap((template) => (template.offer === false ? [] : [template.id])).join(', ')}.`,
    );
  }
  return found;
}

/**
 * A template in the language of the specification.
 *
 * @throws CliFailure that lists the languages there are
 */
export function inLanguageOf(template: Template, source: Source, language: string): Template {
  const known = [sourceLanguage, english.id, ...(template.languages ?? []).map(({ id }) => id)];
  if (!known.includes(language))
    throw new CliFailure(`The language ${language} is not known. Choose one of: ${known.join(', ')}.`);
  return inChosenLanguage(template, source, language);
}
