import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DirectoryEntry } from '../../../src/core/ports/file-system';
import type { Git } from '../../../src/core/ports/git';
import type { WorkspaceContext } from '../../../src/core/workspace/context';
import { contextHash, gatherContext, type GatherOptions } from '../../../src/core/workspace/gather-context';
import { InMemoryFiles, type InMemoryOptions } from '../in-memory-files';
import { sourceOf } from './source-of';
import { emptyStack } from '../../../src/core/workspace/stack/stack-facets';

const noGit: Git = { read: () => Promise.resolve(null) };

function gather(
  files: Record<string, string | Uint8Array>,
  options: GatherOptions = {},
  disk: InMemoryOptions = {},
): Promise<WorkspaceContext> {
  return gatherContext({ files: new InMemoryFiles(files, disk), git: noGit }, options);
}

/** Path to reason of what was left out. */
function reasons({ excluded }: WorkspaceContext): Record<string, string> {
  return Object.fromEntries(excluded.map(({ path, reason }) => [path, reason]));
}

function taken({ documents }: WorkspaceContext): readonly string[] {
  return documents.map(({ path }) => path);
}

const invoices = sourceOf(
  'Invoice export',
  'Bookkeepers export invoices as spreadsheets. See docs/decisions/0007-queues.md for background work.',
  ['Export the invoices of a month as a spreadsheet'],
);

const workspace: Record<string, string> = {
  'AGENTS.md': '# How we work\nKeep functions short.',
  'web/AGENTS.md': '# Front end\nNo inline styles.',
  '.cursor/rules/go.mdc': '---\nglobs: *.go\n---\n# Go\nWrap errors.',
  '.cursor/rules/python.mdc': '---\nglobs: *.py\n---\n# Python\nUse types.',
  '.cursor/rules/release.mdc': '---\nalwaysApply: false\n---\n# Releases\nTag them.',
  '.kiro/steering/product.md': '---\ninclusion: always\n---\n# Product\nA ledger for small firms.',
  '.kiro/steering/spec.md': '---\ninclusion: manual\n---\n# Specs\nOnly on request.',
  'tech-specs/completed/ledger.md': '# Tech Spec: Ledger\nTables and endpoints.',
  'tech-specs/draft.md': '# Tech Spec: Draft\n\n| Status | In Review |\n|---|---|\n',
  'tech-specs/done.md': '# Tech Spec: Done\n\n**Status:** Implemented\n',
  'docs/decisions/0007-queues.md': '# Queues\nWe run jobs from a table.',
  'docs/decisions/0008-fonts.md': '# Fonts\nSystem fonts only.',
  'research/spreadsheets.md':
    '# Spreadsheet formats\nBookkeepers export invoices into spreadsheets every month.',
  'research/tiles.md': '# Vector tiles\nRaster tiles weigh ten times as much.',
  'tasks/docs/_techspec-template.md': '# [Feature]\n\n## 1. Overview\n',
  'cmd/main.go': 'package main\n',
  'go.mod': 'module example.com/ledger\n\ngo 1.24\n',
};

