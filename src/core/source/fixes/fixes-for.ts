import type { Finding } from '../../checks/finding';
import type { Source } from '../source';
import { addCriteria } from './add-criteria';
import { addTerm } from './add-term';
import { renumber } from './renumber';
import type { SourceFix } from './source-fix';

/** What makes a fix of a finding, by check; `null` where there is nothing safe to do. */
const makers: Readonly<Record<string, (source: Source, finding: Finding) => SourceFix | null>> = {
  'prd-acceptance-missing': addCriteria,
  'prd-duplicate-id': renumber,
  'prd-undefined-term': addTerm,
};

/** The fixes of a finding of this very source. */
export function fixesFor(source: Source, finding: Finding): readonly SourceFix[] {
  if (!finding.fixable) return [];
  const fix = makers[finding.check]?.(source, finding) ?? null;
  return fix === null ? [] : [fix];
}
