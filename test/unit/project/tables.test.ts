import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMigration, readTables } from '../../../src/core/project/tables/read-tables';

function tables(...texts: readonly string[]): readonly string[] {
  return readTables(texts.map((text, index) => ({ path: `${index + 1}.sql`, text }))).map(
    ({ name, path, line, columns }) =>
      `${path}:${line} ${name}: ${columns.map((column) => `${column.name} ${column.type}`.trim()).join(', ')}`,
  );
}

describe('tables of migrations', () => {
  it('have their columns with types, and no constraints', () => {
    expect(
      tables(`-- comment; with semicolon
CREATE TABLE IF NOT EXISTS public."members" (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(), -- create table no (x int)
  price numeric(10, 2) NOT NULL DEFAULT '0, x',
  kind text CHECK (kind IN ('a', 'b')),
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  PRIMARY KEY (id, kind),
  CONSTRAINT fk FOREIGN KEY (id) REFERENCES users (id)
);`),
    ).toEqual([
      '1.sql:2 members: id uuid, price numeric(10, 2), kind text, created_at timestamp with time zone',
    ]);
  });

  it('are as later migrations leave them, without what undoes them', () => {
    expect(
      tables(
        '-- +goose Up\nCREATE TABLE a (id int, old text, mail text);\n-- +goose Down\nDROP TABLE a;',
        'ALTER TABLE a ADD COLUMN role text NOT NULL DEFAULT 1, DROP COLUMN old;\nALTER TABLE a RENAME COLUMN mail TO email;',
        'alter table only a alter column role type varchar(20) using role::varchar;\nCREATE TABLE b (id int);\nDROP TABLE IF EXISTS b;',
        'ALTER TABLE a RENAME TO accounts;',
      ),
    ).toEqual(['1.sql:2 accounts: id int, email text, role varchar(20)']);
  });

  it('skip over functions in dollar quotes', () => {
    expect(
      tables(
        'CREATE FUNCTION f() RETURNS trigger AS $$ BEGIN CREATE TABLE no (id int); END; $$;\nCREATE TABLE a (id int);',
      ),
    ).toEqual(['2.sql'.replace('2', '1') + ':2 a: id int']);
  });

  it('come from files that are applied, not from those that undo or fill tests', () => {
    expect(
      ['migrations/1.sql', 'db/schema.sql', 'src/main/resources/db/migration/V1__a.sql'].every((path) =>
        isMigration({ path, text: '' }),
      ),
    ).toBe(true);
    expect(
      [
        'migrations/1.down.sql',
        'migrations/testdata/a.sql',
        'migrations/v0-archived/1.sql',
        'queries/a.sql',
        'db/U1__a.sql',
      ].some((path) => isMigration({ path, text: '' })),
    ).toBe(false);
  });

  it('never throws, whatever the text', () => {
    const sql = fc.string({
      unit: fc.constantFrom(
        'create table ',
        'alter table ',
        'add column ',
        'drop ',
        'rename ',
        'a',
        'b',
        '(',
        ')',
        ',',
        ';',
        '$$',
        "'",
        '"',
        '\n',
        ' ',
        '--',
      ),
      maxLength: 200,
    });
    fc.assert(
      fc.property(sql, (text) => {
        for (const { line, columns } of readTables([{ path: 'a.sql', text }])) {
          expect(line).toBeLessThanOrEqual(text.split('\n').length);
          expect(columns.every(({ name }) => text.includes(name))).toBe(true);
        }
      }),
    );
  });
});
