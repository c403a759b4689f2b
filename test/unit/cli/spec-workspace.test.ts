import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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
});
