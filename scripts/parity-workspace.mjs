// Makes the folders whose specs the extension and the command line are compared on: the example with its completed specs
// and drafts of its sources, the fixtures of the seeded defects, and the corpus of real specs where it is there.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { makeExampleWorkspace } from './example-workspace.mjs';
import { rootDir } from './vscode/cache.mjs';

/** Its 24 specs take minutes more: compared where somebody names the folder, such as TECH_SPEC_CORPUS=../shared/corpus. */
const named = process.env['TECH_SPEC_CORPUS'];
const corpus = named === undefined ? undefined : join(resolve(named), 'specs');
const fixtures = join(rootDir, 'test', 'defects', 'fixtures');
const sources = ['prds/team-invites.md', 'initiatives/member-query-fanout.md'];

/**
 * @param {string} root folder to make them in
 * @returns {string} absolute path of the `.code-workspace` that opens them all
 */
export function makeParityWorkspace(root) {
  mkdirSync(root, { recursive: true });
  const folders = ['invites'];
  makeDrafts(makeExampleWorkspace(join(root, 'invites')));
  for (const { name } of readdirSync(fixtures, { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  )) {
    cpSync(join(fixtures, name, 'workspace'), join(root, name), { recursive: true });
    const spec = /^spec: (\S+)$/m.exec(readFileSync(join(fixtures, name, 'fixture.yaml'), 'utf8'))?.[1];
    if (spec === undefined) throw new Error(`${name}/fixture.yaml names no spec.`);
    nameSpecs(join(root, name), [spec]);
    folders.push(name);
  }
  if (corpus !== undefined && existsSync(corpus)) {
    // Of an empty file the command line says that it is empty, and checks nothing.
    const filter = (/** @type {string} */ path) =>
      !path.endsWith('.md') || readFileSync(path, 'utf8').trim() !== '';
    cpSync(corpus, join(root, 'corpus'), { recursive: true, filter });
    nameSpecs(join(root, 'corpus'), ['**/*.md']);
    folders.push('corpus');
  } else
    console.warn(
      'SKIPPED: TECH_SPEC_CORPUS names no corpus; extension and command line are compared on our own specs only.',
    );
  const file = join(root, 'parity.code-workspace');
  writeFileSync(file, JSON.stringify({ folders: folders.map((path) => ({ path })) }));
  return file;
}

/**
 * A draft of each source with each template, and the same as a spec that is approved: then every gap is an error, and there
 * is no receipt to tell the template.
 * @param {string} workspace
 */
function makeDrafts(workspace) {
  const cli = join(rootDir, 'dist', 'cli.js');
  /** @param {readonly string[]} args */
  const run = (args) => execFileSync(process.execPath, [cli, ...args], { cwd: workspace, encoding: 'utf8' });
  /** @type {{ templates: readonly { id: string }[] }} */
  const { templates } = JSON.parse(run(['templates', '--format', 'json']));
  for (const { id } of templates) {
    for (const source of sources) {
      const draft = join('tech-specs', 'drafts', `${id}-${basename(source)}`);
      run(['draft', source, '--template', id, '--out', draft]);
      const approved = join(workspace, 'tech-specs', 'approved', basename(draft));
      mkdirSync(dirname(approved), { recursive: true });
      const text = readFileSync(join(workspace, draft), 'utf8');
      writeFileSync(approved, text.replace(/^(\*\*Status:\*\* ).*$/m, '$1Approved'));
    }
  }
  nameSpecs(workspace, ['tech-specs/**/*.md']);
}

/**
 * @param {string} workspace
 * @param {readonly string[]} globs
 */
function nameSpecs(workspace, globs) {
  mkdirSync(join(workspace, '.vscode'), { recursive: true });
  writeFileSync(
    join(workspace, '.vscode', 'settings.json'),
    `${JSON.stringify({ 'techSpec.specs.include': globs }, null, 2)}\n`,
  );
}
