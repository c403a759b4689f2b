import type { TextRange } from '../../text/position';
import type { CheckContext, Problem } from '../check';
import type { Exclusion } from './out-of-scope';
import type { RequirementIds } from './requirement-ids';

/** What one cover rule of a template finds in a spec. */
export interface RuleTrace {
  /** Requirements that have a row, with the place of the first. */
  readonly rows: ReadonlyMap<string, TextRange>;
  readonly covered: ReadonlySet<string>;
  readonly excluded: readonly Exclusion[];
  /** Requirements whose row says `OQ-n`, with the question's id. */
  readonly gaps: ReadonlyMap<string, string>;
  /** Disagreements that belong to no requirement alone. */
  readonly problems: readonly Problem[];
}

export type TraceScope = Pick<CheckContext, 'spec' | 'template' | 'sections' | 'requirements'> & {
  readonly ids: RequirementIds;
};
