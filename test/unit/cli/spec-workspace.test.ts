import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from './command-line';

const prd = '# PRD: Exports\n\n## Requirements\n\n- **FR-1**: Owners export the list of members as CSV.\n';

let root = '';
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'tech-spec-home-'));
  const team = join(root, 'team');
  mkdirSync(join(team, 'prds'), { recursive: true });
  writeFileSync(join(team, 'prds/exports.md'), prd);
  mkdirSync(join(root, 'elsewhere'));
  const args = ['--template', 'agent-ready', '--model', 'outline', '--out'];
  await run(['draft', 'prds/exports.md', ...args, 'tech-specs/spec.md'], { cwd: team });
  cpSync(join(team, 'tech-specs'), join(root, 'elsewhere/lost'), { recursive: true });
  for (const folder of ['.git', 'src', 'prds', 'packages/app/prds'])
    mkdirSync(join(root, 'shop', folder), { recursive: true });
  writeFileSync(join(root, 'shop/AGENTS.md'), '# Rules\n\nMoney is in cents.\n');
  writeFileSync(join(root, 'shop/prds/returns.md'), prd);
  writeFileSync(join(root, 'shop/packages/app/package.json'), '{}');
  writeFileSync(join(root, 'shop/packages/app/prds/own.md'), prd);
  mkdirSync(join(root, 'repository/.git'), { recursive: true });
  writeFileSync(join(root, 'repository/plain.md'), '# Tech Spec: Plain\n\n## Tasks\n');
}, 60_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('the workspace of a spec that none is named for', () => {
  it.each([
    ['a folder beside', 'elsewhere', '../team/tech-specs/spec.md', '../team'],
    ['a folder above', '', 'team/tech-specs/spec.md', 'team'],
    ['a folder below', 'team/tech-specs', 'spec.md', '..'],
  ])('is where its source lies, seen from %s', async (_where, from, spec, home) => {
    const cwd = join(root, from);
    for (const command of ['check', 'status', 'drift']) {
      const { code, err } = await run([command, spec], { cwd });
      expect([command, code]).toEqual([command, 0]);
      expect(err).toBe(`The workspace is ${home}, where ${spec} belongs. Name another with --workspace.\n`);
    }
  });

  it('is the current folder where the source lies in it, and the one that was named', async () => {
    const team = join(root, 'team');
    expect(await run(['check', 'tech-specs/spec.md'], { cwd: team })).toMatchObject({ code: 0, err: '' });
    const named = ['check', '../team/tech-specs/spec.md', '--workspace', '../team'];
    expect(await run(named, { cwd: join(root, 'elsewhere') })).toMatchObject({ code: 0, err: '' });
  });

  it('is its repository where nothing says what its source is', async () => {
    const { err } = await run(['check', '../repository/plain.md'], { cwd: join(root, 'team') });
    expect(err).toContain('The workspace is ../repository, where ../repository/plain.md belongs.');
  });

  it('has to be named where nothing tells it', async () => {
    const { err } = await run(['check', 'lost/spec.md'], { cwd: join(root, 'elsewhere') });
    expect(err).toBe(
      'lost/spec.md was written for prds/exports.md, which is not below the current folder. Name the folder that it was written for with --workspace.\n',
    );
  });

  it('is right where its source was renamed in it: which file it is now is told, and a link to that is followed', async () => {
    const cwd = join(root, 'renamed');
    cpSync(join(root, 'team'), cwd, { recursive: true });
    mkdirSync(join(cwd, '.git'));
    renameSync(join(cwd, 'prds/exports.md'), join(cwd, 'prds/member-exports.md'));
    const gone = 'tech-specs/spec.md was written for prds/exports.md, which is not there any more.';
    expect((await run(['check', 'tech-specs/spec.md'], { cwd })).err).toBe(
      `${gone} It is prds/member-exports.md now: link that in the metadata of the specification.\n`,
    );
    const spec = readFileSync(join(cwd, 'tech-specs/spec.md'), 'utf8');
    writeFileSync(
      join(cwd, 'tech-specs/spec.md'),
      spec.replaceAll('prds/exports.md)', 'prds/member-exports.md)'),
    );
    const { out, err } = await run(['check', 'tech-specs/spec.md'], { cwd });
    expect(err).toBe('');
    expect(out).not.toContain('cannot be read');
    rmSync(join(cwd, 'prds/member-exports.md'));
    expect((await run(['check', 'tech-specs/spec.md'], { cwd })).err).toContain(
      `${gone} Restore it, or link the document that takes its place`,
    );
  });
});

