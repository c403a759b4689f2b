import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSpec } from '../../../src/core/checks/check-spec';
import { parseSpec } from '../../../src/core/spec/parse-spec';
import { check, listing } from './builders';
import { grounded, mended, specOf, workspace } from './grounding-workspace';
import { surroundingsOf } from './surroundings';

const place = /^(\S+) \d+:\d+ /u;
/** Findings of a check in prose, as `severity message`. */
const inProse = async (id: string, prose: string, status?: string): Promise<readonly string[]> =>
  (await grounded(specOf('Modify: `internal/http/router.go`', prose, status), id)).map((text) =>
    text.replace(place, '$1 '),
  );

describe('symbol-exists', () => {
  const found = (prose: string): Promise<readonly string[]> => inProse('symbol-exists', prose);

  it.each([
    'It extends the existing `Service.ChangeRole` and reuses `listMembers()`.',
    'See the existing `members.NewService(store)` and `ApiClient.fetchAll`.',
    '`Member` in `internal/members/members.go` is passed on.',
    'The existing `http.Client` of the library does it.',
    'The existing `useQuery` hook comes from a package, as may be.\n\n```ts\nuseQuery();\n```',
    'It adds `Service.ChangeRoles` and `ListInvites()`.',
    '`ChangeRoles` is new.\n\nThe service calls `ChangeRoles`.',
    'We would call `Service.Replace` if there were one.',
    'It returns `None`, `true` and `OK`.',
    '`NewThing` in `internal/http/router.go` is added.',
    '`maxIdle` in `internal/store/store.go` is a setting.',
    '`checkSession` in `internal/http/router.go` will answer it.',
    '`checkSession` in `internal/http/router.go` checks who asks and adds them.',
    '`Rename` in `internal/members/members.go` checks the name.',
    '`session` in `internal/store/store.go` reads on.',
    'Callers of `Service.ChangeRole` do not change.',
  ])('says nothing of what exists or is no claim: %s', async (prose) => {
    expect(await found(prose)).toEqual([]);
  });

  it.each([
    [
      'The existing `Service.ChangeRoles` does it.',
      'error ChangeRoles does not exist: did you mean ChangeRole?',
    ],
    ['It reuses `listMember()`.', 'error listMember does not exist: did you mean listMembers?'],
    ['The handler calls `members.NewServise`.', 'error NewServise does not exist: did you mean NewService?'],
    ['The existing `Service.Transfer` does it.', 'warning Service has no Transfer.'],
    ['`RateLimiter` already exists.', 'warning Nothing in the workspace declares RateLimiter.'],
    [
      '`ChangeRole` in `internal/store/store.go` is passed on.',
      'error ChangeRole is not in internal/store/store.go but in internal/members/members.go.',
    ],
    [
      'It asks through the existing `requireRole` in `internal/store/store.go`.',
      'warning Nothing in the workspace declares requireRole.',
    ],
    [
      'Rows are read by `loadEverything` in `internal/store/store.go` today.',
      'warning Nothing in the workspace declares loadEverything.',
    ],
    [
      '`mountAll` in `internal/http/router.go` mounts the routes.',
      'warning Nothing in the workspace declares mountAll.',
    ],
    [
      '`Service.Admit` in `internal/store/store.go` checks the limit and adds a row.',
      'warning Nothing in the workspace declares Admit.',
    ],
    [
      'Die Zeilen liefert `all_rows` in `internal/store/store.go`.',
      'warning Nothing in the workspace declares all_rows.',
    ],
    [
      'Les courriels partent par `envoyerTout` dans `internal/store/store.go`.',
      'warning Nothing in the workspace declares envoyerTout.',
    ],
    ['Die vorhandene Methode `Service.Entfernen` setzt das Datum.', 'warning Service has no Entfernen.'],
    ['El método existente `Service.Retirar` guarda la fecha.', 'warning Service has no Retirar.'],
    [
      'The existing `loadEverything` in `internal/store/store.go` tells why nothing was updated.',
      'warning Nothing in the workspace declares loadEverything.',
    ],
    [
      'A range is a `MemberSpan` in `internal/store/store.go`.\n\n```go\nfunc In(span MemberSpan) bool\n```',
      'warning Nothing in the workspace declares MemberSpan.',
    ],
    [
      'It goes out through `Service.Deliver` in `internal/members/members.go`.',
      'warning Nothing in the workspace declares Deliver.',
    ],
    [
      '`Membr` in `internal/members/members.go` is passed on.',
      'error Membr does not exist: did you mean Member?',
    ],
  ])('refuses %s', async (prose, message) => {
    expect(await found(prose)).toEqual([message]);
  });

  it('knows the functions of a module of Rust', async () => {
    const surroundings = await surroundingsOf({
      'Cargo.toml': '[package]\nname = "tool"\n',
      'src/orders.rs': 'pub fn place(id: u64) {}\n\npub fn cancel(id: u64) {}\n',
    });
    const claims = (prose: string): readonly string[] =>
      listing(
        checkSpec({
          spec: parseSpec(`# Spec\n\n## Design\n\n${prose}\n`),
          template: null,
          requirements: null,
          surroundings,
        }),
        'symbol-exists',
      );
    expect(claims('It calls the existing `orders::place` and the existing `serde::from_str`.')).toEqual([]);
    expect(claims('It calls the existing `orders::reschedule`.')).toEqual([
      expect.stringContaining('orders has no reschedule.'),
    ]);
  });

  it('does not judge what a column of interfaces or a table of new files declares', async () => {
    const table =
      '### New Files\n\n| File | Exported Interface |\n|---|---|\n| `internal/a/a.go` | `Service.Transfer` |\n';
    expect(await found(`${table}\nIt extends \`Service.Transfer\`.`)).toEqual([]);
  });

  it('offers the name that was meant', async () => {
    const text = specOf('Modify: `internal/http/router.go`', 'It reuses `Service.ChangeRoles(id)`.');
    expect(await mended(text, 'symbol-exists', 'Change to ChangeRole')).toBe(
      text.replace('ChangeRoles', 'ChangeRole'),
    );
  });
});

