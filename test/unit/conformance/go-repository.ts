import type { BuiltRepository } from './built-repository';

/** Go with chi, PostgreSQL by goose, and a client in TypeScript. */
export const goRepository: BuiltRepository = {
  name: 'Go, chi, goose, React',
  spec: `# Tech Spec: Tool loans

**Status:** Implemented

## 3. Data Model

### New Tables

#### loans

| Column | Type | Constraints | Notes |
|---|---|---|---|
| id | UUID | PK | |
| tool_id | UUID | NOT NULL, FK | |
| borrower | TEXT | NOT NULL | an address |
| due_at | TIMESTAMPTZ | NOT NULL | |
| returned_at | TIMESTAMPTZ | NULL | |
| state | VARCHAR(16) | NOT NULL, DEFAULT 'open' | |

**Indexes:**

- \`idx_loans_tool_id_due_at\` on (\`tool_id\`, \`due_at DESC\`): the list
- Unique index \`uq_loans_open\` on (\`tool_id\`) where it is open

### Migrations

\`\`\`sql
-- +goose Up
CREATE TABLE loans (
    id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    tool_id UUID NOT NULL REFERENCES tools (id) ON DELETE CASCADE,
    borrower TEXT NOT NULL,
    due_at TIMESTAMPTZ NOT NULL,
    returned_at TIMESTAMPTZ,
    state VARCHAR(16) NOT NULL DEFAULT 'open'
);
CREATE INDEX idx_loans_tool_id_due_at ON loans (tool_id, due_at DESC);
CREATE UNIQUE INDEX uq_loans_open ON loans (tool_id) WHERE returned_at IS NULL;
-- +goose Down
DROP TABLE loans;
\`\`\`

## 4. API Design

#### POST /api/v1/tools/{toolID}/loans

**Handler:** \`http.Server.createLoan\` in \`internal/http/loans.go\`

\`\`\`go
type CreateLoanRequest struct {
	Borrower string    \`json:"borrower"\`
	DueAt    time.Time \`json:"due_at"\`
}
\`\`\`

#### GET /api/v1/tools/{toolID}/loans

#### POST /api/v1/loans/{loanID}/return

## 5. Components

### Backend, new files

| File Path | Package | Exported Interface |
|---|---|---|
| \`internal/loans/service.go\` | loans | \`Service\`, \`NewService(store Store, clock func() time.Time) *Service\`, \`ErrAlreadyLent\` |
| \`internal/http/loans.go\` | http | \`CreateLoanRequest\` |

\`\`\`go
type Store interface {
	Insert(ctx context.Context, loan Loan) error
	ListByTool(ctx context.Context, toolID uuid.UUID, limit int) ([]Loan, error)
	MarkReturned(ctx context.Context, id uuid.UUID, at time.Time) (bool, error)
}
\`\`\`

\`\`\`typescript
export interface Loan {
  id: string;
  borrower: string;
  due_at: string;
  returned_at: string | null;
}
\`\`\`

### Settings

| Variable | Default | Meaning |
|---|---|---|
| \`SHED_MAX_LOAN_DAYS\` | 14 | the longest loan |

## 6. Tasks

- [x] **T-001:** Table of loans
  - _Files:_
    - Create: \`migrations/20260301100000_create_loans.sql\`
  - _Done condition:_ \`make migrate-status\` lists it
- [x] **T-002:** Service and endpoints
  - _Files:_
    - Create: \`internal/loans/service.go\`
    - Create: \`internal/http/loans.go\`
    - Modify: \`internal/http/router.go\`
  - _Done condition:_ \`go test ./internal/loans/... -run TestLendTwice\` passes
- [x] **T-003:** Client
  - _Files:_
    - Create: \`web/src/types/loan.ts\`
  - _Done condition:_ \`npm run typecheck\` exits 0

## 7. Testing

| Test | Asserts |
|---|---|
| \`TestLendTwice\` | the second is refused |
`,
  files: {
    'go.mod': 'module example.org/shed\n\ngo 1.24\n\nrequire github.com/go-chi/chi/v5 v5.2.0\n',
    Makefile: 'migrate-status:\n\tgoose status\ntest:\n\tgo test ./...\n',
    'web/package.json': '{"name":"web","scripts":{"typecheck":"tsc"},"dependencies":{"react":"19.0.0"}}',
    'migrations/20260101100000_create_tools.sql':
      '-- +goose Up\nCREATE TABLE tools (id UUID PRIMARY KEY, name TEXT NOT NULL);\n-- +goose Down\nDROP TABLE tools;\n',
    'migrations/20260301100000_create_loans.sql': `-- +goose Up
-- +goose StatementBegin
CREATE TABLE IF NOT EXISTS loans (
    id          uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    tool_id     uuid NOT NULL REFERENCES tools (id) ON DELETE CASCADE,
    borrower    text NOT NULL CHECK (borrower <> ''),
    due_at      timestamp with time zone NOT NULL,
    returned_at timestamptz,
    state       character varying(16) DEFAULT 'open' NOT NULL
);
-- +goose StatementEnd
CREATE INDEX idx_loans_tool_id_due_at ON public.loans USING btree (tool_id, due_at DESC);
CREATE UNIQUE INDEX uq_loans_open ON loans (tool_id) WHERE returned_at IS NULL;

-- +goose Down
DROP TABLE loans;
`,
    'internal/config/config.go':
      'package config\n\nfunc Load() Config {\n\treturn Config{MaxLoanDays: intOr("SHED_MAX_LOAN_DAYS", 14)}\n}\n\ntype Config struct {\n\tMaxLoanDays int\n}\n',
    'internal/loans/service.go': `package loans

import "errors"

// ErrAlreadyLent is given for a tool that is out.
var ErrAlreadyLent = errors.New("already lent")

type Loan struct {
	ID       uuid.UUID
	Borrower string
}

type Store interface {
	Insert(ctx context.Context, l Loan) error
	ListByTool(
		ctx context.Context,
		toolID uuid.UUID,
		limit int,
	) ([]Loan, error)
	// MarkReturned says whether it was open.
	MarkReturned(ctx context.Context, id uuid.UUID, at time.Time) (wasOpen bool, err error)
}

type Service struct {
	store Store
	clock func() time.Time
}

func NewService(store Store, clock func() time.Time) *Service {
	return &Service{store: store, clock: clock}
}
`,
    'internal/loans/service_test.go':
      'package loans\n\nimport "testing"\n\nfunc TestLendTwice(t *testing.T) {\n\tt.Run("second is refused", func(t *testing.T) {})\n}\n',
    'internal/http/loans.go': `package http

type CreateLoanRequest struct {
	Borrower string    \`json:"borrower" validate:"required"\`
	DueAt    time.Time \`json:"due_at"\`
}

func (s *Server) loanRoutes(r chi.Router) {
	r.With(s.limit(10, "loans")).Post("/tools/{id}/loans", s.createLoan)
	r.Get("/tools/{id}/loans", s.listLoans)
	r.Route("/loans/{loanID}", func(r chi.Router) {
		r.Post("/return", s.returnLoan)
	})
}

func (s *Server) createLoan(w http.ResponseWriter, r *http.Request) {}
func (s *Server) listLoans(w http.ResponseWriter, r *http.Request)  {}
func (s *Server) returnLoan(w http.ResponseWriter, r *http.Request) {}
`,
    'internal/http/router.go': `package http

func (s *Server) Routes() http.Handler {
	r := chi.NewRouter()
	r.Get("/healthz", s.health)
	r.Route("/api/v1", func(r chi.Router) {
		r.Use(s.session)
		s.loanRoutes(r)
	})
	return r
}
`,
    'web/src/types/loan.ts':
      "/** As the server sends it. */\nexport interface Loan {\n  id: string;\n  borrower: string;\n  due_at: string;\n  returned_at: string | null;\n  state?: 'open' | 'returned';\n}\n",
  },
  deviations: [
    {
      what: 'migration under another number',
      file: 'migrations/20260301100000_create_loans.sql',
      from: null,
      to: 'migrations/20260304090000_create_loans.sql',
      check: 'conformance-file',
      says: 'migrations/20260304090000_create_loans.sql',
    },
    {
      what: 'type of a column',
      file: 'migrations/20260301100000_create_loans.sql',
      from: 'due_at      timestamp with time zone',
      to: 'due_at      timestamp',
      check: 'conformance-table',
      says: 'loans.due_at is TIMESTAMPTZ',
    },
    {
      what: 'nullability',
      file: 'migrations/20260301100000_create_loans.sql',
      from: "borrower    text NOT NULL CHECK (borrower <> '')",
      to: 'borrower    text',
      check: 'conformance-table',
      says: 'loans.borrower must not be null',
    },
    {
      what: 'missing index',
      file: 'migrations/20260301100000_create_loans.sql',
      from: 'CREATE INDEX idx_loans_tool_id_due_at ON public.loans USING btree (tool_id, due_at DESC);\n',
      to: '',
      check: 'conformance-table',
      says: 'index on loans (tool_id, due_at)',
    },
    {
      what: 'another version of the API',
      file: 'internal/http/router.go',
      from: '"/api/v1"',
      to: '"/api/v2"',
      check: 'conformance-endpoint',
      says: '/api/v2/tools/{id}/loans',
    },
    {
      what: 'method of an endpoint',
      file: 'internal/http/loans.go',
      from: 'r.Post("/return"',
      to: 'r.Put("/return"',
      check: 'conformance-endpoint',
      says: 'POST /api/v1/loans/{loanID}/return',
    },
    {
      what: 'parameters of a method',
      file: 'internal/loans/service.go',
      from: '\t\tlimit int,\n',
      to: '',
      check: 'conformance-symbol',
      says: 'Store.ListByTool takes other parameters',
    },
    {
      what: 'name on the wire',
      file: 'internal/http/loans.go',
      from: 'json:"due_at"',
      to: 'json:"dueAt"',
      check: 'conformance-symbol',
      says: 'CreateLoanRequest.DueAt has another name',
    },
    {
      what: 'name of a setting',
      file: 'internal/config/config.go',
      from: 'SHED_MAX_LOAN_DAYS',
      to: 'SHED_MAX_DAYS',
      check: 'conformance-config',
      says: 'SHED_MAX_LOAN_DAYS',
    },
    {
      what: 'name of a test',
      file: 'internal/loans/service_test.go',
      from: 'TestLendTwice',
      to: 'TestSecondLoanIsRefused',
      check: 'conformance-test',
      says: 'TestLendTwice',
    },
  ],
};
