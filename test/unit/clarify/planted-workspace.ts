/** A workspace in which forty facts are planted, and the questions about them. */
export const plantedFiles: Readonly<Record<string, string>> = {
  'go.mod': `module example.com/ferry

go 1.24

require (
	github.com/go-chi/chi/v5 v5.2.1
	github.com/golang-jwt/jwt/v5 v5.2.2
	github.com/google/uuid v1.6.0
	github.com/jackc/pgx/v5 v5.7.4
	github.com/prometheus/client_golang v1.22.0
	github.com/redis/go-redis/v9 v9.8.0
	github.com/rs/zerolog v1.34.0
	github.com/stretchr/testify v1.10.0
	gorm.io/gorm v1.26.0
)
`,
  'cmd/server/main.go': `package main

import "github.com/go-chi/chi/v5"

func routes(r chi.Router) {
	r.Get("/api/v1/vessels/{vesselID}/berths", listBerths)
	r.Post("/api/v1/vessels/{vesselID}/berths", createBerth)
}
`,
  'db/migrations/20260110090000_create_vessels.sql': `-- +goose Up
CREATE TABLE vessels (
  id UUID PRIMARY KEY,
  name TEXT NOT NULL
);
CREATE TABLE berth_bookings (
  id UUID PRIMARY KEY,
  vessel_id UUID NOT NULL
);

-- +goose Down
DROP TABLE berth_bookings;
DROP TABLE vessels;
`,
  Makefile: `.PHONY: test lint migrate

test:
	go test ./...

lint:
	golangci-lint run

migrate:
	goose -dir db/migrations postgres up
`,
  '.golangci.yml': 'version: "2"\n',
  Dockerfile: 'FROM golang:1.24\n',
  'fly.toml': 'app = "ferry"\n',
  'openapi.yaml': 'openapi: 3.1.0\n',
  '.github/workflows/ci.yml': 'name: CI\non: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n',
  'web/pnpm-lock.yaml': "lockfileVersion: '9.0'\n",
  'web/package.json': `{
  "name": "ferry-web",
  "packageManager": "pnpm@9.15.0",
  "scripts": {
    "dev": "vite",
    "build": "vite build",
    "test": "vitest run",
    "format": "prettier --write ."
  },
  "dependencies": {
    "@mui/material": "^7.1.0",
    "@sentry/react": "^9.20.0",
    "@tanstack/react-query": "^5.76.0",
    "i18next": "^25.2.0",
    "lucide-react": "^0.525.0",
    "react": "^19.1.0",
    "react-hook-form": "^7.56.0",
    "zod": "^3.25.0",
    "zustand": "^5.0.0"
  },
  "devDependencies": {
    "@playwright/test": "^1.53.0",
    "prettier": "^3.5.0",
    "typescript": "~5.8.3",
    "vite": "^7.0.0",
    "vitest": "^3.2.0"
  }
}
`,
  'AGENTS.md': `# Working on Ferry

## Rules that always hold

- Requests are authenticated by a bearer token (JWT) that the middleware RequireUser checks.
- Errors are answered as JSON problem details (RFC 9457) with a code field.
- JSON fields are written in snake_case.
- Lists are paginated by cursor; a page has at most 50 items.
- Timestamps are UTC in RFC 3339.
- Logs are structured JSON lines on stdout.
- Go files are named after the type that they hold, in snake_case.
- Every query filters by harbour_id, so that harbours of one organization are isolated from others.
- Test coverage stays above 80 % in every package.
`,
  'tech-specs/completed/sessions.md': `---
type: tech-spec
status: Completed
---

# Technical Specification: Sessions

## 1. Overview

Harbour staff sign in and stay signed in.

## 2. Design

- A session lasts at most 14 days.
- A client may send at most 100 requests per minute to the vessels API.

## 3. Configuration

| Environment variable | Default | Meaning |
|---|---|---|
| \`FERRY_PORT\` | 8080 | Port the server listens on |
| \`FERRY_DATABASE_URL\` | - | Address of the database |
`,
};

export interface PlantedFact {
  /** Where the workspace says it. */
  readonly path: string;
  /** Words of the line that says it; left out where the file itself does. */
  readonly line?: string;
  /** What the answer says. */
  readonly says: string;
  /** How an author leaves it open in a PRD. */
  readonly asked: string;
  /** How a model asks for it. */
  readonly model: string;
}

