import type { FindingCounts, SeverityCount } from '../core/checks/distinct-findings';
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
  /** Id of the open question that it waits for; what waits for one counts once. Absent where there is none. */
  readonly gap?: string;
  /** Other places that it is about; absent where there is none. */
  readonly related?: NonNullable<Finding['places']>;
}

export function findingJson(finding: Finding): FindingJson {
  const { check, severity, line, column, endLine, endColumn, fixable, gap, places } = finding;
  return {
    ...{ check, severity, message: renderFinding(finding), line, column, endLine, endColumn, fixable },
    ...(gap === undefined ? {} : { gap }),
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

/** `1 error, 26 warnings (in 42 places)`: where what waits for one question is listed more than once, how often all are. */
export function severityCounts(
  { error, warning }: Pick<FindingCounts, 'error' | 'warning'>,
  between = ', ',
): string {
  return `${severityCount(error, 'error')}${between}${severityCount(warning, 'warning')}`;
}

/** As {@link severityCounts}, of one severity. */
export function severityCount({ count: counted, findings }: SeverityCount, noun: string): string {
  return `${count(counted, noun)}${findings === counted ? '' : ` (in ${findings} places)`}`;
}

export function printJson({ out }: Terminal, value: unknown): void {
  out.write(`${JSON.stringify(withoutSecretsIn(value), null, 2)}\n`);
}

export function printLines({ out }: Terminal, lines: readonly string[]): void {
  out.write(withoutSecrets(lines.map((line) => `${line}\n`).join('')));
}
