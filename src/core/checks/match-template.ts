import { oncePer } from '../spec/remembered';
import type { SpecDocument } from '../spec/spec-document';
import { inLanguage } from '../template/localize-template';
import type { Template } from '../template/template';

/** Below this share of recognised sections a document is taken for something else. */
const leastShare = 0.6;

/**
 * The template whose required top-level sections a spec shows best, in the language of its headings, or `null` where none fits.
 */
export function matchTemplate(spec: SpecDocument, templates: readonly Template[]): Template | null {
  const names = namesIn(spec);
  let best: Template | null = null;
  let bestShare = 0;
  for (const template of templates) {
    if (template.offer === false) continue;
    for (const spoken of inAllLanguages(template)) {
      const share = sharedSections(names, spoken);
      if (share >= leastShare && share > bestShare) {
        best = spoken;
        bestShare = share;
      }
    }
  }
  return best;
}

/** A template in the language of a spec's headings: as it was written, unless another language has more of them. */
export function asSpoken(spec: SpecDocument, template: Template): Template {
  const names = namesIn(spec);
  let best = template;
  let bestShare = sharedSections(names, template);
  for (const spoken of inAllLanguages(template)) {
    const share = sharedSections(names, spoken);
    if (share > bestShare) [best, bestShare] = [spoken, share];
  }
  return best;
}

/** As it was written first, so that a language has to know more headings to be taken. */
function inAllLanguages(template: Template): readonly Template[] {
  return [template, ...(template.languages ?? []).map(({ id }) => inLanguage(template, id))];
}

function namesIn(spec: SpecDocument): ReadonlySet<string> {
  return new Set(spec.sections.map(({ name }) => name.toLowerCase()));
}

function sharedSections(names: ReadonlySet<string>, template: Template): number {
  const required = requiredNames(template);
  if (required.length === 0) return 0;
  const named = required.filter((all) => all.some((name) => names.has(name)));
  return named.length / required.length;
}

/** Names of each required section. By name only: numbers alone would match any document with as many sections. */
const requiredNames = oncePer(({ sections }: Template): readonly (readonly string[])[] =>
  sections
    .filter(({ optional, level }) => !optional && level === 2)
    .map(({ heading, aliases }) => [heading, ...aliases].map((name) => name.toLowerCase())),
);
