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

describe('a name that is a word like others', () => {
  const migration = `CREATE TABLE members (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL
);
CREATE INDEX idx_members_user_id ON members (user_id);
`;
  const withSection = (heading: string, description: string): string =>
    spec
      .replace(/(\*\*T-002:\*\*[\s\S]*?_Description:_ )[^\n]*/u, `$1${description}`)
      .replace(
        '## 2. Implementation Tasks',
        `## 2. ${heading}\n\n- \`idx_members_user_id\`: index on members (user_id)\n\n## 3. Implementation Tasks`,
      );
  const codeOf = async (heading: string, description: string): Promise<readonly string[]> => {
    const text = withSection(heading, description);
    expect(text).toContain(`_Description:_ ${description}`);
    const { requirements } = traceOf(
      await reportOf(text, { 'internal/invites/store.go': store, 'migrations/0000_members.sql': migration }),
    );
    return shown(requirements[1]?.work?.code).filter((line) => line.startsWith('table'));
  };

  it('is no evidence where a task only says the word', async () => {
    expect(await codeOf('Data Model', 'It lists members who joined, and removes links of the past.')).toEqual(
      [],
    );
    expect(await codeOf('Data Model', 'Members see a table of links.')).toEqual([]);
  });

  it('is evidence where a task names it as a table', async () => {
    const found = ['table members: found migrations/0000_members.sql:1'];
    expect(await codeOf('Data Model', 'Adds an index to `members`.')).toEqual(found);
    expect(await codeOf('Data Model', 'Adds an index to the members table.')).toEqual(found);
    expect(await codeOf('Data Model', 'Legt einen Index auf der Tabelle members an.')).toEqual(found);
  });

  it('is promised by no section that says what is taken over from others', async () => {
    expect(await codeOf('Conventions Taken Over', 'Adds an index to `members`.')).toEqual([]);
    expect(await codeOf('Completed Specs Reviewed', 'Adds an index to `members`.')).toEqual([]);
  });
});
