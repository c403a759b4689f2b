import { describe, expect, it } from 'vitest';
import { check, edit, goodSpec, listing } from './builders';
import { surroundingsOf } from './surroundings';

const files = {
  'go.mod': 'module example.com/roster\n\ngo 1.23\n',
  Makefile: 'test:\n\tgo test ./...\n\nmigrate-status:\n\tgoose status\n',
  'internal/store/store.go': 'package store\n',
  'web/package.json':
    '{ "scripts": { "test": "vitest", "types": "tsc" }, "devDependencies": { "attw": "1.0.0" } }',
  'web/src/members/MemberTable.test.tsx': 'test',
  'tools/check.sh': '',
  'api/tests/test_invites.py': '',
};

const done = async (condition: string, text = goodSpec): Promise<readonly string[]> =>
  listing(
    check({
      text: edit(text, 'A second invite returns 409', condition),
      surroundings: await surroundingsOf(files),
    }),
    'done-command',
  ).map((line) => line.replace(/^done-command (\S+) \S+ /u, '$1: '));

describe('done-command', () => {
  it.each([
    '`make test` passes',
    '`make -C . test` passes',
    '`cd web && npm test` passes',
    '`cd web && npm run test -- src/members/MemberTable.test.tsx` passes',
    '`npm --prefix web run types` exits 0',
    '`pnpm --filter web test` passes',
    '`cd web && npx vitest run members` passes',
    '`cd web && pnpm attw --pack` passes',
    '`go test ./internal/store/... -run TestInvites` passes',
    '`go test ./internal/invites/...` passes',
    '`ROSTER_DB=x go test ./...` passes',
    '`pytest api/tests/test_invites.py::test_accept` passes',
    '`bash tools/check.sh > /tmp/out.txt` exits 0',
    '`golangci-lint run` exits 0',
    '`go run github.com/pressly/goose/v3/cmd/goose@latest status` lists it',
    '`node dist/cli.js check` exits 0',
    '`curl -f localhost:8080/health` returns 200',
    'The answer has `status: 409` and `code: invite_exists`',
    '`SELECT count(*) FROM invites` returns 1',
  ])('accepts "%s"', async (condition) => {
    expect(await done(condition)).toEqual([]);
  });

  it.each([
    [
      '`make check` passes',
      'error: The done condition of task T-002 runs "check", but Makefile has no such script and no task changes that file.',
    ],
    [
      '`npm test` passes',
      'error: npm test in the done condition of task T-002 needs package.json, which is in web: run it there.',
    ],
    [
      '`cd web && npm run tests` passes',
      'error: The done condition of task T-002 runs "tests", but web/package.json has no such script and no task changes that file.',
    ],
    [
      '`cargo test -p invites` passes',
      'error: cargo test -p invites in the done condition of task T-002 cannot run here: there is no Cargo.toml, and no task creates one.',
    ],
    [
      '`go test ./internal/invite/...` passes',
      'error: The done condition of task T-002 runs go on ./internal/invite/..., which neither exists nor is created by a task.',
    ],
    [
      '`pytest tests/test_missing.py` passes',
      'error: The done condition of task T-002 runs pytest on tests/test_missing.py, which neither exists nor is created by a task.',
    ],
    [
      '`cd web && npx vitest run src/Absent.test.tsx` passes',
      'error: The done condition of task T-002 runs vitest on src/Absent.test.tsx, which neither exists nor is created by a task.',
    ],
    [
      '`./scripts/verify.sh` exits 0',
      'error: The done condition of task T-002 runs ./scripts/verify.sh on ./scripts/verify.sh, which neither exists nor is created by a task.',
    ],
    [
      '`invitectl verify --all` exits 0',
      'warning: Nothing here shows that invitectl can be run, which the done condition of task T-002 names.',
    ],
  ])('questions "%s"', async (condition, message) => {
    expect(await done(condition)).toEqual([message]);
  });

  it('accepts a script of a file that a task changes', async () => {
    const text = edit(
      goodSpec,
      '    - Create: `internal/invites/handler.go`\n',
      '    - Create: `internal/invites/handler.go`\n    - Modify: `web/package.json`\n',
    );
    expect(await done('`cd web && npm run e2e` passes', text)).toEqual([]);
  });

  it('names the file that has the script', async () => {
    const surroundings = await surroundingsOf({
      ...files,
      'package.json': '{ "scripts": { "lint": "eslint" } }',
    });
    const text = edit(goodSpec, 'A second invite returns 409', '`npm run types` exits 0');
    expect(listing(check({ text, surroundings }), 'done-command')[0]).toContain(
      'runs "types", which web/package.json defines and package.json does not: run it there.',
    );
  });

  it('says nothing where nothing tells how the workspace is built', async () => {
    const text = edit(goodSpec, 'A second invite returns 409', '`npm test` passes');
    const surroundings = await surroundingsOf({ 'README.md': '# Notes' });
    expect(listing(check({ text, surroundings }), 'done-command')).toEqual([]);
  });
});

