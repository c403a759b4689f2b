import { describe, expect, it } from 'vitest';
import { NodeFileSystem } from '../../../src/cli/node-files';
import { checkSpecFile } from '../../../src/core/checks/check-spec-file';
import { discoverTemplates } from '../../../src/core/template/discover-templates';
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

  it('a spec of unknown form without a source proves nothing, and says so', async () => {
    expect(await findings(spec, {})).toEqual(expect.arrayContaining(['warning template', 'warning source']));
  });

  it('a source that is linked is found', async () => {
    const all = await findings(spec, {
      'prds/codes.md': '# Codes\n\n## Stories\n\n- **US-001** A code works.\n',
    });
    expect(all).toContain('warning template');
    expect(all).not.toContain('warning source');
  });

  it('a receipt that is no receipt is reported, not believed', async () => {
    expect(await findings(spec, { 'spec.receipt.json': '{}' })).toContain('warning receipt');
  });
});
