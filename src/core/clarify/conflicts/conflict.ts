import type { WorkspaceAnswer } from '../answered/workspace-answer';

/** A phrase of the language packs with its arguments: words that stand as they are, or phrases in turn. */
export interface Said {
  readonly phrase: string;
  readonly args: readonly (string | Said)[];
}

/** A phrase with its arguments. */
export function said(phrase: string, ...args: readonly (string | Said)[]): Said {
  return { phrase, args };
}

/** Words of the workspace, which no language has other ones for. */
export function verbatim(text: string): Said {
  return { phrase: '{0}', args: [text] };
}

/** Something that a source says and the workspace shows otherwise. */
export interface Conflict {
  /** What it is about, the same for the same matter, such as `database MySQL`. */
  readonly subject: string;
  readonly area: string;
  readonly blocking: boolean;
  /** Line of the source, from 1. */
  readonly line: number;
  readonly text: Said;
  readonly why: string;
  /** What a person may decide; the first is recommended: it keeps what is there. */
  readonly options: readonly Said[];
  /** What the source says and what does not hold where the first option is chosen; absent where that says it, too. */
  readonly overrules?: string;
  /** Where the workspace shows it. */
  readonly shown: readonly Pick<WorkspaceAnswer, 'path' | 'line'>[];
}