describe('migration-done', () => {
  const migration = {
    'migrations/0000_init.sql': '-- +goose Up\nCREATE TABLE a (id int);\n-- +goose Down\n',
  };
  const found = async (condition: string): Promise<readonly string[]> =>
    listing(
      check({
        text: edit(goodSpec, '`goose status` lists the migration', condition),
        surroundings: await surroundingsOf({ ...files, ...migration }),
      }),
      'migration-done',
    );

  it.each([
    '`goose -dir migrations postgres "$URL" status` lists it',
    '`make migrate-status` lists it as applied',
    '`make db-status` lists it as applied',
    '`go run github.com/pressly/goose/v3/cmd/goose@v3.24.3 status` lists it',
  ])('accepts "%s"', async (condition) => {
    expect(await found(condition)).toEqual([]);
  });

  it.each([
    [
      'Makefile',
      'make schema',
      '.PHONY: schema\nschema: bin\n\t@echo state\n\n\tgoose -dir db status\n\nbin:\n\tgo build\n',
    ],
    ['justfile', 'just schema', 'schema env="dev":\n  goose -dir db status\n'],
  ])('accepts a target of a %s that asks, whatever it is called', async (file, command, recipes) => {
    const text = edit(goodSpec, '`goose status` lists the migration', `\`${command}\` lists it`);
    const surroundings = await surroundingsOf({ ...files, ...migration, [file]: recipes });
    expect(listing(check({ text, surroundings }), 'migration-done')).toEqual([]);
    const other = edit(text, `\`${command}\``, `\`${command.replace('schema', 'bin')}\``);
    expect(listing(check({ text: other, surroundings }), 'migration-done')).toHaveLength(1);
  });

  it.each(['`go test ./...` passes', 'The table `invites` has 4 columns'])(
    'questions "%s"',
    async (condition) => {
      expect(await found(condition)).toEqual([
        'migration-done warning 30:5 Task T-001 adds a migration: it is done when goose says that it was applied, for example by `goose status`.',
      ]);
    },
  );

  it('knows SQLx by what the workspace uses, though its files are named like those of golang-migrate', async () => {
    const surroundings = await surroundingsOf({
      ...files,
      'Cargo.toml':
        '[package]\nname = "a"\n[dependencies]\nsqlx = { version = "0.8", features = ["migrate"] }\n',
      'migrations/0000_init.up.sql': 'CREATE TABLE a (id int);',
      'migrations/0000_init.down.sql': 'DROP TABLE a;',
    });
    const text = edit(goodSpec, '`goose status` lists the migration', '`sqlx migrate info` lists it');
    expect(listing(check({ text, surroundings }), 'migration-done')).toEqual([]);
    expect(listing(check({ text: goodSpec, surroundings }), 'migration-done')[0]).toContain('SQLx');
  });

  it('knows the tool by the files of the workspace', async () => {
    const text = edit(goodSpec, 'migrations/0001_invites.sql', 'alembic/versions/ab12_invites.py');
    const surroundings = await surroundingsOf({
      ...files,
      'alembic/versions/aa11_init.py': "revision = 'aa11'\ndown_revision = None\n",
    });
    expect(listing(check({ text, surroundings }), 'migration-done')[0]).toContain('`alembic current`');
    const current = edit(text, '`goose status` lists the migration', '`alembic current` shows it');
    expect(listing(check({ text: current, surroundings }), 'migration-done')).toEqual([]);
  });
});

describe('commands in tables of tests', () => {
  const tests = async (command: string): Promise<readonly string[]> =>
    listing(
      check({
        text: goodSpec.replace(
          '| US-002/AC-1 | The link is dead | `go test ./...` |',
          `| US-002/AC-1 | The link is dead | ${command} |`,
        ),
        surroundings: await surroundingsOf(files),
      }),
      'done-command',
    );

  it.each(['`go test ./internal/invites/...`', '`cd web && npx vitest run members`', 'by hand', '`US-002`'])(
    'accepts %s',
    async (command) => {
      expect(await tests(command)).toEqual([]);
    },
  );

  it.each([
    [
      '`go test ./internal/invite/...`',
      'runs go on ./internal/invite/..., which neither exists nor is created',
    ],
    ['`pytest api/tests/test_invite.py`', 'runs pytest on api/tests/test_invite.py, which neither exists'],
    ['`cargo test invites`', 'cargo test invites cannot run here: there is no Cargo.toml'],
    ['`gotset run ./...`', 'Nothing here shows that gotset can be run, which the test of US-002/AC-1 names'],
  ])('reports %s', async (command, message) => {
    expect(await tests(command)).toEqual([expect.stringContaining(message)]);
  });
});

it('takes a script with a colon for no program', async () => {
  expect(await done('`cd web && pnpm test:e2e` passes')).toEqual([expect.stringContaining('test:e2e')]);
});

describe('done-command of Rust', () => {
  const cargo = async (condition: string): Promise<readonly string[]> =>
    listing(
      check({
        text: edit(goodSpec, 'A second invite returns 409', condition),
        surroundings: await surroundingsOf({
          ...files,
          'Cargo.toml': '[package]\nname = "roster"\n',
          'tests/invites.rs': '',
          'crates/mail/tests/sending/main.rs': '',
        }),
      }),
      'done-command',
    );

  it.each([
    '`cargo test --test invites` passes',
    '`cargo test -p mail --test sending` passes',
    '`cargo test invites -- --test-threads 1` passes',
    '`cargo test --test=invites expires` passes',
  ])('accepts "%s"', async (condition) => {
    expect(await cargo(condition)).toEqual([]);
  });

  it.each(['`cargo test --test invite` passes', '`cargo test -p mail --test=send` passes'])(
    'finds the file of tests that is not there in "%s"',
    async (condition) => {
      expect(await cargo(condition)).toEqual([
        expect.stringMatching(/runs cargo on \w+, which neither exists nor is created by a task/u),
      ]);
    },
  );
});
