/** Exit codes of the command line, fixed by its contract. */
export const exitCode = { fine: 0, findings: 1, usage: 2, model: 3 } as const;
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** Ends a command with a message on stderr. */
export class CliFailure extends Error {
  override readonly name = 'CliFailure';
  readonly exit: ExitCode;

  constructor(message: string, exit: ExitCode = exitCode.usage) {
    super(message);
    this.exit = exit;
  }

  static is(value: unknown): value is CliFailure {
    return value instanceof CliFailure;
  }
}

/** Name of what the system refused, such as `EACCES`. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
