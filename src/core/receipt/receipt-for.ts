import type { Brief } from '../brief/brief';
import { matchSections } from '../spec/match-sections';
import { parseSpec } from '../spec/parse-spec';
import { usesInTurns, usesOfSections } from '../provenance/uses-of-sections';
import type { UsedModel } from './build-receipt';
import { buildReceipt } from './build-receipt';
import type { GeneratedSection } from './build-receipt';
import { generatedSections } from './generated-sections';
import type { Receipt } from './receipt';
import { untickedText } from './unticked-text';

/**
 * The receipt of a finished spec: its sections are found in the text by the brief's template.
 *
 * @param files hashes of the files that it names, see `citedFiles`
 */
export function receiptFor(
  brief: Brief,
  specText: string,
  model: UsedModel,
  files: Readonly<Record<string, string>> = {},
): Receipt {
  const sections = sectionsOf(brief, specText);
  return buildReceipt(brief, sections, model, usesOfSections(brief, sections), files);
}

/**
 * The same with pauses, for a program that has more to do than this, see `usesInTurns`.
 *
 * @param pause waits until others had their turn
 */
export async function receiptInTurns(
  brief: Brief,
  specText: string,
  model: UsedModel,
  files: Readonly<Record<string, string>>,
  pause: () => Promise<void>,
): Promise<Receipt> {
  const sections = sectionsOf(brief, specText);
  return buildReceipt(brief, sections, model, await usesInTurns(brief, sections, pause), files);
}

function sectionsOf(brief: Brief, specText: string): readonly GeneratedSection[] {
  const spec = parseSpec(specText);
  const sections = matchSections(spec, brief.template);
  const unticked = untickedText({ spec, sections });
  return generatedSections(specText, sections).map((section) => ({
    ...section,
    unmarked: unticked(section, 'gone'),
  }));
}
