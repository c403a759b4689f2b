import { describe, expect, it } from 'vitest';
import { listing, section, taskTemplate } from './builders';
import { block, checkCode } from './code';
import { surroundingsOf } from './surroundings';

const template = taskTemplate({ checklist: [], sections: [section('data-model', 'Data Model')] });
const table = (type: string): string =>
  `# Spec\n\nPostgreSQL.\n\n## Data Model\n\n| Column | Type | Notes |\n|---|---|---|\n| name | ${type} | |\n`;
async function inTable(type: string): Promise<readonly string[]> {
  return listing(await checkCode(table(type), { template }), 'column-types');
}
async function inSql(code: string, before?: string): Promise<readonly string[]> {
  return listing(await checkCode(block('sql', code, before)), 'column-types');
}

describe('column-types', () => {
  it.each([
    ['TEXT'],
    ['`UUID`'],
    ['varchar(40)'],
    ['double precision'],
    ['timestamp with time zone'],
    ['TEXT[]'],
    ['citext'],
    ['OQ-1'],
    ['enum'],
    ['FK to users'],
  ])('accepts %s in a table of columns', async (type) => {
    expect(await inTable(type)).toEqual([]);
  });

  it.each([
    ['string', 'TEXT'],
    ['`DATETIME`', 'TIMESTAMPTZ'],
    ['nvarchar(40)', 'VARCHAR'],
    ['double', 'DOUBLE PRECISION'],
  ])('finds %s and names %s', async (type, native) => {
    expect(await inTable(type)).toEqual([
      expect.stringMatching(new RegExp(`error 9:.*Column name: .*${native}`, 'u')),
    ]);
  });

  it('finds a type that nothing creates', async () => {
    expect(await inTable('UUIDX')).toEqual([expect.stringContaining('UUIDX is no type of PostgreSQL')]);
    const created = `${table('invite_role')}\n\`\`\`sql\nCREATE TYPE invite_role AS ENUM ('a');\n\`\`\`\n`;
    expect(listing(await checkCode(created, { template }), 'column-types')).toEqual([]);
    const surroundings = await surroundingsOf({
      'go.mod': 'module m\n\nrequire github.com/jackc/pgx/v5 v5.5.0\n',
      'migrations/0001_a.sql':
        '-- +goose Up\nCREATE TABLE a (r invite_role);\n-- +goose Down\nDROP TABLE a;\n',
    });
    expect(
      listing(await checkCode(table('invite_role'), { template, surroundings }), 'column-types'),
    ).toEqual([]);
  });

  it('reads columns of SQL', async () => {
    expect(await inSql('CREATE TABLE a (id UUID, at DATETIME, n character varying(4), k kind[]);')).toEqual([
      expect.stringContaining('Column a.at: DATETIME'),
      expect.stringContaining('Column a.k: kind is no type of PostgreSQL'),
    ]);
    expect(await inSql('ALTER TABLE a ADD COLUMN b TINYINT;')).toEqual([expect.stringContaining('SMALLINT')]);
    expect(await inSql('CREATE TABLE a (at DATETIME);', 'MySQL.')).toEqual([]);
  });

  it('holds a table of columns against the SQL of the spec', async () => {
    const found = async (type: string, title = '### invites'): Promise<readonly string[]> =>
      listing(
        await checkCode(
          `# Spec\n\nPostgreSQL.\n\n## Data Model\n\n${title}\n\n| Column | Type |\n|---|---|\n| id | UUID |\n| member_id | ${type} |\n\n\`\`\`sql\nCREATE TABLE invites (id UUID, member_id BIGSERIAL, n INT);\nCREATE TABLE others (id UUID);\n\`\`\`\n`,
          { template },
        ),
        'column-types',
      );
    expect(await found('bigint')).toEqual([]);
    expect(await found('FK to members')).toEqual([]);
    expect(await found('TEXT', '### others')).toEqual([]);
    for (const title of ['### invites', 'Its columns:'])
      expect(await found('UUID', title)).toEqual([
        expect.stringContaining('Column invites.member_id is UUID here, and BIGSERIAL in the SQL'),
      ]);
  });
});
