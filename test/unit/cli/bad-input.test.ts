import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommandLine } from '../../../src/cli/run-command-line';
import { run } from './command-line';
import { example } from './run-options';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tech-spec-cli-'));
  writeFileSync(join(folder, 'blank.md'), ' \n\n');
  writeFileSync(join(folder, 'binary.md'), new Uint8Array([1, 0, 2, 0, 255]));
  writeFileSync(join(folder, 'huge.md'), '- US-1: word\n'.repeat(500_000));
  mkdirSync(join(folder, 'folder.md'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const commands = [
  ['requirements'],
  ['context'],
  ['questions'],
  ['check'],
  ['draft', '--template', 'rfc', '--out', 'spec.md'],
];
const names = ['blank.md', 'binary.md', 'huge.md', 'folder.md', 'missing.md'];

describe.each(commands)('%s', (...command) => {
  it.each(names)('exits 2 on %s, names it once and prints no result', async (name) => {
    const { code, out, err } = await run([...command, name], { cwd: folder });
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err.split(name)).toHaveLength(2);
  });
});

it.each([
  [[]],
  [['unknown']],
  [['requirements']],
  [['requirements', 'a.md', '--kind', 'memo']],
  [['requirements', 'a.md', '--format', 'xml']],
  [['draft', 'a.md']],
  [['draft', 'a.md', '--template', 'rfc', '--model', 'other:x']],
  [['draft', 'a.md', '--template', 'rfc', '--now', 'noon']],
  [['draft', 'a.md', '--template', 'rfc', '--model', 'openai:x', '--base-url', 'nowhere']],
  [['check', 'a.md', '--workspace', 'missing']],
])('bad usage %j exits 2 with a message', async (args) => {
  const { code, out, err } = await run(args, { cwd: folder });
  expect(code).toBe(2);
  expect(out).toBe('');
  expect(err.trim()).not.toBe('');
});

it('names an option it does not know before one that is missing, without the whole help', async () => {
  const { code, err } = await run(['draft', 'a.md', '--templat', 'rfc'], { cwd: folder });
  expect(code).toBe(2);
  expect(err).toContain("unknown option '--templat'");
  expect(err.trim().split('\n').length).toBeLessThanOrEqual(3);
});

it('lists the templates where none is named', async () => {
  const { code, err } = await run(['draft', 'a.md'], { cwd: folder });
  expect(code).toBe(2);
  expect(err).toMatch(/--template is missing\. Choose one of .*agent-ready/);
});

it('finds a team template in an unusual place', async () => {
  const docs = join(folder, 'handbook', 'engineering');
  mkdirSync(docs, { recursive: true });
  writeFileSync(
    join(docs, '_techspec-template.md'),
    '# Our spec\n\n## Goals\n\n## Tests\n\n## Open Questions\n',
  );
  const { code, out } = await run(['templates', '--workspace', folder, '--format', 'json'], { cwd: example });
  expect(code).toBe(0);
  const { templates } = JSON.parse(out) as { templates: { path: string }[] };
  expect(templates[0]?.path).toMatch(/handbook\/engineering\/_techspec-template\.md$/);
});

describe('a document without sections', () => {
  it('is told to be no spec, not given an empty list', async () => {
    writeFileSync(join(folder, 'bare.md'), '# Notes\n\nHello.\n');
    const args = ['regenerate', 'bare.md', '--section', 'X', '--model', 'outline'];
    expect((await run(args, { cwd: folder })).err).toContain('bare.md has no sections, so it is no spec.');
    expect((await run(['trace', 'bare.md'], { cwd: folder })).out).toBe(
      'bare.md: no requirement and no task is known; tech-spec check bare.md tells why\n',
    );
  });
});

describe('code and data', () => {
  beforeAll(() => {
    writeFileSync(
      join(folder, 'package.json'),
      '{ "name": "shop", "scripts": { "test": "users must log in" } }\n',
    );
    writeFileSync(join(folder, 'order.ts'), '// Users must be able to log in.\nexport const a = 1;\n');
    const chat = [
      { role: 'user', content: 'Members should export their list as CSV.' },
      { role: 'assistant', content: 'Fine: one row for each member.' },
    ];
    writeFileSync(join(folder, 'chat.json'), JSON.stringify(chat));
  });

  it('are refused with what to name instead, unless somebody says what they are', async () => {
    for (const command of [
      ['requirements'],
      ['context'],
      ['questions'],
      ['draft', '--template', 'rfc', '--out', 'x.md'],
    ])
      for (const name of ['package.json', 'order.ts']) {
        const { code, out, err } = await run([...command, name], { cwd: folder });
        expect([command[0], name, code, out]).toEqual([command[0], name, 2, '']);
        expect(err).toContain(`${name}: this is code or data and no document, nor the export of a chat.`);
      }
    expect((await run(['requirements', 'package.json', '--kind', 'prd'], { cwd: folder })).err).toBe('');
    const { out } = await run(['requirements', 'chat.json'], { cwd: folder });
    expect(out).toContain('export their list as CSV');
  });
});

it('says that a specification is there already, and how what has changed is worked into it', async () => {
  writeFileSync(
    join(folder, 'prd.md'),
    '# PRD: Exports\n\n## Requirements\n\n- **FR-1**: Owners export members.\n',
  );
  const args = ['draft', 'prd.md', '--template', 'agent-ready', '--model', 'outline'];
  expect((await run(args, { cwd: folder })).err).toBe('');
  const { err, out } = await run(args, { cwd: folder });
  expect(err).toBe(
    'tech-specs/exports.md is there already, so this draft goes to tech-specs/exports-2.md. To work what has changed since into that one, run tech-spec update tech-specs/exports.md instead.\n',
  );
  expect(out).toContain('tech-specs/exports-2.md: 1 of 1 requirement covered');
});

describe('Ctrl+C', () => {
  /** Drafts an outline and presses it when something begins to listen, from 1. */
  async function stoppedAt(
    nth: number,
    out: string,
  ): Promise<{ readonly code: number; readonly err: string }> {
    let listening = 0;
    let err = '';
    const code = await runCommandLine(
      ['draft', 'stop.md', '--template', 'rfc', '--model', 'outline', '--out', out],
      {
        folder,
        environment: {},
        out: { write: () => undefined },
        err: { write: (text) => (err += text) },
        onInterrupt: (listener) => {
          listening += 1;
          if (listening === nth) setTimeout(listener, 0);
          return () => undefined;
        },
      },
    );
    return { code, err };
  }
  beforeAll(() =>
    writeFileSync(
      join(folder, 'stop.md'),
      '# PRD: Exports\n\n## Requirements\n\n- **FR-1**: Owners export members.\n',
    ),
  );

  it('after the last word of a draft keeps what came, says so and exits with 3', async () => {
    expect(await stoppedAt(2, 'one.md')).toEqual({
      code: 3,
      err: 'Stopped. What came is in one.md.partial.md; --resume goes on with it.\n',
    });
    expect([existsSync(join(folder, 'one.md')), existsSync(join(folder, 'one.md.partial.md'))]).toEqual([
      false,
      true,
    ]);
  });

  it('while spec and receipt are written leaves both whole', async () => {
    expect(await stoppedAt(3, 'two.md')).toEqual({
      code: 3,
      err: 'Stopped: two.md is written and was not checked. Run tech-spec check two.md.\n',
    });
    expect(
      ['two.md', 'two.receipt.json', 'two.md.partial.md'].map((name) => existsSync(join(folder, name))),
    ).toEqual([...[true, true], false]);
  });
});
