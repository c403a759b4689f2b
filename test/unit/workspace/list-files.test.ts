import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DirectoryEntry } from '../../../src/core/ports/file-system';
import { listFiles } from '../../../src/core/workspace/files/list-files';
import { InMemoryFiles } from '../in-memory-files';

async function filesOf(files: Record<string, string>): Promise<readonly string[]> {
  return (await listFiles(new InMemoryFiles(files))).files;
}

describe('listing the files of a workspace', () => {
  it('honours the .gitignore of every folder', async () => {
    const listing = await listFiles(
      new InMemoryFiles({
        '.gitignore': '*.log\n/dist/\n',
        'a.log': '',
        'dist/x.js': '',
        'src/dist/kept.js': '',
        'src/.gitignore': 'tmp\n!keep.log\n',
        'src/keep.log': '',
        'src/tmp/y.js': '',
        'tmp/z.js': '',
      }),
    );
    expect(listing.files).toEqual([
      '.gitignore',
      'src/.gitignore',
      'src/dist/kept.js',
      'src/keep.log',
      'tmp/z.js',
    ]);
    expect(listing.ignored).toEqual(['a.log', 'dist/', 'src/tmp/']);
  });

  it('lists what lies in a folder that a nearer .gitignore has reopened', async () => {
    expect(
      await filesOf({
        '.gitignore': 'build\n*.o\n',
        'tools/.gitignore': '!build/\n',
        'tools/build/make.sh': '',
        'tools/build/x.o': '',
        'tools/build/deep/run.sh': '',
        'build/out.js': '',
      }),
    ).toEqual(['.gitignore', 'tools/.gitignore', 'tools/build/deep/run.sh', 'tools/build/make.sh']);
  });

  it('never enters installed packages and version control', async () => {
    expect(
      await filesOf({ '.git/config': '', 'node_modules/a/b.js': '', 'web/node_modules/c.js': '', x: '' }),
    ).toEqual(['x']);
  });

  it('does not follow links and records folders it may not read', async () => {
    const listing = await listFiles(
      new InMemoryFiles({ 'a.md': '', 'locked/b.md': '' }, { links: ['CLAUDE.md'], denied: ['locked'] }),
    );
    expect(listing.files).toEqual(['a.md']);
    expect(listing.links).toEqual(['CLAUDE.md']);
    expect(listing.excluded).toEqual([{ path: 'locked', reason: 'No permission to read this folder' }]);
  });

  it('stops at its limit, and says so', async () => {
    const listing = await listFiles(new InMemoryFiles({ a: '', b: '', 'c/d': '', 'c/e': '' }), { limit: 3 });
    expect(listing.files).toEqual(['a', 'b', 'c/d']);
    expect(listing.excluded[0]?.reason).toContain('more than 3 files');
  });

  it('is not over its limit when the workspace has just as many files', async () => {
    const listing = await listFiles(new InMemoryFiles({ a: '', 'c/d': '' }), { limit: 2 });
    expect(listing.excluded).toEqual([]);
  });

  it('ends with the reason of its signal', async () => {
    const signal = AbortSignal.abort(new Error('changed my mind'));
    await expect(listFiles(new InMemoryFiles({ a: '' }), { signal })).rejects.toThrow('changed my mind');
  });

  it('gives the same list in whatever order folders name their entries', async () => {
    const segment = fc.constantFrom('a', 'b', 'B', 'é', '_', 'z.md', '10', '9');
    const paths = fc.uniqueArray(
      fc.array(segment, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/')),
    );
    await fc.assert(
      fc.asyncProperty(paths, fc.infiniteStream(fc.nat()), async (all, numbers) => {
        const own = all.filter((path) => !all.some((other) => other.startsWith(`${path}/`)));
        const content = Object.fromEntries(own.map((path) => [path, '']));
        const order = (entries: DirectoryEntry[]): DirectoryEntry[] =>
          entries
            .map((entry) => ({ entry, by: numbers.next().value ?? 0 }))
            .sort((left, right) => left.by - right.by)
            .map(({ entry }) => entry);
        const shuffled = await listFiles(new InMemoryFiles(content, { order }), { limit: 5 });
        expect(shuffled).toEqual(await listFiles(new InMemoryFiles(content), { limit: 5 }));
      }),
    );
  });
});
