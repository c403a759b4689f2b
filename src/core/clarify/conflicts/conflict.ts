import type { WorkspaceAnswer } from '../answered/workspace-answer';

/** Something that a source says and the workspace shows otherwise. */
export interface Conflict {
  /** What it is about, the same for the same matter, such as `database MySQL`. */
  readonly subject: string;
  readonly area: string;
  readonly blocking: boolean;
  /** Line of the source, from 1. */
  readonly line: number;
  readonly text: string;
  readonly why: string;
  /** What a person may decide; the first is recommended: it keeps what is there. */
  readonly options: readonly string[];
  /** What the source says and what does not hold where the first option is chosen; absent where that says it, too. */
  readonly overrules?: string;
  /** Where the workspace shows it. */
  readonly shown: readonly Pick<WorkspaceAnswer, 'path' | 'line'>[];
}
