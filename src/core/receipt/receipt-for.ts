import type { Brief } from '../brief/brief';
import { matchSections } from '../spec/match-sections';
import { parseSpec } from '../spec/parse-spec';
import { usesOfSections } from '../provenance/uses-of-sections';
import type { UsedModel } from './build-receipt';
import { buildReceipt } from './build-receipt';
import { generatedSections } from './generated-sections';
import type { Receipt } from './receipt';

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
  const spec = parseSpec(specText);
  const sections = generatedSections(specText, matchSections(spec, brief.template));
  return buildReceipt(brief, sections, model, usesOfSections(brief, sections), files);
}
