import type { StackItem } from '../context';
import { itemIn } from './evidence';
import type { Manifest, StackFacts } from './stack-facts';

export type Ecosystem =
  'go' | 'npm' | 'python' | 'rust' | 'jvm' | 'ruby' | 'php' | 'dotnet' | 'elixir' | 'dart';

type PackageRole = 'framework' | 'orm' | 'database' | 'ui';

/** A package that says something about the stack: name or, ending in `*`, the beginning of the name. */
type KnownPackage = readonly [name: string, role: PackageRole, title: string];

/**
 * Packages by ecosystem. A database is told by its driver, which is named with it, since a driver's version is not
 * the database's.
 */
const knownPackages: Readonly<Record<Ecosystem, readonly KnownPackage[]>> = {
  go: [
    ['github.com/go-chi/chi*', 'framework', 'chi'],
    ['github.com/gin-gonic/gin', 'framework', 'Gin'],
    ['github.com/labstack/echo*', 'framework', 'Echo'],
    ['github.com/gofiber/fiber*', 'framework', 'Fiber'],
    ['github.com/gorilla/mux', 'framework', 'gorilla/mux'],
    ['google.golang.org/grpc', 'framework', 'gRPC'],
    ['connectrpc.com/connect', 'framework', 'Connect'],
    ['sigs.k8s.io/controller-runtime', 'framework', 'controller-runtime'],
    ['github.com/spf13/cobra', 'framework', 'Cobra'],
    ['gorm.io/gorm', 'orm', 'GORM'],
    ['entgo.io/ent', 'orm', 'ent'],
    ['github.com/uptrace/bun', 'orm', 'Bun'],
    ['xorm.io/xorm', 'orm', 'XORM'],
    ['github.com/jackc/pgx*', 'database', 'PostgreSQL (pgx)'],
    ['github.com/lib/pq', 'database', 'PostgreSQL (pq)'],
    ['github.com/go-sql-driver/mysql', 'database', 'MySQL (go-sql-driver)'],
    ['github.com/mattn/go-sqlite3', 'database', 'SQLite (go-sqlite3)'],
    ['modernc.org/sqlite', 'database', 'SQLite (modernc)'],
    ['go.mongodb.org/mongo-driver*', 'database', 'MongoDB (mongo-driver)'],
    ['github.com/redis/go-redis*', 'database', 'Redis (go-redis)'],
    ['github.com/ClickHouse/clickhouse-go*', 'database', 'ClickHouse (clickhouse-go)'],
  ],
  npm: [
    ['next', 'framework', 'Next.js'],
    ['nuxt', 'framework', 'Nuxt'],
    ['react', 'framework', 'React'],
    ['react-native', 'framework', 'React Native'],
    ['expo', 'framework', 'Expo'],
    ['preact', 'framework', 'Preact'],
    ['vue', 'framework', 'Vue'],
    ['svelte', 'framework', 'Svelte'],
    ['@sveltejs/kit', 'framework', 'SvelteKit'],
    ['@angular/core', 'framework', 'Angular'],
    ['solid-js', 'framework', 'Solid'],
    ['astro', 'framework', 'Astro'],
    ['@remix-run/react', 'framework', 'Remix'],
    ['react-router', 'framework', 'React Router'],
    ['react-router-dom', 'framework', 'React Router'],
    ['@tanstack/react-query', 'framework', 'TanStack Query'],
    ['vite', 'framework', 'Vite'],
    ['tailwindcss', 'framework', 'Tailwind CSS'],
    ['express', 'framework', 'Express'],
    ['fastify', 'framework', 'Fastify'],
    ['koa', 'framework', 'Koa'],
    ['hono', 'framework', 'Hono'],
    ['@nestjs/core', 'framework', 'NestJS'],
    ['@trpc/server', 'framework', 'tRPC'],
    ['graphql', 'framework', 'GraphQL'],
    ['electron', 'framework', 'Electron'],
    ['@types/vscode', 'framework', 'VS Code extension API'],
    ['prisma', 'orm', 'Prisma'],
    ['@prisma/client', 'orm', 'Prisma'],
    ['drizzle-orm', 'orm', 'Drizzle'],
    ['typeorm', 'orm', 'TypeORM'],
    ['sequelize', 'orm', 'Sequelize'],
    ['knex', 'orm', 'Knex'],
    ['kysely', 'orm', 'Kysely'],
    ['@mikro-orm/core', 'orm', 'MikroORM'],
    ['objection', 'orm', 'Objection.js'],
    ['pg', 'database', 'PostgreSQL (pg)'],
    ['postgres', 'database', 'PostgreSQL (postgres.js)'],
    ['mysql2', 'database', 'MySQL (mysql2)'],
    ['mysql', 'database', 'MySQL (mysql)'],
    ['better-sqlite3', 'database', 'SQLite (better-sqlite3)'],
    ['sqlite3', 'database', 'SQLite (sqlite3)'],
    ['mongodb', 'database', 'MongoDB (mongodb)'],
    ['mongoose', 'database', 'MongoDB (Mongoose)'],
    ['ioredis', 'database', 'Redis (ioredis)'],
    ['redis', 'database', 'Redis (redis)'],
    ['@supabase/supabase-js', 'database', 'Supabase'],
    ['@mui/material', 'ui', 'MUI'],
    ['antd', 'ui', 'Ant Design'],
    ['@chakra-ui/react', 'ui', 'Chakra UI'],
    ['@mantine/core', 'ui', 'Mantine'],
    ['@fluentui/react-components', 'ui', 'Fluent UI'],
    ['@headlessui/react', 'ui', 'Headless UI'],
    ['react-bootstrap', 'ui', 'React Bootstrap'],
    ['vuetify', 'ui', 'Vuetify'],
    ['element-plus', 'ui', 'Element Plus'],
    ['primevue', 'ui', 'PrimeVue'],
    ['@angular/material', 'ui', 'Angular Material'],
    ['bootstrap', 'ui', 'Bootstrap'],
  ],
  python: [
    ['fastapi', 'framework', 'FastAPI'],
    ['django', 'framework', 'Django'],
    ['djangorestframework', 'framework', 'Django REST framework'],
    ['flask', 'framework', 'Flask'],
    ['starlette', 'framework', 'Starlette'],
    ['aiohttp', 'framework', 'aiohttp'],
    ['celery', 'framework', 'Celery'],
    ['pydantic', 'framework', 'Pydantic'],
    ['sqlalchemy', 'orm', 'SQLAlchemy'],
    ['sqlmodel', 'orm', 'SQLModel'],
    ['tortoise-orm', 'orm', 'Tortoise ORM'],
    ['peewee', 'orm', 'Peewee'],
    ['langchain', 'framework', 'LangChain'],
    ['streamlit', 'framework', 'Streamlit'],
    ['psycopg*', 'database', 'PostgreSQL (psycopg)'],
    ['asyncpg', 'database', 'PostgreSQL (asyncpg)'],
    ['pymysql', 'database', 'MySQL (PyMySQL)'],
    ['mysqlclient', 'database', 'MySQL (mysqlclient)'],
    ['aiosqlite', 'database', 'SQLite (aiosqlite)'],
    ['pymongo', 'database', 'MongoDB (PyMongo)'],
    ['motor', 'database', 'MongoDB (Motor)'],
    ['redis', 'database', 'Redis (redis-py)'],
  ],
  rust: [
    ['axum', 'framework', 'axum'],
    ['actix-web', 'framework', 'Actix Web'],
    ['rocket', 'framework', 'Rocket'],
    ['warp', 'framework', 'warp'],
    ['tokio', 'framework', 'Tokio'],
    ['tonic', 'framework', 'tonic'],
    ['tauri', 'framework', 'Tauri'],
    ['bevy', 'framework', 'Bevy'],
    ['clap', 'framework', 'clap'],
    ['leptos', 'framework', 'Leptos'],
    ['diesel', 'orm', 'Diesel'],
    ['sea-orm', 'orm', 'SeaORM'],
    ['sqlx', 'orm', 'SQLx'],
    ['tokio-postgres', 'database', 'PostgreSQL (tokio-postgres)'],
    ['postgres', 'database', 'PostgreSQL (postgres)'],
    ['rusqlite', 'database', 'SQLite (rusqlite)'],
    ['mysql_async', 'database', 'MySQL (mysql_async)'],
    ['mongodb', 'database', 'MongoDB (mongodb)'],
    ['redis', 'database', 'Redis (redis)'],
  ],
  jvm: [
    ['org.springframework.boot*', 'framework', 'Spring Boot'],
    ['io.quarkus*', 'framework', 'Quarkus'],
    ['io.micronaut*', 'framework', 'Micronaut'],
    ['io.ktor*', 'framework', 'Ktor'],
    ['io.vertx*', 'framework', 'Vert.x'],
    ['androidx.compose*', 'framework', 'Jetpack Compose'],
    ['org.hibernate*', 'orm', 'Hibernate'],
    ['org.jooq*', 'orm', 'jOOQ'],
    ['org.springframework.boot:spring-boot-starter-data-jpa', 'orm', 'Spring Data JPA'],
    ['org.mybatis*', 'orm', 'MyBatis'],
    ['org.jetbrains.exposed*', 'orm', 'Exposed'],
    ['org.postgresql*', 'database', 'PostgreSQL (JDBC)'],
    ['com.mysql*', 'database', 'MySQL (Connector/J)'],
    ['mysql*', 'database', 'MySQL (Connector/J)'],
    ['com.h2database*', 'database', 'H2'],
    ['org.xerial*', 'database', 'SQLite (JDBC)'],
    ['org.mongodb*', 'database', 'MongoDB (Java driver)'],
    ['com.oracle.database.jdbc*', 'database', 'Oracle (JDBC)'],
  ],
  ruby: [
    ['rails', 'framework', 'Rails'],
    ['sinatra', 'framework', 'Sinatra'],
    ['hanami', 'framework', 'Hanami'],
    ['sequel', 'orm', 'Sequel'],
    ['grape', 'framework', 'Grape'],
    ['sidekiq', 'framework', 'Sidekiq'],
    ['jekyll', 'framework', 'Jekyll'],
    ['pg', 'database', 'PostgreSQL (pg)'],
    ['mysql2', 'database', 'MySQL (mysql2)'],
    ['sqlite3', 'database', 'SQLite (sqlite3)'],
    ['mongoid', 'database', 'MongoDB (Mongoid)'],
    ['redis', 'database', 'Redis (redis)'],
  ],
  php: [
    ['laravel/framework', 'framework', 'Laravel'],
    ['symfony/framework-bundle', 'framework', 'Symfony'],
    ['slim/slim', 'framework', 'Slim'],
    ['livewire/livewire', 'framework', 'Livewire'],
    ['doctrine/orm', 'orm', 'Doctrine'],
    ['ext-pdo_pgsql', 'database', 'PostgreSQL (PDO)'],
    ['ext-pdo_mysql', 'database', 'MySQL (PDO)'],
    ['ext-pdo_sqlite', 'database', 'SQLite (PDO)'],
    ['mongodb/mongodb', 'database', 'MongoDB (mongodb)'],
    ['predis/predis', 'database', 'Redis (Predis)'],
  ],
  dotnet: [
    ['Microsoft.AspNetCore*', 'framework', 'ASP.NET Core'],
    ['Microsoft.EntityFrameworkCore', 'orm', 'Entity Framework Core'],
    ['Dapper', 'orm', 'Dapper'],
    ['MediatR', 'framework', 'MediatR'],
    ['Npgsql*', 'database', 'PostgreSQL (Npgsql)'],
    ['Microsoft.EntityFrameworkCore.SqlServer', 'database', 'SQL Server (EF Core)'],
    ['Microsoft.Data.SqlClient', 'database', 'SQL Server (SqlClient)'],
    ['Microsoft.EntityFrameworkCore.Sqlite', 'database', 'SQLite (EF Core)'],
    ['Pomelo.EntityFrameworkCore.MySql', 'database', 'MySQL (Pomelo)'],
    ['MongoDB.Driver', 'database', 'MongoDB (MongoDB.Driver)'],
    ['StackExchange.Redis', 'database', 'Redis (StackExchange.Redis)'],
    ['MudBlazor', 'ui', 'MudBlazor'],
  ],
  elixir: [
    ['phoenix', 'framework', 'Phoenix'],
    ['phoenix_live_view', 'framework', 'Phoenix LiveView'],
    ['ecto_sql', 'orm', 'Ecto'],
    ['oban', 'framework', 'Oban'],
    ['absinthe', 'framework', 'Absinthe'],
    ['postgrex', 'database', 'PostgreSQL (Postgrex)'],
    ['myxql', 'database', 'MySQL (MyXQL)'],
    ['ecto_sqlite3', 'database', 'SQLite (ecto_sqlite3)'],
  ],
  dart: [
    ['flutter', 'framework', 'Flutter'],
    ['flutter_bloc', 'framework', 'Bloc'],
    ['flutter_riverpod', 'framework', 'Riverpod'],
    ['shelf', 'framework', 'Shelf'],
    ['sqflite', 'database', 'SQLite (sqflite)'],
    ['drift', 'database', 'SQLite (Drift)'],
    ['cloud_firestore', 'database', 'Firestore'],
  ],
};

