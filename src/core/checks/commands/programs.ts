/** Programs that people have on their machines or get with a toolchain; anything else is questioned where it is run. */
export const knownPrograms: ReadonlySet<string> = new Set(
  (
    'go gofmt goimports golangci-lint staticcheck govulncheck gotestsum goose migrate sqlc buf protoc mockgen templ air ' +
    'npm pnpm yarn bun node deno npx bunx corepack tsc tsx ts-node eslint prettier biome vitest jest mocha ava tap playwright cypress ' +
    'vite next nuxt astro svelte-check vue-tsc webpack rollup esbuild turbo nx lerna storybook stylelint knip c8 nyc prisma knex ' +
    'drizzle-kit typeorm sequelize sequelize-cli wrangler vercel netlify markdownlint remark openspec spectral redocly ' +
    'python python3 pytest pip pip3 uv poetry pipenv pdm hatch rye tox nox ruff black mypy pyright flake8 pylint isort coverage alembic ' +
    'django-admin flask celery uvicorn gunicorn bandit ' +
    'cargo rustc rustfmt clippy nextest diesel sqlx ruby bundle rake rails rspec rubocop gem minitest php composer phpunit phpstan psalm pest artisan ' +
    'java javac mvn gradle gradlew mvnw kotlin kotlinc ktlint detekt sbt scala flyway liquibase dotnet csc nuget elixir mix iex erl rebar3 ' +
    'swift xcodebuild dart flutter zig cmake ctest ninja meson bazel bazelisk buck2 pants earthly ' +
    'make just task invoke inv poe doit ' +
    'docker docker-compose podman kubectl helm kind minikube skaffold kustomize terraform tofu terragrunt pulumi ansible ansible-playbook vault aws gcloud az ' +
    'git gh glab psql pg_dump pg_restore mysql mysqldump sqlite3 redis-cli mongosh clickhouse-client dbmate sql-migrate atlas ' +
    'curl wget http grpcurl websocat openssl ssh scp rsync nc dig ping k6 wrk ab hey vegeta locust artillery lighthouse lhci ' +
    'bash sh zsh fish cat ls grep rg egrep sed awk jq yq find test diff cmp wc head tail sort uniq cut tr xargs tee echo printf true false ' +
    'touch mkdir cp mv rm ln chmod tar gzip unzip zip sha256sum md5sum stat du df ps kill env export source sleep date hyperfine shellcheck ' +
    'shfmt hadolint actionlint pre-commit lefthook act trivy semgrep gitleaks code vsce ovsx'
  ).split(' '),
);
