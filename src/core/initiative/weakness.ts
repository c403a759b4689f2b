/** What a part of an initiative can lack. */
export type WeaknessCode =
  | 'initiative-title'
  | 'initiative-problem'
  | 'initiative-why-now'
  | 'initiative-requirement'
  | 'initiative-success';

/** A text with `{0}` placeholders, the key of its translations, and what stands in them. */
export interface MessageText {
  readonly message: string;
  readonly args: readonly string[];
}

/** Why a part of an initiative can not be accepted as it stands, and what a better one looks like. */
export interface Weakness {
  readonly code: WeaknessCode;
  /** What is missing and what to do. */
  readonly missing: MessageText;
  /** A better form of such a text, about an invented system. */
  readonly example: MessageText;
  /** Asked where the initiative is a file and not a form. */
  readonly question: MessageText;
}
