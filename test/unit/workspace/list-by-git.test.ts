import {
  chmodSync,
  cpSync,
  mkdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NodeFileSystem } from '../../../src/cli/workspace/node-files';
import { NodeGit } from '../../../src/cli/workspace/node-git';
import { gatherContext } from '../../../src/core/workspace/gather-context';
import { listFiles, type FileListing } from '../../../src/core/workspace/files/list-files';
import { scratchRepository } from './scratch-repository';

const scratch = scratchRepository();
const { git, gitIn, write, commitAll } = scratch;

async function both(folder = scratch.root): Promise<{ asked: FileListing; walked: FileListing }> {
  const repository = new NodeGit(folder);
  // Whether git was asked at all: a listing that falls back equals the walk without proving anything.
  expect(await repository.run(['rev-parse', '--is-inside-work-tree'])).toBe('true\n');
  const files = new NodeFileSystem(folder);
  return { asked: await listFiles(files, { git: repository }), walked: await listFiles(files) };
}
async function expectSame(folder = scratch.root): Promise<FileListing> {
  const { asked, walked } = await both(folder);
  expect(asked).toEqual(walked);
  return asked;
}

describe('listing by git and by walking', () => {
  it('are the same for the example workspace', async () => {
    cpSync(join(__dirname, '../../../examples/team-invites'), scratch.root, { recursive: true });
    git('init');
    commitAll();
    write('research/new.md', '# New');
    const listing = await expectSame();
    expect(listing.files).toContain('research/new.md');
    const files = new NodeFileSystem(scratch.root);
    const repository = new NodeGit(scratch.root);
    const asked = await gatherContext({ files, git: repository });
    const walked = await gatherContext({ files, git: { read: () => repository.read() } });
    expect(asked).toEqual(walked);
  });

  it('are the same with nested ignore files, negations, links, odd names and changes not committed', async () => {
    write('.gitignore', '*.log\r\n/dist/\r\n!important.log\r\nbuild\r\n\\#odd\r\nnode_modules\n');
    write('a.log');
    write('important.log');
    write('dist/x.js');
    write('src/dist/kept.js');
    write('src/.gitignore', 'tmp\n!keep.log\n**/gen/*.ts\n!**/gen/index.ts\n');
    write('src/keep.log');
    write('src/tmp/y.js');
    write('tmp/z.js');
    write('src/gen/a.ts');
    write('src/gen/index.ts');
    write('tools/.gitignore', '!build/\n');
    write('tools/build/make.sh');
    write('build/out.js');
    write('logs/only.log');
    write('logs/deep/more.log');
    write('node_modules/a/b.js');
    write('web/node_modules/a/b.js');
    write('docs/Größe und 大きさ.md', 'x');
    write('docs/with space\ttab "quote".md', 'x');
    write('#odd');
    write('-leading', 'x');
    symlinkSync('docs', join(scratch.root, 'linked-folder'));
    symlinkSync('#odd', join(scratch.root, 'linked-file'));
    symlinkSync('nowhere', join(scratch.root, 'broken'));
    git('init');
    commitAll();
    write('.git/info/exclude', 'private/\n*.secret\n');
    write('private/plan.md');
    write('a.secret');
    write('src/new/file.ts');
    write('src/new/skip.log');
    symlinkSync('file.ts', join(scratch.root, 'src/new/link.ts'));
    unlinkSync(join(scratch.root, 'tmp/z.js'));
    rmSync(join(scratch.root, 'tools'), { recursive: true });
    const listing = await expectSame();
    expect(listing.files).toEqual([
      '-leading',
      '.gitignore',
      'docs/Größe und 大きさ.md',
      'docs/with space\ttab "quote".md',
      'important.log',
      'src/.gitignore',
      'src/dist/kept.js',
      'src/gen/index.ts',
      'src/keep.log',
      'src/new/file.ts',
    ]);
    expect(listing.ignored).toContain('private/');
    expect(listing.links).toEqual(['broken', 'linked-file', 'linked-folder', 'src/new/link.ts']);
  });

  it('are the same whatever the rules and the tree', async () => {
    const segment = fc.constantFrom('a', 'b', 'c.log', 'd.md', 'build', 'é');
    const path = fc.array(segment, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
    const rule = fc.constantFrom(
      '*.log',
      '/a',
      'build/',
      '!build/',
      'b/*',
      '!b/d.md',
      'a/b',
      '**/a',
      '!c.log',
      '/*/b',
      '#x',
      'é',
    );
    const rules = fc.dictionary(
      fc.constantFrom('', 'a', 'b', 'a/b', 'build'),
      fc.array(rule, { maxLength: 3 }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(path, { minLength: 1, maxLength: 15 }),
        rules,
        fc.boolean(),
        async (paths, all, isCommitted) => {
          rmSync(scratch.root, { recursive: true, force: true });
          mkdirSync(scratch.root);
          write('README.md');
          for (const [folder, lines] of Object.entries(all))
            if (!paths.some((file) => folder === file || folder.startsWith(`${file}/`)))
              write(join(folder, '.gitignore'), lines.join('\n'));
          for (const file of paths)
            if (
              !paths.some((other) => other.startsWith(`${file}/`)) &&
              !Object.keys(all).some((folder) => folder === file || folder.startsWith(`${file}/`))
            )
              write(file);
          git('init');
          if (isCommitted) commitAll();
          await expectSame();
        },
      ),
      { numRuns: 60 },
    );
  }, 120_000);

  it('are the same with submodules and repositories within, which have rules of their own', async () => {
    const library = join(scratch.root, 'library-origin');
    mkdirSync(library);
    writeFileSync(join(library, 'lib.md'), 'x');
    writeFileSync(join(library, 'trace.log'), 'x');
    writeFileSync(join(library, '.gitignore'), '*.tmp\n');
    gitIn(library, 'init');
    commitAll(library);
    const workspace = join(scratch.root, 'workspace');
    mkdirSync(workspace);
    write('workspace/.gitignore', '*.log\n');
    write('workspace/a.md');
    gitIn(workspace, 'init');
    gitIn(workspace, 'submodule', 'add', library, 'vendor/library');
    commitAll(workspace);
    write('workspace/vendor/library/x.tmp');
    gitIn(workspace, 'clone', library, 'clone');
    gitIn(workspace, 'worktree', 'add', '-b', 'other', 'tree');
    const listing = await expectSame(workspace);
    expect((await expectSame(join(workspace, 'vendor/library'))).files).toEqual([
      '.gitignore',
      'lib.md',
      'trace.log',
    ]);
    expect((await new NodeGit(join(workspace, 'vendor/library')).read())?.commit).toMatch(/^[0-9a-f]{40}$/);
    expect(listing.files).toEqual([
      '.gitignore',
      '.gitmodules',
      'a.md',
      'clone/.gitignore',
      'clone/lib.md',
      'clone/trace.log',
      'tree/.gitignore',
      'tree/.gitmodules',
      'tree/a.md',
      'vendor/library/.gitignore',
      'vendor/library/lib.md',
      'vendor/library/trace.log',
    ]);
  });

  it('are the same in a folder of a repository, in a worktree and with a file in conflict', async () => {
    write('a.md', 'one');
    write('packages/web/b.md');
    write('packages/web/gone.md');
    git('init');
    commitAll();
    git('checkout', '-b', 'other');
    write('a.md', 'two');
    commitAll();
    git('checkout', 'main');
    write('a.md', 'three');
    commitAll();
    expect(() => git('merge', 'other')).toThrow();
    expect((await expectSame()).files).toEqual(['a.md', 'packages/web/b.md', 'packages/web/gone.md']);
    unlinkSync(join(scratch.root, 'packages/web/gone.md'));
    expect((await expectSame(join(scratch.root, 'packages/web'))).files).toEqual(['b.md']);
    git('merge', '--abort');
    git('worktree', 'add', join(scratch.root, '..', 'tech-spec-worktree-of-test'), 'other');
    const tree = realpathSync(join(scratch.root, '..', 'tech-spec-worktree-of-test'));
    try {
      expect((await expectSame(tree)).files).toEqual(['a.md', 'packages/web/b.md', 'packages/web/gone.md']);
      expect(await new NodeGit(tree).read()).toMatchObject({ branch: 'other', dirty: false });
    } finally {
      rmSync(tree, { recursive: true, force: true });
    }
  });

  it('tell whether the repository has changes, those outside of the workspace that is a part of it included', async () => {
    write('.gitignore', '*.log\n');
    write('a.md', 'one');
    write('packages/web/b.md');
    git('init');
    commitAll();
    write('x.log');
    write('packages/web/y.log');
    const part = join(scratch.root, 'packages/web');
    const dirty = async (folder: string): Promise<boolean | undefined> =>
      (await new NodeGit(folder).read())?.dirty;
    expect([await dirty(scratch.root), await dirty(part)]).toEqual([false, false]);
    write('packages/web/new.md');
    expect([await dirty(scratch.root), await dirty(part)]).toEqual([true, true]);
    rmSync(join(part, 'new.md'));
    write('a.md', 'two');
    expect([await dirty(scratch.root), await dirty(part)]).toEqual([true, true]);
    unlinkSync(join(scratch.root, 'a.md'));
    expect([await dirty(scratch.root), await dirty(part)]).toEqual([true, true]);
  });

  it('walk where git can not tell: no repository, no git, a workspace that is ignored, a folder that is closed', async () => {
    write('a/b.md');
    const files = new NodeFileSystem(scratch.root);
    expect((await listFiles(files, { git: new NodeGit(scratch.root) })).files).toEqual(['a/b.md']);
    expect((await listFiles(files, { git: { read: () => Promise.resolve(null) } })).files).toEqual([
      'a/b.md',
    ]);
    const failing = { read: () => Promise.resolve(null), run: () => Promise.resolve(null) };
    expect((await listFiles(files, { git: failing })).files).toEqual(['a/b.md']);
    git('init');
    write('.gitignore', 'sandbox/\n');
    write('sandbox/c.md');
    const sandbox = join(scratch.root, 'sandbox');
    expect((await listFiles(new NodeFileSystem(sandbox), { git: new NodeGit(sandbox) })).files).toEqual([
      'c.md',
    ]);
    if (process.getuid?.() === 0) return;
    chmodSync(join(scratch.root, 'a'), 0);
    const listing = await listFiles(files, { git: new NodeGit(scratch.root) });
    chmodSync(join(scratch.root, 'a'), 0o755);
    expect(listing.excluded).toEqual([{ path: 'a', reason: 'No permission to read this folder' }]);
  });

  it('do without git where it is missing, and without a commit where there is none yet', async () => {
    write('a/b.md', '# B');
    git('init');
    const files = new NodeFileSystem(scratch.root);
    const unborn = await gatherContext({ files, git: new NodeGit(scratch.root) });
    expect(unborn.git).toMatchObject({ branch: 'main', commit: null, recentCommits: [], dirty: true });
    expect(unborn.files).toEqual(['a/b.md']);
    const path = process.env['PATH'];
    process.env['PATH'] = scratch.root;
    try {
      const missing = await gatherContext({ files, git: new NodeGit(scratch.root) });
      expect(missing.git).toBeNull();
      expect(missing.files).toEqual(['a/b.md']);
      expect(missing.hash).toBe(unborn.hash);
    } finally {
      process.env['PATH'] = path;
    }
  });

  it('list a tracked file that a rule would ignore, which only git can know', async () => {
    write('.gitignore', '*.log\n');
    write('kept.log');
    git('init');
    git('add', '--force', 'kept.log', '.gitignore');
    git('commit', '--message', 'All');
    const { asked, walked } = await both();
    expect(asked.files).toEqual(['.gitignore', 'kept.log']);
    expect(walked.files).toEqual(['.gitignore']);
  });

  it('leave out what is not checked out, and stop at the same file', async () => {
    for (const name of ['a', 'a-b/x', 'a/y', 'b', 'c/d/e', 'c/d/f'].map((path) => `top/${path}.md`))
      write(name);
    write('other/z.md');
    git('init');
    commitAll();
    for (const limit of [1, 2, 3, 4, 5, 6]) {
      const files = new NodeFileSystem(scratch.root);
      const asked = await listFiles(files, { git: new NodeGit(scratch.root), limit });
      expect(asked).toEqual(await listFiles(files, { limit }));
    }
    git('sparse-checkout', 'set', 'top');
    expect((await expectSame()).files).not.toContain('other/z.md');
  });
});

describe('files that are kept from AI tools', () => {
  it('are neither read nor named, and listed with the file that says so', async () => {
    write('.cursorignore', 'research/private/\n');
    write('docs/.aiexclude', '*.md\n!open.md\n');
    write('research/private/plan.md', '# Plan');
    write('research/open.md', '# Open');
    write('docs/decisions/0001-x.md', '# X');
    write('docs/open.md', '# Open');
    for (const repository of [undefined, new NodeGit(scratch.root)]) {
      const files = new NodeFileSystem(scratch.root);
      const context = await gatherContext(
        { files, git: repository ?? { read: () => Promise.resolve(null) } },
        { includedPaths: ['research/private/plan.md'] },
      );
      expect(context.documents.map(({ path }) => path)).toEqual(['research/open.md']);
      expect(context.files).toEqual(['.cursorignore', 'docs/.aiexclude', 'docs/open.md', 'research/open.md']);
      expect(context.excluded).toMatchObject([
        {
          path: 'docs/decisions/0001-x.md',
          reason: 'Kept from AI tools by docs/.aiexclude',
          cause: 'withheld',
        },
        {
          path: 'research/private/plan.md',
          reason: 'Kept from AI tools by .cursorignore',
          cause: 'withheld',
        },
      ]);
      if (repository === undefined) {
        git('init');
        commitAll();
      }
    }
  });

  it('are kept from them too where git ignores the file that says so, as one that a person keeps for themselves', async () => {
    write('.gitignore', '.cursorignore\n');
    write('.cursorignore', 'research/private/\n');
    write('docs/.aiexclude', '*.md\n');
    write('research/private/plan.md', '# Plan');
    write('docs/decisions/0001-x.md', '# X');
    write('research/open.md', '# Open');
    git('init');
    write('.git/info/exclude', '.aiexclude\n');
    commitAll();
    const listing = await expectSame();
    expect(listing.files).toEqual(['.gitignore', 'research/open.md']);
    const files = new NodeFileSystem(scratch.root);
    const read: string[] = [];
    const watched = {
      readDirectory: (path: string) => files.readDirectory(path),
      stat: (path: string) => files.stat(path),
      readFile: (path: string) => {
        read.push(path);
        return files.readFile(path);
      },
    };
    await gatherContext({ files: watched, git: new NodeGit(scratch.root) });
    expect(read).toContain('research/open.md');
    expect(read.filter((path) => /plan|0001/.test(path))).toEqual([]);
    expect(listing.aiIgnored).toEqual([
      { path: 'docs/decisions/0001-x.md', by: 'docs/.aiexclude' },
      { path: 'research/private/plan.md', by: '.cursorignore' },
    ]);
  });
});