describe('package-exists', () => {
  const rows = (...cells: readonly string[]): Promise<readonly string[]> =>
    inProse(
      'package-exists',
      `| Dependency | Type | Version / Constraint | Notes |\n|---|---|---|---|\n${cells.join('\n')}\n`,
    );

  it.each([
    '| react | npm | ^19.1 | |',
    '| React | framework | 19.1.0 | |',
    '| `github.com/go-chi/chi/v5` | Go module | as in `go.mod` | |',
    '| chi | framework | 5.2.1 | |',
    '| Go | language | 1.22 or newer | |',
    '| PostgreSQL | database | 15 or newer | |',
    '| accounts service | internal service | v2 | |',
    '| zod | npm | ^4.0.0 | new: validates forms |',
    '| @radix-ui/react-tooltip | npm (via shadcn) | installed with Tooltip | |',
    '| react | npm | 18 → 19 | |',
    '| react | npm | >=18,<20 | |',
    '| react | npm | <20 | |',
    '| react | npm | ~> 19.0 | |',
    '| OQ-1 | OQ-1 | OQ-1 | OQ-1 |',
    '| None | - | - | - |',
    '| `internal/members` | internal module | none | `members.ErrForbidden`, existing |',
    '| internal/http | Go package of this repository | - | |',
  ])('accepts %s', async (row) => {
    expect(await rows(row)).toEqual([]);
  });

  it('holds the lower bound of a pessimistic version against what is there', async () => {
    expect(await rows('| react | npm | ~> 18.2 | |')).toEqual(['error react is at version ^19.1.0 here.']);
  });

  it.each([
    ['| react | npm | ^18.2.0 | |', 'error react is at version ^19.1.0 here.'],
    ['| React | framework | 17 | |', 'error React is at version ^19.1.0 here.'],
    ['| react-ruoter | npm | ^7.6 | |', 'error react-ruoter does not exist: did you mean react-router?'],
    [
      '| left-pad | npm | ^1.3.0 | |',
      'error No manifest has left-pad: correct the name, or say that it is new.',
    ],
    [
      '| github.com/acme/mailer | Go module | v1.2.0 | |',
      'error No manifest has github.com/acme/mailer: correct the name, or say that it is new.',
    ],
    ['| react | npm | ^18.2.0 | migrations, optimistic updates |', 'error react is at version ^19.1.0 here.'],
    ['| react | npm | >=17.1,<19 | |', 'error react is at version ^19.1.0 here.'],
    ['| react | npm | <19 | |', 'error react is at version ^19.1.0 here.'],
    [
      '| acme/mailer | library | ^1.2 | |',
      'error No manifest has acme/mailer: correct the name, or say that it is new.',
    ],
    ['| typescript | npm | >= 6 | |', 'error typescript is at version ~5.8.3 here.'],
  ])('refuses %s', async (row, message) => {
    expect(await rows(row)).toEqual([message]);
  });

  it('takes a plain word for a package in a table that lists packages of the workspace, and in no other', async () => {
    const table = (...cells: readonly string[]): Promise<readonly string[]> =>
      inProse('package-exists', `| Library | Version |\n|---|---|\n${cells.join('\n')}\n`);
    expect(await table('| react | ^19.1 |', '| typescript | ~5.8 |', '| vuex | ^4.1 |')).toEqual([
      'error No manifest has vuex: correct the name, or say that it is new.',
    ]);
    expect(await table('| react | ^19.1 |', '| Redis | 7 |', '| Kafka | 3 |')).toEqual([]);
  });
});

