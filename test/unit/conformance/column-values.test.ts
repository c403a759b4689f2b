import { describe, expect, it } from 'vitest';
import { renderFinding } from '../../../src/core/checks/render-finding';
import { conformanceFindings } from './built-repository';

const bySql = `# Tech Spec: Loans

**Status:** Implemented

## Data Model

\`\`\`sql
CREATE TABLE loans (
    id BIGINT PRIMARY KEY,
    tool_id BIGINT NOT NULL REFERENCES tools (id) ON DELETE CASCADE,
    state VARCHAR(16) NOT NULL DEFAULT 'open',
    days INTEGER NOT NULL DEFAULT 14,
    late BOOLEAN NOT NULL DEFAULT FALSE,
    lent_at TIMESTAMPTZ NOT NULL DEFAULT now()
);
\`\`\`
`;
const byTable = `# Tech Spec: Loans

**Status:** Implemented

## Data Model

### loans

| Column | Type | Default | Constraints |
|---|---|---|---|
| tool_id | BIGINT | - | NOT NULL, FK → tools.id ON DELETE CASCADE |
| state | VARCHAR(16) | \`open\` | NOT NULL |
| days | INTEGER | 14 | NOT NULL |
| late | BOOLEAN | false | NOT NULL |
| lent_at | TIMESTAMPTZ | now() | NOT NULL |
`;

/** How a tool writes that table: as both specs say it, and each of four things otherwise. */
interface Written {
  readonly tool: string;
  readonly path: string;
  readonly text: string;
  readonly otherwise: readonly (readonly [from: string, to: string, says: string])[];
}

