import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from './command-line';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tech-spec-siblings-'));
  mkdirSync(join(folder, 'prds', 'stories'), { recursive: true });
  writeFileSync(
    join(folder, 'prds', 'prd.md'),
    '# PRD: Invites\n\n## Scope\nUS-001..002, see [stories](stories/).\n\n## Requirements\n- **FR-001**: At most 20 invitations a day\n',
  );
  for (const [id, title] of [
    ['US-001', 'Send'],
    ['US-002', 'Accept'],
  ] as const)
    writeFileSync(
      join(folder, 'prds', 'stories', `${id.toLowerCase()}.md`),
      `# ${id}: ${title}\n\nAs an owner, I want to ${title.toLowerCase()}.\n\n**Acceptance criteria:**\n- It works.\n`,
    );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a PRD whose stories lie beside it', () => {
  it('is listed with the path of each story, relative to the current folder', async () => {
    const { code, out } = await run(['requirements', 'prd.md', '--workspace', '..', '--format', 'json'], {
      cwd: join(folder, 'prds'),
    });
    expect(code).toBe(0);
    const { requirements, findings } = JSON.parse(out) as {
      requirements: { id: string; path?: string; line: number }[];
      findings: unknown[];
    };
    expect(requirements.map(({ id, path, line }) => [id, path, line])).toEqual([
      ['FR-001', undefined, 7],
      ['US-001', 'stories/us-001.md', 1],
      ['US-002', 'stories/us-002.md', 1],
    ]);
    expect(findings).toEqual([]);
  });

  it('is drafted with them: they are covered, and receipt and check know where they come from', async () => {
    const drafted = await run(
      ['draft', 'prds/prd.md', '--template', 'agent-ready', '--workspace', '.', '--out', 'spec.md'],
      { cwd: folder },
    );
    expect(drafted.code).toBe(0);
    const receipt = JSON.parse(readFileSync(join(folder, 'spec.receipt.json'), 'utf8')) as {
      source: { siblings: unknown; requirements: { id: string; path?: string }[] };
    };
    expect(receipt.source.siblings).toEqual([
      { path: 'prds/stories/us-001.md', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
      { path: 'prds/stories/us-002.md', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
    ]);
    expect(receipt.source.requirements.map(({ id, path }) => [id, path])).toEqual([
      ['FR-001', undefined],
      ['US-001', 'prds/stories/us-001.md'],
      ['US-002', 'prds/stories/us-002.md'],
    ]);
    const checked = await run(['check', 'spec.md', '--workspace', '.', '--format', 'json'], { cwd: folder });
    const { files } = JSON.parse(checked.out) as { files: { coverage: unknown }[] };
    expect(files[0]?.coverage).toEqual({ requirements: 3, covered: 3, outOfScope: 0 });
  });
});