/** Package name, and its version or range as the manifest states it, or `null`. */
export type Dependency = readonly [name: string, version: string | null];

/** What the dependencies of one manifest say of the stack; each title once, in the order of the table. */
export function knownFacts(
  ecosystem: Ecosystem,
  dependencies: readonly Dependency[],
  manifest: Pick<Manifest, 'path' | 'text'>,
): StackFacts {
  const found: Record<PackageRole, StackItem[]> = { framework: [], orm: [], database: [], ui: [] };
  for (const [pattern, role, title] of knownPackages[ecosystem]) {
    const dependency = dependencies.find(([name]) => matchesName(pattern, name));
    if (dependency === undefined || found[role].some((item) => item.name === title)) continue;
    const [name, version] = dependency;
    // Maven writes group and artifact on lines of their own.
    const shown = ecosystem === 'jvm' && !manifest.text.includes(name) ? name.replace(/^.*:/, '') : name;
    found[role].push(itemIn(manifest, title, plainVersion(version), shown));
  }
  return {
    frameworks: found.framework,
    orms: found.orm,
    databases: found.database,
    uiLibraries: found.ui,
    packages: dependencies.map(([name, version]) => ({ name, version, ecosystem })),
  };
}

function matchesName(pattern: string, name: string): boolean {
  if (!pattern.endsWith('*')) return name === pattern;
  return name.startsWith(pattern.slice(0, -1));
}

/** `^18.2.0`, `~> 7.1`, `v5.7.1` and `>=3.11,<4` without their operators; `null` for what is no version. */
export function plainVersion(range: string | null): string | null {
  return range === null
    ? null
    : (/\d+(?:\.\d+)*(?:-[\w.]+)?/.exec(range.replace(/^[a-z]+:.*@/i, ''))?.[0] ?? null);
}
