import type { TextRange } from '../../text/position';

/** An edit that settles a finding of a source without deciding anything for its author. */
export interface SourceFix {
  /** English message with `{0}` placeholders: what it does. */
  readonly message: string;
  readonly args: readonly string[];
  readonly range: TextRange;
  /** Line ends are line feeds, whatever the document's own are. */
  readonly newText: string;
}

/** Stands where only the author knows what to write; reported until it is replaced. */
export const toFillIn = '[NEEDS CLARIFICATION]';
