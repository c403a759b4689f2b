import type { SpecDocument } from '../spec/spec-document';
import type { Template } from '../template/template';

/** Below this share of recognised sections a document is taken for something else. */
const leastShare = 0.6;

/** The template whose required top-level sections a spec shows best, or `null` where none fits. */
export function matchTemplate(spec: SpecDocument, templates: readonly Template[]): Template | null {
  const names = new Set(spec.sections.map(({ name }) => name.toLowerCase()));
  let best: Template | null = null;
  let bestShare = 0;
  for (const template of templates) {
    if (template.offer === false) continue;
    const required = template.sections.filter(({ optional, level }) => !optional && level === 2);
    if (required.length === 0) continue;
    // By name only: numbers alone would match any document with as many sections.
    const named = required.filter(({ heading, aliases }) =>
      [heading, ...aliases].some((name) => names.has(name.toLowerCase())),
    );
    const share = named.length / required.length;
    if (share >= leastShare && share > bestShare) {
      best = template;
      bestShare = share;
    }
  }
  return best;
}