describe('script-exists', () => {
  const found = (prose: string): Promise<readonly string[]> => inProse('script-exists', prose);

  it.each([
    'Run `make test`, `npm run types`, `cd web && npm run test:e2e` and `npm test`.',
    '```sh\n$ make migrate-status # shows it\n```',
    'Add a new script `npm run lint`.',
    '```json\n{ "scripts": { "lint": "eslint ." } }\n```\n\nThen `npm run lint` is used.',
    'Use `task x` or `npx vitest` and `go test ./...`.',
  ])('accepts %s', async (prose) => {
    expect(await found(prose)).toEqual([]);
  });

  it.each([
    ['Run `npm run test:e2`.', 'error test:e2 does not exist: did you mean test:e2e?'],
    ['Run `make deploy`.', 'error Neither does the workspace have deploy (make) nor does this spec add it.'],
    ['```bash\nmake migrat-status\n```', 'error migrat-status does not exist: did you mean migrate-status?'],
    ['Run `just lint`.', 'error Neither does the workspace have lint (just) nor does this spec add it.'],
  ])('refuses %s', async (prose, message) => {
    expect(await found(prose)).toEqual([message]);
  });

  it('knows what a task adds, and leaves done conditions to their own check', async () => {
    expect(
      await grounded(specOf('Modify: `Makefile`: target `deploy`', 'Run `make deploy`.'), 'script-exists'),
    ).toEqual([]);
    expect(
      await grounded(specOf('Modify: `Makefile`').replace('`make test`', '`make deploy`'), 'script-exists'),
    ).toEqual([]);
  });

  it('puts the name that was meant in its place', async () => {
    const text = specOf('Modify: `Makefile`', '```bash\n  cd web && npm run typs\n```');
    expect(await mended(text, 'script-exists', 'Change to types')).toBe(text.replace('typs', 'types'));
  });
});

describe('migration-number', () => {
  const found = async (...names: readonly string[]): Promise<readonly string[]> =>
    (await grounded(specOf(names.map((name) => `Create: \`${name}\``).join('\n')), 'migration-number')).map(
      (text) => text.replace(place, '$1 '),
    );

  it('accepts the numbers that follow', async () => {
    expect(
      await found('migrations/0003_roles.sql', 'migrations/0004_invites.sql', 'internal/http/0001_x.go'),
    ).toEqual([]);
  });

  it.each([
    [['migrations/0002_roles.sql'], 'error 0002_roles.sql has the number of 0002_sessions.sql.'],
    [
      ['migrations/3_roles.sql'],
      'error 3_roles.sql is not named as the migrations are here, such as 0002_sessions.sql.',
    ],
    [
      ['migrations/20260801120000_roles.sql'],
      'error 20260801120000_roles.sql is not named as the migrations are here, such as 0002_sessions.sql.',
    ],
    [
      ['migrations/0000_roles.sql'],
      'error 0000_roles.sql would run before 0002_sessions.sql, which is there already.',
    ],
    [
      ['migrations/0003_roles.sql', 'migrations/0003_invites.sql'],
      'error 0003_invites.sql has the number of 0003_roles.sql.',
    ],
    [['migrations/0007_roles.sql'], 'warning 0007_roles.sql leaves out numbers after 2.'],
    [['db/migrations/0003_roles.sql'], 'error Migrations are in migrations here, not in db/migrations.'],
  ])('refuses %j', async (names, message) => {
    expect(await found(...names)).toEqual([message]);
  });

  it('reads migrations in sentences, too, and leaves hedged ones alone', async () => {
    const inProseOf = (prose: string): Promise<readonly string[]> => inProse('migration-number', prose);
    expect(await inProseOf('`migrations/0003_roles.sql` creates `roles`, down drops it.')).toEqual([]);
    expect(await inProseOf('A name such as `migrations/0001_x.sql` is no example to follow.')).toEqual([]);
    expect(await inProseOf('New ones are files of their own (`migrations/0002_add_foo.sql`).')).toEqual([]);
    expect(await inProseOf('1. `migrations/0002_roles.sql` creates `roles`.')).toEqual([
      'error 0002_roles.sql has the number of 0002_sessions.sql.',
    ]);
    expect(await inProseOf('The migration is `migrations/0001_roles.sql`.')).toEqual([
      'error 0001_roles.sql has the number of 0001_members.sql.',
    ]);
  });

  it('gives a migration the next free number wherever it is named', async () => {
    const text = specOf(
      'Create: `migrations/0002_roles.sql`\nCreate: `migrations/0003_invites.sql`',
      '### Migrations\n\n| # | Migration File | Notes |\n|---|---|---|\n| 1 | `migrations/0002_roles.sql` | |\n',
    );
    expect(await mended(text, 'migration-number', 'Change to 0004_roles.sql')).toBe(
      text.replaceAll('0002_roles', '0004_roles'),
    );
  });
});