export const plantedFacts: readonly PlantedFact[] = [
  {
    path: 'go.mod',
    line: 'go 1.24',
    says: 'Go 1.24',
    asked: 'Which programming language is the server written in?',
    model: 'What language should the backend be implemented in?',
  },
  {
    path: 'go.mod',
    line: 'go 1.24',
    says: 'Go 1.24',
    asked: 'Which version of Go do we use?',
    model: 'Which Go version is the build run with?',
  },
  {
    path: 'go.mod',
    line: 'go-chi/chi',
    says: 'chi',
    asked: 'Which HTTP router do we use?',
    model: 'What web framework does the server use?',
  },
  {
    path: 'go.mod',
    line: 'jackc/pgx',
    says: 'PostgreSQL',
    asked: 'Which database is used?',
    model: 'Should we use MySQL or PostgreSQL?',
  },
  {
    path: 'go.mod',
    line: 'go-redis',
    says: 'Redis',
    asked: 'Which cache do we use?',
    model: 'What caching technology is available?',
  },
  {
    path: 'go.mod',
    line: 'gorm.io/gorm',
    says: 'GORM',
    asked: 'Which ORM is in the project?',
    model: 'Does the project use an ORM or query builder, and what ORM is it?',
  },
  {
    path: 'go.mod',
    line: 'golang-jwt',
    says: 'golang-jwt',
    asked: 'Which JWT library do we use?',
    model: 'What authentication library is used on the server?',
  },
  {
    path: 'go.mod',
    line: 'zerolog',
    says: 'zerolog',
    asked: 'Which logging library is used?',
    model: 'What logger does the backend use?',
  },
  {
    path: 'go.mod',
    line: 'prometheus',
    says: 'prometheus',
    asked: 'Which metrics library is used?',
    model: 'What metrics client is available?',
  },
  {
    path: 'go.mod',
    line: 'google/uuid',
    says: 'google/uuid',
    asked: 'Which UUID library is used?',
    model: 'What ID generator do we use?',
  },
  {
    path: 'cmd/server/main.go',
    line: 'r.Get("/api',
    says: 'GET /api/v1/vessels/{vesselID}/berths',
    asked: 'Which endpoint lists the berths of a vessel?',
    model: 'Is there an endpoint that returns the berths of one vessel?',
  },
  {
    path: 'cmd/server/main.go',
    line: 'r.Post("/api',
    says: 'POST /api/v1/vessels/{vesselID}/berths',
    asked: 'Which endpoint creates berths of a vessel?',
    model: 'What route adds berths to a vessel?',
  },
  {
    path: 'db/migrations/20260110090000_create_vessels.sql',
    line: '+goose Up',
    says: 'goose',
    asked: 'Which migration tool is used?',
    model: 'How are database migrations applied?',
  },
  {
    path: 'db/migrations/20260110090000_create_vessels.sql',
    line: '+goose Up',
    says: 'db/migrations',
    asked: 'Where do migrations live?',
    model: 'In which folder are the migrations kept?',
  },
  {
    path: 'db/migrations/20260110090000_create_vessels.sql',
    line: '+goose Up',
    says: 'timestamp',
    asked: 'How are migrations named?',
    model: 'What is the naming of migrations?',
  },
  {
    path: 'db/migrations/20260110090000_create_vessels.sql',
    line: 'CREATE TABLE berth_bookings',
    says: 'berth_bookings',
    asked: 'Which table holds the berth bookings?',
    model: 'What table stores bookings of a berth?',
  },
  {
    path: 'Makefile',
    line: 'lint:',
    says: 'make lint',
    asked: 'Which make target runs lint?',
    model: 'How do we lint the code?',
  },
  {
    path: 'Makefile',
    line: 'migrate:',
    says: 'make migrate',
    asked: 'Which command runs migrate?',
    model: 'Which make target applies what we migrate?',
  },
  {
    path: 'Makefile',
    says: 'make test',
    line: 'test:',
    asked: 'Which command runs the tests?',
    model: 'How are the unit tests run?',
  },
  {
    path: '.golangci.yml',
    says: 'golangci-lint',
    asked: 'Which linter is used?',
    model: 'What static analysis tool does the team use?',
  },
  {
    path: 'Dockerfile',
    says: 'container image',
    asked: 'Which container image is used?',
    model: 'What container runtime do we use?',
  },
  {
    path: 'fly.toml',
    says: 'Fly.io',
    asked: 'Which hosting platform is used?',
    model: 'What is the deployment target?',
  },
  {
    path: 'openapi.yaml',
    says: 'OpenAPI',
    asked: 'Which API description format is used?',
    model: 'What API contract format do we have?',
  },
  {
    path: '.github/workflows/ci.yml',
    says: 'GitHub Actions',
    asked: 'Which CI system is used?',
    model: 'What continuous integration service runs the builds?',
  },
  {
    path: 'web/package.json',
    line: 'packageManager',
    says: 'pnpm',
    asked: 'Which package manager is used?',
    model: 'npm or pnpm?',
  },
  {
    path: 'web/package.json',
    line: '"react":',
    says: 'React 19.1.0',
    asked: 'Which frontend framework is used?',
    model: 'Should the client use React or Vue?',
  },
  {
    path: 'web/package.json',
    line: '@mui/material',
    says: 'MUI',
    asked: 'Which UI library is used?',
    model: 'What component library does the client use?',
  },
  {
    path: 'web/package.json',
    line: '@sentry/react',
    says: '@sentry/react',
    asked: 'Which error tracking service do we use?',
    model: 'What error tracker is in place, and what error tracking tool do we use?',
  },
  {
    path: 'web/package.json',
    line: 'zod',
    says: 'zod',
    asked: 'Which validation library is used?',
    model: 'What schema validation library is available in the client?',
  },
  {
    path: 'web/package.json',
    line: 'zustand',
    says: 'zustand',
    asked: 'Which state management library is used?',
    model: 'What state library do we use?',
  },
  {
    path: 'web/package.json',
    line: 'i18next',
    says: 'i18next',
    asked: 'Which translation library is used?',
    model: 'What i18n library does the frontend use?',
  },
  {
    path: 'web/package.json',
    line: '@playwright/test',
    says: '@playwright/test',
    asked: 'Which end-to-end test tool is used?',
    model: 'What e2e framework do we use?',
  },
  {
    path: 'AGENTS.md',
    line: 'authenticated by a bearer token',
    says: 'bearer token',
    asked: 'Which authentication mechanism is used?',
    model: 'How are users authenticated?',
  },
  {
    path: 'AGENTS.md',
    line: 'problem details',
    says: 'RFC 9457',
    asked: 'What is the error response format?',
    model: 'How are errors returned to clients?',
  },
  {
    path: 'AGENTS.md',
    line: 'snake_case.',
    says: 'snake_case',
    asked: 'Which JSON naming convention is used?',
    model: 'camelCase or snake_case for JSON fields?',
  },
  {
    path: 'AGENTS.md',
    line: 'paginated by cursor',
    says: 'cursor',
    asked: 'Which pagination style do we use?',
    model: 'How are long lists paginated?',
  },
  {
    path: 'AGENTS.md',
    line: 'Timestamps are UTC',
    says: 'RFC 3339',
    asked: 'What is the timestamp format?',
    model: 'How are timestamps represented?',
  },
  {
    path: 'tech-specs/completed/sessions.md',
    line: 'A session lasts',
    says: '14 days',
    asked: 'How long does a session last?',
    model: 'How long is a session valid?',
  },
  {
    path: 'tech-specs/completed/sessions.md',
    line: '100 requests per minute',
    says: '100 requests per minute',
    asked: 'What is the rate limit of the vessels API?',
    model: 'How many requests may a client send per minute?',
  },
  {
    path: 'tech-specs/completed/sessions.md',
    line: 'FERRY_PORT',
    says: 'FERRY_PORT',
    asked: 'Which port does the server listen on?',
    model: 'Which environment variable sets the port?',
  },
];

