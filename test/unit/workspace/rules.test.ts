import { describe, expect, it } from 'vitest';
import type { Git } from '../../../src/core/ports/git';
import type { WorkspaceContext } from '../../../src/core/workspace/context';
import { gatherContext, type GatherOptions } from '../../../src/core/workspace/gather-context';
import { InMemoryFiles, type InMemoryOptions } from '../in-memory-files';
import { sourceOf } from './source-of';

const noGit: Git = { read: () => Promise.resolve(null) };

function gather(
  files: Record<string, string>,
  options: GatherOptions = {},
  disk: InMemoryOptions = {},
): Promise<WorkspaceContext> {
  return gatherContext({ files: new InMemoryFiles(files, disk), git: noGit }, options);
}

function taken({ documents }: WorkspaceContext): Record<string, string> {
  return Object.fromEntries(documents.map(({ path, reason }) => [path, reason]));
}

function left({ excluded }: WorkspaceContext): Record<string, string> {
  return Object.fromEntries(excluded.map(({ path, reason }) => [path, reason]));
}

const invites = sourceOf(
  'Team invites',
  'Owners invite teammates by mail. An invite that was not accepted can be revoked. Touches server/mailer/smtp.go.',
  ['Invite a teammate', 'Revoke an invite'],
);

describe('the places of rules', () => {
  it.each([
    '.cursor/rules/naming.mdc',
    'packages/ui/.cursor/rules/deep/naming.mdc',
    '.cursorrules',
    'AGENTS.md',
    'packages/ui/AGENTS.md',
    'CLAUDE.md',
    'GEMINI.md',
    '.github/copilot-instructions.md',
    '.windsurf/rules/naming.md',
    '.windsurfrules',
    '.clinerules',
    '.clinerules/naming.md',
    '.kiro/steering/naming.md',
    '.continue/rules/naming.md',
    '.claude/rules/naming.md',
    '.roo/rules/naming.md',
    '.roo/rules-code/naming.md',
  ])('%s is one', async (path) => {
    const { documents } = await gather({ [path]: '# Naming\nNames say what things are.' });
    expect(documents.map((document) => document.path)).toEqual([path]);
  });

  it.each([
    'docs/decisions/0001-queues.md',
    'docs/adr/0001-queues.md',
    'doc/adr/0001-queues.md',
    'adr/0001-queues.md',
    'architecture/decisions/0001-queues.md',
    'packages/mail/docs/adr/0001-queues.md',
  ])('%s is a decision', async (path) => {
    const { documents } = await gather({ [path]: '# Queues\nJobs run from a table.' });
    expect(documents.map(({ kind }) => kind)).toEqual(['decision']);
  });

  it('leaves rules of a special mode, and instructions that apply to nothing, to the person', async () => {
    const context = await gather({
      '.roo/rules-translate/de.md': '# German\nFormal address.',
      '.github/instructions/release.instructions.md': '# Releases\nTag them.',
      '.github/instructions/all.instructions.md': '---\napplyTo: "**"\n---\n# All\nShort.',
      'main.go': '',
    });
    expect(Object.keys(taken(context))).toEqual(['.github/instructions/all.instructions.md']);
    expect(left(context)).toEqual({
      '.roo/rules-translate/de.md': 'Applies only when attached by hand: it is for one mode of the tool only',
      '.github/instructions/release.instructions.md':
        'Applies only when attached by hand: it states neither globs nor a description',
    });
  });
});

