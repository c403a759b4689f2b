import { describe, expect, it } from 'vitest';
import { NodeFileSystem } from '../../../src/cli/workspace/node-files';
import { checkSpecFile } from '../../../src/core/checks/check-spec-file';
import { inLanguage } from '../../../src/core/template/localize-template';
import { discoverTemplates } from '../../../src/core/template/discover-templates';
import { readSurroundings } from '../../../src/core/checks/surroundings';
import { InMemoryFiles } from '../in-memory-files';

const spec = `# Tech Spec: Codes

**PRD:** [Codes](prds/codes.md)
**Status:** Draft

## Notes

Something is said here.
`;

async function findings(text: string, files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { templates } = await discoverTemplates({
    builtIn: new NodeFileSystem('templates'),
    workspace: null,
  });
  const report = await checkSpecFile({ path: 'spec.md', text, files: new InMemoryFiles(files), templates });
  return report.findings.map(({ check, severity }) => `${severity} ${check}`);
}

describe('checking a file says what it could not check', () => {
  it('an empty file is no spec', async () => {
    expect(await findings('', {})).toContain('error template');
    expect(await findings('Just a note.\n', {})).toContain('error template');
  });

  it('a plan without sections is one all the same', async () => {
    const plan = await findings('# Plan\n\n- [x] 1. Make the client\n- [ ] 2. Show the list\n', {});
    expect(plan).toContain('warning template');
    expect(plan).not.toContain('error template');
  });

  it('a spec of unknown form without a source proves nothing, and says so', async () => {
    expect(await findings(spec, {})).toEqual(expect.arrayContaining(['warning template', 'warning source']));
  });

  it('a spec that says what kind of source it has is told to link that, in whatever language', async () => {
    const { templates } = await discoverTemplates({
      builtIn: new NodeFileSystem('templates'),
      workspace: null,
    });
    const agentReady = templates.find(({ id }) => id === 'agent-ready');
    const german = agentReady === undefined ? undefined : inLanguage(agentReady, 'de');
    const told = async (metadata: string, template = agentReady): Promise<string> => {
      const text = spec.replace(/\*\*PRD:.*\n/u, metadata);
      const report = await checkSpecFile({
        ...{ path: 'spec.md', text, files: new InMemoryFiles({}), templates },
        ...(template === undefined ? {} : { template }),
      });
      return report.findings.find(({ check }) => check === 'source')?.message ?? '';
    };
    expect(await told('**Type:** PRD-driven\n')).toContain('**PRD:**');
    expect(await told('')).toContain('**PRD:**');
    expect(await told('**Type:** Engineering-initiated\n')).toContain('**Initiative:**');
    expect(await told('**Initiative:** Fewer deadlocks\n')).toContain('**Initiative:**');
    expect(await told('**Typ:** Aus der Technik\n', german)).toContain('**Initiative:**');
    expect(await told('**Type:** Conversation-driven\n')).toContain('**Conversation:**');
  });

  it('a source that is linked is found', async () => {
    const all = await findings(spec, {
      'prds/codes.md': '# Codes\n\n## Stories\n\n- **US-001** A code works.\n',
    });
    expect(all).toContain('warning template');
    expect(all).not.toContain('warning source');
  });

  it('a source that is linked under what a team calls it is found', async () => {
    for (const label of ['Anforderungen', 'Requisitos', 'Spec']) {
      const text = spec.replace(/\*\*PRD:\*\*/u, `**${label}:**`);
      expect(text).not.toBe(spec);
      const prd = { 'prds/codes.md': '# Codes\n\n## Stories\n\n- **US-001** A code works.\n' };
      expect(await findings(text, prd)).not.toContain('warning source');
    }
  });

  it('a source of a fixed name beside a spec of a fixed name is found', async () => {
    const { templates } = await discoverTemplates({
      builtIn: new NodeFileSystem('templates'),
      workspace: null,
    });
    const text = '# Plan\n\n## Tasks\n\n- [ ] 1. Make codes\n  - _Requirements: 1.1_\n';
    const files = new InMemoryFiles({
      'specs/codes/requirements.md':
        '# Codes\n\n## Requirements\n\n### Requirement 1\n\n**User Story:** As an owner, I want codes, so that I can invite.\n\n#### Acceptance Criteria\n\n1. WHEN a code is made THEN the system SHALL show it\n',
    });
    const report = await checkSpecFile({ path: 'specs/codes/tasks.md', text, files, templates });
    expect(report.source).toBe('specs/codes/requirements.md');
    expect(report.coverage).toEqual({ requirements: 1, covered: 1, outOfScope: 0 });
    expect(report.findings.map(({ check }) => check)).toEqual(['template']);
    expect((await checkSpecFile({ path: 'specs/codes/notes.md', text, files, templates })).source).toBeNull();
  });

  it('a receipt that is no receipt is reported, not believed', async () => {
    expect(await findings(spec, { 'spec.receipt.json': '{}' })).toContain('warning receipt');
  });
});

describe('a rule that a person left out when the spec was drafted', () => {
  const hash = '0'.repeat(64);
  const receipt = (excluded: readonly { readonly path: string; readonly reason: string }[]): string =>
    JSON.stringify({
      version: 1,
      source: { path: 'prds/codes.md', sha256: hash, kind: 'prd', requirements: [] },
      template: { id: 'agent-ready', sha256: hash, path: null },
      context: { hash, documents: [], excluded },
      git: null,
      answers: [],
      model: { id: 'outline', inputTokens: 0, outputTokens: 0 },
      sections: [],
    });
  const text = `${spec}\n## Rules Applied\n\n| Rule Document | Verdict |\n|---|---|\n| docs/rules/api.md | followed in section Notes |\n`;

  it.each([
    ['Left out by hand', []],
    ['Too long for the model', ['AGENTS.md']],
  ])('needs no verdict: %s', async (reason, missed) => {
    const files = new InMemoryFiles({
      'prds/codes.md': '# Codes\n\n## Stories\n\n- **US-001** A code works.\n',
      'AGENTS.md': '# Agents\n\nRun the tests.\n',
      'docs/rules/api.md': '# API\n\nPaths are plural.\n',
      'spec.receipt.json': receipt([{ path: 'AGENTS.md', reason }]),
    });
    const { templates } = await discoverTemplates({
      builtIn: new NodeFileSystem('templates'),
      workspace: null,
    });
    const ports = { files, git: { read: () => Promise.resolve(null) } };
    const surround = () => readSurroundings(ports, { spec: 'spec.md', today: '2026-03-02' });
    const report = await checkSpecFile({ path: 'spec.md', text, files, templates, surround });
    expect(report.receipt).not.toBeNull();
    const ledger = report.findings.filter(({ message }) => message.startsWith('Rule document {0} has no'));
    expect(ledger.map(({ args }) => args[0])).toEqual(missed);
  });
});
