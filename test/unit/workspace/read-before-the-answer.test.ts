import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NodeFileSystem } from '../../../src/cli/workspace/node-files';
import { NodeGit } from '../../../src/cli/workspace/node-git';
import type { FileSystem } from '../../../src/core/ports/file-system';
import type { WorkspaceContext } from '../../../src/core/workspace/context';
import { gatherContext } from '../../../src/core/workspace/gather-context';

let root = '';
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'tech-spec-ahead-')));
  write('AGENTS.md', '# Rules\n\nUse tabs.\n');
  write('package.json', '{ "dependencies": { "react": "19.0.0" } }\n');
  write('research/note.md', '# A note\n\nOn invites.\n');
  git('init', '-q');
  git('add', '--all');
  git('commit', '-qm', 'All');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function git(...args: readonly string[]): void {
  const author = ['-c', 'user.name=Ada', '-c', 'user.email=ada@invites.test'];
  execFileSync('git', ['-C', root, ...author, ...args], { stdio: 'pipe' });
}
function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/**
 * Gathers a context of which git's answer on what has changed comes late.
 *
 * @param meanwhile called when nothing more is read before it; git looks only then
 */
async function gathered(
  meanwhile: () => void = () => undefined,
): Promise<{ readonly context: WorkspaceContext; readonly readBefore: readonly string[] }> {
  const disk = new NodeFileSystem(root);
  const read: string[] = [];
  const files: FileSystem = {
    readDirectory: (path) => disk.readDirectory(path),
    stat: (path) => disk.stat(path),
    readFile: (path) => {
      read.push(path);
      return disk.readFile(path);
    },
  };
  const repository = new NodeGit(root);
  let readBefore: readonly string[] | null = null;
  // What goes on without git does so in microtasks: the disk answers at once.
  const rest = new Promise<void>((done) => {
    setTimeout(() => {
      readBefore = [...read];
      meanwhile();
      done();
    }, 50);
  });
  const context = await gatherContext({
    files,
    git: {
      read: () => rest.then(() => repository.read()),
      index: () => repository.index(),
      run: (args) => rest.then(() => repository.run(args)),
    },
  });
  return { context, readBefore: readBefore ?? [] };
}

describe('while git looks for what has changed', () => {
  it('documents and manifests are read', async () => {
    const { context, readBefore } = await gathered();
    expect([...readBefore].sort()).toEqual(['AGENTS.md', 'package.json', 'research/note.md']);
    expect(context.stack.frameworks.map(({ name }) => name)).toEqual(['React']);
    expect(context).toEqual(await gatherContext({ files: new NodeFileSystem(root), git: new NodeGit(root) }));
  });

  it('nothing is read where someone keeps files from tools like this one', async () => {
    write('.cursorignore', 'package.json\n');
    const { context, readBefore } = await gathered();
    expect(readBefore).toEqual([]);
    expect(context.stack.frameworks).toEqual([]);
    expect(context.files).not.toContain('package.json');
  });

  it('a document and a manifest that were read may go: neither counts then', async () => {
    const { context, readBefore } = await gathered(() => {
      unlinkSync(join(root, 'package.json'));
      unlinkSync(join(root, 'AGENTS.md'));
      write('research/later.md', '# Later\n\nOn seats.\n');
    });
    expect(readBefore).toContain('package.json');
    expect(context.files).toEqual(['research/later.md', 'research/note.md']);
    expect(context.documents.map(({ path }) => path)).toEqual(context.files);
    expect(context.stack.frameworks).toEqual([]);
    expect(context.git?.dirty).toBe(true);
  });
});
