import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ground, grounded, mended, specOf } from './grounding-workspace';

const exists = (text: string): Promise<readonly string[]> => grounded(text, 'path-exists');
const prose = (text: string): Promise<readonly string[]> =>
  exists(specOf('Modify: `internal/http/router.go`', text));
const line = /^\S+ \d+:\d+ /u;
const messages = (found: readonly string[]): readonly string[] => found.map((text) => text.replace(line, ''));

describe('path-exists', () => {
  it.each([
    'Copies become free in the existing `Service` in `internal/http/rooter.go`; they are taken elsewhere.',
    'Each has a file, as `internal/http/rooter.go` does, and a service such as `NewService`.',
    'Cases for the night are added to `internal/http/rooter.go`.',
    '- Files: `internal/a/a.go` (new), `internal/http/rooter.go` (modify: two routes)',
    '`Open` in `internal/http/rooter.go` opens a store without a transaction today.',
  ])('takes for a claim, whatever else is new or open in the sentence: %s', async (prose) => {
    expect(
      (await exists(specOf('Modify: `internal/store/store.go`', prose))).map((text) =>
        text.replace(/^\w+ \d+:\d+ /u, ''),
      ),
    ).toContain('internal/http/rooter.go does not exist: did you mean internal/http/router.go?');
  });

  it('accepts files and folders that are there, with and without a line, and names that one file bears', async () => {
    expect(
      await exists(
        specOf(
          'Modify: `internal/http/router.go`: routes\nModify: `store.go`\nDelete: `web/src/api/client.ts:12`\nModify: `web/src/components/`',
          'As in `internal/store` and `./internal/store/store.go:3`, see `http/router.go` and `MemberTable.tsx`.',
        ),
      ),
    ).toEqual([]);
  });

  it.each([
    [
      'Modify: `internal/htp/router.go`',
      'internal/htp/router.go does not exist: did you mean internal/http/router.go?',
    ],
    [
      'Modify: `internal/http/rooter.go`',
      'internal/http/rooter.go does not exist: did you mean internal/http/router.go?',
    ],
    [
      'Modify: `web/src/components/MemberTable.ts`',
      'web/src/components/MemberTable.ts does not exist: did you mean web/src/components/MemberTable.tsx?',
    ],
    [
      'Delete: `internal/HTTP/router.go`',
      'internal/HTTP/router.go does not exist: did you mean internal/http/router.go?',
    ],
    [
      'Modify: `internal/teams/teams.go`',
      'internal/teams/teams.go does not exist, and nothing here creates it: correct the path, or declare it as new.',
    ],
    [
      'Modify: `server/app.py`',
      'server/app.py does not exist, and nothing here creates it: correct the path, or declare it as new.',
    ],
    [
      'Modify: `internal/teams/`',
      'internal/teams/ does not exist, and nothing here creates it: correct the path, or declare it as new.',
    ],
  ])('refuses "%s"', async (field, message) => {
    const found = await exists(specOf(field));
    expect(found).toEqual([`error 15:${6 + field.indexOf('`') + 2} ${message}`]);
  });

  it('holds tables of modified files to what is there', async () => {
    const table = (path: string): string =>
      `### Modified Files\n\n| File Path | Change |\n|---|---|\n| \`${path}\` | more |\n`;
    expect(await exists(specOf('Create: `internal/a/a.go`', table('internal/http/members.go')))).toEqual([]);
    expect(
      messages(await exists(specOf('Create: `internal/a/a.go`', table('internal/http/member.go')))),
    ).toEqual(['internal/http/member.go does not exist: did you mean internal/http/members.go?']);
  });

  it('knows what the spec creates, the folders around it and its name alone', async () => {
    const field = 'Create: `internal/invites/token.go`\nModify: `internal/http/router.go`';
    expect(
      await exists(
        specOf(
          field,
          'The token is made in `internal/invites/token.go` (`token.go`), see `internal/invites/`.',
        ),
      ),
    ).toEqual([]);
    expect(messages(await exists(specOf(field, 'The token is made in `internal/invits/token.go`.')))).toEqual(
      ['internal/invits/token.go does not exist: did you mean internal/invites/token.go?'],
    );
  });

  it('is not deceived by a new part of a folder that is there', async () => {
    expect(
      messages(await prose('New domains go under `internal/`, as in `internal/http/rooter.go`.')),
    ).toEqual(['internal/http/rooter.go does not exist: did you mean internal/http/router.go?']);
  });

  it('holds what a sentence calls new to the plan', async () => {
    const found = await exists(
      specOf('Create: `internal/invites/token.go`', 'Made in `internal/invites/tokn.go` (new).'),
    );
    expect(messages(found)).toEqual([
      'internal/invites/tokn.go does not exist: did you mean internal/invites/token.go?',
    ]);
  });

  it('reads a list of references by what begins each item', async () => {
    expect(
      messages(await prose('- `docs/old.md`\n- `internal/http/notes.md`: what the old one would have said')),
    ).toHaveLength(1);
  });

  it.each([
    'The handler lives in `internal/http/teams.go`.',
    'It extends `internal/members/teams.go`.',
    'The list of `web/src/components/Teams.tsx` is filtered.',
    'The router gains `Delete`, and `internal/http/teams.go` shows the list.',
    'Its form is `internal/views/_form.html.erb`.',
    'Requests are answered in `internal/http/teams.go`.\n\n```mermaid\nflowchart LR\n  a --> b\n```',
  ])('asks for a declaration where prose relies on what is not there: %s', async (text) => {
    expect(messages(await prose(text))).toHaveLength(1);
  });

  it.each([
    'A new file `internal/http/teams.go` holds them.',
    'Create `internal/http/teams.go` for it.',
    'If there were an `internal/http/teams.go`, it would be the place.',
    'In the repository of the accounts service, `internal/http/teams.go` does it.',
    'Such as `internal/http/foo.go`.',
    'The build writes `web/dist/index.js`, installed packages are in `web/node_modules/react/index.js`.',
    'Secrets are in `.env.local` and `web/.env`.',
    'Routes are `/api/v1/members.json` and `/invite/`, the package is `@scope/name/`, the import `@/lib/api.ts`.',
    'All of `internal/**/*.go`, `~/.config/app.yaml`, `../other/file.go` and `<path>/file.go`.',
    'Another product has `server/api/teams.py`.',
    'It runs on `Node.js` with `process.env` and `res.json`.',
    'The pattern is `internal/{domain}/service.go`.',
    'There is no `internal/http/teams.go`.',
    'The handler in `internal/http/teams.go`:\n\n```go\npackage http\n```',
  ])('says nothing where no existence is claimed: %s', async (text) => {
    expect(await prose(text)).toEqual([]);
  });

  it('lists what a name without its folders could be, unless the spec says which elsewhere', async () => {
    const found = await prose('The member of `members.go` is changed.');
    expect(found).toEqual([
      'warning 7:16 members.go could be any of internal/http/members.go, internal/members/members.go: write the whole path.',
    ]);
    expect(await prose('The member of `members.go` is changed. See `internal/members/members.go`.')).toEqual(
      [],
    );
  });

  it('takes paths from the folder that the spec is in', async () => {
    const text = specOf('Modify: `src/api/client.ts`\nModify: `api/index.ts`');
    expect(await grounded(text, 'path-exists', 'web/specs/spec.md')).toEqual([]);
  });

  it('does not hold the past to the present', async () => {
    expect(await exists(specOf('Modify: `internal/gone/gone.go`', '', 'Implemented'))).toEqual([]);
    expect(await exists(specOf('Modify: `internal/gone/gone.go`', '', 'Approved'))).toHaveLength(1);
  });

  it('offers the path that was meant, keeping the line, or a declaration as new', async () => {
    const text = specOf('Modify: `internal/htp/router.go:12`: routes');
    expect(await mended(text, 'path-exists', 'Change to internal/http/router.go')).toBe(
      text.replace('htp', 'http'),
    );
    expect(await mended(text, 'path-exists', 'Declare internal/htp/router.go as new')).toBe(
      text.replace('Modify:', 'Create:'),
    );
    const bare = specOf('Modify: `members.go`');
    expect(await mended(bare, 'path-exists', 'Change to internal/members/members.go')).toBe(
      bare.replace('members.go', 'internal/members/members.go'),
    );
  });

  it('applies unasked only what is a matter of upper and lower case', async () => {
    const safe = async (path: string): Promise<readonly boolean[]> => {
      const report = await ground(specOf(`Modify: \`${path}\``), 'path-exists');
      return report.findings.flatMap((finding) => report.fixesOf(finding).map((fix) => fix.safe));
    };
    expect(await safe('internal/Http/router.go')).toEqual([true, false]);
    expect(await safe('internal/htp/router.go')).toEqual([false, false]);
  });

  it('survives any text and long lines', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('`', 'internal/', 'a.go', ' new ', '|', '\n', '- ', '/', '(', '.', '├── ')),
        async (parts) => {
          const report = await ground(parts.join(''), 'path-exists');
          expect(report.findings.filter(({ check }) => check === 'internal-error')).toEqual([]);
        },
      ),
    );
    expect(
      (await ground(`\`${'a/'.repeat(50_000)}b.go\` ${'`internal/x.go` '.repeat(2000)}`, 'path-exists'))
        .findings.length,
    ).toBeLessThan(2001);
  });
});