const migrations: readonly Written[] = [
  {
    tool: 'SQL with keys apart',
    path: 'migrations/001_loans.sql',
    text: `CREATE TABLE tools (id bigint PRIMARY KEY);
CREATE TABLE loans (
  id bigserial PRIMARY KEY,
  tool_id bigint NOT NULL,
  state varchar(16) DEFAULT 'open'::character varying NOT NULL,
  days integer NOT NULL,
  late boolean NOT NULL DEFAULT 'f',
  lent_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT loans_tool FOREIGN KEY (tool_id) REFERENCES public.tools (id) ON DELETE CASCADE
);
ALTER TABLE loans ALTER COLUMN days SET DEFAULT 14;
`,
    otherwise: [
      [
        "'open'::character varying",
        "'new'::character varying",
        "loans.state has the default 'open' here and 'new'",
      ],
      [
        'ALTER TABLE loans ALTER COLUMN days SET DEFAULT 14',
        '',
        'loans.days has the default 14 here and none',
      ],
      [' ON DELETE CASCADE', '', 'loans.tool_id is ON DELETE CASCADE here and ON DELETE NO ACTION'],
      [
        'REFERENCES public.tools',
        'REFERENCES public.users',
        'loans.tool_id refers to tools here and to users',
      ],
      [
        'SET DEFAULT 14;',
        'SET DEFAULT 14; ALTER TABLE loans DROP CONSTRAINT loans_tool;',
        'loans.tool_id refers to tools here and to nothing',
      ],
    ],
  },
  {
    tool: 'Rails',
    path: 'db/migrate/20260101000000_create_loans.rb',
    text: `class CreateLoans < ActiveRecord::Migration[8.0]
  def change
    create_table :loans do |t|
      t.references :tool, null: false, foreign_key: { on_delete: :cascade }
      t.string :state, limit: 16, null: false, default: "open"
      t.integer :days, null: false, default: 14
      t.boolean :late, null: false, default: false
      t.timestamptz :lent_at, null: false, default: -> { "CURRENT_TIMESTAMP" }
    end
  end
end
`,
    otherwise: [
      ['default: 14', 'default: 7', 'loans.days has the default 14 here and 7'],
      [', default: -> { "CURRENT_TIMESTAMP" }', '', 'loans.lent_at has the default now() here and none'],
      [
        'on_delete: :cascade',
        'on_delete: :nullify',
        'loans.tool_id is ON DELETE CASCADE here and ON DELETE SET NULL',
      ],
      [', foreign_key: { on_delete: :cascade }', '', 'loans.tool_id refers to tools here and to nothing'],
    ],
  },
  {
    tool: 'Rails with the key apart',
    path: 'db/migrate/20260101000000_create_loans.rb',
    text: `class CreateLoans < ActiveRecord::Migration[8.0]
  def change
    create_table :loans do |t|
      t.bigint :tool_id, null: false
      t.string :state, limit: 16, null: false, default: "open"
      t.integer :days, null: false, default: 14
      t.boolean :late, null: false, default: false
      t.timestamptz :lent_at, null: false, default: -> { "now()" }
    end
    add_foreign_key :loans, :tools, on_delete: :cascade
  end
end
`,
    otherwise: [[', on_delete: :cascade', '', 'ON DELETE CASCADE here and ON DELETE NO ACTION']],
  },
  {
    tool: 'Laravel',
    path: 'database/migrations/2026_01_01_000000_create_loans_table.php',
    text: `<?php
return new class extends Migration {
    public function up(): void
    {
        Schema::create('loans', function (Blueprint $table) {
            $table->id();
            $table->foreignId('tool_id')->constrained()->cascadeOnDelete();
            $table->string('state', 16)->default('open');
            $table->integer('days')->default(14);
            $table->boolean('late')->default(false);
            $table->timestampTz('lent_at')->useCurrent();
        });
    }
};
`,
    otherwise: [
      ["default('open')", "default('new')", "loans.state has the default 'open' here and 'new'"],
      ['constrained()', "constrained('users')", 'loans.tool_id refers to tools here and to users'],
    ],
  },
  {
    tool: 'Laravel with the key apart',
    path: 'database/migrations/2026_01_01_000000_create_loans_table.php',
    text: `<?php
return new class extends Migration {
    public function up(): void
    {
        Schema::create('loans', function (Blueprint $table) {
            $table->id();
            $table->unsignedBigInteger('tool_id');
            $table->string('state', 16)->default('open');
            $table->integer('days')->default(14);
            $table->boolean('late')->default(false);
            $table->timestampTz('lent_at')->useCurrent();
            $table->foreign('tool_id')->references('id')->on('tools')
                ->onDelete('cascade');
        });
    }
};
`,
    otherwise: [
      ["onDelete('cascade')", "onDelete('set null')", 'ON DELETE CASCADE here and ON DELETE SET NULL'],
    ],
  },
  {
    tool: 'Alembic',
    path: 'alembic/versions/001_loans.py',
    text: `def upgrade():
    op.create_table(
        "loans",
        sa.Column("id", sa.BigInteger(), primary_key=True),
        sa.Column("tool_id", sa.BigInteger(), sa.ForeignKey("tools.id", ondelete="CASCADE"), nullable=False),
        sa.Column("state", sa.String(16), nullable=False, server_default="open"),
        sa.Column("days", sa.Integer(), nullable=False, server_default=sa.text("14")),
        sa.Column("late", sa.Boolean(), nullable=False, server_default=sa.text("false")),
        sa.Column("lent_at", sa.DateTime(timezone=True), nullable=False, server_default=sa.func.now()),
    )
`,
    otherwise: [
      [', server_default="open"', '', "loans.state has the default 'open' here and none"],
      ['"tools.id"', '"users.id"', 'loans.tool_id refers to tools here and to users'],
    ],
  },
  {
    tool: 'Alembic with the key apart',
    path: 'alembic/versions/001_loans.py',
    text: `def upgrade():
    op.create_table(
        "loans",
        sa.Column("id", sa.BigInteger(), primary_key=True),
        sa.Column("tool_id", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(16), nullable=False, server_default="open"),
        sa.Column("days", sa.Integer(), nullable=False, server_default="14"),
        sa.Column("late", sa.Boolean(), nullable=False, server_default="0"),
        sa.Column("lent_at", sa.DateTime(timezone=True), nullable=False, server_default=sa.text("now()")),
        sa.ForeignKeyConstraint(["tool_id"], ["tools.id"], ondelete="CASCADE"),
    )
`,
    otherwise: [
      [
        '        sa.ForeignKeyConstraint(["tool_id"], ["tools.id"], ondelete="CASCADE"),\n',
        '',
        'loans.tool_id refers to tools here and to nothing',
      ],
    ],
  },
  {
    tool: 'Django',
    path: 'loans/migrations/0001_initial.py',
    text: `class Migration(migrations.Migration):
    operations = [
        migrations.CreateModel(
            name="Loan",
            fields=[
                ("id", models.BigAutoField(primary_key=True)),
                ("tool", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="tools.tool")),
                ("state", models.CharField(default="open", max_length=16)),
                ("days", models.IntegerField(default=14)),
                ("late", models.BooleanField(default=False)),
                ("lent_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={"db_table": "loans"},
        ),
    ]
`,
    otherwise: [
      ['default=14', 'default=7', 'loans.days has the default 14 here and 7'],
      ['to="tools.tool"', 'to="accounts.user"', 'loans.tool_id refers to tools here and to user'],
    ],
  },
  {
    tool: 'Knex',
    path: 'migrations/20260101_loans.js',
    text: `exports.up = (knex) =>
  knex.schema.createTable('loans', (table) => {
    table.increments();
    table.bigInteger('tool_id').notNullable().references('id').inTable('tools').onDelete('CASCADE');
    table.string('state', 16).notNullable().defaultTo('open');
    table.integer('days').notNullable().defaultTo(14);
    table.boolean('late').notNullable().defaultTo(false);
    table.timestamp('lent_at').notNullable().defaultTo(knex.fn.now());
  });
`,
    otherwise: [
      ["defaultTo('open')", "defaultTo('new')", "loans.state has the default 'open' here and 'new'"],
      [".onDelete('CASCADE')", '', 'ON DELETE CASCADE here and ON DELETE NO ACTION'],
    ],
  },
  {
    tool: 'Drizzle',
    path: 'src/db/schema.ts',
    text: `import { bigint, boolean, integer, pgTable, timestamp, varchar } from 'drizzle-orm/pg-core';
export const loans = pgTable('loans', {
  id: bigint('id').primaryKey(),
  toolId: bigint('tool_id').notNull().references(() => tools.id, { onDelete: 'cascade' }),
  state: varchar('state', { length: 16 }).notNull().default('open'),
  days: integer('days').notNull().default(14),
  late: boolean('late').notNull().default(false),
  lentAt: timestamp('lent_at', { withTimezone: true }).notNull().defaultNow(),
});
`,
    otherwise: [
      ['.default(14)', '', 'loans.days has the default 14 here and none'],
      ["onDelete: 'cascade'", "onDelete: 'set null'", 'ON DELETE CASCADE here and ON DELETE SET NULL'],
    ],
  },
  {
    tool: 'Prisma',
    path: 'prisma/schema.prisma',
    text: `model loans {
  id      BigInt   @id
  tool_id BigInt
  tool    Tool     @relation(fields: [tool_id], references: [id], onDelete: Cascade)
  state   String   @default("open") @db.VarChar(16)
  days    Int      @default(14)
  late    Boolean  @default(false)
  lent_at DateTime @default(now()) @db.Timestamptz()
}
`,
    otherwise: [
      ['@default(14)', '@default(30)', 'loans.days has the default 14 here and 30'],
      ['onDelete: Cascade', 'onDelete: SetNull', 'ON DELETE CASCADE here and ON DELETE SET NULL'],
    ],
  },
  {
    tool: 'Ecto',
    path: 'priv/repo/migrations/20260101000000_create_loans.exs',
    text: `defmodule Shed.Repo.Migrations.CreateLoans do
  use Ecto.Migration

  def change do
    create table(:loans) do
      add :tool_id, references(:tools, on_delete: :delete_all), null: false
      add :state, :string, size: 16, null: false, default: "open"
      add :days, :integer, null: false, default: 14
      add :late, :boolean, null: false, default: false
      add :lent_at, :utc_datetime, null: false, default: fragment("now()")
    end
  end
end
`,
    otherwise: [
      ['default: false', 'default: true', 'loans.late has the default'],
      ['references(:tools', 'references(:users', 'loans.tool_id refers to tools here and to users'],
    ],
  },
  {
    tool: 'Sequelize',
    path: 'migrations/20260101-loans.js',
    text: `module.exports = {
  async up(queryInterface, Sequelize) {
    await queryInterface.createTable('loans', {
      id: { type: Sequelize.BIGINT, primaryKey: true },
      tool_id: { type: Sequelize.BIGINT, allowNull: false, references: { model: 'tools', key: 'id' }, onDelete: 'CASCADE' },
      state: { type: Sequelize.STRING(16), allowNull: false, defaultValue: 'open' },
      days: { type: Sequelize.INTEGER, allowNull: false, defaultValue: 14 },
      late: { type: Sequelize.BOOLEAN, allowNull: false, defaultValue: false },
      lent_at: { type: Sequelize.DATE, allowNull: false, defaultValue: Sequelize.literal('CURRENT_TIMESTAMP') },
    });
  },
};
`,
    otherwise: [["model: 'tools'", "model: 'users'", 'loans.tool_id refers to tools here and to users']],
  },
];

