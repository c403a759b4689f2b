import { describe, expect, it } from 'vitest';
import { isMigration, readTables, type MigrationFile } from '../../../src/core/project/tables/read-tables';

function tables(...files: readonly MigrationFile[]): readonly string[] {
  for (const file of files) expect(isMigration(file), file.path).toBe(true);
  return readTables(files).map(
    ({ name, path, line, columns }) =>
      `${path}:${line} ${name}: ${columns.map((column) => `${column.name}@${column.line}`).join(', ')}`,
  );
}

describe('tables in the migrations of frameworks', () => {
  it('are read from Rails, with what its short forms stand for', () => {
    expect(
      tables(
        {
          path: 'db/migrate/1_create.rb',
          text: `class A < ActiveRecord::Migration[7.2]
  def change
    create_table :loans do |t|
      # t.string :comment
      t.references :work, null: false
      t.references :owner, polymorphic: true
      t.string "title", null: false
      t.timestamps
    end
    create_table :tags, id: false do |t|
      t.string :name
    end
  end
end
`,
        },
        {
          path: 'db/migrate/2_change.rb',
          text: `class B < ActiveRecord::Migration[7.2]
  def up
    add_column :tags, :color, :string
    change_table :loans do |t|
      t.remove :title
      t.date :due_on
    end
  end

  def down
    drop_table :loans
  end
end
`,
        },
      ),
    ).toEqual([
      'db/migrate/1_create.rb:3 loans: id@3, work_id@5, owner_id@6, owner_type@6, created_at@8, updated_at@8, due_on@6',
      'db/migrate/1_create.rb:10 tags: name@11, color@3',
    ]);
  });

  it('are read from Laravel', () => {
    expect(
      tables({
        path: 'database/migrations/1_orders.php',
        text: `<?php
return new class extends Migration {
    public function up(): void
    {
        Schema::create('orders', function (Blueprint $table): void {
            $table->id();
            $table->string('number', 20)->unique();
            $table->foreignId('gym_id')->constrained();
            $table->morphs('payer');
            $table->index('number');
            $table->timestamps();
            $table->softDeletes();
        });
        Schema::table('orders', function (Blueprint $table) {
            $table->integer('total')->after('number');
            $table->dropColumn('number');
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('orders');
    }
};
`,
      }),
    ).toEqual([
      'database/migrations/1_orders.php:5 orders: id@6, gym_id@8, payer_id@9, payer_type@9, created_at@11, updated_at@11, deleted_at@12, total@15',
    ]);
  });

  it('are read from Ecto', () => {
    expect(
      tables({
        path: 'priv/repo/migrations/1_orders.exs',
        text: `defmodule Repo.Migrations.A do
  use Ecto.Migration

  def change do
    create table(:orders, primary_key: false) do
      add :id, :binary_id, primary_key: true
      add :items, {:array, :string}
      timestamps(type: :utc_datetime)
    end

    create unique_index(:orders, [:id])

    alter table(:orders) do
      add :state, :string
      remove :items
    end
  end
end
`,
      }),
    ).toEqual(['priv/repo/migrations/1_orders.exs:5 orders: id@6, inserted_at@8, updated_at@8, state@14']);
  });

  it('are read from Alembic, without what a downgrade does', () => {
    expect(
      tables({
        path: 'alembic/versions/1.py',
        text: `def upgrade() -> None:
    op.create_table(
        "readings",
        sa.Column("id", sa.BigInteger(), primary_key=True),
        sa.Column("hive_id", sa.Uuid(), sa.ForeignKey("hives.id")),
    )
    op.add_column("readings", sa.Column("grams", sa.Integer()))


def downgrade() -> None:
    op.drop_table("readings")
`,
      }),
    ).toEqual(['alembic/versions/1.py:2 readings: id@4, hive_id@5, grams@7']);
  });

  it('are read from Django, called by the model and its app where nothing else is said', () => {
    expect(
      tables({
        path: 'shop/migrations/0001_initial.py',
        text: `class Migration(migrations.Migration):
    operations = [
        migrations.CreateModel(
            name="Room",
            fields=[
                ("id", models.BigAutoField(primary_key=True)),
                ("branch", models.ForeignKey("shop.Branch", on_delete=models.PROTECT)),
            ],
        ),
        migrations.CreateModel(
            name="LibraryCard",
            fields=[("number", models.CharField(max_length=12))],
            options={"db_table": "cards"},
        ),
    ]
`,
      }),
    ).toEqual([
      'shop/migrations/0001_initial.py:10 cards: number@12',
      'shop/migrations/0001_initial.py:3 shop_room: id@6, branch_id@7',
    ]);
  });

  it('are read from Entity Framework, its SQL included', () => {
    expect(
      tables({
        path: 'Migrations/1.cs',
        text: `public partial class A : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "Visits",
            columns: table => new
            {
                Id = table.Column<int>(type: "int", nullable: false),
                Note = table.Column<string>(nullable: true)
            },
            constraints: table => table.PrimaryKey("PK_Visits", x => x.Id));
        migrationBuilder.AddColumn<int>(
            name: "Animal",
            table: "Visits");
        migrationBuilder.Sql("CREATE TABLE bikes (id UUID PRIMARY KEY, plate TEXT)");
    }

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("DROP TABLE bikes");
}
`,
      }),
    ).toEqual([
      'Migrations/1.cs:5 Visits: Id@9, Note@10, Animal@13',
      'Migrations/1.cs:16 bikes: id@16, plate@16',
    ]);
  });

  it('are read from Knex and Drizzle; where a column has no name of its own the columns are not known', () => {
    expect(
      tables(
        {
          path: 'migrations/1.ts',
          text: `export async function up(knex) {
  await knex.schema.createTable('chargers', (table) => {
    table.uuid('id').primary();
    table.uuid('site_id').references('sites.id').inTable('sites');
    table.timestamps(true, true);
  });
}
export async function down(knex) {
  await knex.schema.dropTable('chargers');
}
`,
        },
        {
          path: 'src/schema.ts',
          text: `import { pgTable, text } from 'drizzle-orm/pg-core';
export const readings = pgTable('readings', {
  meterId: text('meter_id').notNull(),
});
export const meters = pgTable('meters', {
  id: serial().primaryKey(),
});
`,
        },
      ),
    ).toEqual([
      'migrations/1.ts:2 chargers: id@3, site_id@4, created_at@5, updated_at@5',
      'src/schema.ts:5 meters: ',
      'src/schema.ts:2 readings: meter_id@3',
    ]);
  });

  it('are read from SQL in strings of code, and not from code that only speaks of it', () => {
    expect(
      tables({
        path: 'src/store.js',
        text: 'db.exec(`\n  CREATE TABLE IF NOT EXISTS episodes (\n    id TEXT PRIMARY KEY\n  )`);\n',
      }),
    ).toEqual(['src/store.js:2 episodes: id@3']);
    expect(isMigration({ path: 'src/a.js', text: '// create table members here\n' })).toBe(false);
    expect(isMigration({ path: 'src/a.rb', text: 'create_table = 1\n' })).toBe(false);
  });
});