describe('planned-files', () => {
  const agree = (path: string): Promise<readonly string[]> =>
    grounded(
      specOf(
        'Create: `internal/invites/token.go`\nModify: `internal/http/router.go`',
        `### New Files\n\n| File Path | Package |\n|---|---|\n| \`${path}\` | invites |\n`,
      ),
      'planned-files',
    );

  it('accepts what a task works on, by its whole path or its end', async () => {
    expect(await agree('internal/invites/token.go')).toEqual([]);
    expect(await agree('invites/token.go')).toEqual([]);
  });

  it('refuses a file that no task works on, and tells which one was meant', async () => {
    expect(await agree('internal/invites/tokens.go')).toEqual([
      'error 11:4 No task works on internal/invites/tokens.go: did you mean internal/invites/token.go?',
    ]);
    expect(await agree('internal/mail/queue.go')).toEqual([
      'warning 11:4 No task works on internal/mail/queue.go.',
    ]);
  });

  it('tells where a table says that there is none while a task creates or changes a file', async () => {
    const none = (lists: string): Promise<readonly string[]> =>
      grounded(
        specOf('Create: `internal/invites/token.go`\nModify: `internal/http/router.go`', lists),
        'planned-files',
      );
    const table = (name: string, row: string): string =>
      `### ${name}\n\n| File Path | Notes |\n|---|---|\n| ${row} | - |\n\n`;
    const empty = 'None, because this release needs none';
    expect(await none(table('Backend — New Files', empty) + table('Modified Files', 'None'))).toEqual([
      'warning 11:3 This says that no file is new, and T-001 creates internal/invites/token.go: list it here.',
      'warning 17:3 This says that no file changes, and T-001 changes internal/http/router.go: list it here.',
    ]);
    expect(await none(table('Neue Dateien', 'Keine'))).toHaveLength(1);
    // Another table of the kind names some: here there may be none.
    const listed = table('Backend — New Files', '`internal/invites/token.go`');
    expect(await none(listed + table('Frontend — New Files', empty))).toEqual([]);
    const tests = specOf('Create: `internal/invites/token_test.go`', table('New Files', empty));
    expect(await grounded(tests, 'planned-files')).toEqual([]);
  });

  it('asks nothing where tasks name no files', async () => {
    const text = specOf('', '### New Files\n\n| File Path |\n|---|\n| `internal/a/b.go` |\n');
    expect(await grounded(text, 'planned-files')).toEqual([]);
  });
});

