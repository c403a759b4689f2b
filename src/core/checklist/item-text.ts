import { specPhrases } from '../language/spec-phrases';
import { sayingOf } from '../template/localize-template';
import { sectionNameKey } from '../spec/section-name';
import type { ChecklistItem, Template } from '../template/template';
import { escapeMarkdown } from '../text/escape-markdown';

type Item = Pick<ChecklistItem, 'text' | 'verifiedBy'>;

/**
 * A checklist item as Markdown behind its box: one that a person ticks says so, because nobody may tick the others.
 *
 * @param template says it in its language
 */
export function itemText(item: Item, template: Pick<Template, 'translated'>): string {
  const text = escapeMarkdown(item.text);
  return item.verifiedBy === 'person' ? `${text} _(${sayingOf(template)(specPhrases.forPerson)})_` : text;
}

/** The names by which an item may stand in a spec, see {@link sectionNameKey}: the note for a person may be missing. */
export function itemKeys(item: Item, template: Pick<Template, 'translated'>): readonly string[] {
  const notes =
    item.verifiedBy === 'person' ? [sayingOf(template)(specPhrases.forPerson), specPhrases.forPerson] : [];
  return [...new Set(['', ...notes])].map((note) => sectionNameKey(`${item.text} ${note}`));
}
