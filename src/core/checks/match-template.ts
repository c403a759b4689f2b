import { english, sayIn, type LanguagePack } from '../language/language-pack';
import type { SpecDocument } from '../spec/spec-document';
import { inLanguage, languageOf } from '../template/localize-template';
import type { Template } from '../template/template';

/** Below this share of recognised sections a document is taken for something else. */
const leastShare = 0.6;

/**
 * The template whose required top-level sections a spec shows best, in the language of its headings, or `null` where none fits.
 */
export function matchTemplate(spec: SpecDocument, templates: readonly Template[]): Template | null {
  const names = namesIn(spec);
  let best: { readonly template: Template; readonly spoken: Spoken } | null = null;
  for (const template of templates) {
    if (template.offer === false) continue;
    const spoken = bestSpoken(names, template);
    if (spoken.share >= leastShare && spoken.share > (best?.spoken.share ?? 0)) best = { template, spoken };
  }
  return best === null ? null : inLanguage(best.template, best.spoken.language.id);
}

/** A template in the language of a spec's headings: as it was written, unless another language has more of them. */
export function asSpoken(spec: SpecDocument, template: Template): Template {
  return inLanguage(template, bestSpoken(namesIn(spec), template).language.id);
}

interface Spoken {
  readonly language: LanguagePack;
  /** Of the required sections, those whose headings a spec has. */
  readonly share: number;
}

/** As it is first, so that another language has to know more headings to be taken; one that was chosen stays. */
function bestSpoken(names: ReadonlySet<string>, template: Template): Spoken {
  let best: Spoken = { language: languageOf(template), share: sharedSections(names, template, english) };
  if (template.translated !== undefined) return best;
  for (const language of template.languages ?? []) {
    const share = sharedSections(names, template, language);
    if (share > best.share) best = { language, share };
  }
  return best;
}

function namesIn(spec: SpecDocument): ReadonlySet<string> {
  return new Set(spec.sections.map(({ name }) => name.toLowerCase()));
}

function sharedSections(names: ReadonlySet<string>, template: Template, language: LanguagePack): number {
  const required = template.sections.filter(({ optional, level }) => !optional && level === 2);
  if (required.length === 0) return 0;
  // By name only: numbers alone would match any document with as many sections.
  const named = required.filter(({ heading, aliases }) =>
    [sayIn(language, heading), heading, ...aliases].some((name) => names.has(name.toLowerCase())),
  );
  return named.length / required.length;
}