describe('migration-number for Alembic', () => {
  const found = async (name: string): Promise<readonly string[]> => {
    const text = specOf(
      `Create: \`alembic/versions/20260216_c3d9_rules.py\`\nCreate: \`alembic/versions/${name}\``,
    );
    const surroundings = await surroundingsOf({
      'alembic/versions/20260101_b7e2_init.py': "revision = 'b7e2'\ndown_revision = None\n",
    });
    return listing(check({ text, surroundings }), 'migration-number');
  };

  it('lets several revisions have one date, but none an earlier one', async () => {
    expect(await found('20260216_d5f0_alerts.py')).toEqual([]);
    expect(await found('20251231_d5f0_alerts.py')).toEqual([expect.stringContaining('would run before')]);
  });

  it('lets no two revisions have one number where they are counted', async () => {
    const text = specOf('Create: `alembic/versions/0002_rules.py`');
    const surroundings = await surroundingsOf({
      'alembic/versions/0001_init.py': "revision = '0001'\ndown_revision = None\n",
      'alembic/versions/0002_names.py': "revision = '0002'\ndown_revision = '0001'\n",
    });
    expect(listing(check({ text, surroundings }), 'migration-number')).toEqual([
      expect.stringContaining('0002_rules.py has the number of 0002_names.py.'),
    ]);
  });
});

describe('migration-number for Laravel', () => {
  it('knows a time with separators that is none', async () => {
    const surroundings = await surroundingsOf({
      'database/migrations/2025_02_03_090000_create_members_table.php': '<?php\n',
    });
    const found = (name: string): readonly string[] =>
      listing(
        check({ text: specOf(`Create: \`database/migrations/${name}\``), surroundings }),
        'migration-number',
      );
    expect(found('2026_03_23_080000_create_passes_table.php')).toEqual([]);
    expect(found('2026_13_23_080000_create_passes_table.php')).toEqual([
      expect.stringContaining('is not named as the migrations are here'),
    ]);
  });
});

