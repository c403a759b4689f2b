// Makes a copy of an example workspace as a git repository with the history that its .history.json tells.
// Use: node scripts/example-workspace.mjs TARGET [--example NAME]
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, lstatSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import picomatch from 'picomatch';
import { rootDir } from './vscode/cache.mjs';

export const defaultExample = 'team-invites';
const historyFile = '.history.json';

/**
 * One commit of an example's history: the files that match `paths` and came with no earlier commit.
 * @typedef {object} Commit
 * @property {string} subject
 * @property {string} date ISO 8601 with zone
 * @property {Person | string} author a person, or `Name <address>`
 * @property {readonly string[]} paths globs, relative to the example
 */

/** @typedef {{ readonly name: string, readonly email: string }} Person */

/** @param {string} dir @param {string} [prefix] @returns {string[]} */
function filesBelow(dir, prefix = '') {
  return readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    const path = prefix + entry.name;
    if (entry.name === '.git' || entry.name === 'node_modules') return [];
    return entry.isDirectory() ? filesBelow(join(dir, entry.name), `${path}/`) : [path];
  });
}

/** @param {string} source @returns {Commit[]} */
function readHistory(source) {
  const path = join(source, historyFile);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : [];
}

/** @param {Person | string} author @returns {Person} */
function person(author) {
  if (typeof author !== 'string') return author;
  const [, name = author, email = 'nobody@example.com'] = /^(.*?)\s*<(.*)>$/.exec(author) ?? [];
  return { name, email };
}

/**
 * Makes the repository. The same example gives the same commit ids on every machine: names, dates, modes and line
 * ends depend on nothing of the user's own git.
 * @param {string} target folder to make; replaced when it exists
 * @param {string} [example] name of a folder in examples/
 * @returns {string} absolute path of `target`
 * @throws {Error} when there is no such example
 */
export function makeExampleWorkspace(target, example = defaultExample) {
  const source = join(rootDir, 'examples', example);
  const workspace = resolve(target);
  rmSync(workspace, { recursive: true, force: true });
  mkdirSync(workspace, { recursive: true });
  if (!existsSync(source)) throw new Error(`There is no example ${example} in examples/.`);
  const files = filesBelow(source)
    .filter((path) => path !== historyFile)
    .sort();
  for (const path of files) {
    mkdirSync(dirname(join(workspace, path)), { recursive: true });
    cpSync(join(source, path), join(workspace, path), { verbatimSymlinks: true });
  }

  const history = readHistory(source);
  const last = history.at(-1) ?? {
    author: 'Example Author <author@example.com>',
    date: '2025-01-01T09:00:00Z',
  };
  const owner = person(last.author);
  /** @param {readonly string[]} args @param {NodeJS.ProcessEnv} [env] */
  const git = (args, env = {}) =>
    execFileSync('git', ['-C', workspace, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))),
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_CONFIG_GLOBAL: process.platform === 'win32' ? 'NUL' : '/dev/null',
        ...env,
      },
    });
  git(['init', '--quiet', '--initial-branch=main']);
  git(['config', 'core.autocrlf', 'false']);
  git(['config', 'user.name', owner.name]);
  git(['config', 'user.email', owner.email]);

  const left = new Set(files);
  /** @param {Commit} commit */
  const make = ({ subject, date, author, paths }) => {
    const matches = picomatch([...paths], { dot: true });
    const chosen = [...left].filter((path) => matches(path));
    for (const path of chosen) left.delete(path);
    // One path at a time would be slow, all at once may be too long for a command line.
    for (let at = 0; at < chosen.length; at += 200)
      git(['add', '--force', '--', ...chosen.slice(at, at + 200)]);
    const { name, email } = person(author);
    git(['commit', '--quiet', '--allow-empty', '--no-gpg-sign', '--no-verify', '-m', subject], {
      GIT_AUTHOR_NAME: name,
      GIT_AUTHOR_EMAIL: email,
      GIT_AUTHOR_DATE: date,
      GIT_COMMITTER_NAME: name,
      GIT_COMMITTER_EMAIL: email,
      GIT_COMMITTER_DATE: date,
    });
  };
  for (const commit of history) make(commit);
  if (left.size > 0)
    make({
      subject: history.length === 0 ? 'Initial import' : 'Add the remaining files',
      date: last.date,
      author: last.author,
      paths: ['**'],
    });
  return workspace;
}

if (
  process.argv[1] &&
  lstatSync(process.argv[1]).isFile() &&
  resolve(process.argv[1]) === fileURLToPath(import.meta.url)
) {
  const { values, positionals } = parseArgs({
    options: { example: { type: 'string' } },
    allowPositionals: true,
  });
  const [target] = positionals;
  if (target === undefined) {
    console.error('Use: node scripts/example-workspace.mjs TARGET [--example NAME]');
    process.exitCode = 2;
  } else console.log(makeExampleWorkspace(target, values.example));
}
