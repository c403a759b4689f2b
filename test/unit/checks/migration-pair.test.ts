import { describe, expect, it } from 'vitest';
import { listing } from './builders';
import { block, checkCode } from './code';

async function found(code: string): Promise<readonly string[]> {
  return listing(await checkCode(block('sql', code)), 'migration-pair');
}

const up =
  '-- +goose Up\nCREATE TABLE invites (id UUID PRIMARY KEY);\nCREATE INDEX idx_invites ON invites (id);\n';

describe('migration-pair', () => {
  it.each([
    [`${up}\n-- +goose Down\nDROP TABLE invites;`],
    [
      '-- +goose Up\nALTER TABLE a ADD COLUMN b TEXT;\nCREATE INDEX i ON a (b);\n-- +goose Down\nALTER TABLE a DROP COLUMN b;',
    ],
    [
      "-- +goose Up\nCREATE TYPE r AS ENUM ('a');\nALTER TABLE a ADD COLUMN b r;\n-- +goose Down\nALTER TABLE a DROP COLUMN b;\nDROP TYPE r;",
    ],
    [
      '-- +goose Up\nALTER TABLE a RENAME COLUMN b TO c;\n-- +goose Down\nALTER TABLE a RENAME COLUMN c TO b;',
    ],
    [
      '-- +goose Up\nALTER TABLE a RENAME TO b;\nALTER TABLE b ADD COLUMN c TEXT;\n-- +goose Down\nALTER TABLE b DROP COLUMN c;\nALTER TABLE b RENAME TO a;',
    ],
    [
      '-- +goose Up\nALTER TABLE a DROP CONSTRAINT k;\nALTER TABLE a ADD CONSTRAINT k CHECK (b > 1);\n-- +goose Down\nALTER TABLE a DROP CONSTRAINT k;\nALTER TABLE a ADD CONSTRAINT k CHECK (b > 0);',
    ],
    [
      '-- +goose Up\nALTER TABLE a ALTER COLUMN b TYPE BIGINT;\n-- +goose Down\nALTER TABLE a ALTER COLUMN b TYPE INTEGER;',
    ],
    ['-- +goose Up\nUPDATE a SET b = 1;\n-- +goose Down\nSELECT 1;'],
    ["-- +goose Up\nCREATE TABLE a (b INT);\n-- +goose Down\nDO $$ BEGIN EXECUTE 'DROP TABLE a'; END $$;"],
    [
      '-- +goose Up\nCREATE OR REPLACE FUNCTION f() RETURNS trigger AS $$ BEGIN RETURN NEW; END $$ LANGUAGE plpgsql;\n-- +goose Down\nSELECT 1;',
    ],
    ['-- migrate:up\nCREATE TABLE a (b INT);\n-- migrate:down\nDROP TABLE a;'],
    ['CREATE TABLE a (b INT);'],
  ])('says nothing about %j', async (code) => {
    expect(await found(code)).toEqual([]);
  });

  it.each([
    [up, '8:1 This migration has no Down part'],
    ['-- +goose Down\nDROP TABLE a;', '8:1 This migration has no Up part'],
    [
      `${up}-- +goose Down\nDROP INDEX idx_invites;`,
      '9:1 Up creates TABLE invites, which Down does not drop',
    ],
    [
      '-- +goose Up\nALTER TABLE a ADD COLUMN b TEXT;\n-- +goose Down\nALTER TABLE a DROP COLUMN c;',
      'Up creates COLUMN a.b',
    ],
    [
      '-- +goose Up\nALTER TABLE a ADD COLUMN b TEXT;\n-- +goose Down\nALTER TABLE a DROP COLUMN b;\nDROP TABLE z;',
      '11:1|Down drops TABLE z',
    ],
    [
      '-- +goose Up\nALTER TABLE a DROP COLUMN b;\n-- +goose Down\nSELECT 1;',
      'Up drops COLUMN a.b, which Down does not create again',
    ],
    ["-- +goose Up\nCREATE TYPE r AS ENUM ('a');\n-- +goose Down\nSELECT 1;", 'Up creates TYPE r'],
    ['-- +goose Up\nCREATE INDEX i ON a (b);\n-- +goose Down\n-- nothing', 'Up creates INDEX i'],
    [
      '-- +goose Up\nALTER TABLE a ALTER COLUMN b TYPE BIGINT;\n-- +goose Down\nSELECT 1;',
      'Up changes the type of the column a.b, which',
    ],
  ])('finds in %j: %s', async (code, message) => {
    const all = await found(code);
    expect(all[0]).toMatch(new RegExp(message, 'u'));
    expect(all[0]).toContain('error');
  });

  it('compares two files that their names stand above', async () => {
    const text = (down: string): string =>
      `# Spec\n\nFor PostgreSQL.\n\n## Migration\n\n\`0004_invites.up.sql\`:\n\n\`\`\`sql\nCREATE TABLE invites (id UUID);\n\`\`\`\n\n\`0004_invites.down.sql\`:\n\n\`\`\`sql\n${down}\n\`\`\`\n`;
    expect(listing(await checkCode(text('DROP TABLE invites;')), 'migration-pair')).toEqual([]);
    expect(listing(await checkCode(text('DROP TABLE members;')), 'migration-pair')).toHaveLength(2);
  });

  it('misses the counterpart of a planned file', async () => {
    const text = (files: string): string =>
      `# Spec\n\n## Tasks\n\n- **T-001:** Table\n  - _Files:_\n${files}`;
    const one = '    - Create: `migrations/0004_invites.up.sql`\n';
    expect(listing(await checkCode(text(one)), 'migration-pair')).toEqual([
      expect.stringContaining('has no counterpart 0004_invites.down.sql'),
    ]);
    const both = `${one}    - Create: \`migrations/0004_invites.down.sql\`\n`;
    expect(listing(await checkCode(text(both)), 'migration-pair')).toEqual([]);
  });

  it('writes the missing Down from what Up does', async () => {
    const text = block('sql', `${up}ALTER TABLE members ADD COLUMN invited_by UUID;`);
    const report = await checkCode(text);
    const [finding] = report.findings.filter(({ check }) => check === 'migration-pair');
    if (finding === undefined) throw new Error('Nothing was found.');
    expect(finding.fixable).toBe(true);
    const [fix] = report.fixesOf(finding);
    const [edit] = fix?.edits ?? [];
    if (edit === undefined) throw new Error('There is no fix.');
    expect(fix?.safe).toBe(true);
    const lines = text.split('\n');
    const line = lines[edit.range.line - 1] ?? '';
    lines[edit.range.line - 1] =
      line.slice(0, edit.range.column - 1) + edit.newText + line.slice(edit.range.endColumn - 1);
    const fixed = lines.join('\n');
    expect(fixed).toContain(
      '\n\n-- +goose Down\nALTER TABLE members DROP COLUMN invited_by;\nDROP TABLE invites;\n```',
    );
    expect(listing(await checkCode(fixed), 'migration-pair')).toEqual([]);
  });

  it.each([['ALTER TABLE a DROP COLUMN b;'], ['UPDATE a SET b = 1;'], ['CREATE TABLE app.a (b INT);']])(
    'does not guess how %s is taken back',
    async (statement) => {
      const report = await checkCode(block('sql', `-- +goose Up\n${statement}`));
      const [finding] = report.findings.filter(({ check }) => check === 'migration-pair');
      expect(finding?.fixable).toBe(false);
    },
  );
});
