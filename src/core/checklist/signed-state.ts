import type { SpecFileReport } from '../checks/check-spec-file';
import { knownHashes } from '../life/approved-text';
import { requirementState } from '../provenance/requirement-state';
import { sha256Hex } from '../text/hash';
import type { SignOff } from './sign-off';

/** What a person answers for who ticks an item: the spec and what its source asks for, as they stand then. */
export interface SignedState {
  /** See `approvedHash`: a tick is no change. */
  readonly spec: string;
  /** It, and how it was noted before, see `knownHashes`. */
  readonly specs: readonly string[];
  /** Over requirements and their criteria, so that white space is no change; `null` where there is no source. */
  readonly source: string | null;
}

export type SignedPart = 'spec' | 'source';

export function signedState({
  spec,
  path,
  understood,
}: Pick<SpecFileReport, 'spec' | 'path' | 'understood'>): SignedState {
  const requirements = understood?.requirements.map((one) => [one.id, requirementState(one)]);
  const specs = knownHashes(spec, path);
  return {
    ...{ spec: specs[0] ?? '', specs },
    source: requirements === undefined ? null : sha256Hex(JSON.stringify(requirements)),
  };
}

/** Which of the two are others than those that a person ticked; none where earlier versions did not note them. */
export function changedSince(
  { spec, source }: Pick<SignOff, SignedPart>,
  now: SignedState,
): readonly SignedPart[] {
  return [
    ...(spec !== undefined && !now.specs.includes(spec) ? (['spec'] as const) : []),
    ...(source !== undefined && now.source !== null && source !== now.source ? (['source'] as const) : []),
  ];
}
