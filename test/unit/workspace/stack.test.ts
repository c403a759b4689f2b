import { describe, expect, it } from 'vitest';
import type { StackItem, StackProfile } from '../../../src/core/workspace/context';
import { FileTable } from '../../../src/core/workspace/files/file-table';
import { readStack } from '../../../src/core/workspace/stack';
import { InMemoryFiles } from '../in-memory-files';

function stackOf(files: Record<string, string>): Promise<StackProfile> {
  return readStack(new InMemoryFiles(files), FileTable.of(Object.keys(files).sort()));
}

/** `Go 1.24`, or the name alone. */
function shown(items: readonly StackItem[]): readonly string[] {
  return items.map(({ name, version }) => (version === null ? name : `${name} ${version}`));
}

describe('the stack of a workspace', () => {
  it('is read from a Go server with a React front end', async () => {
    const stack = await stackOf({
      'go.mod': [
        'module example.com/ledger',
        '',
        'go 1.24.1',
        '',
        'require (',
        '\tgithub.com/go-chi/chi/v5 v5.2.1',
        '\tgithub.com/jackc/pgx/v5 v5.7.4',
        '\tgithub.com/redis/go-redis/v9 v9.1.0 // indirect',
        ')',
      ].join('\n'),
      Makefile: 'build:\n\tgo build\ntest: build\n\tgo test ./...\n',
      'docker-compose.yml': 'services:\n  db:\n    image: docker.io/library/postgres:16-alpine\n',
      'migrations/20260101000000_create_ledgers.sql':
        '-- +goose Up\nCREATE TABLE ledgers ();\n-- +goose Down\n',
      'migrations/20260202000000_add_owner.sql': '-- +goose Up\nSELECT 1;\n',
      'internal/ledger/ledger.go': 'package ledger',
      'internal/invoice/invoice.go': 'package invoice',
      'internal/testdata/x.go': 'package x',
      'web/package.json': JSON.stringify({
        scripts: { test: 'vitest run', 'test:watch': 'vitest', build: 'vite build' },
        dependencies: { react: '^19.1.0' },
        devDependencies: { typescript: '~5.8.3', vite: '7.0.0' },
      }),
      'web/components.json': JSON.stringify({
        $schema: 'https://ui.shadcn.com/schema.json',
        aliases: { components: '@/components', ui: '@/components/ui' },
      }),
      'web/src/components/ui/button.tsx': '',
      'web/src/components/ui/dialog.tsx': '',
      'web/src/components/invoice-list.tsx': '',
      'web/src/pages/home.tsx': '',
    });
    expect(shown(stack.languages)).toEqual(['Go 1.24.1', 'TypeScript 5.8.3']);
    expect(shown(stack.frameworks)).toEqual(['chi 5.2.1', 'React 19.1.0', 'Vite 7.0.0']);
    expect(shown(stack.databases)).toEqual(['PostgreSQL (pgx) 5.7.4', 'PostgreSQL 16']);
    expect(stack.migrations).toEqual({
      tool: 'goose',
      folder: 'migrations',
      latest: '20260202000000_add_owner.sql',
      naming: 'timestamp',
      evidence: 'migrations/20260202000000_add_owner.sql',
      line: 1,
    });
    expect(shown(stack.testCommands)).toEqual(['go test ./...', 'make test', 'npm --prefix web test']);
    expect(stack.uiLibrary).toEqual({
      name: 'shadcn/ui',
      version: null,
      evidence: 'web/components.json',
      line: 1,
    });
    expect(shown(stack.uiComponents)).toEqual(['button', 'dialog']);
    expect(stack.modules).toEqual([
      'internal/invoice',
      'internal/ledger',
      'web/src/components',
      'web/src/pages',
    ]);
  });

  it('is read from a FastAPI service', async () => {
    const stack = await stackOf({
      'pyproject.toml': [
        '[project]',
        'requires-python = ">=3.12,<4"',
        'dependencies = ["fastapi[standard]>=0.115", "SQLAlchemy==2.0.36", "asyncpg"]',
        '[dependency-groups]',
        'dev = ["pytest>=8"]',
      ].join('\n'),
      'uv.lock': '',
      'alembic/versions/1a2b_init.py': 'revision = "1a2b"\ndown_revision = None\n',
      'src/billing/api/routes.py': '',
      'src/billing/ledger/service.py': '',
    });
    expect(shown(stack.languages)).toEqual(['Python 3.12']);
    expect(shown(stack.frameworks)).toEqual(['FastAPI 0.115']);
    expect(shown(stack.orms)).toEqual(['SQLAlchemy 2.0.36']);
    expect(shown(stack.databases)).toEqual(['PostgreSQL (asyncpg)']);
    expect(stack.migrations).toMatchObject({ tool: 'Alembic', folder: 'alembic/versions' });
    expect(shown(stack.testCommands)).toEqual(['uv run pytest']);
    expect(stack.modules).toEqual(['src/billing/api', 'src/billing/ledger']);
  });

  it('is read from a Rust workspace', async () => {
    const stack = await stackOf({
      'Cargo.toml':
        '[workspace]\nmembers = ["crates/*"]\n[workspace.dependencies]\naxum = "0.8"\nsqlx = { version = "0.8.2" }\n',
      'crates/api/Cargo.toml':
        '[package]\nname = "api"\nrust-version = "1.84"\n[dependencies]\naxum.workspace = true\nrusqlite = "0.32"\n',
      'crates/api/src/main.rs': '',
    });
    expect(shown(stack.languages)).toEqual(['Rust 1.84']);
    expect(shown(stack.frameworks)).toEqual(['axum 0.8']);
    expect(shown(stack.orms)).toEqual(['SQLx 0.8.2']);
    expect(shown(stack.databases)).toEqual(['SQLite (rusqlite) 0.32']);
    expect(shown(stack.testCommands)).toEqual(['cargo test']);
    expect(stack.modules).toEqual(['crates/api']);
  });

  it('is read from a Spring Boot service with Flyway', async () => {
    const stack = await stackOf({
      'pom.xml': [
        '<project><parent><groupId>org.springframework.boot</groupId>',
        '<artifactId>spring-boot-starter-parent</artifactId><version>3.4.1</version></parent>',
        '<properties><java.version>21</java.version></properties>',
        '<dependencies><dependency><groupId>org.postgresql</groupId><artifactId>postgresql</artifactId>',
        '</dependency></dependencies></project>',
      ].join('\n'),
      mvnw: '',
      'src/main/java/com/acme/shop/order/Order.java': '',
      'src/main/java/com/acme/shop/cart/Cart.java': '',
      'src/test/java/com/acme/shop/order/OrderTest.java': '',
      'src/main/resources/db/migration/V1__init.sql': '',
      'src/main/resources/db/migration/V10__cart.sql': '',
      'src/main/resources/db/migration/V9__order.sql': '',
    });
    expect(shown(stack.languages)).toEqual(['Java 21']);
    expect(shown(stack.frameworks)).toEqual(['Spring Boot 3.4.1']);
    expect(shown(stack.databases)).toEqual(['PostgreSQL (JDBC)']);
    expect(stack.migrations).toMatchObject({ tool: 'Flyway', latest: 'V10__cart.sql' });
    expect(shown(stack.testCommands)).toEqual(['./mvnw test']);
    expect(stack.modules).toEqual(['src/main/java/com/acme/shop/cart', 'src/main/java/com/acme/shop/order']);
  });

  it('is read from a Rails application', async () => {
    const stack = await stackOf({
      Gemfile:
        "ruby '3.4.1'\ngem 'rails', '~> 8.0'\ngem \"pg\", \"~> 1.5\"\ngroup :test do\n  gem 'rspec-rails'\nend\n",
      'db/migrate/20240101000000_create_users.rb': '',
      'app/models/user.rb': '',
    });
    expect(shown(stack.languages)).toEqual(['Ruby 3.4.1']);
    expect(shown(stack.frameworks)).toEqual(['Rails 8.0']);
    expect(shown(stack.databases)).toEqual(['PostgreSQL (pg) 1.5']);
    expect(stack.migrations).toMatchObject({ tool: 'Rails', folder: 'db/migrate' });
    expect(shown(stack.testCommands)).toEqual(['bundle exec rspec']);
  });

  it('is read from a pnpm monorepo with Prisma', async () => {
    const stack = await stackOf({
      'package.json': JSON.stringify({ packageManager: 'pnpm@9.1.0', scripts: { test: 'turbo test' } }),
      'pnpm-workspace.yaml': '',
      'apps/web/package.json': JSON.stringify({
        scripts: { test: 'echo "Error: no test specified" && exit 1' },
        dependencies: { next: '15.0.0', react: 'catalog:', antd: '^5.1.0' },
      }),
      'apps/web/page.tsx': '',
      'apps/web/tsconfig.json': '{}',
      'packages/db/package.json': JSON.stringify({
        scripts: { test: 'vitest' },
        dependencies: { '@prisma/client': '6.0.0' },
      }),
      'packages/db/prisma/migrations/20240101_init/migration.sql': '',
      'packages/db/prisma/migrations/20240202_add_team/migration.sql': '',
      'packages/db/index.ts': '',
    });
    expect(shown(stack.frameworks)).toEqual(['Next.js 15.0.0', 'React']);
    expect(shown(stack.orms)).toEqual(['Prisma 6.0.0']);
    expect(shown(stack.languages)).toContain('TypeScript');
    expect(stack.migrations).toMatchObject({ tool: 'Prisma', latest: '20240202_add_team' });
    expect(shown(stack.testCommands)).toEqual(['pnpm test', 'pnpm --dir packages/db test']);
    expect(shown(stack.uiLibrary === null ? [] : [stack.uiLibrary])).toEqual(['Ant Design 5.1.0']);
    expect(stack.modules).toEqual(['apps/web', 'packages/db']);
  });

  it.each([
    [
      'composer.json',
      '{"require":{"php":"^8.3","laravel/framework":"^11.0"},"scripts":{"test":"pest"}}',
      'PHP 8.3',
      'composer test',
    ],
    [
      'App.Tests.csproj',
      '<Project Sdk="Microsoft.NET.Sdk"><TargetFramework>net9.0</TargetFramework><PackageReference Include="Microsoft.NET.Test.Sdk" Version="17.0.0" /></Project>',
      'C#',
      'dotnet test App.Tests.csproj',
    ],
    ['mix.exs', 'elixir: "~> 1.17",\n{:phoenix, "~> 1.7"}', 'Elixir 1.17', 'mix test'],
    [
      'pubspec.yaml',
      'environment:\n  sdk: ^3.5.0\ndependencies:\n  flutter:\n    sdk: flutter\ndev_dependencies:\n  flutter_test:\n    sdk: flutter\n',
      'Dart 3.5.0',
      'flutter test',
    ],
    [
      'build.gradle.kts',
      'plugins { id("org.springframework.boot") version "3.4.0" }\njava { toolchain { languageVersion = JavaLanguageVersion.of(21) } }',
      null,
      'gradle test',
    ],
  ])('is read from %s', async (name, text, language, command) => {
    const stack = await stackOf({ [name]: text });
    expect(shown(stack.testCommands)).toEqual([command]);
    expect(shown(stack.languages)[0] ?? null).toBe(language);
  });

  it('has the database that a Prisma schema names', async () => {
    const schema = (provider: string): string =>
      `generator client {\n  provider = "prisma-client-js"\n}\n\ndatasource db {\n  provider = "${provider}"\n  url = env("DATABASE_URL")\n}\n`;
    const databases = async (provider: string) =>
      (await stackOf({ 'prisma/schema.prisma': schema(provider) })).databases;
    expect(await databases('postgresql')).toEqual([
      { name: 'PostgreSQL', version: null, evidence: 'prisma/schema.prisma', line: 6 },
    ]);
    expect(shown(await databases('sqlite'))).toEqual(['SQLite']);
    expect(await databases('other')).toEqual([]);
  });

  it('prefers migrations that are still run, and counts numbers, not letters', async () => {
    const migration = '-- +goose Up\n';
    const stack = await stackOf({
      'migrations/v0-archived/001_a.sql': migration,
      'migrations/v0-archived/002_b.sql': migration,
      'migrations/031_c.sql': migration,
      'migrations/1000_d.sql': migration,
      'testdata/migrations/9999_e.sql': migration,
    });
    expect(stack.migrations).toMatchObject({ folder: 'migrations', latest: '1000_d.sql' });
  });

  it('stays empty where manifests make no sense', async () => {
    const stack = await stackOf({
      'package.json': '{ not json',
      'web/package.json': '[]',
      'Cargo.toml': '= = =',
      'docker-compose.yml': 'a: b: c: [',
      'pubspec.yaml': '\t- :',
      'components.json': '{"name":"something else"}',
      'composer.json': 'null',
    });
    expect(stack.frameworks).toEqual([]);
    expect(stack.databases).toEqual([]);
    expect(stack.uiLibrary).toBeNull();
    expect(stack.migrations).toBeNull();
  });
});
