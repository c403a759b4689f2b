import type { Receipt } from '../receipt/receipt';
import type { SectionedSpec } from '../regenerate/section-target';
import { AffectedParts } from './affected';
import { answerDrifts } from './answer-drifts';
import { correctionDrifts } from './correction-drifts';
import { documentDrifts, fileDrifts } from './document-drifts';
import { driftKinds, type Drift } from './drift';
import type { DriftState } from './drift-state';
import { requirementDrifts, sourceDrifts } from './source-drifts';
import { templateDrifts } from './template-drifts';

/**
 * What has changed since a spec was written from it, each with exactly what of the spec it touches. Pure: the same receipt, spec
 * and state give the same drifts, by kind and subject.
 *
 * A section is touched where its record of what it used says so (see `usesOfSections`); one without a record, where its text
 * names what changed. Something new touches the sections that list all of its kind.
 */
export function findDrift(input: {
  readonly receipt: Receipt;
  /** The spec as it stands, its sections by the template of its receipt. */
  readonly scope: Pick<SectionedSpec, 'spec' | 'sections'>;
  readonly now: DriftState;
}): readonly Drift[] {
  const { receipt, scope, now } = input;
  const parts = new AffectedParts(scope, receipt);
  const drifts = [
    ...requirementDrifts(receipt, now, parts),
    ...correctionDrifts(receipt, now),
    ...sourceDrifts(receipt, now, parts),
    ...answerDrifts(receipt, now, parts),
    ...documentDrifts(receipt, now, parts),
    ...templateDrifts(receipt, now, parts),
    ...fileDrifts(receipt, scope.spec, now, parts),
  ];
  const rank = ({ kind }: Drift): number => driftKinds.indexOf(kind);
  // The sort is stable: within a kind they stay in the order of what they are about.
  return drifts.sort((a, b) => rank(a) - rank(b));
}