describe('the scope of a rule by globs', () => {
  const files = {
    'go.mod': 'module example.com/team\n',
    'server/invites/handler.go': '',
    'server/billing/charge.go': '',
    'server/mailer/smtp.go': '',
    'web/src/components/button.tsx': '',
    'scripts/train.py': '',
    'README.md': '# Team',
  };
  const rule = (globs: string): string =>
    `---\nglobs: ${globs}\nalwaysApply: false\n---\n# Rule\nDo it well.`;

  it('says which glob matched which file, and why that file counts', async () => {
    const context = await gather(
      {
        ...files,
        '.cursor/rules/a.mdc': `${rule('server/invites/**')}1`,
        '.cursor/rules/b.mdc': `${rule('server/mailer/*.go')}2`,
        '.cursor/rules/c.mdc': `${rule('*.tsx')}3`,
      },
      { source: invites },
    );
    expect(taken(context)).toMatchObject({
      '.cursor/rules/a.mdc':
        'Cursor rule, applies to server/invites/**, which matches server/invites/handler.go ("invites" is in its path)',
      '.cursor/rules/b.mdc':
        'Cursor rule, applies to server/mailer/*.go, which matches server/mailer/smtp.go (the source names it)',
      '.cursor/rules/c.mdc': 'Cursor rule, applies to *.tsx, which matches web/src/components/button.tsx',
    });
  });

  it('leaves out what is about another part of the product, and says where it would apply', async () => {
    const context = await gather(
      {
        ...files,
        '.cursor/rules/billing.mdc': rule('server/billing/**/*.go'),
        '.cursor/rules/readme.mdc': `${rule('README*')}1`,
        '.cursor/rules/java.mdc': `${rule('**/*.java')}2`,
      },
      { source: invites },
    );
    expect(left(context)).toEqual({
      '.cursor/rules/billing.mdc':
        'Applies to server/billing/**/*.go; nothing in the source leads there (it matches server/billing/charge.go)',
      '.cursor/rules/readme.mdc':
        'Applies to README*; nothing in the source leads there (it matches README.md)',
      '.cursor/rules/java.mdc': 'No file here matches its scope **/*.java',
    });
  });

  it('takes a rule about a part that nothing leads to where its text is about the source', async () => {
    const context = await gather(
      {
        ...files,
        '.cursor/rules/accounts.mdc':
          '---\nglobs: server/billing/**\n---\n# Teammates\nAn invite of a teammate is charged once it is accepted; a revoked invite is free.',
      },
      { source: invites },
    );
    expect(taken(context)['.cursor/rules/accounts.mdc']).toMatch(
      /^Cursor rule, applies to server\/billing\/\*\*, shares "/,
    );
  });

  it('takes excluding globs at their word', async () => {
    const context = await gather(
      { ...files, '.cursor/rules/a.mdc': rule('"**/*.go", "!server/**"') },
      { source: invites },
    );
    expect(left(context)).toHaveProperty(['.cursor/rules/a.mdc']);
  });

  it('does not take the rules themselves for files that a rule is about', async () => {
    const context = await gather({ '.cursor/rules/docs.mdc': rule('*.md'), 'AGENTS.md': '# A\nShort.' });
    expect(left(context)).toEqual({ '.cursor/rules/docs.mdc': 'No file here matches its scope *.md' });
  });
});

describe('twins', () => {
  const body = [
    'Handlers return problems as JSON with a code.',
    'Queries are written by hand and live beside the store.',
    'A migration is never changed once it is merged.',
    'Tests use a real database that is thrown away afterwards.',
    'Log lines carry the request id and no personal data.',
    'Times are stored in UTC and shown in the zone of the reader.',
  ];
  const text = (title: string, lines: readonly string[]): string =>
    `# ${title}\n\n${lines.map((line) => `- ${line}\n`).join('')}`;

  it('count once when only front matter, title, notation or the name of the tool differ', async () => {
    const context = await gather({
      'AGENTS.md': text('Working here', body),
      'CLAUDE.md': text('Claude', body).replaceAll('- ', '* '),
      '.cursor/rules/all.mdc': `---\nalwaysApply: true\n---\n${text('Cursor rules', body)}`,
      '.github/copilot-instructions.md': text('Copilot', [...body.slice(0, 5), `${body[5] ?? ''} (Copilot)`]),
    });
    expect(Object.keys(taken(context))).toHaveLength(1);
    expect(new Set(Object.values(left(context)))).toEqual(
      new Set([`Says the same as ${context.documents[0]?.path ?? ''}`]),
    );
  });

  it('are two documents when a rule is added, and when they are no rules', async () => {
    const two = await gather({
      'AGENTS.md': text('Working here', body),
      'web/AGENTS.md': text('Working here', [...body.slice(0, 4), 'No inline styles, ever, anywhere.']),
      'research/2024.md': text('Edition of 2024', body),
      'research/2025.md': text('Edition of 2025', body),
    });
    expect(Object.keys(taken(two))).toHaveLength(4);
  });
});

