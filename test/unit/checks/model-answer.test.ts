import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { NodeFileSystem } from '../../../src/cli/workspace/node-files';
import { checkSpecFile, type SpecFileReport } from '../../../src/core/checks/check-spec-file';
import { discoverTemplates } from '../../../src/core/template/discover-templates';

/** What a capable model answered to the prompt for the example's PRD and the agent-ready template, unchanged. */
const answer = readFileSync('test/fixtures/model-answers/agent-ready-team-invites.md', 'utf8');
const workspace = new NodeFileSystem('examples/team-invites');

const discovered = discoverTemplates({ builtIn: new NodeFileSystem('templates'), workspace });

async function check(text: string): Promise<SpecFileReport> {
  const { templates } = await discovered;
  return checkSpecFile({ path: 'tech-specs/team-invites.md', text, files: workspace, templates });
}

const errors = ({ findings }: SpecFileReport): readonly string[] =>
  findings.filter(({ severity }) => severity === 'error').map(({ check: id, line }) => `${id}:${line}`);

describe('the answer of a capable model', () => {
  it('is known by its sections and finds its PRD by its link, without a receipt', async () => {
    const report = await check(answer);
    expect(report.template?.id).toBe('agent-ready');
    expect(report.source).toBe('prds/team-invites.md');
  });

  it('is read without a false error, every requirement covered or out of scope with a reason', async () => {
    const report = await check(answer);
    expect(errors(report)).toEqual([]);
    expect(report.coverage).toEqual({ requirements: 14, covered: 13, outOfScope: 1 });
  });

  it('fails once any row of its mapping is gone', async () => {
    const lines = answer.split('\n');
    const rows = lines.flatMap((line, index) => (/^\| (US|NFR)-\d+ \|.*\bT-\d+/.test(line) ? [index] : []));
    expect(rows.length).toBeGreaterThanOrEqual(13);
    for (const row of rows) {
      const report = await check(lines.filter((_, index) => index !== row).join('\n'));
      expect(errors(report), `without line ${row + 1}: ${lines[row] ?? ''}`).not.toEqual([]);
    }
  }, 120_000);
});
