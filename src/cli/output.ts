import type { Finding } from '../core/checks/finding';
import { withoutSecrets, withoutSecretsIn } from '../core/secrets/mask-secrets';
import { renderFinding } from '../core/checks/render-finding';
import type { Terminal } from './terminal';

export type Format = 'text' | 'json';
/** What `check` prints, beside the two that every command has. */
export type CheckFormat = Format | 'sarif';

/** A finding as the JSON contract has it: the message in words. */
export interface FindingJson {
  readonly check: string;
  readonly severity: Finding['severity'];
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly fixable: boolean;
  /** Other places that it is about; absent where there is none. */
  readonly related?: NonNullable<Finding['places']>;
}

export function findingJson(finding: Finding): FindingJson {
  const { check, severity, line, column, endLine, endColumn, fixable, places } = finding;
  return {
    ...{ check, severity, message: renderFinding(finding), line, column, endLine, endColumn, fixable },
    ...(places === undefined ? {} : { related: places }),
  };
}

/** `path:line:column: severity message (check)`, as editors and terminals link it. */
export function findingLine(path: string, finding: Finding): string {
  const { line, column, severity, check } = finding;
  return `${path}:${line}:${column}: ${severity} ${renderFinding(finding)} (${check})`;
}

/** `1 error`, `2 errors`. */
export function count(number: number, noun: string, nouns = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : nouns}`;
}

export function printJson({ out }: Terminal, value: unknown): void {
  out.write(`${JSON.stringify(withoutSecretsIn(value), null, 2)}\n`);
}

export function printLines({ out }: Terminal, lines: readonly string[]): void {
  out.write(withoutSecrets(lines.map((line) => `${line}\n`).join('')));
}
