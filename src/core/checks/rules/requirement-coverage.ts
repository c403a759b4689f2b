import type { Check } from '../check';
import { mappingFixes } from '../coverage/mapping-fixes';
import { requirementIds } from '../coverage/requirement-ids';
import { traceRequirements } from '../coverage/trace';
import { traceUnknown } from '../coverage/trace-unknown';

/**
 * Every requirement of the source is covered in the way the template's `covers` asks for, or out of scope with a reason;
 * mapping and items agree both ways; no task or component serves nothing.
 *
 * Where the template is not known, what the tasks leave out and where a table contradicts them are warnings; an imported spec
 * answers for each requirement.
 *
 * Options: none.
 *
 * Good: a row `| US-001 | T-001, T-002 |` and `_Implements:_ US-001` in both tasks; `| US-009 | Out of scope: no budget |`.
 * Bad: no row for US-003; a row `| US-003 | |`; a row naming T-004 whose `_Implements:_` names other requirements.
 */
export const requirementCoverage: Check = {
  id: 'requirement-coverage',
  title: 'Every requirement is covered or out of scope with a reason, and mapping and items agree.',
  severity: 'error',
  needsTemplate: false,
  needsRequirements: false,
  run: (context) => (context.template === null ? traceUnknown(context) : traceRequirements(context).problems),
  fixes: ({ message, args, ...place }, context) =>
    mappingFixes({ ...context, ids: requirementIds(context) }, message, args, place),
};
