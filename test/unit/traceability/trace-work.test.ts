import { describe, expect, it } from 'vitest';
import type { BuiltWork } from '../../../src/core/conformance/built-work';
import { traceOf, type Work } from '../../../src/core/traceability/trace-work';
import { taskTemplate } from '../checks/builders';
import { reportOf, spec, specPath } from '../navigation/family';

const store = `package invites

type Store struct{}

func (s *Store) Revoke(id string) error { return nil }
`;
const test = 'package invites\n\nimport "testing"\n\nfunc TestInvite(t *testing.T) {}\n';

/** The spec of the family with an interface, a test by name in a done condition and one beside a criterion. */
function planned(isDone: boolean): string {
  const text = spec
    .replace(
      '| US-001/AC-1 | The mail is sent | `go test ./...` |',
      '| US-001/AC-1 | The mail is sent | `TestInvite` |',
    )
    .replace(
      /(\*\*T-002:\*\*[\s\S]*?_Done condition:_ )[^\n]*/u,
      '$1`go test ./internal/invites -run TestRevoke` passes',
    );
  return isDone ? text.replaceAll(/^- (?=\*\*T-)/gmu, '- [x] ') : text;
}

const shown = (all: readonly BuiltWork[] | undefined): readonly string[] =>
  (all ?? []).map(
    ({ kind, name, state, place }) =>
      `${kind} ${name}: ${state}${place === null ? '' : ` ${place.path}:${String(place.line)}`}`,
  );
const all = ({ code, tests }: Work): readonly string[] => [...shown(code), ...shown(tests)];

describe('requirement, task, code and test in one', () => {
  it('names what the tasks of a requirement make and what tests it, with the place in the code', async () => {
    const report = await reportOf(planned(true), {
      'internal/invites/store.go': store,
      'internal/invites/store_test.go': test,
    });
    const { requirements, tasks } = traceOf(report);
    expect(requirements.map(({ row, tasks: own }) => `${row.id} ${own.map(({ id }) => id).join()}`)).toEqual([
      'US-001 T-001,T-002',
      'US-002 T-002',
      'US-003 ',
    ]);
    expect(tasks.map(({ task, isDone }) => `${task.id} ${String(isDone)}`)).toEqual([
      'T-001 true',
      'T-002 true',
    ]);
    expect(all(requirements[0]?.work ?? { code: [], tests: [] })).toMatchInlineSnapshot(`
      [
        "file migrations/0001_invites.sql: missing",
        "file internal/invites/handler.go: missing",
        "test TestRevoke: missing internal/invites/store_test.go:5",
        "test TestInvite: found internal/invites/store_test.go:5",
      ]
    `);
    expect(shown(requirements[1]?.work?.tests)).toMatchInlineSnapshot(`
      [
        "test TestRevoke: missing internal/invites/store_test.go:5",
      ]
    `);
  });

  it('calls planned what is not there while its task is open', async () => {
    const report = await reportOf(planned(false), { 'internal/invites/store.go': store });
    expect(traceOf(report).tasks.flatMap(({ work }) => (work === null ? [] : all(work))))
      .toMatchInlineSnapshot(`
      [
        "file migrations/0001_invites.sql: planned",
        "file internal/invites/handler.go: planned",
        "test TestRevoke: planned",
      ]
    `);
  });

  it('names what the component of a requirement makes where the template has no tasks', async () => {
    const components = taskTemplate({
      covers: [{ by: 'components', mapping: 'mapping', items: 'tasks', column: 2 }],
    });
    const { requirements } = traceOf(
      await reportOf(
        `# Spec: Invites

**Status:** Implemented
**PRD:** [Invites](../prds/invites.md)

## 1. Overview

### Requirement Mapping

| Requirement | Components |
|---|---|
| US-001 | Mails |
| US-002 | Links |

## 2. Implementation Tasks

- **Mails**
  - Files: \`src/mails.ts\` (new), \`test/mails.test.ts\` (new)
- **Links**
  - Files: \`src/links.ts\` (new)

## 3. Testing Strategy

## 4. Open Questions

## Review Checklist
`,
        { 'src/mails.ts': 'export function sendMail(): void {}\n' },
        specPath,
        components,
      ),
    );
    expect(requirements.map(({ work }) => (work === null ? [] : all(work)))).toEqual([
      ['file src/mails.ts: found src/mails.ts:1', 'test test/mails.test.ts: missing'],
      ['file src/links.ts: missing'],
      [],
    ]);
  });

  it('says nothing where there is no code to look at', async () => {
    const { requirements, rest } = traceOf(
      await reportOf(planned(true), { 'internal/invites/store.go': '' }),
    );
    expect(requirements.map(({ work }) => work)).toEqual([null, null, null]);
    expect(rest).toBeNull();
  });
});