describe('references of rules', () => {
  it('bring in what they lead to, by every notation, and say by which rule', async () => {
    const context = await gather({
      'AGENTS.md':
        '# Rules\nSee @docs/style.md and [the schema](mdc:db/schema.sql#L4), and `@docs/not.md`.\n```\n@docs/no.md\n```\n',
      '.kiro/steering/tech.md': '# Tech\nThe API is #[[file:api/openapi.yaml]].',
      'docs/style.md': '# Style\nMore in @deep.md and @AGENTS.md.',
      'docs/deep.md': '# Deep\nBack to [style](mdc:docs/style.md).',
      'docs/not.md': '# Not',
      'docs/no.md': '# No',
      'db/schema.sql': 'create table a ();',
      'api/openapi.yaml': 'openapi: 3.1.0',
    });
    expect(taken(context)).toMatchObject({
      'docs/style.md': 'Document, referenced by AGENTS.md',
      'docs/deep.md': 'Document, referenced by docs/style.md',
      'db/schema.sql': 'Document, referenced by AGENTS.md',
      'api/openapi.yaml': 'Document, referenced by .kiro/steering/tech.md',
    });
    expect(Object.keys({ ...taken(context), ...left(context) })).not.toContain('docs/not.md');
    expect(context.documents.find(({ path }) => path === 'api/openapi.yaml')?.kind).toBe('steering');
  });

  it('bring in rules that only a mention attaches, not those whose own scope says no', async () => {
    const context = await gather({
      'AGENTS.md': '# Rules\n@.cursor/rules/release.mdc @.cursor/rules/python.mdc',
      '.cursor/rules/release.mdc': '---\nalwaysApply: false\n---\nTag them.',
      '.cursor/rules/python.mdc': '---\nglobs: "*.py"\n---\nTypes.',
    });
    expect(taken(context)['.cursor/rules/release.mdc']).toBe('Cursor rule, referenced by AGENTS.md');
    expect(left(context)['.cursor/rules/python.mdc']).toBe('No file here matches its scope *.py');
  });

  it('are refused outside of the workspace, for files of secrets, and for what is ignored', async () => {
    const files = new InMemoryFiles({
      '.gitignore': 'private/\n',
      'AGENTS.md':
        '# Rules\n@../../other/notes.md @~/.ssh/config [x](mdc:../up.md) @private/plan.md @config/.env @docs/key.md @missing.md [m](mdc:docs/missing.md)',
      'private/plan.md': '# Plan',
      'config/.env': 'PASSWORD=1',
      'docs/key.md': 'ghp_q7Rt2LmX9vKd4ZpW8sYcB3nHf6GjT1eU5aQo',
      'up.md': '# Up',
    });
    const context = await gatherContext({ files, git: noGit });
    expect(Object.keys(taken(context))).toEqual(['AGENTS.md', 'docs/key.md']);
    expect(context.withheld).toEqual([{ path: 'docs/key.md', line: 1, kind: 'GitHub token' }]);
    const reasons = left(context);
    expect(reasons['private/plan.md']).toBe('Referenced by AGENTS.md; ignored, so it is not read');
    expect(reasons['config/.env']).toMatch(/^Referenced by AGENTS\.md\. Its name says/);
    expect(reasons['../up.md']).toBe('Referenced by AGENTS.md; outside of the workspace, so it is not read');
    expect(reasons['docs/missing.md']).toBe('Referenced by AGENTS.md; there is no such file');
    expect(reasons).not.toHaveProperty(['missing.md']);
    expect(files.reads).not.toContain('private/plan.md');
    expect(files.reads).not.toContain('config/.env');
  });

  it('end after a few steps', async () => {
    const chain = Object.fromEntries(
      Array.from({ length: 9 }, (_, index) => [
        `docs/${index}.md`,
        `# ${index}\nMore in @docs/${index + 1}.md`,
      ]),
    );
    const context = await gather({ ...chain, 'AGENTS.md': 'More in @docs/0.md' });
    expect(Object.keys(taken(context))).toEqual(['AGENTS.md', 'docs/0.md', 'docs/1.md', 'docs/2.md']);
  });
});