describe('path-new', () => {
  const made = (text: string): Promise<readonly string[]> => grounded(text, 'path-new');

  it('accepts a file that is not there', async () => {
    expect(
      await made(specOf('Create: `internal/invites/token.go`\nModify: `internal/http/router.go`')),
    ).toEqual([]);
  });

  it('refuses one that a sentence calls new', async () => {
    const other = 'Modify: `internal/store/store.go`';
    for (const prose of [
      '`internal/http/router.go` is new and only adds.',
      '- Files: `internal/http/router.go` (new)',
      '- Router\n  - Files:\n    - Crear: `internal/http/router.go`',
      '- Create `internal/invites/token.go` and `internal/http/router.go`',
      '- **Create**: `internal/http/router.go`',
      '- **Create:** `internal/http/router.go`',
      '- Add `internal/http/router.go` with the routes',
    ])
      expect((await made(specOf(other, prose))).map((text) => text.replace(/ \d+:\d+/u, ''))).toEqual([
        'error internal/http/router.go exists already: modify it, or choose another name.',
      ]);
    // New is what lies in it.
    for (const place of ['in', 'en', 'dans'])
      expect(
        await made(
          specOf(other, `**Handler:** \`http.Server.listPeople\` ${place} \`internal/http/router.go\` (new)`),
        ),
      ).toEqual([]);
    for (const fine of [
      'What `internal/http/router.go` adds is new.',
      '- Create the routes in `internal/http/router.go`',
      '- [x] 1.1 Routes\n  - Create `internal/http/router.go`',
      '- Add `internal/http/router.go` to the files that have owners',
      '- New `internal/http/router.go` middleware limits the calls',
    ])
      expect(await made(specOf(other, fine)), fine).toEqual([]);
  });

  it('refuses one that is there, and offers to modify it', async () => {
    const text = specOf('Create: `internal/http/router.go`');
    expect(await made(text)).toEqual([
      'error 15:16 internal/http/router.go exists already: modify it, or choose another name.',
    ]);
    expect(await mended(text, 'path-new', 'Declare internal/http/router.go as modified')).toBe(
      text.replace('Create:', 'Modify:'),
    );
  });

  it('lets a finished task and an approved spec have built it', async () => {
    const text = specOf('Create: `internal/http/router.go`');
    expect(await made(text.replace('- **T-001:**', '- [x] **T-001:**'))).toEqual([]);
    expect(await made(specOf('Create: `internal/http/router.go`', '', 'Approved'))).toEqual([]);
  });
});
