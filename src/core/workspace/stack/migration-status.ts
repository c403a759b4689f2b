/** How a migration tool says what was applied. */
export interface MigrationStatus {
  /** The command as people type it. */
  readonly command: string;
  /** Any way of writing it. */
  readonly pattern: RegExp;
}

/** By `MigrationProfile.tool`. Tools without a command of that sort are left out. */
export const migrationStatus: Readonly<Record<string, MigrationStatus>> = {
  goose: { command: 'goose status', pattern: /\bgoose\b.*\b(?:status|version)\b/iu },
  'sql-migrate': { command: 'sql-migrate status', pattern: /\bsql-migrate\b.*\bstatus\b/iu },
  dbmate: { command: 'dbmate status', pattern: /\bdbmate\b.*\bstatus\b/iu },
  Liquibase: { command: 'liquibase status', pattern: /\bliquibase\w*\b.*\b(?:status|history)\b/iu },
  Prisma: { command: 'prisma migrate status', pattern: /\bprisma\b.*\bmigrate status\b/iu },
  Diesel: { command: 'diesel migration list', pattern: /\bdiesel\b.*\bmigration (?:list|pending)\b/iu },
  // sqlx names its files in the same way.
  'golang-migrate': {
    command: 'migrate version',
    pattern: /\bmigrate\b.*\bversion\b|\bsqlx\b.*\bmigrate\b.*\binfo\b/iu,
  },
  Flyway: { command: 'flyway info', pattern: /\bflyway(?:\b.*\b|:?)(?:info|validate)\b/iu },
  Alembic: { command: 'alembic current', pattern: /\balembic\b.*\b(?:current|check|heads)\b/iu },
  Django: {
    command: 'python manage.py showmigrations',
    pattern: /\b(?:showmigrations|migrate\b.*--(?:check|plan))/iu,
  },
  Rails: {
    command: 'rails db:migrate:status',
    pattern: /\bdb:(?:migrate:status|abort_if_pending_migrations|version)\b/iu,
  },
  Laravel: { command: 'php artisan migrate:status', pattern: /\bmigrate:status\b/iu },
  Doctrine: {
    command: 'doctrine:migrations:status',
    pattern: /\bmigrations:(?:status|list|up-to-date|current)\b/iu,
  },
  Ecto: { command: 'mix ecto.migrations', pattern: /\becto\.migrations\b/iu },
  'Entity Framework': {
    command: 'dotnet ef migrations list',
    pattern: /\bef migrations (?:list|has-pending-model-changes)\b/iu,
  },
  Knex: { command: 'knex migrate:list', pattern: /\bmigrate:(?:list|status|currentVersion)\b/iu },
  TypeORM: { command: 'typeorm migration:show', pattern: /\bmigration:show\b/iu },
  Sequelize: { command: 'sequelize db:migrate:status', pattern: /\bdb:migrate:status\b/iu },
  SQLx: { command: 'sqlx migrate info', pattern: /\bsqlx\b.*\bmigrate info\b/iu },
};