describe('the context of a workspace', () => {
  it('takes what applies to the source and says why of everything', async () => {
    const context = await gather(workspace, { source: invoices });
    expect(
      Object.fromEntries(context.documents.map(({ path, kind, reason }) => [path, [kind, reason]])),
    ).toEqual({
      'prds/prd.md': ['source', 'What the spec is for'],
      'AGENTS.md': ['rule', 'Agent instructions for the whole workspace'],
      'web/AGENTS.md': ['rule', 'Agent instructions for web/'],
      '.cursor/rules/go.mdc': ['rule', 'Cursor rule, applies to *.go, which matches cmd/main.go'],
      '.kiro/steering/product.md': ['steering', 'Steering document, always applies: inclusion is always'],
      'tasks/docs/_techspec-template.md': ['template', 'Team template'],
      'tech-specs/completed/ledger.md': ['completed-spec', 'Completed spec'],
      'tech-specs/done.md': ['completed-spec', 'Completed spec'],
      'docs/decisions/0007-queues.md': ['decision', 'Decision record, cited by the source'],
      'research/spreadsheets.md': [
        'research',
        'Research, shares "spreadsheet", "export", "invoice", "bookkeepers" with the source',
      ],
    });
    expect(reasons(context)).toEqual({
      '.cursor/rules/python.mdc': 'No file here matches its scope *.py',
      '.cursor/rules/release.mdc':
        'Applies only when attached by hand: alwaysApply is false, with neither globs nor a description',
      '.kiro/steering/spec.md': 'Applies only when attached by hand: inclusion is manual',
      'tech-specs/draft.md': 'A spec whose status is In Review',
      'docs/decisions/0008-fonts.md': 'Decision record that has little in common with the source',
      'research/tiles.md': 'Research that has little in common with the source',
    });
    expect(context.tokens).toBe(context.documents.reduce((sum, { tokens }) => sum + tokens, 0));
    expect(context.files).toEqual(Object.keys(workspace).sort());
  });

  it('takes decisions that share nothing with the source where all of them are asked for', async () => {
    const context = await gather(workspace, { source: invoices, allDecisions: true });
    expect(taken(context)).toContain('docs/decisions/0008-fonts.md');
    expect(reasons(context)).toHaveProperty(['research/tiles.md']);
  });

  it('takes a spec of a template that writes beside its source, once it was built', async () => {
    const context = await gather({
      'tasks/completed/prd-cards/_techspec.md': '# Cards\n\n**Status:** Implemented\n\nCards.',
      'tasks/prd-passes/_techspec.md': '# Passes\n\n**Status:** Draft\n\nPasses.',
      'export/TECHNICAL_SPEC.md': '# Export\n\n**Status:** Done\n\nExports.',
    });
    expect([...taken(context)].sort()).toEqual([
      'export/TECHNICAL_SPEC.md',
      'tasks/completed/prd-cards/_techspec.md',
    ]);
  });

  it.each(['docs/entscheidungen', 'web/docs/decisiones', 'docs/decisoes'])(
    'looks for decisions in %s',
    async (folder) => {
      const context = await gather({ [`${folder}/0001-a.md`]: '# 1. A\n\nA.' }, { allDecisions: true });
      expect(context.documents.map(({ kind }) => kind)).toEqual(['decision']);
    },
  );

  it('takes designs and RFCs that lie among completed ones', async () => {
    const context = await gather({
      'docs/rfcs/completed/cards.md': '# RFC: Cards\n\n| Status | Implemented |\n',
      'doc/rfc/completed/passes.md': '# RFC: Passes\n\nPasses.',
      'docs/designs/completed/export.md': '# Export\n\nExports.',
      'docs/rfcs/open.md': '# RFC: Open\n\nOpen.',
      'tasks/completed/note.md': '# Note\n\nDone.',
    });
    expect([...taken(context)].sort()).toEqual([
      'doc/rfc/completed/passes.md',
      'docs/designs/completed/export.md',
      'docs/rfcs/completed/cards.md',
    ]);
  });

  it('gives rules and steering room before anything else', async () => {
    const kinds = (await gather(workspace, { source: invoices })).documents.map(({ kind }) => kind);
    const ranked = kinds.findIndex((kind) => ['completed-spec', 'research', 'decision'].includes(kind));
    expect(kinds.slice(ranked)).not.toContain('rule');
    expect(kinds.slice(ranked)).not.toContain('steering');
  });

  it('is the same in whatever order folders name their entries', async () => {
    const expected = await gather(workspace, { source: invoices });
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.nat()), async (numbers) => {
        const order = (entries: DirectoryEntry[]): DirectoryEntry[] =>
          entries
            .map((entry) => ({ entry, by: numbers.next().value ?? 0 }))
            .sort((left, right) => left.by - right.by)
            .map(({ entry }) => entry);
        expect(await gather(workspace, { source: invoices }, { order })).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });

  it('never takes secret, binary or large files, not even when asked', async () => {
    const context = await gather(
      {
        'research/.env': 'PASSWORD=1',
        'research/latin-1.md': new Uint8Array([35, 32, 0xe9, 0x74, 0xe9]),
        'research/binary.md': new Uint8Array([35, 0, 1, 2]),
        'research/huge.md': `# Huge\n${'a '.repeat(300 * 1024)}`,
        'research/talk.pdf': 'x',
        'research/chart.png': 'x',
        'research/empty.md': '---\ntitle: x\n---\n',
      },
      { includedPaths: ['research/.env', 'research/latin-1.md', 'gone.md'] },
    );
    expect(taken(context)).toEqual([]);
    expect(reasons(context)).toEqual({
      'research/latin-1.md': 'Not UTF-8 text',
      'research/.env': 'Its name says that it holds a secret; never read into a prompt',
      'research/binary.md': 'Binary file',
      'research/huge.md': 'Too large: 601 KB, at most 512 KB are read',
      'research/talk.pdf': 'Not a text document',
      'research/empty.md': 'Empty',
      'gone.md': 'The file does not exist',
    });
  });

  it('takes a document that holds a secret without it, and says where it stood', async () => {
    const random = 'q7Rt2LmX9vKd4ZpW8sYcB3nHf6GjT1eU5aQo';
    const context = await gather({
      'AGENTS.md': `# Rules\n\nUse ghp_${random} to fetch.\nNever log it.\n`,
      'package.json': JSON.stringify({ scripts: { test: `TOKEN=ghp_${random} vitest` } }),
    });
    expect(context.documents.map(({ text }) => text)).toEqual([
      '# Rules\n\nUse [secret removed: GitHub token] to fetch.\nNever log it.\n',
    ]);
    expect(context.withheld).toEqual([{ path: 'AGENTS.md', line: 3, kind: 'GitHub token' }]);
    expect(JSON.stringify(context)).not.toContain(random);
  });

  it('takes no ignored file, not even when asked', async () => {
    const files = { '.gitignore': 'private\n', 'private/plan.md': '# Plan', 'private/notes/a.txt': 'A' };
    const context = await gather(files, { includedPaths: ['private/plan.md'] });
    expect(taken(context)).toEqual([]);
    expect(reasons(context)).toEqual({ 'private/plan.md': 'Ignored, so it is never read into a prompt' });
  });

  it('reports documents that .gitignore, links and permissions keep out', async () => {
    const context = await gather(
      {
        '.gitignore': '.cursor\nresearch/private.md\n*.log\n',
        '.cursor/rules/a.mdc': 'A',
        'research/private.md': 'P',
        'x.log': '',
        'research/locked.md': 'L',
      },
      {},
      { links: ['CLAUDE.md', 'assets'], denied: ['research/locked.md'] },
    );
    expect(reasons(context)).toEqual({
      '.cursor/': 'Ignored by .gitignore',
      'research/private.md': 'Ignored by .gitignore',
      'CLAUDE.md': 'A symbolic link that leads out of the workspace; not followed',
      'research/locked.md': 'No permission to read this file',
    });
  });

  it('counts twins once and skips documents that only point to another', async () => {
    const context = await gather({
      'AGENTS.md': '# Rules\nKeep it short.',
      'CLAUDE.md': '@AGENTS.md\n',
      '.cursor/rules/rules.mdc': '---\nalwaysApply: true\n---\n# Rules\n\nKeep it   short.\n',
      'web/AGENTS.md': '# Rules\r\nKeep it short.\r\n',
    });
    expect(taken(context)).toEqual(['AGENTS.md']);
    expect(reasons(context)).toEqual({
      'CLAUDE.md': 'Only points to AGENTS.md',
      '.cursor/rules/rules.mdc': 'Says the same as AGENTS.md',
      'web/AGENTS.md': 'Says the same as AGENTS.md',
    });
  });

  it('does what a person decided', async () => {
    const context = await gather(workspace, {
      source: invoices,
      excludedPaths: ['AGENTS.md', 'research/spreadsheets.md'],
      includedPaths: ['research/tiles.md', '.cursor/rules/release.mdc', 'cmd/main.go'],
    });
    expect(reasons(context)).toMatchObject({
      'AGENTS.md': 'Left out by hand',
      'research/spreadsheets.md': 'Left out by hand',
    });
    expect(
      context.documents
        .filter(({ reason }) => reason === 'Added by hand')
        .map(({ path, kind }) => [path, kind]),
    ).toEqual([
      ['.cursor/rules/release.mdc', 'rule'],
      ['cmd/main.go', 'research'],
      ['research/tiles.md', 'research'],
    ]);
  });

  it('finds documents by the globs of the settings', async () => {
    const context = await gather(
      { 'handbook/style.md': '# Style', 'history/a.md': '# A', 'notes/b.txt': 'b', 'other/c.md': 'c' },
      { ruleGlobs: ['handbook/**/*.md'], completedSpecGlobs: ['./history/*.md'], researchGlobs: ['notes/*'] },
    );
    expect(context.documents.map(({ path, kind }) => [path, kind])).toEqual([
      ['handbook/style.md', 'rule'],
      ['history/a.md', 'completed-spec'],
      ['notes/b.txt', 'research'],
    ]);
  });

  it('leaves test data and examples to themselves, unless the source lies there', async () => {
    const files = {
      'examples/shop/AGENTS.md': '# Shop',
      'examples/shop/go.mod': 'module shop\n',
      'test/fixtures/AGENTS.md': '# F',
    };
    const outside = await gather(files);
    expect(taken(outside)).toEqual([]);
    expect(outside.stack.languages).toEqual([]);
    const inside = await gather(files, { source: sourceOf('Shop', 'A shop', [], 'examples/shop/prd.md') });
    expect(taken(inside)).toEqual(['examples/shop/prd.md', 'examples/shop/AGENTS.md']);
    expect(inside.stack.languages).toHaveLength(1);
  });

  it('cuts and turns away what is over the budget, the least important first', async () => {
    const paragraph = `${'One more sentence about nothing in particular. '.repeat(20)}\n\n`;
    const context = await gather(
      {
        'AGENTS.md': `# Rules\n${paragraph}`,
        'research/a.md': `# A\n\n${paragraph.repeat(10)}`,
        'research/b.md': `# B\n\n${paragraph.repeat(10)}`,
        'research/c.md': `# C\n\n${paragraph.repeat(10)}`,
      },
      { maxTokens: 900 },
    );
    expect(context.tokens).toBeLessThanOrEqual(900);
    expect(context.documents.map(({ path, truncated }) => [path, truncated])).toEqual([
      ['AGENTS.md', false],
      ['research/a.md', true],
      ['research/b.md', true],
    ]);
    expect(context.documents[1]?.text).toMatch(/particular\. \n/);
    expect(reasons(context)['research/c.md']).toBe('No room left in the context budget of 900 tokens');
  });

  it('ends with the reason of its signal', async () => {
    const files = new InMemoryFiles(workspace);
    const signal = AbortSignal.abort(new Error('stopped'));
    await expect(gatherContext({ files, git: noGit }, {}, signal)).rejects.toThrow('stopped');
  });

  it('finds nothing in an empty workspace', async () => {
    expect(await gather({})).toEqual({
      documents: [],
      excluded: [],
      withheld: [],
      stack: emptyStack,
      git: null,
      tokens: 0,
      budget: { tokens: 60_000, from: 'default', window: null },
      hash: contextHash([]),
      files: [],
    });
  });
});

describe('the hash of a context', () => {
  it('changes with a file, not with the order of the files', () => {
    const a = { path: 'a.md', sha256: '1' };
    const b = { path: 'b.md', sha256: '2' };
    expect(contextHash([a, b])).toBe(contextHash([b, a]));
    expect(contextHash([a, b])).not.toBe(contextHash([a, { ...b, sha256: '3' }]));
  });
});
