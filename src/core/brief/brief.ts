import type { Answer, Question } from '../clarify/question';
import type { Source } from '../source/source';
import type { Template } from '../template/template';
import type { WorkspaceContext } from '../workspace/context';

/** Everything a draft is made from. The same brief gives the same outline and the same prompt. */
export interface Brief {
  readonly source: Source;
  readonly context: WorkspaceContext;
  readonly template: Template;
  readonly questions: readonly Question[];
  readonly answers: readonly Answer[];
  /** Date of the draft, `YYYY-MM-DD`. */
  readonly date: string;
  /** Time zone name that goes with the date. */
  readonly timeZone: string;
  /** Where the spec will be written, relative to the workspace root. */
  readonly output: string;
  readonly author: string | null;
}
