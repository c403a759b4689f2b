import { talkContradiction } from './rules/conversation-contradiction';
import { several } from './rules/conversation-several';
import { problemIsFalsifiable } from './rules/initiative-problem';
import { requirementIsSaid } from './rules/initiative-requirement';
import { successIsVerifiable } from './rules/initiative-success';
import { whyNowIsSaid } from './rules/initiative-why-now';
import { acceptanceMissing } from './rules/prd-acceptance-missing';
import { ambiguousTerm } from './rules/prd-ambiguous-term';
import { contradiction } from './rules/prd-contradiction';
import { duplicateId } from './rules/prd-duplicate-id';
import { interleaved } from './rules/prd-interleaved';
import { noRequirements } from './rules/prd-no-requirements';
import { notApproved } from './rules/prd-not-approved';
import { scopeConflict } from './rules/prd-scope-conflict';
import { secret } from './rules/prd-secret';
import { stub } from './rules/prd-stub';
import { undefinedReference } from './rules/prd-undefined-reference';
import { undefinedTerm } from './rules/prd-undefined-term';
import type { SourceRule } from './source-rule';

/** Every rule about sources. Each has a page `docs/checks/<id>.md`. */
export const sourceRules: readonly SourceRule[] = [
  noRequirements,
  acceptanceMissing,
  duplicateId,
  interleaved,
  undefinedReference,
  stub,
  contradiction,
  scopeConflict,
  ambiguousTerm,
  undefinedTerm,
  notApproved,
  secret,
  problemIsFalsifiable,
  whyNowIsSaid,
  requirementIsSaid,
  successIsVerifiable,
  talkContradiction,
  several,
];
