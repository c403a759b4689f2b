export type SourceErrorCode = 'empty' | 'binary' | 'too-large' | 'no-document';

/** The bytes cannot be read as a source document. The message is for a person and says what to do. */
export class SourceError extends Error {
  readonly code: SourceErrorCode;

  constructor(code: SourceErrorCode, message: string) {
    super(message);
    this.name = 'SourceError';
    this.code = code;
  }

  /** Recognises the error across bundles, where `instanceof` would fail. */
  static is(error: unknown): error is SourceError {
    return error instanceof Error && error.name === 'SourceError' && 'code' in error;
  }
}