describe('table-exists', () => {
  const found = (prose: string, status?: string): Promise<readonly string[]> =>
    inProse('table-exists', prose, status);
  const sql = (text: string): string => `\`\`\`sql\n${text}\n\`\`\``;

  it.each([
    '### Modified Tables\n\n| Table | Change |\n|---|---|\n| `members` | add `role` |\n| None | |\n| OQ-1 | |\n',
    sql(
      'ALTER TABLE members ADD COLUMN role TEXT;\nCREATE INDEX i ON members (role, email);\n-- +goose Down\nALTER TABLE members DROP COLUMN role;',
    ),
    sql(
      'CREATE TABLE invites (id UUID, member_id UUID REFERENCES members (id));\nCREATE INDEX i ON invites (member_id);\nALTER TABLE invites ADD COLUMN x TEXT;',
    ),
    'The existing `members` table and `members.email` stay.',
    '### New Tables\n\n#### invites\n\nIt has columns.\n\n### Modified Tables\n\n| Table | Change |\n|---|---|\n| invites | later |\n',
    'The package has `members.rename` and `sessions.go`.',
    `### Alternatives Considered\n\n#### Another tool\n\n${sql('ALTER TABLE accounts ADD COLUMN role TEXT;')}`,
    'It adds `members.opt_out` for them.',
    '| Event | Sent |\n|---|---|\n| `members.role_changed` | once |\n\nMail listens to `members.role_changed`.',
  ])('accepts %s', async (prose) => {
    expect(await found(prose)).toEqual([]);
  });

  it('takes a name of several words behind that of a table for a column', async () => {
    expect(await found('The search leaves out who has `members.opt_out`.')).toEqual([
      'error members has no column opt_out.',
    ]);
    expect(
      await found(
        '### New Tables\n\n#### notes\n\n| Column | Constraints |\n|---|---|\n| member_id | references `members.member_id` |\n',
      ),
    ).toEqual(['error members has no column member_id.']);
  });

  it.each([
    [
      '### Modified Tables\n\n| Table | Change |\n|---|---|\n| `member` | add `role` |\n',
      'error member does not exist: did you mean members?',
    ],
    [
      '### Modified Tables\n\n| Table | Change |\n|---|---|\n| accounts | add `role` |\n',
      'error No migration makes the table accounts, and this spec does not either.',
    ],
    [
      sql('ALTER TABLE accounts ADD COLUMN role TEXT;'),
      'error No migration makes the table accounts, and this spec does not either.',
    ],
    [
      sql('CREATE TABLE invites (id UUID, m UUID REFERENCES member (id));'),
      'error member does not exist: did you mean members?',
    ],
    [
      sql('CREATE INDEX "members_role idx" ON "members" ("email", "emial");'),
      'error emial does not exist: did you mean email?',
    ],
    [
      sql('CREATE UNIQUE INDEX `by_mail` ON `member` (`email`);'),
      'error member does not exist: did you mean members?',
    ],
    [sql('CREATE INDEX i ON members (emial);'), 'error emial does not exist: did you mean email?'],
    [
      sql(
        'CREATE TABLE invites (id UUID, due_at DATE);\nCREATE INDEX i ON invites (due_on) WHERE id IS NULL;',
      ),
      'error due_on does not exist: did you mean due_at?',
    ],
    [sql('ALTER TABLE members DROP COLUMN nickname;'), 'error members has no column nickname.'],
    [sql('ALTER TABLE members ADD COLUMN email TEXT;'), 'error members has a column email already.'],
    [sql('CREATE TABLE sessions (id UUID);'), 'error The table sessions exists already.'],
    ['The existing `session` table is read.', 'error session does not exist: did you mean sessions?'],
    ['The address is `members.emails`.', 'error emails does not exist: did you mean email?'],
  ])('refuses %s', async (prose, message) => {
    expect(await found(prose)).toEqual([message]);
  });

  it('holds SQL against itself where no tables of the workspace can be read', async () => {
    const alone = async (text: string): Promise<readonly string[]> =>
      listing(
        check({
          text: specOf('Modify: `a.rb`', sql(text)),
          surroundings: await surroundingsOf({ 'a.rb': '' }),
        }),
        'table-exists',
      ).map((line) => line.replace(place, '$1 '));
    const made = 'CREATE TABLE holds (id UUID, work_id UUID REFERENCES works (id));\n';
    expect(
      await alone(`${made}ALTER TABLE works ADD COLUMN held INT;\nCREATE INDEX i ON holds (work_id);`),
    ).toEqual([]);
    expect(await alone(`${made}CREATE INDEX i ON hold (work_id);`)).toEqual([
      expect.stringContaining('hold does not exist: did you mean holds?'),
    ]);
    expect(await alone(`${made}CREATE INDEX i ON holds (due_at);`)).toEqual([
      expect.stringContaining('holds has no column due_at.'),
    ]);
    expect(await alone('CREATE TABLE a AS SELECT 1 AS n;\nCREATE INDEX i ON a (n);')).toEqual([]);
  });

  it.each([
    ['`members.kwh` stays a BIGINT.', 'error members has no column kwh.'],
    ['| a | references `members.member_key` |\n', 'error members has no column member_key.'],
    ['It references `members.uuid`, part of the key.', 'error members has no column uuid.'],
    ['| zone | a copy of `members.zone` |\n', 'error members has no column zone.'],
    ['| zona | copia de `members.zona` |\n', 'error members has no column zona.'],
    ['`members.invited` is sent to the queue.', null],
  ])('takes what is kept or referred to for a column: %s', async (prose, finding) => {
    expect(await found(prose)).toEqual(finding === null ? [] : [expect.stringContaining(finding)]);
  });

  it('lets an approved spec have made its tables', async () => {
    expect(await found(sql('CREATE TABLE sessions (id UUID);'), 'Approved')).toEqual([]);
  });

  it('points into an indented block', async () => {
    const text = specOf(
      'Modify: `Makefile`',
      '- Then:\n\n  ```sql\n  ALTER TABLE member\n    ADD COLUMN role TEXT;\n  ```',
    );
    expect(await mended(text, 'table-exists', 'Change to members')).toBe(
      text.replace('TABLE member', 'TABLE members'),
    );
  });
});

