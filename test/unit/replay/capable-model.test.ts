import { describe, expect, it } from 'vitest';
import { distinctFindings } from '../../../src/core/checks/distinct-findings';
import { renderFinding } from '../../../src/core/checks/render-finding';
import { draftAndRepair, recorded, unansweredBrief } from './drafted-and-repaired';

/**
 * Recorded from a capable model that answered the prompts, for the example workspace; no answer was edited. Those of architecture and
 * feature were given by one that had seen where the answers before them had failed. A request that the prompts of today word
 * in another way gets the next answer of its kind.
 */
const rows: readonly { readonly template: string; readonly source: string; readonly recording?: string }[] = [
  { template: 'architecture', source: 'prds/team-invites.md' },
  // As it was recorded first: with a round in which four sections come back.
  { template: 'architecture', source: 'prds/team-invites.md', recording: 'architecture-repaired' },
  { template: 'rfc', source: 'prds/team-invites.md' },
  { template: 'feature', source: 'conversations/export-members-csv.md' },
  { template: 'agent-ready', source: 'prds/team-invites.md' },
];

describe('recorded answers of a capable model', { timeout: 240_000 }, () => {
  it.each(rows)('end without an error within two rounds: $template of $source', async (row) => {
    const brief = await unansweredBrief(row.template, row.source);
    const { repair, report } = await draftAndRepair(recorded(row.recording ?? row.template), brief);
    const errors = distinctFindings(report.findings)
      .filter(({ severity }) => severity === 'error')
      .map((finding) => `${finding.line}: ${renderFinding(finding)}`);
    expect(errors).toEqual([]);
    expect(repair.outcome.kind).toBe('complete');
    expect(repair.rounds).toBeLessThanOrEqual(2);
    expect(report.requirements?.length).toBeGreaterThan(10);
    const line = report.spec.text.trimEnd().split('\n').at(-1) ?? '';
    expect(line.startsWith('_Traceability verified: 13 of 14 ')).toBe(brief.template.footer !== undefined);
    expect(report.findings.filter(({ check }) => check === 'footer')).toEqual([]);
    expect(report.coverage.covered + report.coverage.outOfScope).toBe(report.coverage.requirements);
  });
});
