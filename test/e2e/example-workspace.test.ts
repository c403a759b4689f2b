import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeExampleWorkspace } from '../../scripts/example-workspace.mjs';

describe('the example as a git repository', () => {
  let scratch: string;
  let workspace: string;
  const git = (folder: string, ...args: string[]): string =>
    execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8' }).trim();

  beforeAll(() => {
    scratch = mkdtempSync(join(tmpdir(), 'tech-spec-example-'));
    workspace = makeExampleWorkspace(join(scratch, 'one'));
  });
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));

  it('is the same commit each time it is made', () => {
    const again = makeExampleWorkspace(join(scratch, 'two'));
    expect(git(again, 'rev-parse', 'HEAD')).toBe(git(workspace, 'rev-parse', 'HEAD'));
  });

  it('has a history of several commits and nothing left to commit', () => {
    expect(Number(git(workspace, 'rev-list', '--count', 'HEAD'))).toBeGreaterThan(1);
    expect(git(workspace, 'status', '--porcelain')).toBe('');
  });

  it('does not hold the description of its own history', () => {
    expect(existsSync(join(workspace, '.history.json'))).toBe(false);
  });
});
