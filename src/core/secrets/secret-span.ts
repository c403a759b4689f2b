/** Where a secret stands in a text; its value is in the text alone. */
export interface SecretSpan {
  /** What it is in a person's words, such as `GitHub token`. */
  readonly kind: string;
  /** Offset of its first character. */
  readonly start: number;
  /** Offset after its last character. */
  readonly end: number;
}