describe('symbolic links', () => {
  it('to a document in the workspace are read once', async () => {
    const context = await gather(
      {
        'AGENTS.md': '# Rules\nShort.',
        'docs/agents/web.md': '# Web\nNo inline styles.',
        'shared/a.md': 'A',
        'shared/b.md': 'B',
      },
      {},
      {
        linksTo: {
          'CLAUDE.md': 'AGENTS.md',
          'web/AGENTS.md': 'docs/agents/web.md',
          '.cursor/rules': 'shared',
          '.claude/rules': '.cursor/rules',
        },
      },
    );
    expect(Object.keys(taken(context)).sort()).toEqual([
      '.cursor/rules/a.md',
      '.cursor/rules/b.md',
      'AGENTS.md',
      'web/AGENTS.md',
    ]);
    expect(left(context)['CLAUDE.md']).toBe('A symbolic link to AGENTS.md, which is read there');
  });

  it('out of the workspace, and to what is ignored, are refused and listed', async () => {
    const files = new InMemoryFiles(
      { '.gitignore': 'secret.md\n', 'secret.md': '# S' },
      { links: ['AGENTS.md', '.cursor/rules', 'assets'], linksTo: { 'CLAUDE.md': 'secret.md' } },
    );
    const context = await gatherContext({ files, git: noGit });
    expect(taken(context)).toEqual({});
    expect(left(context)).toEqual({
      'AGENTS.md': 'A symbolic link that leads out of the workspace; not followed',
      '.cursor/rules': 'A symbolic link that leads out of the workspace; not followed',
      'CLAUDE.md': 'A symbolic link to secret.md, which is ignored or absent',
    });
    expect(files.reads).toEqual(['.gitignore']);
  });
});

describe('rules of a monorepo', () => {
  const packages = ['api', 'billing', 'mobile', 'search', 'web'];
  const monorepo = {
    'AGENTS.md': '# All\nShort functions.',
    'package.json': '{"workspaces":["packages/*"]}',
    ...Object.fromEntries(
      packages.flatMap((name) => [
        [`packages/${name}/package.json`, `{"name":"${name}"}`],
        [`packages/${name}/src/main.ts`, ''],
        [`packages/${name}/AGENTS.md`, `# Rules of ${name}\nWe are the ${name} team.`],
        [
          `packages/${name}/.cursor/rules/style.mdc`,
          `---\nglobs: src/**\n---\n# Style of ${name}\nThe ${name} way.`,
        ],
      ]),
    ),
  };

  it('are those of the package that holds the source, and of the root', async () => {
    const source = { ...invites, path: 'packages/api/prds/invites.md' };
    const context = await gather(monorepo, { source });
    expect(taken(context)).toEqual({
      'packages/api/prds/invites.md': 'What the spec is for',
      'AGENTS.md': 'Agent instructions for the whole workspace',
      'packages/api/AGENTS.md': 'Agent instructions for packages/api/, which holds the source',
      'packages/api/.cursor/rules/style.mdc':
        'Cursor rule for packages/api/, which holds the source, applies to src/**, which matches packages/api/src/main.ts',
    });
    expect(left(context)['packages/web/AGENTS.md']).toBe(
      'Agent instructions for packages/web/; the source belongs to packages/api/',
    );
  });

  it('are those of the package that the spec is written into', async () => {
    const context = await gather(monorepo, { source: invites, target: 'packages/web/specs/invites.md' });
    expect(taken(context)['packages/web/AGENTS.md']).toBe(
      'Agent instructions for packages/web/, which holds the spec',
    );
    expect(left(context)['packages/api/AGENTS.md']).toBe(
      'Agent instructions for packages/api/; the spec belongs to packages/web/',
    );
  });

  it('are those of every package that the source leads into', async () => {
    const context = await gather(
      { ...monorepo, 'packages/api/src/invites/send.ts': '', 'packages/mobile/src/push.ts': '' },
      { source: { ...invites, text: `${invites.text} See packages/mobile/src/push.ts.` } },
    );
    expect(taken(context)['packages/api/AGENTS.md']).toMatch(
      /invites\/send\.ts is \("invites" is in its path\)$/,
    );
    expect(taken(context)['packages/mobile/AGENTS.md']).toMatch(/push\.ts is \(the source names it\)$/);
    expect(left(context)['packages/billing/AGENTS.md']).toBe(
      'Agent instructions for packages/billing/, where nothing in the source leads',
    );
  });

  it('all count where nothing is known', async () => {
    const context = await gather(monorepo, { source: invites });
    expect(Object.keys(taken(context))).toEqual(
      expect.arrayContaining(packages.map((name) => `packages/${name}/AGENTS.md`)),
    );
  });

  it('are not confined by a folder of documents that is built like a package', async () => {
    const source = { ...invites, path: 'docs/prds/invites.md' };
    const context = await gather({ ...monorepo, 'docs/package.json': '{}' }, { source });
    expect(taken(context)).toHaveProperty(['packages/web/AGENTS.md']);
  });
});
