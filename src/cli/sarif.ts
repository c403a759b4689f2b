import type { Location, Log, ReportingDescriptor, Result } from 'sarif';
import { version } from '../../package.json';
import type { Check } from '../core/checks/check';
import type { Finding, RelatedPlace, Severity } from '../core/checks/finding';
import { renderFinding } from '../core/checks/render-finding';

const levels: Readonly<Record<Severity, NonNullable<Result['level']>>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

/** Findings of one file, its path and those of their related places relative to the current folder with forward slashes. */
export interface FileFindings {
  readonly path: string;
  readonly findings: readonly Finding[];
}

/**
 * Findings as SARIF 2.1.0, the format that code hosts show beside changed lines.
 *
 * Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function sarifLog(files: readonly FileFindings[], checks: readonly Check[]): Log {
  const known = new Map(checks.map((check) => [check.id, check]));
  const ids = [...new Set(files.flatMap(({ findings }) => findings.map(({ check }) => check)))].sort();
  const rules: ReportingDescriptor[] = ids.map((id) => {
    const check = known.get(id);
    return check === undefined
      ? { id }
      : {
          id,
          shortDescription: { text: check.title },
          defaultConfiguration: { level: levels[check.severity] },
        };
  });
  return {
    version: '2.1.0',
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    runs: [
      {
        tool: { driver: { name: 'tech-spec', version, rules } },
        // Columns count UTF-16 code units, as everywhere in the product.
        columnKind: 'utf16CodeUnits',
        results: files.flatMap(({ path, findings }) =>
          findings.map((finding) => resultOf(path, finding, ids.indexOf(finding.check))),
        ),
      },
    ],
  };
}

function resultOf(path: string, finding: Finding, ruleIndex: number): Result {
  const { check, severity, line, column, endLine, endColumn, places = [] } = finding;
  return {
    ruleId: check,
    ruleIndex,
    level: levels[severity],
    message: { text: renderFinding(finding) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(path) },
          region: { startLine: line, startColumn: column, endLine, endColumn },
        },
      },
    ],
    ...(places.length === 0 ? {} : { relatedLocations: places.map(relatedLocation) }),
  };
}

/** Hosts tell related places from one another by their ids. */
function relatedLocation({ path, line }: RelatedPlace, index: number): Location {
  return {
    id: index + 1,
    physicalLocation: { artifactLocation: { uri: uriOf(path) }, region: { startLine: line } },
    message: { text: `${path}:${line}` },
  };
}

function uriOf(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