describe('the workspace of a source that none is named for', () => {
  const draft = (file: string): readonly string[] => [
    ...['draft', file, '--template', 'feature', '--model', 'outline', '--out'],
    'x.md',
  ];
  const commands = (file: string): readonly (readonly string[])[] => [
    ...[
      ['requirements', file],
      ['context', file],
      ['questions', file],
    ],
    draft(file),
  ];

  it.each([
    ['a folder of code', 'shop/src', '../prds/returns.md', '..'],
    ['its own folder', 'shop/prds', 'returns.md', '..'],
    ['a folder beside', 'elsewhere', '../shop/prds/returns.md', '../shop'],
    ['a folder above', '', 'shop/prds/returns.md', 'shop'],
  ])('is its repository, seen from %s', async (_where, from, file, home) => {
    const cwd = join(root, from);
    for (const command of commands(file)) {
      const { err, out } = await run(command, { cwd });
      expect([command[0], err.split('\n')[0]]).toEqual([
        command[0],
        `The workspace is ${home}, where ${file} belongs. Name another with --workspace.`,
      ]);
      if (command[0] === 'context') expect(out).toContain('AGENTS.md');
      rmSync(join(cwd, 'x.md'), { force: true });
      rmSync(join(cwd, 'x.receipt.json'), { force: true });
    }
  });

  it('is a package of the repository that somebody works in, and the folder that was named', async () => {
    const cwd = join(root, 'shop/packages/app');
    expect((await run(['context', 'prds/own.md'], { cwd })).err).toBe('');
    const named = ['context', '../prds/returns.md', '--workspace', '.'];
    expect((await run(named, { cwd: join(root, 'shop/src') })).err).toBe('');
  });

  it.each([
    ...['Shop.Api.csproj', 'Shop.sln', 'deno.json', 'settings.gradle'],
    ...['settings.gradle.kts', 'Package.swift', 'setup.py'],
  ])('is the current folder where that has %s', async (mark) => {
    const cwd = join(root, 'shop/services', mark.replaceAll('.', '-'));
    mkdirSync(cwd, { recursive: true });
    writeFileSync(join(cwd, mark), '');
    writeFileSync(join(cwd, 'own.md'), prd);
    expect((await run(['requirements', 'own.md'], { cwd })).err).toBe('');
  });

  it('is never the home folder of a person, nor a folder above it', async () => {
    const home = join(root, 'homes/ann');
    for (const folder of ['homes/.git', 'homes/ann/.git', 'homes/ann/notes', 'homes/ann/tool/.git'])
      mkdirSync(join(root, folder), { recursive: true });
    for (const file of ['notes/idea.md', 'tool/idea.md']) writeFileSync(join(home, file), prd);
    for (const env of [{ HOME: home }, { HOME: '', USERPROFILE: home }]) {
      const notes = await run(['context', 'idea.md'], { cwd: join(home, 'notes'), env });
      expect(notes.err).toBe('');
      const beside = await run(['check', '../notes/idea.md'], { cwd: join(home, 'tool'), env });
      expect(beside.err).not.toContain('The workspace is');
    }
    // Nor where the person stands in it: a project below it is the workspace, though it is no repository.
    mkdirSync(join(home, 'plain/prds'), { recursive: true });
    writeFileSync(join(home, 'plain/package.json'), '{}');
    writeFileSync(join(home, 'plain/prds/idea.md'), prd);
    const plain = await run(['context', 'plain/prds/idea.md'], { cwd: home, env: { HOME: home } });
    expect(plain.err).toContain('The workspace is plain');
    // A repository below it is one as ever.
    const tool = await run(['context', 'tool/idea.md'], { cwd: home, env: { HOME: home } });
    expect(tool.err).toContain('The workspace is tool');
    rmSync(join(root, 'homes'), { recursive: true });
  });
});
