/** Speaker of a turn of which nobody knows who said it; the next one's may be somebody else. */
export const unnamed = '';

/** One utterance of a conversation. */
export interface Turn {
  /** Name as written, or `unnamed`. */
  readonly speaker: string;
  readonly role: 'user' | 'assistant' | 'person';
  readonly line: number;
  /** Statements and questions, code left out. */
  readonly sentences: readonly Sentence[];
}

export interface Sentence {
  readonly line: number;
  readonly text: string;
  /** Of an item that stands in a message below a title of its own: whether that calls it wanted or left out. */
  readonly listed?: ListedAs;
}

/** What the title above a list in a message says of its items. */
export type ListedAs = 'wanted' | 'excluded';

/** What somebody said, as it was written. */
export interface Message {
  readonly speaker: string;
  readonly role: Turn['role'];
  /** Line (from 1) of the file on which the text begins. */
  readonly line: number;
  /** Markdown; all of it counts as said on `line` where it stands in a JSON string. */
  readonly text: string;
}

/** One of the conversations that an export holds. */
export interface ExportedConversation {
  readonly title: string | null;
  /** Time of the last message, in a form that sorts; `null` where the export has none. */
  readonly updated: number | null;
  readonly messages: readonly Message[];
}
