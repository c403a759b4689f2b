import type { Brief } from '../brief/brief';
import { matchSections } from '../spec/match-sections';
import { parseSpec } from '../spec/parse-spec';
import type { SpecSection } from '../spec/spec-document';
import type { GeneratedSection, UsedModel } from './build-receipt';
import { buildReceipt } from './build-receipt';
import type { Receipt } from './receipt';

/** The receipt of a finished spec: its sections are found in the text by the brief's template. */
export function receiptFor(brief: Brief, specText: string, model: UsedModel): Receipt {
  const spec = parseSpec(specText);
  return buildReceipt(brief, generatedSections(specText, matchSections(spec, brief.template)), model);
}

/**
 * Text of each section as far as the next one that has a key, so that an edit in a subsection is not counted as one
 * of the section around it.
 */
export function generatedSections(
  specText: string,
  sections: ReadonlyMap<string, SpecSection>,
): readonly GeneratedSection[] {
  const ordered = [...sections].sort(([, left], [, right]) => left.start - right.start);
  return ordered.map(([key, section], index) => {
    const next = ordered[index + 1]?.[1].start ?? section.end;
    return {
      key,
      heading: section.heading,
      text: specText.slice(section.start, Math.min(section.end, next)),
    };
  });
}
