import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';

const identity = ['user.name=Ada', 'user.email=ada@invites.test', 'commit.gpgsign=false'];
const settings = [...identity, 'init.defaultBranch=main', 'protocol.file.allow=always'];

/** A folder for git and files, which a test gets anew and that goes with it. */
export interface ScratchRepository {
  /** Absolute path, its links followed. */
  readonly root: string;
  /** @throws where git fails */
  git(...args: readonly string[]): string;
  /** The same in another folder. */
  gitIn(folder: string, ...args: readonly string[]): string;
  write(path: string, text?: string): void;
  /** Commits all that stands in the folder, or in another one. */
  commitAll(folder?: string): void;
}

/** To be called once in a file of tests, outside of them. */
export function scratchRepository(): ScratchRepository {
  let root = '';
  beforeEach(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'tech-spec-git-')));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));
  const gitIn = (folder: string, ...args: readonly string[]): string =>
    execFileSync('git', [...settings.flatMap((setting) => ['-c', setting]), ...args], {
      cwd: folder,
      encoding: 'utf8',
      stdio: 'pipe',
    });
  return {
    get root() {
      return root;
    },
    gitIn,
    git: (...args) => gitIn(root, ...args),
    write(path, text = '') {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    },
    commitAll(folder = root) {
      gitIn(folder, 'add', '--all');
      gitIn(folder, 'commit', '--message', 'All');
    },
  };
}
