import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { NodeFileSystem } from '../../../src/cli/workspace/node-files';
import { gatherContext } from '../../../src/core/workspace/gather-context';

/** Real rules folders and workspaces, kept beside the project and never part of it. */
const corpus = resolve(import.meta.dirname, '../../../../shared/corpus');
const present = existsSync(corpus);
if (!present) console.warn(`SKIPPED: no corpus at ../shared/corpus; real workspaces are not tested`);

const roots = present
  ? ['rules', 'workspaces'].flatMap((group) =>
      readdirSync(join(corpus, group)).map((name) => `${group}/${name}`),
    )
  : [];

describe.skipIf(!present)('real workspaces', () => {
  it.each(roots)('%s is read within the budget, each document once, in or out', async (root) => {
    const files = new NodeFileSystem(join(corpus, root));
    const context = await gatherContext({ files, git: { read: () => Promise.resolve(null) } });
    const paths = [...context.documents, ...context.excluded].map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    expect(context.tokens).toBeLessThanOrEqual(60_000);
    expect(context.documents.every(({ reason, title }) => reason !== '' && title !== '')).toBe(true);
    const rules = context.files.filter((path) => /(?:^|\/)\.cursor\/rules\/.*\.mdc$/.test(path));
    expect(paths).toEqual(expect.arrayContaining(rules));
  });

  it('finds the goose migrations that are still run', async () => {
    const files = new NodeFileSystem(join(corpus, 'workspaces/jordigilh+kubernaut'));
    const { stack } = await gatherContext({ files, git: { read: () => Promise.resolve(null) } });
    expect(stack.migrations).toMatchObject({
      tool: 'goose',
      folder: 'migrations',
      latest: '017_add_audit_cluster_id_index.sql',
    });
  });

  it('counts a rule kept for two tools once', async () => {
    const files = new NodeFileSystem(join(corpus, 'rules/langfuse+langfuse'));
    const { documents, excluded } = await gatherContext({
      files,
      git: { read: () => Promise.resolve(null) },
    });
    expect(documents.map(({ path }) => path)).toContain('web/AGENTS.md');
    const twin = excluded.find(({ path }) => path === 'web/CLAUDE.md');
    expect(twin).toMatchObject({ reason: 'Says the same as web/AGENTS.md', cause: 'repeated' });
  });
});
