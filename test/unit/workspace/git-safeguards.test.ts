import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NodeGit } from '../../../src/cli/workspace/node-git';
import { comparesFiles, onlyAt, settingsArguments, withoutFilters } from '../../../src/core/ports/git';
import {
  elsewhereArguments,
  placeArguments,
  stateArguments,
  trackedArguments,
} from '../../../src/core/workspace/files/list-by-git';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tech-spec-git-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function git(...args: readonly string[]): void {
  execFileSync('git', ['-C', folder, '-c', 'user.name=A', '-c', 'user.email=a@b.c', ...args], {
    stdio: 'ignore',
  });
}

describe('reading a repository', () => {
  it('runs none of the programs that its own configuration names', async () => {
    git('init', '-q');
    writeFileSync(join(folder, 'a.txt'), 'one\n');
    git('add', '.');
    git('commit', '-qm', 'First');
    const mark = join(folder, 'ran');
    git('config', 'filter.x.clean', `touch ${mark}; cat`);
    git('config', 'core.fsmonitor', `touch ${mark}`);
    writeFileSync(join(folder, '.gitattributes'), '* filter=x\n');
    writeFileSync(join(folder, 'a.txt'), 'two\n');
    const state = await new NodeGit(folder).read();
    expect(state?.dirty).toBe(true);
    expect(state?.recentCommits.map(({ subject }) => subject)).toEqual(['First']);
    expect(existsSync(mark)).toBe(false);
  });

  describe('that lies in another one and only looks like one itself', () => {
    let [mark, inner] = ['', ''];
    beforeEach(() => {
      [mark, inner] = [join(folder, 'ran'), join(folder, 'inner')];
      mkdirSync(inner);
      writeFileSync(join(inner, 'a.txt'), 'one\n');
      git('init', '-q');
      git('add', '.');
      git('commit', '-qm', 'First');
      git('config', 'filter.x.clean', `touch ${mark}; cat`);
      execFileSync('git', ['init', '-q'], { cwd: inner });
      execFileSync('git', ['add', '.'], { cwd: inner });
      writeFileSync(join(inner, '.gitattributes'), '* filter=x\n');
      writeFileSync(join(inner, 'a.txt'), 'two\n');
    });

    it('runs no filter of that one', async () => {
      // Git reads no byte order mark there, and goes on to the repository around.
      writeFileSync(join(inner, '.git', 'HEAD'), '\uFEFFref: refs/heads/main\n');
      expect((await new NodeGit(inner).read())?.dirty).toBe(true);
      expect(existsSync(mark)).toBe(false);
    });

    it('is looked for nowhere else while files are compared, through a link too', () => {
      writeFileSync(join(inner, '.git', 'HEAD'), 'none');
      symlinkSync(inner, join(folder, 'link'));
      for (const cwd of [inner, join(folder, 'link')]) {
        const env = { ...process.env, ...onlyAt(cwd, delimiter) };
        expect(() => execFileSync('git', ['status'], { cwd, env, stdio: 'ignore' })).toThrow();
      }
      expect(existsSync(mark)).toBe(false);
      // Git would take it for two folders.
      expect(onlyAt(`/a${delimiter}b`, delimiter)).toBeNull();
    });
  });

  it('waits for the names of filters only where files are compared', () => {
    const reading = [trackedArguments, placeArguments, settingsArguments];
    expect(reading.map(comparesFiles)).toEqual([false, false, false]);
    expect([stateArguments, elsewhereArguments].map(comparesFiles)).toEqual([true, true]);
    expect(comparesFiles(['ls-files', '--cached', '--modified'])).toBe(true);
    expect(comparesFiles(['log', '-n', '5', '-p'])).toBe(true);
    expect(comparesFiles([])).toBe(true);
  });

  it('runs no filter for the list of tracked files, which is read without safeguards', async () => {
    writeFileSync(join(folder, 'a.txt'), 'one\n');
    git('init', '-q');
    git('add', '.');
    const mark = join(folder, 'ran');
    git('config', 'filter.x.clean', `touch ${mark}; cat`);
    writeFileSync(join(folder, '.gitattributes'), '* filter=x\n');
    writeFileSync(join(folder, 'a.txt'), 'two\n');
    expect(await new NodeGit(folder).run(trackedArguments)).toContain('\ta.txt\0');
    expect(existsSync(mark)).toBe(false);
  });

  it('is given up where the name of a filter can not be switched off', () => {
    const settings = (scope: string, ...keys: readonly string[]): string =>
      keys.map((key) => `${scope}\0${key}\nx\0`).join('');
    expect(withoutFilters(settings('local', 'user.name'))).toEqual([]);
    // Which filters there are is not known.
    expect(withoutFilters(null)).toBeNull();
    // A filter of the user's own is none of the repository's.
    expect(withoutFilters(settings('global', 'filter.lfs.clean'))).toEqual([]);
    expect(withoutFilters(settings('worktree', 'filter.x.clean'))).toHaveLength(8);
    expect(withoutFilters(settings('local', 'filter.a b.clean', 'filter.a b.process'))).toEqual([
      ...['-c', 'filter.a b.clean=', '-c', 'filter.a b.smudge=', '-c', 'filter.a b.process='],
      ...['-c', 'filter.a b.required=false'],
    ]);
    expect(withoutFilters(settings('local', 'filter.a=b.clean'))).toBeNull();
  });
});
