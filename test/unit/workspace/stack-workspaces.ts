/** A small workspace of one stack, and what it shows, each value as `text @ file:line`. */
export interface StackWorkspace {
  readonly files: Readonly<Record<string, string>>;
  readonly shows: Readonly<Record<string, readonly string[]>>;
}

const lines = (...text: readonly string[]): string => text.join('\n');
const json = (data: unknown): string => JSON.stringify(data, null, 2);

export const stackWorkspaces: Readonly<Record<string, StackWorkspace>> = {
  'Go with goose and GORM': {
    files: {
      'go.mod': lines(
        'module example.com/tides',
        '',
        'go 1.24',
        '',
        'require (',
        '\tgorm.io/gorm v1.25.0',
        '\tgithub.com/gin-gonic/gin v1.10.0',
        ')',
      ),
      'go.sum': '',
      'db/migrations/00001_create_tides.sql': '-- +goose Up\nCREATE TABLE tides (id int);\n',
      'db/migrations/00002_add_height.sql': '\n-- +goose Up\nALTER TABLE tides ADD height int;\n',
      '.github/workflows/release.yml': 'on: push',
      '.github/workflows/ci.yml': 'on: push',
    },
    shows: {
      languages: ['Go 1.24 @ go.mod:3'],
      frameworks: ['Gin 1.10.0 @ go.mod:7'],
      orms: ['GORM 1.25.0 @ go.mod:6'],
      migrations: ['goose, db/migrations, sequence @ db/migrations/00002_add_height.sql:2'],
      testCommands: ['go test ./... @ go.mod:1'],
      packageManagers: ['Go modules @ go.sum:1'],
      ci: ['GitHub Actions @ .github/workflows/ci.yml:1'],
    },
  },
  'Spring Boot with Flyway': {
    files: {
      'pom.xml': lines(
        '<project>',
        '  <properties><java.version>21</java.version></properties>',
        '  <dependencies>',
        '    <dependency>',
        '      <groupId>org.springframework.boot</groupId>',
        '      <artifactId>spring-boot-starter-data-jpa</artifactId>',
        '    </dependency>',
        '  </dependencies>',
        '</project>',
      ),
      'src/main/java/com/acme/tide/Tide.java': '',
      'src/main/resources/db/migration/V1__tides.sql': '',
      'src/main/resources/db/migration/V1.1__heights.sql': '',
      Jenkinsfile: 'pipeline {}',
    },
    shows: {
      languages: ['Java 21 @ pom.xml:2'],
      frameworks: ['Spring Boot @ pom.xml:6'],
      orms: ['Spring Data JPA @ pom.xml:6'],
      migrations: [
        'Flyway, src/main/resources/db/migration, version @ src/main/resources/db/migration/V1__tides.sql:1',
      ],
      testCommands: ['mvn test @ pom.xml:1'],
      packageManagers: ['Maven @ pom.xml:1'],
      ci: ['Jenkins @ Jenkinsfile:1'],
    },
  },
  'Next.js with Prisma and shadcn/ui': {
    files: {
      'package.json': json({
        name: 'tides',
        packageManager: 'pnpm@9.12.0',
        scripts: { test: 'vitest run', 'test:e2e': 'playwright test', 'test:watch': 'vitest' },
        dependencies: { next: '15.1.0', '@prisma/client': '^6.1.0' },
        devDependencies: { typescript: '^5.7.0' },
      }),
      'pnpm-lock.yaml': '',
      'components.json': json({
        $schema: 'https://ui.shadcn.com/schema.json',
        aliases: { ui: '@/components/ui' },
      }),
      'components/ui/button.tsx': '',
      'components/ui/data-table.tsx': '',
      'app/page.tsx': '',
      'prisma/migrations/20260101120000_init/migration.sql': '',
      '.gitlab-ci.yml': '',
    },
    shows: {
      languages: ['TypeScript 5.7.0 @ package.json:14'],
      frameworks: ['Next.js 15.1.0 @ package.json:10'],
      orms: ['Prisma 6.1.0 @ package.json:11'],
      migrations: [
        'Prisma, prisma/migrations, timestamp @ prisma/migrations/20260101120000_init/migration.sql:1',
      ],
      testCommands: ['pnpm test @ package.json:5', 'pnpm run test:e2e @ package.json:6'],
      uiLibrary: ['shadcn/ui @ components.json:1'],
      uiComponents: ['button @ components/ui/button.tsx:1', 'data-table @ components/ui/data-table.tsx:1'],
      packageManagers: ['pnpm 9.12.0 @ package.json:3'],
      ci: ['GitLab CI @ .gitlab-ci.yml:1'],
    },
  },
  'FastAPI with Alembic': {
    files: {
      'pyproject.toml': lines(
        '[project]',
        'name = "tides"',
        'requires-python = ">=3.12"',
        'dependencies = [',
        '  "fastapi>=0.115",',
        '  "SQLAlchemy==2.0.36",',
        ']',
        '[dependency-groups]',
        'dev = ["pytest>=8"]',
      ),
      'poetry.lock': '',
      'requirements.txt': '',
      'migrations/versions/3f2a91bc04de_init.py': 'revision = "3f2a91bc04de"\ndown_revision = None\n',
      '.circleci/config.yml': '',
    },
    shows: {
      languages: ['Python 3.12 @ pyproject.toml:3'],
      frameworks: ['FastAPI 0.115 @ pyproject.toml:5'],
      orms: ['SQLAlchemy 2.0.36 @ pyproject.toml:6'],
      migrations: ['Alembic, migrations/versions, key @ migrations/versions/3f2a91bc04de_init.py:2'],
      testCommands: ['poetry run pytest @ pyproject.toml:9'],
      packageManagers: ['Poetry @ poetry.lock:1'],
      ci: ['CircleCI @ .circleci/config.yml:1'],
    },
  },
  Rails: {
    files: {
      Gemfile: lines(
        "source 'https://rubygems.org'",
        "ruby '3.4.1'",
        "gem 'rails', '~> 8.0'",
        "gem 'pg'",
        "gem 'rspec-rails'",
      ),
      'Gemfile.lock': '',
      'db/migrate/20260101000000_create_tides.rb': '',
      '.travis.yml': '',
    },
    shows: {
      languages: ['Ruby 3.4.1 @ Gemfile:2'],
      frameworks: ['Rails 8.0 @ Gemfile:3'],
      orms: ['Active Record @ db/migrate/20260101000000_create_tides.rb:1'],
      databases: ['PostgreSQL (pg) @ Gemfile:4'],
      migrations: ['Rails, db/migrate, timestamp @ db/migrate/20260101000000_create_tides.rb:1'],
      testCommands: ['bundle exec rspec @ Gemfile:5'],
      packageManagers: ['Bundler @ Gemfile.lock:1'],
      ci: ['Travis CI @ .travis.yml:1'],
    },
  },
  Django: {
    files: {
      'requirements.txt': lines('Django==5.1', 'psycopg[binary]==3.2'),
      'manage.py': '',
      'tides/migrations/0001_initial.py': '',
      'tides/migrations/0002_height.py': '',
      'bitbucket-pipelines.yml': '',
    },
    shows: {
      languages: ['Python @ requirements.txt:1'],
      frameworks: ['Django 5.1 @ requirements.txt:1'],
      orms: ['Django ORM @ tides/migrations/0002_height.py:1'],
      databases: ['PostgreSQL (psycopg) 3.2 @ requirements.txt:2'],
      migrations: ['Django, tides/migrations, sequence @ tides/migrations/0002_height.py:1'],
      testCommands: ['python manage.py test @ manage.py:1'],
      packageManagers: ['pip @ requirements.txt:1'],
      ci: ['Bitbucket Pipelines @ bitbucket-pipelines.yml:1'],
    },
  },
  'Express with Knex': {
    files: {
      'package.json': json({
        scripts: { test: 'node --test' },
        dependencies: { express: '^5.0.0', knex: '^3.1.0', pg: '^8.13.0' },
      }),
      'package-lock.json': '{}',
      'src/app.js': '',
      'migrations/20260101083000_tides.js': 'exports.up = function (knex) { return knex.schema; };',
      'azure-pipelines.yml': '',
    },
    shows: {
      languages: ['JavaScript @ package.json:1'],
      frameworks: ['Express 5.0.0 @ package.json:6'],
      orms: ['Knex 3.1.0 @ package.json:7'],
      databases: ['PostgreSQL (pg) 8.13.0 @ package.json:8'],
      migrations: ['Knex, migrations, timestamp @ migrations/20260101083000_tides.js:1'],
      testCommands: ['npm test @ package.json:3'],
      packageManagers: ['npm @ package-lock.json:1'],
      ci: ['Azure Pipelines @ azure-pipelines.yml:1'],
    },
  },
  Laravel: {
    files: {
      'composer.json': json({
        require: { php: '^8.3', 'laravel/framework': '^11.0' },
        'require-dev': { 'phpunit/phpunit': '^11.0' },
      }),
      'composer.lock': '',
      'database/migrations/2026_01_01_000000_create_tides_table.php': '',
    },
    shows: {
      languages: ['PHP 8.3 @ composer.json:3'],
      frameworks: ['Laravel 11.0 @ composer.json:4'],
      orms: ['Eloquent @ database/migrations/2026_01_01_000000_create_tides_table.php:1'],
      migrations: [
        'Laravel, database/migrations, timestamp @ database/migrations/2026_01_01_000000_create_tides_table.php:1',
      ],
      testCommands: ['composer exec phpunit @ composer.json:7'],
      packageManagers: ['Composer @ composer.lock:1'],
    },
  },
  'axum with sqlx': {
    files: {
      'Cargo.toml': lines(
        '[package]',
        'name = "tides"',
        'rust-version = "1.84"',
        '[dependencies]',
        'axum = "0.8"',
        'sqlx = { version = "0.8" }',
      ),
      'Cargo.lock': '',
      'migrations/20260101000000_tides.sql': 'CREATE TABLE tides (id INT);',
      '.woodpecker.yml': '',
    },
    shows: {
      languages: ['Rust 1.84 @ Cargo.toml:3'],
      frameworks: ['axum 0.8 @ Cargo.toml:5'],
      orms: ['SQLx 0.8 @ Cargo.toml:6'],
      migrations: ['SQLx, migrations, timestamp @ migrations/20260101000000_tides.sql:1'],
      testCommands: ['cargo test @ Cargo.toml:1'],
      packageManagers: ['Cargo @ Cargo.lock:1'],
      ci: ['Woodpecker @ .woodpecker.yml:1'],
    },
  },
  'ASP.NET Core with Entity Framework': {
    files: {
      'Tides.sln': '',
      'src/Tides/Tides.csproj': lines(
        '<Project Sdk="Microsoft.NET.Sdk.Web">',
        '  <PropertyGroup><TargetFramework>net9.0</TargetFramework></PropertyGroup>',
        '  <PackageReference Include="Microsoft.EntityFrameworkCore" Version="9.0.0" />',
        '</Project>',
      ),
      'tests/Tides.Tests/Tides.Tests.csproj': lines(
        '<Project Sdk="Microsoft.NET.Sdk">',
        '  <PackageReference Include="Microsoft.NET.Test.Sdk" Version="17.0.0" />',
        '</Project>',
      ),
      'src/Tides/Migrations/20260101000000_Init.cs': '',
      'src/Tides/Migrations/20260101000000_Init.Designer.cs': '',
      'Directory.Packages.props': '',
    },
    shows: {
      languages: ['C# @ src/Tides/Tides.csproj:1', '.NET 9.0 @ src/Tides/Tides.csproj:2'],
      frameworks: ['ASP.NET Core @ src/Tides/Tides.csproj:1'],
      orms: ['Entity Framework Core 9.0.0 @ src/Tides/Tides.csproj:3'],
      migrations: [
        'Entity Framework, src/Tides/Migrations, timestamp @ src/Tides/Migrations/20260101000000_Init.cs:1',
      ],
      testCommands: ['dotnet test @ tests/Tides.Tests/Tides.Tests.csproj:2'],
      packageManagers: ['NuGet @ Directory.Packages.props:1'],
    },
  },
  'Phoenix with Ecto': {
    files: {
      'mix.exs': lines(
        'defmodule Tides.MixProject do',
        '  use Mix.Project',
        '  [elixir: "~> 1.18",',
        '   {:phoenix, "~> 1.7"},',
        '   {:ecto_sql, "~> 3.12"}]',
        'end',
      ),
      'mix.lock': '',
      'priv/repo/migrations/20260101000000_tides.exs': '',
      '.buildkite/pipeline.yml': '',
    },
    shows: {
      languages: ['Elixir 1.18 @ mix.exs:3'],
      frameworks: ['Phoenix 1.7 @ mix.exs:4'],
      orms: ['Ecto 3.12 @ mix.exs:5'],
      migrations: ['Ecto, priv/repo/migrations, timestamp @ priv/repo/migrations/20260101000000_tides.exs:1'],
      testCommands: ['mix test @ mix.exs:2'],
      packageManagers: ['Mix @ mix.lock:1'],
      ci: ['Buildkite @ .buildkite/pipeline.yml:1'],
    },
  },
  'Flutter with Drift': {
    files: {
      'pubspec.yaml': lines(
        'name: tides',
        'environment:',
        '  sdk: ^3.5.0',
        'dependencies:',
        '  flutter:',
        '    sdk: flutter',
        '  drift: ^2.20.0',
        'dev_dependencies:',
        '  flutter_test:',
        '    sdk: flutter',
      ),
      'pubspec.lock': '',
      'cloudbuild.yaml': '',
    },
    shows: {
      languages: ['Dart 3.5.0 @ pubspec.yaml:3'],
      frameworks: ['Flutter @ pubspec.yaml:5'],
      databases: ['SQLite (Drift) 2.20.0 @ pubspec.yaml:7'],
      testCommands: ['flutter test @ pubspec.yaml:9'],
      packageManagers: ['pub @ pubspec.lock:1'],
      ci: ['Google Cloud Build @ cloudbuild.yaml:1'],
    },
  },
  'Angular with NestJS and TypeORM in one repository': {
    files: {
      'yarn.lock': '',
      'package.json': json({ private: true, workspaces: ['apps/*'] }),
      'apps/web/package.json': json({
        scripts: { test: 'ng test' },
        dependencies: { '@angular/core': '^19.0.0', '@angular/material': '^19.0.0' },
      }),
      'apps/web/tsconfig.json': '{}',
      'apps/api/package.json': json({
        scripts: { test: 'jest' },
        dependencies: { '@nestjs/core': '^11.0.0', typeorm: '^0.3.20' },
        devDependencies: { typescript: '5.7.2' },
      }),
      'apps/api/src/migrations/1767225600000-Tides.ts':
        'export class Tides1767225600000 implements MigrationInterface {}',
      Taskfile: '',
      'Taskfile.yml': lines('version: "3"', 'tasks:', '  build: {}', '  test:', '    cmds: [yarn test]'),
    },
    shows: {
      languages: ['TypeScript 5.7.2 @ apps/api/package.json:10'],
      frameworks: ['NestJS 11.0.0 @ apps/api/package.json:6', 'Angular 19.0.0 @ apps/web/package.json:6'],
      orms: ['TypeORM 0.3.20 @ apps/api/package.json:7'],
      migrations: [
        'TypeORM, apps/api/src/migrations, timestamp @ apps/api/src/migrations/1767225600000-Tides.ts:1',
      ],
      testCommands: [
        'task test @ Taskfile.yml:4',
        'yarn --cwd apps/api test @ apps/api/package.json:3',
        'yarn --cwd apps/web test @ apps/web/package.json:3',
      ],
      uiLibrary: ['Angular Material 19.0.0 @ apps/web/package.json:7'],
      packageManagers: ['yarn @ yarn.lock:1'],
    },
  },
  'Kotlin with Ktor, Exposed and Liquibase': {
    files: {
      'build.gradle.kts': lines(
        'plugins { kotlin("jvm") version "2.1.0" }',
        'dependencies {',
        '  implementation("io.ktor:ktor-server-core:3.0.0")',
        '  implementation("org.jetbrains.exposed:exposed-core:0.57.0")',
        '}',
      ),
      'settings.gradle.kts': '',
      gradlew: '',
      'src/main/kotlin/tides/Tide.kt': '',
      'src/main/resources/db/changelog/0001-tides.yaml': '',
    },
    shows: {
      languages: ['Kotlin 2.1.0 @ build.gradle.kts:1'],
      frameworks: ['Ktor 3.0.0 @ build.gradle.kts:3'],
      orms: ['Exposed 0.57.0 @ build.gradle.kts:4'],
      migrations: [
        'Liquibase, src/main/resources/db/changelog, sequence @ src/main/resources/db/changelog/0001-tides.yaml:1',
      ],
      testCommands: ['./gradlew test @ build.gradle.kts:1'],
      packageManagers: ['Gradle @ settings.gradle.kts:1'],
    },
  },
};
