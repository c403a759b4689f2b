import { describe, expect, it } from 'vitest';
import { dueWork, taskOwners } from '../../../src/core/conformance/due-work';
import { promisedFiles } from '../../../src/core/conformance/promised-files';
import { parseSpec } from '../../../src/core/spec/parse-spec';
import { titledFiles } from '../../../src/core/spec/titled-files';
import type { SpecDocument } from '../../../src/core/spec/spec-document';

const specOf = (...lines: readonly string[]): SpecDocument =>
  parseSpec(`# Users\n\n## Tasks\n\n${lines.join('\n')}\n`);
const titled = (title: string): readonly string[] =>
  titledFiles(specOf(`- [x] T001 ${title}`)).map(({ action, path }) => `${action} ${path}`);
const promised = (...lines: readonly string[]): readonly string[] =>
  promisedFiles(specOf(...lines)).map(({ action, path }) => `${action} ${path}`);

describe('a title that takes away', () => {
  it.each([
    ['Delete src/a.ts', ['delete src/a.ts']],
    ['[P] Remove the old file `src/a.ts`', ['delete src/a.ts']],
    ['Remove src/a.ts, src/b.ts and src/c.ts', ['delete src/a.ts', 'delete src/b.ts', 'delete src/c.ts']],
    ['Supprimer le fichier src/a.ts', ['delete src/a.ts']],
    ['删除 src/a.ts', ['delete src/a.ts']],
  ])('takes away the file, where it is what its verb is about: %s', (title, files) => {
    expect(titled(title)).toEqual(files);
  });

  it.each([
    ['DELETE endpoint in src/api/users.ts', ['create src/api/users.ts']],
    ['[P] [US1] Delete button in src/ui/button.tsx', ['create src/ui/button.tsx']],
    ['Remove logging in src/a.ts', ['create src/a.ts']],
    ['Soft-delete in src/models/user.py', ['create src/models/user.py']],
    ['Remove caching from src/a.ts', []],
    ['Never delete src/r.ts', []],
    ['Don’t remove src/s.ts', []],
    ['Do not remove src/s.ts', []],
    ['src/old.ts löschen', []],
  ])('leaves the file, where it is something in it, or not to be done: %s', (title, files) => {
    expect(titled(title)).toEqual(files);
  });

  it('takes no more away by an item below it', () => {
    expect(promised('- [x] T001 Clean up', '  - remove call in src/q.ts')).toEqual([]);
  });

  it('takes nothing from what another one makes by something in the file', () => {
    expect(
      promised(
        '- [x] T001 Create user routes in src/api/users.ts',
        '- [x] T002 DELETE endpoint in src/api/users.ts',
        '- [x] T003 Remove caching from src/api/users.ts',
      ),
    ).toEqual(['create src/api/users.ts']);
  });
});

describe('a title that moves or joins', () => {
  it.each([
    ['Split src/a.ts into src/b.ts and src/c.ts', ['create src/b.ts', 'create src/c.ts']],
    ['Rename src/a.ts to src/b.ts and src/c.ts to src/d.ts', ['create src/b.ts', 'create src/d.ts']],
    ['Combine styles in css/a.css and css/b.css into css/all.css', ['create css/all.css']],
    ['Consolidate src/c1.ts and src/c2.ts into src/c3.ts', ['create src/c3.ts']],
    ['Convert src/a.js to src/b.ts', ['create src/b.ts']],
    ['Convert the handlers in src/a.ts to promises', ['create src/a.ts']],
    ['Extract parser from src/big.ts to src/parser.ts', ['create src/parser.ts']],
    ['Inline src/in.ts into src/out.ts', ['create src/out.ts']],
    ['Stop writing to tmp/out.json', []],
    ['Use the layout as in src/a.ts and src/b.ts', []],
  ])('makes its targets alone: %s', (title, files) => {
    expect(titled(title)).toEqual(files);
  });
});

describe('a file that several tasks name', () => {
  it('is as the last one leaves it, by its title or its field', () => {
    const gone = '- [x] T001 Delete src/auth.ts';
    expect(promised(gone, '- [x] T002 Create the new session handling in src/auth.ts')).toEqual([
      'create src/auth.ts',
    ]);
    const field = ['- [x] T002 Sessions', '  - **Files:** Create: `src/auth.ts`'];
    expect(promised(gone, ...field)).toEqual(['create src/auth.ts']);
    expect(promised(...field, '- [x] T003 Delete src/auth.ts')).toEqual(['delete src/auth.ts']);
    expect(
      promised('- [x] T001 A', '  - **Files:** Delete: `src/auth.ts`', '- [x] T002 Create it in src/auth.ts'),
    ).toEqual(['create src/auth.ts']);
    expect(promised(...field, '- [x] T003 Move src/auth.ts to src/session.ts')).toEqual([
      'create src/session.ts',
    ]);
  });

  it('is promised once, and belongs to each of them: what lies in it is due when all are done', () => {
    const spec = parseSpec(
      [
        ...['# Users', '', '## Design', '', '`resetPassword()` in `src/user.ts`', '', '## Tasks', ''],
        ...[
          '- [x] T001 Create User model in src/user.ts',
          '- [ ] T002 Implement password reset in src/user.ts',
          '',
        ],
      ].join('\n'),
    );
    expect(promisedFiles(spec).map(({ path }) => path)).toEqual(['src/user.ts']);
    const symbol = {
      ...{ section: null, names: ['resetPassword'], files: ['src/user.ts'] },
      ...{ line: 5, column: 1, endLine: 5, endColumn: 2 },
    };
    expect(taskOwners(spec)(symbol).map(({ id }) => id)).toEqual(['T001', 'T002']);
    expect(dueWork(spec)?.isDue(symbol)).toBe(false);
    expect(titledFiles(spec).flatMap(({ task }) => task?.id ?? [])).toEqual(['T001', 'T002']);
  });
});