describe('route-exists', () => {
  const found = (prose: string): Promise<readonly string[]> => inProse('route-exists', prose);

  it.each([
    'The existing `GET /api/v1/members` gains a field, as does the existing `DELETE /api/v1/members/{id}`.',
    '`POST /api/v1/invites` is new.',
    'A client calls `GET /api/v1/invites`.',
  ])('accepts %s', async (prose) => {
    expect(await found(prose)).toEqual([]);
  });

  it.each([
    [
      'The existing `GET /api/v1/member` gains a field.',
      'error GET /api/v1/member does not exist: did you mean GET /api/v1/members?',
    ],
    [
      'Die Liste kommt aus dem bestehenden Endpunkt `GET /api/v1/member`.',
      'error GET /api/v1/member does not exist: did you mean GET /api/v1/members?',
    ],
    [
      'It extends `POST /api/v1/members`.',
      'error POST /api/v1/members does not exist: did you mean GET /api/v1/members?',
    ],
    [
      'The existing `GET /api/v1/reports/daily` is used.',
      'warning The code does not register GET /api/v1/reports/daily.',
    ],
    [
      '| Exists Already | Kind |\n|---|---|\n| `GET /api/v1/membrs` | endpoint |\n',
      'error GET /api/v1/membrs does not exist: did you mean GET /api/v1/members?',
    ],
  ])('refuses %s', async (prose, message) => {
    expect(await found(prose)).toEqual([message]);
  });
});

describe('ui-component', () => {
  const found = (prose: string, status?: string): Promise<readonly string[]> =>
    inProse('ui-component', prose, status);
  const section = (...items: readonly string[]): string =>
    `### UI Components\n\n${items.map((item) => `- ${item}`).join('\n')}\n`;
  const used = (cell: string): string =>
    `| File Path | UI Components Used |\n|---|---|\n| \`web/src/A.tsx\` | ${cell} |\n`;

  it.each([
    section(
      '**In the workspace:** Button, `alert-dialog` (`web/src/components/ui/alert-dialog.tsx:1`); shadcn/ui',
      '**To install:** Tooltip',
    ),
    section('**To install:** Tooltip\n') + used('Button, AlertDialog, Tooltip, MemberTable'),
    used('none'),
    section('**In the workspace:** OQ-1'),
    `\`\`\`bash\nnpx shadcn@latest add tooltip\n\`\`\`\n\n${used('Tooltip')}`,
  ])('accepts %s', async (prose) => {
    expect(await found(prose)).toEqual([]);
  });

  it.each([
    [section('**In the workspace:** Buton'), 'error Buton does not exist: did you mean button?'],
    [section('**In the workspace:** Tooltip'), 'error Tooltip is no UI component of this workspace.'],
    [
      section('**To install:** Button'),
      'error Button is in the workspace already: nothing has to be installed.',
    ],
    [
      used('Carousel'),
      'error Carousel is neither a UI component of this workspace nor installed by this spec.',
    ],
    [
      '```bash\nnpx shadcn@latest add button\n```',
      'error button is in the workspace already: nothing has to be installed.',
    ],
  ])('refuses %s', async (prose, message) => {
    expect(await found(prose)).toEqual([message]);
  });

  it('lets an approved spec have installed them', async () => {
    expect(await found(section('**To install:** Button'), 'Approved')).toEqual([]);
  });
});

it('no check of grounding fails on any text', async () => {
  const surroundings = await workspace();
  const pieces = [
    '`members.x`',
    '`Service.X`',
    ' existing ',
    '|',
    '\n',
    '---',
    '- ',
    '```sql\n',
    'ALTER TABLE ',
    'CREATE INDEX i ON x (',
    '`GET /x`',
    '# ',
    'To install: ',
    '`migrations/0003_x.sql`',
    'Dependency | Version',
    '^1.',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 60 }), (parts) => {
      const report = checkSpec({
        spec: parseSpec(parts.join('')),
        template: null,
        requirements: null,
        path: 'a.md',
        surroundings,
      });
      expect(report.findings.filter(({ check }) => check === 'internal-error')).toEqual([]);
    }),
  );
});
