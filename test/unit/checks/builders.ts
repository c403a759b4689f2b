import type { CheckedRequirement } from '../../../src/core/checks/check';
import { checkSpec, type CheckReport, type CheckSpecInput } from '../../../src/core/checks/check-spec';
import { renderFinding } from '../../../src/core/checks/render-finding';
import { parseSpec } from '../../../src/core/spec/parse-spec';
import { indexLines, offsetOf } from '../../../src/core/spec/text-range';
import type { Template, TemplateSection } from '../../../src/core/template/template';

export function section(key: string, heading: string, rest: Partial<TemplateSection> = {}): TemplateSection {
  return { key, heading, number: null, level: 2, optional: false, guidance: '', aliases: [], ...rest };
}

/** A small template with tasks, tests, questions and a checklist. */
export function taskTemplate(rest: Partial<Template> = {}): Template {
  return {
    id: 'small',
    name: 'Small',
    summary: '',
    for: ['prd'],
    output: '{slug}.md',
    requirements: null,
    budgets: {},
    checks: {
      'task-fields': {
        severity: 'error',
        options: { fields: ['implements', 'description', 'files', 'done condition', 'dependencies'] },
      },
      metadata: { severity: 'error', options: { required: ['Author'] } },
    },
    covers: [{ by: 'tasks', mapping: 'mapping', items: 'tasks', column: 3 }],
    outOfScope: 'out-of-scope',
    statuses: [
      { name: 'Draft', gapsAllowed: true },
      { name: 'In Review', gapsAllowed: true },
      { name: 'Approved', gapsAllowed: false },
    ],
    checklist: [
      {
        id: 'mapped',
        text: 'Each requirement is mapped',
        verifiedBy: 'check',
        checks: ['requirement-coverage'],
      },
      {
        id: 'done',
        text: 'Each task can be verified',
        verifiedBy: 'check',
        checks: ['done-condition', 'task-fields'],
      },
      { id: 'read', text: 'A second engineer has read it', verifiedBy: 'person', checks: [] },
      { id: 'clear', text: 'The text is clear', verifiedBy: 'model', checks: [] },
    ],
    questions: [],
    sections: [
      section('overview', 'Overview', { number: '1' }),
      section('mapping', 'Requirement Mapping', { level: 3 }),
      section('out-of-scope', 'Out of Scope', { level: 3, optional: true }),
      section('tasks', 'Implementation Tasks', { number: '2' }),
      section('testing', 'Testing Strategy', { number: '3', aliases: ['Test Plan'] }),
      section('open-questions', 'Open Questions', { number: '4' }),
      section('checklist', 'Review Checklist'),
    ],
    body: '',
    origin: { kind: 'built-in' },
    sha256: '',
    model: null,
    role: null,
    ...rest,
  };
}

export const requirements: readonly CheckedRequirement[] = [
  { id: 'US-001', kind: 'story', title: 'Invite a colleague', acceptance: ['US-001/AC-1', 'US-001/AC-2'] },
  { id: 'US-002', kind: 'story', title: 'Revoke an invite', acceptance: ['US-002/AC-1'] },
  { id: 'US-003', kind: 'story', title: 'Export the list', acceptance: [] },
  { id: 'SC-001', kind: 'success-criterion', title: 'Half the teams use it', acceptance: [] },
];

/** Passes every check of `taskTemplate` without a finding. */
export const goodSpec = `# Tech Spec: Invites

**Author:** Ada Moreno
**Status:** Draft

## 1. Overview

Admins invite colleagues by mail.

### Requirement Mapping

| Story ID | Story Summary | Implementing Tasks |
|---|---|---|
| US-001 | Invite a colleague | T-001, T-002 |
| US-002 | Revoke an invite | T-002 |

### Out of Scope

- US-003: exports are planned for the next release

## 2. Implementation Tasks

### Phase 1: Data Model

- **T-001:** Create the invites table
  - _Implements:_ US-001
  - _Description:_ Store invites with a token.
  - _Files:_
    - Create: \`migrations/0001_invites.sql\`
  - _Done condition:_ \`goose status\` lists the migration
  - _Dependencies:_ None

### Phase 2: Backend

- **T-002:** Add the endpoints
  - _Implements:_ US-001, US-002
  - _Description:_ Create and revoke invites.
  - _Files:_
    - Create: \`internal/invites/handler.go\`
  - _Done condition:_ A second invite returns 409
  - _Dependencies:_ T-001

## 3. Testing Strategy

| Criterion | Assertion | Command |
|---|---|---|
| US-001/AC-1 | The mail is sent | \`go test ./...\` |
| US-001/AC-2 | A member is refused | \`go test ./...\` |
| US-002/AC-1 | The link is dead | \`go test ./...\` |

## 4. Open Questions

None.

## Review Checklist

- [ ] Each requirement is mapped
- [ ] Each task can be verified
- [ ] A second engineer has read it
- [ ] The text is clear
`;

export interface CheckOptions extends Partial<Omit<CheckSpecInput, 'spec'>> {
  readonly text?: string;
}

/** Checks a text, `goodSpec` by default, against `taskTemplate` and `requirements`. */
export function check({ text = goodSpec, ...rest }: CheckOptions = {}): CheckReport {
  return checkSpec({ spec: parseSpec(text), template: taskTemplate(), requirements, ...rest });
}

/** Replaces a text that must be there. */
export function edit(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`Not in the text: ${from}`);
  return text.replace(from, to);
}

/** Findings as `check severity line:column message`, for one check or all. */
export function listing(report: CheckReport, id?: string): readonly string[] {
  return report.findings
    .filter((finding) => id === undefined || finding.check === id)
    .map(
      (finding) =>
        `${finding.check} ${finding.severity} ${finding.line}:${finding.column} ${renderFinding(finding)}`,
    );
}

/** The text that a finding underlines. */
export function underlined(text: string, finding: CheckReport['findings'][number]): string {
  const lines = text.split('\n').slice(finding.line - 1, finding.endLine);
  const last = lines.length - 1;
  lines[last] = lines[last]?.slice(0, finding.endColumn - 1) ?? '';
  lines[0] = lines[0]?.slice(finding.column - 1) ?? '';
  return lines.join('\n');
}

/** The text after the first fix of a finding, or the n-th (from 0); throws where there is none. */
export function fixed(
  text: string,
  report: CheckReport,
  finding: CheckReport['findings'][number],
  nth = 0,
): string {
  const fix = report.fixesOf(finding)[nth];
  if (fix === undefined) throw new Error(`No fix for: ${renderFinding(finding)}`);
  const lines = indexLines(text);
  return [...fix.edits]
    .map(({ range, newText }) => ({
      start: offsetOf(lines, range.line, range.column),
      end: offsetOf(lines, range.endLine, range.endColumn),
      newText,
    }))
    .sort((a, b) => b.start - a.start)
    .reduce((rest, { start, end, newText }) => rest.slice(0, start) + newText + rest.slice(end), text);
}
