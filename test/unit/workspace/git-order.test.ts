import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { expect, it } from 'vitest';
import { NodeFileSystem } from '../../../src/cli/workspace/node-files';
import { NodeGit } from '../../../src/cli/workspace/node-git';
import { gatherContext } from '../../../src/core/workspace/gather-context';
import { scratchRepository } from './scratch-repository';

const scratch = scratchRepository();

it('starts the program that takes longest before those that are done at once', async () => {
  scratch.write('AGENTS.md', '# Rules\n');
  scratch.git('init');
  scratch.commitAll();
  const started: ChildProcess[] = [];
  const note = (message: unknown): void => {
    started.push((message as { readonly process: ChildProcess }).process);
  };
  subscribe('child_process', note);

  const ports = { files: new NodeFileSystem(scratch.root), git: new NodeGit(scratch.root) };
  const { git } = await gatherContext(ports).finally(() => unsubscribe('child_process', note));

  expect(git?.recentCommits).toHaveLength(1);
  const commands = started.map(({ spawnargs }) =>
    ['status', 'log', 'config'].find((command) => spawnargs.includes(command)),
  );
  expect(commands).toHaveLength(3);
  expect(commands[0]).toBe('status');
});
