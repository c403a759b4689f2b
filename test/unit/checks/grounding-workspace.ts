import { parseSpec } from '../../../src/core/spec/parse-spec';
import { checkSpec, type CheckReport } from '../../../src/core/checks/check-spec';
import { checks } from '../../../src/core/checks/registry';
import type { Surroundings } from '../../../src/core/checks/surroundings';
import { listing } from './builders';
import { surroundingsOf } from './surroundings';

/** A small service with a client, in the shape of those that specs are written for. */
const files: Readonly<Record<string, string>> = {
  'go.mod': 'module example.com/app\n\ngo 1.24\n\nrequire github.com/go-chi/chi/v5 v5.2.1\n',
  Makefile: 'test:\n\tgo test ./...\n\nmigrate-status:\n\tgoose status\n',
  'internal/http/router.go':
    'package http\n\ntype Server struct{}\n\nfunc (s *Server) Routes() {\n\tr.Get("/api/v1/members", s.list)\n\tr.Delete("/api/v1/members/{memberID}", s.remove)\n}\n',
  'internal/http/members.go': 'package http\n\nfunc (s *Server) list() {}\n\nfunc (s *Server) remove() {}\n',
  'internal/members/members.go':
    'package members\n\ntype Member struct{}\n\nfunc (m Member) Rename() {}\n\ntype Service struct{}\n\nfunc (s *Service) ChangeRole() {}\n\nfunc NewService() *Service { return nil }\n',
  'internal/store/store.go': 'package store\n\nfunc Open() {}\n',
  'migrations/0001_members.sql':
    '-- +goose Up\nCREATE TABLE members (id UUID PRIMARY KEY, email TEXT NOT NULL);\n-- +goose Down\nDROP TABLE members;\n',
  'migrations/0002_sessions.sql':
    '-- +goose Up\nCREATE TABLE sessions (id UUID PRIMARY KEY, member_id UUID);\n-- +goose Down\nDROP TABLE sessions;\n',
  'web/package.json': JSON.stringify(
    {
      name: 'web',
      scripts: { test: 'vitest run', types: 'tsc', 'test:e2e': 'playwright test' },
      dependencies: { react: '^19.1.0', 'react-router': '^7.6.0' },
      devDependencies: { typescript: '~5.8.3' },
    },
    null,
    2,
  ),
  'web/components.json': JSON.stringify({
    $schema: 'https://ui.shadcn.com/schema.json',
    aliases: { ui: '@/components/ui' },
  }),
  'web/src/components/ui/button.tsx': 'export function Button() { return null; }\n',
  'web/src/components/ui/alert-dialog.tsx': 'export function AlertDialog() { return null; }\n',
  'web/src/components/MemberTable.tsx': 'export function MemberTable() { return null; }\n',
  'web/src/api/client.ts':
    'export async function listMembers() {}\nexport class ApiClient { fetchAll() {} }\n',
  'web/src/pages/index.ts': 'export {};\n',
  'web/src/api/index.ts': 'export {};\n',
};

let known: Promise<Surroundings> | null = null;

/** What lies around the specs of these tests. */
export function workspace(): Promise<Surroundings> {
  return (known ??= surroundingsOf(files));
}

/** Checks a text that lies at `tech-specs/spec.md` of the workspace, by one check, without a template. */
export async function ground(text: string, id: string, path = 'tech-specs/spec.md'): Promise<CheckReport> {
  return checkSpec({
    spec: parseSpec(text),
    template: null,
    requirements: null,
    path,
    surroundings: await workspace(),
    checks: checks.filter((check) => check.id === id),
  });
}

/** Findings as `severity line:column message`. */
export async function grounded(text: string, id: string, path?: string): Promise<readonly string[]> {
  return listing(await ground(text, id, path)).map((line) => line.slice(id.length + 1));
}

/** What is left of a text after the first fix of its first finding that says so. */
export async function mended(text: string, id: string, message: string): Promise<string> {
  const report = await ground(text, id);
  const fix = report.findings
    .flatMap((finding) => report.fixesOf(finding))
    .find((candidate) => message === candidate.message.replace('{0}', candidate.args[0] ?? ''));
  if (fix === undefined) throw new Error(`No fix "${message}"`);
  const lines = text.split('\n');
  for (const { range, newText } of fix.edits) {
    const line = lines[range.line - 1] ?? '';
    lines[range.line - 1] = line.slice(0, range.column - 1) + newText + line.slice(range.endColumn - 1);
  }
  return lines.join('\n');
}

/** A spec with one task whose files are these lines, under a status. */
export function specOf(filesField: string, prose = '', status = 'Draft'): string {
  return `# Tech Spec: Roles

**Status:** ${status}

## Design

${prose}

## Tasks

- **T-001:** Change the role
  - _Implements:_ US-001
  - _Description:_ As designed.
  - _Files:_
${filesField
  .split('\n')
  .map((line) => `    - ${line}`)
  .join('\n')}
  - _Done condition:_ \`make test\` passes
  - _Dependencies:_ None
`;
}