const manifest = { 'package.json': '{"name":"shed","dependencies":{"pg":"8.0.0"}}' };
/** What is said of defaults and references: types of frameworks are another matter. */
async function told(spec: string, path: string, text: string): Promise<readonly string[]> {
  const findings = await conformanceFindings(spec, { ...manifest, [path]: text });
  return findings
    .map(renderFinding)
    .filter((one) => /has the default|refers to|foreign key|ON DELETE/.test(one));
}

describe.each(migrations)('defaults and foreign keys in $tool', ({ path, text, otherwise }) => {
  it.each([
    ['SQL', bySql],
    ['a table', byTable],
  ])('are as promised by %s', async (_, spec) => {
    expect(await told(spec, path, text)).toEqual([]);
  });

  it.each(otherwise)('are reported with %j written as %j', async (from, to, says) => {
    expect(text).toContain(from);
    for (const spec of [bySql, byTable]) {
      const [found = '', ...more] = await told(spec, path, text.replace(from, to));
      expect(found.replaceAll("'", '')).toContain(says.replaceAll("'", ''));
      expect(more).toEqual([]);
    }
  });
});

it('a default that is an expression, or words about one, is held against nothing', async () => {
  const spec = byTable.replace('now()', 'the day it is lent').replace('14', 'by the kind of tool');
  const text = (migrations[0]?.text ?? '')
    .replace('CURRENT_TIMESTAMP', "now() + interval '1 day'")
    .replace('SET DEFAULT 14', 'SET DEFAULT 21');
  expect(await told(spec, 'migrations/001_loans.sql', text)).toEqual([]);
  expect(await told(bySql, 'migrations/001_loans.sql', text)).toEqual([
    expect.stringContaining('loans.days has the default 14 here and 21'),
  ]);
});
