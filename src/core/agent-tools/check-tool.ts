import { renderFinding } from '../checks/render-finding';
import type { Finding } from '../checks/finding';
import { countFindings, type SeverityCount } from '../checks/distinct-findings';
import { agentTool } from './agent-tool';
import { namedFile, pathArgument } from './named-file';

/** Findings beyond these are counted: an agent mends a few at a time and asks again. */
const mostFindings = 100;

/** What is true of a spec, by parsing. */
export const checkTool = agentTool({
  name: 'techspec_check',
  title: 'Check Tech Spec',
  description:
    'Checks a technical specification without a model: coverage of its requirements, order of its tasks, whether the paths, symbols, packages and scripts it names exist, contracts, completed specs, form. Use it after every change of a spec, and before building from one. Mend the findings with severity error.',
  readOnly: true,
  input: { path: pathArgument('Path of the specification, relative to the root of the workspace') },
  async run({ path }, workspace) {
    const spec = await namedFile(workspace.files, path);
    const { findings, coverage, checklist, template } = await workspace.check(spec);
    const { error, warning } = countFindings(findings);
    const shown = bySeverity(findings).slice(0, mostFindings).map(findingData);
    const left = findings.length - shown.length;
    return {
      text: [
        `${spec}: ${counted(error, 'errors')}, ${counted(warning, 'warnings')}; ${coverage.covered} of ${coverage.requirements} requirements covered, ${coverage.outOfScope} out of scope.`,
        ...shown.map(
          ({ line, severity, message, check }) => `${spec}:${line}: ${severity} ${message} (${check})`,
        ),
        ...(left > 0 ? [`${left} more, not shown. Mend these first and check again.`] : []),
      ].join('\n'),
      data: {
        path: spec,
        template: template?.id ?? null,
        errors: error.count,
        warnings: warning.count,
        coverage,
        findings: shown,
        findingsNotShown: left,
        checklist: checklist.map(({ id, text, state, verifiedBy }) => ({ id, text, state, verifiedBy })),
      },
    };
  },
});

/** `26 warnings (42 findings)`: what waits for one open question counts once, and is listed by each check that says so. */
function counted({ count, findings }: SeverityCount, nouns: string): string {
  return `${count} ${nouns}${findings === count ? '' : ` (${findings} findings)`}`;
}

const ranks: Readonly<Record<Finding['severity'], number>> = { error: 0, warning: 1, info: 2 };

function bySeverity(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort((a, b) => ranks[a.severity] - ranks[b.severity] || a.line - b.line);
}

function findingData(
  finding: Finding,
): Pick<Finding, 'check' | 'severity' | 'line' | 'column' | 'fixable'> & { readonly message: string } {
  const { check, severity, line, column, fixable } = finding;
  return { check, severity, message: renderFinding(finding), line, column, fixable };
}
