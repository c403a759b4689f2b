import { lifeStatuses } from './statuses';
import { english, sayIn, type LanguagePack, type Say } from '../language/language-pack';
import type { CheckSetting, Template } from './template';
import { mapPhrases, phrasesIn } from './template-phrases';
import { readSections } from './template-sections';

/**
 * A template in one of the languages that it knows: what a spec of it shows is said in that language, keys and ids stay. A section
 * is still known by its original heading as well.
 *
 * @param language id of the language; the template as it was written where it is English or not known
 */
export function inLanguage(template: Template, language: string): Template {
  const original = template.translated?.from ?? template;
  const pack = (original.languages ?? []).find(({ id }) => id === language);
  if (pack === undefined) return original;
  const known = made.get(original) ?? new Map<string, Template>();
  made.set(original, known);
  const localized = known.get(language) ?? localize(original, pack);
  known.set(language, localized);
  return localized;
}

/** A template in another language is one value, so that what is remembered about it holds. */
const made = new WeakMap<Template, Map<string, Template>>();

/** The language that a template is said in; English where it is as it was written. */
export function languageOf(template: Pick<Template, 'translated'>): LanguagePack {
  return template.translated?.into ?? english;
}

/** Says phrases in the language of a template. */
export function sayingOf(template: Pick<Template, 'translated'> | null): Say {
  const language = template === null ? english : languageOf(template);
  return (phrase, ...args) => sayIn(language, phrase, ...args);
}

/** The names of a label of a template: as it stands, and those that it may have had before it was translated. */
export function namesOfLabel(
  template: Pick<Template, 'translated'> | null,
  label: string,
): readonly string[] {
  const phrases = template?.translated?.into.phrases ?? new Map<string, string>();
  return [label, ...[...phrases].flatMap(([phrase, said]) => (said === label ? [phrase] : []))];
}

/** Every phrase of a template that a language may say, each once. */
export function templatePhrases(template: Template): readonly string[] {
  const found = new Set(phrasesIn(template.body));
  const note = (phrase: string): string => {
    found.add(phrase);
    return phrase;
  };
  mapFields(template, note, new Set());
  return [...found];
}

function localize(original: Template, pack: LanguagePack): Template {
  const say = (phrase: string): string => sayIn(pack, phrase);
  const body = mapPhrases(original.body, say);
  const before = new Map(original.sections.map((section) => [section.key, section]));
  return {
    ...original,
    ...mapFields(original, say, new Set(phrasesIn(original.body))),
    body,
    sections: readSections(body).map((section) => {
      const { heading = section.heading, aliases = [] } = before.get(section.key) ?? {};
      return { ...section, aliases: [...new Set([...section.aliases, heading, ...aliases])] };
    }),
    translated: { into: pack, from: original },
  };
}

type Reword = (phrase: string) => string;

/** The fields beside the body that a spec, or whoever writes one, reads. */
function mapFields(template: Template, say: Reword, labels: ReadonlySet<string>): Partial<Template> {
  const stages = lifeStatuses(template);
  return {
    name: say(template.name),
    summary: say(template.summary),
    // What a status means was told by its English name.
    statuses: template.statuses.map((status, index) => ({
      ...status,
      name: say(status.name),
      ...(stages[index] === undefined ? {} : { stage: stages[index].stage }),
    })),
    checklist: template.checklist.map((item) => ({
      ...item,
      text: say(item.text),
      ...(item.short === undefined ? {} : { short: say(item.short) }),
    })),
    questions: template.questions.map((question) => ({
      ...question,
      text: say(question.text),
      why: say(question.why),
      options: question.options.map((option) => say(option)),
      followUps: question.followUps.map((next) => ({
        ...next,
        when: say(next.when),
        text: say(next.text),
        why: say(next.why),
        options: next.options.map((option) => say(option)),
      })),
    })),
    checks: Object.fromEntries(
      Object.entries(template.checks).map(([id, setting]) => [id, mapOptions(setting, say, labels)]),
    ),
    ...(template.footer === undefined ? {} : { footer: say(template.footer) }),
  };
}

/** An option that names a label of the body names it as the body does. */
function mapOptions(setting: CheckSetting, say: Reword, labels: ReadonlySet<string>): CheckSetting {
  const map = (value: unknown): unknown => {
    if (typeof value === 'string') return labels.has(value) ? say(value) : value;
    return Array.isArray(value) ? value.map(map) : value;
  };
  return {
    ...setting,
    options: Object.fromEntries(Object.entries(setting.options).map(([name, value]) => [name, map(value)])),
  };
}