/** Questions that sound like those above and are not answered by what is there. */
export const openMatters: readonly string[] = [
  'Which database columns does a berth swap need?',
  'Which new table holds the swap offers?',
  'Which endpoint should export the berths as CSV?',
  'How long may a berth swap stay open?',
  'How many swap offers may a captain make per day?',
  'Who may approve a swap?',
  'Which roles may see the price of a berth?',
  'What should happen when two captains accept the same offer?',
  'Which languages must the swap e-mails be translated into?',
  'Which framework for background jobs should be introduced?',
  'Which fields does the swap offer have?',
  'What is the maximum size of an uploaded berth photo?',
  'Should swaps be announced by e-mail or in the app?',
  'How are disputes about a swap settled?',
  'Which errors does the captain see when the swap fails?',
  'When is a swap considered complete by both captains?',
  'Which vessels are excluded from swapping?',
  'What is the retention period of rejected offers?',
  'Should we replace PostgreSQL with MySQL for the offers?',
  'Do we need a new cache for the offers?',
  'Which version of the terms must a captain accept?',
  'What is the format of the swap receipt?',
  'Which price applies to a swap within a day?',
  'Where is the swap button shown?',
  'Is a paper copy of the swap needed?',
];

/** A PRD that leaves matters open and is otherwise clear. */
export function plantedPrd(open: readonly string[]): string {
  return `# Berth swap

## Overview

Captains swap berths without calling the harbour office.

## User stories

### US-001: Offer a swap

As a captain, I want to offer my berth for a swap so that another captain can take it.

Acceptance criteria:
- The offer is listed within 10 seconds.

## Open questions

${open.map((text) => `- ${text}`).join('\n')}
`;
}
