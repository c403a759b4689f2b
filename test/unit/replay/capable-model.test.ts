import { describe, expect, it } from 'vitest';
import { distinctFindings } from '../../../src/core/checks/distinct-findings';
import { renderFinding } from '../../../src/core/checks/render-finding';
import { draftAndRepair, recorded, unansweredBrief } from './drafted-and-repaired';

/**
 * Recorded from a capable model that answered the prompts, for the example workspace; no answer was edited. Those of architecture and
 * feature were given by one that had seen where the answers before them had failed. A request that the prompts of today word
 * in another way gets the next answer of its kind.
 */
interface Row {
  readonly template: string;
  readonly source: string;
  readonly recording?: string;
  readonly output?: string;
  /** Requirements that are covered, and all that are to be. */
  readonly covered?: string;
}

const rows: readonly Row[] = [
  { template: 'architecture', source: 'prds/team-invites.md' },
  // As it was recorded first: with a round in which four sections come back.
  { template: 'architecture', source: 'prds/team-invites.md', recording: 'architecture-repaired' },
  // By another that saw the prompts alone; one row of a table comes back.
  {
    ...{ template: 'architecture', source: 'prds/team-invites.md' },
    ...{ recording: 'architecture-elsewhere', output: 'tech-specs/a.md' },
  },
  // Of a source whose ids stand in sentences.
  {
    ...{ template: 'agent-ready', source: 'tasks/prd-audit-search/_prd.md' },
    ...{ recording: 'agent-ready-search', output: 'tech-specs/b.md', covered: '9 of 9' },
  },
  { template: 'rfc', source: 'prds/team-invites.md' },
  { template: 'feature', source: 'conversations/export-members-csv.md' },
  { template: 'agent-ready', source: 'prds/team-invites.md' },
];

describe('recorded answers of a capable model', { timeout: 240_000 }, () => {
  it.each(rows)('end without an error within two rounds: $template of $source', async (row) => {
    const brief = await unansweredBrief(row.template, row.source, row.output);
    const { repair, report } = await draftAndRepair(recorded(row.recording ?? row.template), brief);
    const errors = distinctFindings(report.findings)
      .filter(({ severity }) => severity === 'error')
      .map((finding) => `${finding.line}: ${renderFinding(finding)}`);
    expect(errors).toEqual([]);
    expect(repair.outcome.kind).toBe('complete');
    expect(repair.rounds).toBeLessThanOrEqual(2);
    const covered = row.covered ?? '13 of 14';
    expect(report.coverage.requirements).toBe(Number(covered.split(' ').at(-1)));
    const line = report.spec.text.trimEnd().split('\n').at(-1) ?? '';
    expect(line.startsWith(`_Traceability verified: ${covered} `)).toBe(brief.template.footer !== undefined);
    expect(report.findings.filter(({ check }) => check === 'footer')).toEqual([]);
    expect(report.coverage.covered + report.coverage.outOfScope).toBe(report.coverage.requirements);
  });
});
