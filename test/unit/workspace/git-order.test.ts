import { expect, it, vi } from 'vitest';
import { NodeFileSystem } from '../../../src/cli/node-files';
import { NodeGit } from '../../../src/cli/node-git';
import { gatherContext } from '../../../src/core/workspace/gather-context';
import { scratchRepository } from './scratch-repository';

const started = vi.hoisted((): string[] => []);
vi.mock(import('node:child_process'), async (original) => {
  const real = await original();
  const execFile = ((program: string, args: readonly string[], ...rest: readonly unknown[]) => {
    started.push(args.find((arg, at) => !arg.startsWith('-') && args[at - 1] !== '-c') ?? '');
    return (real.execFile as (...all: readonly unknown[]) => unknown)(program, args, ...rest);
  }) as unknown as typeof real.execFile;
  return { ...real, execFile };
});
const scratch = scratchRepository();

it('starts the program that takes longest before those that are done at once', async () => {
  scratch.write('AGENTS.md', '# Rules\n');
  scratch.git('init');
  scratch.commitAll();
  started.length = 0;

  const { git } = await gatherContext({
    files: new NodeFileSystem(scratch.root),
    git: new NodeGit(scratch.root),
  });

  expect(git?.recentCommits).toHaveLength(1);
  expect(started[0]).toBe('status');
  expect(started).toHaveLength(3);
});
