import { describe, expect, it } from 'vitest';
import type { Template } from '../../../src/core/template/template';
import { parseSpec } from '../../../src/core/spec/parse-spec';
import { check, edit, goodSpec, listing, section, taskTemplate } from './builders';
import { surroundingsOf } from './surroundings';

const template: Template = (() => {
  const base = taskTemplate();
  const further = [
    ['design', 'Design'],
    ['deviations', 'Deviations'],
    ['rules', 'Rules Applied'],
  ].map(([key = '', heading = '']) => section(key, heading, { optional: true }));
  return { ...base, sections: [...base.sections.slice(0, 3), ...further, ...base.sections.slice(3)] };
})();

/** The good spec with more to say before its tasks. */
function specWith(text: string): string {
  return edit(goodSpec, '## 2. Implementation', `${text}\n\n## 2. Implementation`);
}

async function found(
  id: string,
  text: string,
  files: Readonly<Record<string, string>>,
  path = 'tech-specs/spec.md',
): Promise<readonly string[]> {
  const report = check({ text, template, path, surroundings: await surroundingsOf(files, path) });
  return listing(report, id).map((line) => line.replace(/^[\w-]+ \w+ \d+:\d+ /u, ''));
}

const completed = `# Tech Spec: Roles

**Status:** Implemented

## Data Model

#### members

| Column | Type | Notes |
|---|---|---|
| id | UUID | PK |
| role | VARCHAR(20) | NOT NULL |
| joined_at | TIMESTAMP WITH TIME ZONE | |

## API

#### POST /api/members/{memberID}/role

**Response:** 200

\`\`\`go
type RoleResponse struct {
	ID   uuid.UUID \`json:"id"\`
	Role string    \`json:"role"\`
}
\`\`\`

## Events

| Event | Channel | Payload |
|---|---|---|
| member.removed | \`workspace:members\` | \`{ id, workspace_id }\` |

## Configuration

| Variable | Default |
|---|---|
| ROSTER_ROLE_CACHE_SECONDS | 60 |

## Limits

A workspace has at most 500 members with a role of their own.
`;
const past = {
  'tech-specs/completed/roles.md': completed,
  'tech-specs/completed/names.md':
    '# Names\n\n**Status:** Implemented\n\n## Data Model\n\n#### member.renamed\n\n**Channel:** topic `members`\n\n**Payload:** `{ id: string, name: string }`\n',
};

describe('past-conflict', () => {
  it.each([
    [
      'a field of another type, by its name and the document',
      '### Deviations\n\n- `role` of the response becomes a number, where `completed/roles.md` has a string.',
    ],
    [
      'such a field beside the endpoint',
      'Deviation from [roles](completed/roles.md), section 4: `role` is a number here.',
    ],
  ])('accepts %s', async (_, declared) => {
    const body =
      '## API\n\n#### POST /api/members/{id}/role\n\n**Response:** 200\n\n```go\ntype R struct {\n\tID uuid.UUID `json:"id"`\n\tRole int `json:"role"`\n}\n```';
    expect(await found('past-conflict', specWith(`${body}\n\n${declared}`), past)).toEqual([]);
    // What is declared of one field says nothing of another.
    const other = `${body.replace('uuid.UUID', 'int64')}\n\n${declared}`;
    expect(await found('past-conflict', specWith(other), past)).toEqual([
      'POST /api/members/{id}/role is id: int64 here and id: uuid.UUID in tech-specs/completed/roles.md:17: keep to it, or name it among the deviations.',
    ]);
  });

  it.each([
    [
      'a column of another type',
      '## Data\n\n#### members\n\n| Column | Type |\n|---|---|\n| role | INTEGER |',
      'members.role is INTEGER here and VARCHAR(20) in tech-specs/completed/roles.md:12: keep to it, or name it among the deviations.',
    ],
    [
      'a column of another type in SQL',
      '## Data\n\n```sql\nCREATE TABLE members (\n  id BIGINT PRIMARY KEY,\n  role varchar(20)\n);\n```',
      'members.id is BIGINT here and UUID in tech-specs/completed/roles.md:11: keep to it, or name it among the deviations.',
    ],
    [
      'a column whose other type is said in a sentence',
      '## Data\n\nThe migration drops the view; `members.role` becomes INTEGER.',
      'members.role is INTEGER here and VARCHAR(20) in tech-specs/completed/roles.md:12: keep to it, or name it among the deviations.',
    ],
    [
      'a column whose other type is said in the row of its table',
      '## Modified Tables\n\n| Table | Change | Migration |\n|---|---|---|\n| members | `role` is INTEGER | in place |',
      'members.role is INTEGER here and VARCHAR(20) in tech-specs/completed/roles.md:12: keep to it, or name it among the deviations.',
    ],
    [
      'a column of another type in a table of all tables',
      '## Data\n\n| Table | Column | Type |\n|---|---|---|\n| members | role | INTEGER |',
      'members.role is INTEGER here and VARCHAR(20) in tech-specs/completed/roles.md:12: keep to it, or name it among the deviations.',
    ],
    [
      'a column that SQL gives another type',
      '## Data\n\n```sql\nALTER TABLE members ALTER COLUMN role TYPE INTEGER;\n```',
      'members.role is INTEGER here and VARCHAR(20) in tech-specs/completed/roles.md:12: keep to it, or name it among the deviations.',
    ],
    [
      'another status in a sentence',
      '## API\n\n#### POST /api/members/:id/role\n\n204 without a body, as the client ignores it.',
      'POST /api/members/:id/role is 204 here and 200 in tech-specs/completed/roles.md:17: keep to it, or name it among the deviations.',
    ],
    [
      'another status of an endpoint that a sentence names first',
      'Owners call the existing `POST /api/members/:id/role`.\n\n## API\n\n#### `POST /api/members/:id/role`\n\n**Response:** 204',
      'POST /api/members/:id/role is 204 here and 200 in tech-specs/completed/roles.md:17: keep to it, or name it among the deviations.',
    ],
    [
      'an event with another payload in labelled lines',
      '## Messages of the roster\n\n#### member.renamed\n\n**Channel:** topic `members`\n\n**Payload:** `{ id: number, name: string }`',
      'member.renamed is id: number here and id: string in tech-specs/completed/names.md:7: keep to it, or name it among the deviations.',
    ],
    [
      'another default',
      '## Configuration\n\n| Variable | Default |\n|---|---|\n| ROSTER_ROLE_CACHE_SECONDS | 300 |',
      'ROSTER_ROLE_CACHE_SECONDS is 300 here and 60 in tech-specs/completed/roles.md:38: keep to it, or name it among the deviations.',
    ],
    [
      'another channel',
      '## Events\n\n| Event | Channel | Payload |\n|---|---|---|\n| member.removed | `members` | `{ id, workspace_id }` |',
      'member.removed is members here and workspace:members in tech-specs/completed/roles.md:32: keep to it, or name it among the deviations.',
    ],
    [
      'another channel in a row, where a heading ends with the name, too',
      '## Events\n\n### Who listens to member.removed\n\nThe roster.\n\n### All events\n\n| Event | Channel | Payload |\n|---|---|---|\n| member.removed | `members` | `{ id, workspace_id }` |',
      'member.removed is members here and workspace:members in tech-specs/completed/roles.md:32: keep to it, or name it among the deviations.',
    ],
    [
      'a payload that lost a field',
      '## Events\n\n| Event | Channel | Payload |\n|---|---|---|\n| member.removed | `workspace:members` | `{ id, reason }` |',
      'member.removed is without workspace_id here and with workspace_id in tech-specs/completed/roles.md:32: keep to it, or name it among the deviations.',
    ],
    [
      'another status',
      '## API\n\n#### POST /api/members/:id/role\n\n**Response:** 204',
      'POST /api/members/:id/role is 204 here and 200 in tech-specs/completed/roles.md:17: keep to it, or name it among the deviations.',
    ],
    [
      'a field of another type',
      '## API\n\n#### POST /api/members/{id}/role\n\n**Response:** 200\n\n```go\ntype R struct {\n\tID int64 `json:"id"`\n\tRole string `json:"role"`\n}\n```',
      'POST /api/members/{id}/role is id: int64 here and id: uuid.UUID in tech-specs/completed/roles.md:17: keep to it, or name it among the deviations.',
    ],
    [
      'another number for the same limit',
      '## Limits\n\nA workspace has at most 300 members with a role of their own.',
      'A workspace has at most 300 members with a role of their own is 300 here and 500 in tech-specs/completed/roles.md:42: keep to it, or name it among the deviations.',
    ],
  ])('reports %s, with the place in the other spec', async (_, body, message) => {
    expect(await found('past-conflict', specWith(body), past)).toEqual([message]);
  });

  it.each([
    [
      'the same in other words',
      '#### members\n\n| Column | Type |\n|---|---|\n| joined_at | timestamptz |\n| role | character varying(20) NOT NULL |',
    ],
    ['a new column', '#### members\n\n| Column | Type |\n|---|---|\n| email | CITEXT |'],
    ['a type that is none of SQL', '#### members\n\n| Field | Type |\n|---|---|\n| role | MemberRole |'],
    [
      'a word in small letters that is no type where it stands',
      'The list shows `members.role` text and `members.joined_at` date as the browser has them.',
    ],
    [
      'statuses of which one depends on the request',
      '## API\n\n#### POST /api/members/{id}/role\n\nAnswers 201 with the role. Answers 200 when the member had it.',
    ],
    [
      'a value that is tried out',
      'Run with the environment variable `ROSTER_ROLE_CACHE_SECONDS=1` and see it expire.',
    ],
    [
      'a payload that gained a field',
      '## Events\n\n| Event | Channel | Payload |\n|---|---|---|\n| member.removed | `workspace:members` | `{ id, workspace_id, by }` |',
    ],
    ['another limit', '## Limits\n\nA workspace has at most 20 pending invitations of its owners.'],
    [
      'the same limit in another unit',
      '## Limits\n\nA workspace keeps members with a role of their own at most 500 days.',
    ],
    [
      'a declared deviation',
      '#### members\n\n| Column | Type |\n|---|---|\n| role | INTEGER |\n\n## Deviations\n\n- `members.role` becomes a number, because roles are ordered.',
    ],
  ])('lets %s be', async (_, body) => {
    expect(await found('past-conflict', specWith(body), past)).toEqual([]);
  });

  it('does not hold finished work against what may be younger', async () => {
    const text = specWith('#### members\n\n| Column | Type |\n|---|---|\n| role | INTEGER |');
    expect(await found('past-conflict', text, past, 'tech-specs/completed/spec.md')).toEqual([]);
  });
});

const decision = `# 0001: One-time tokens are kept in PostgreSQL

- Status: Accepted

## Context

Invitations need tokens that are used once.

## Rejected

- **Redis with a time to live.** It would be a second stateful service.
- **Signed tokens without storage (JWT).** They can not be revoked.
`;
const records = { 'docs/decisions/0001-tokens.md': decision };
const decisions = (rows: string): string =>
  specWith(`## Design\n\n| Decision | Alternatives | Why |\n|---|---|---|\n${rows}`);

describe('rejected-decision', () => {
  it.each([
    ['a decision', decisions('| Invitation tokens live in Redis (US-001) | PostgreSQL | Speed |')],
    ['a sentence', specWith('## Design\n\nThe service stores tokens of invitations in Redis.')],
    [
      'a dependency',
      specWith('## Dependencies\n\n| Dependency | Version |\n|---|---|\n| github.com/redis/go-redis | v9 |'),
    ],
  ])('reports %s that takes what a record turned down, with the reason', async (_, text) => {
    expect(await found('rejected-decision', text, records)).toEqual([
      'Redis with a time to live was turned down in docs/decisions/0001-tokens.md:11: It would be a second stateful service.',
    ]);
  });

  it.each([
    [
      'an item among decisions',
      specWith('## Key Decisions\n\n- **Mails go through Celery** (US-001): cron was considered.'),
      'Celery was turned down in docs/decisions/0004-jobs.md:7: two more processes for mails.',
    ],
    [
      'a package that no list knows',
      specWith('## Components\n\n| Component | Technology |\n|---|---|\n| Dates of mails | rrule |'),
      'rrule was turned down in docs/decisions/0004-jobs.md:8: nine keys need no parser.',
    ],
  ])('reports %s, however little the record shares with the source', async (_, text, message) => {
    const jobs = {
      'docs/decisions/0004-jobs.md':
        '# 4. Mails\n\nStatus: Accepted\n\n## Rejected\n\n- Celery: two more processes for mails.\n- rrule: nine keys need no parser.\n',
    };
    expect(await found('rejected-decision', text, jobs)).toEqual([message]);
  });

  it.each([
    [
      'a name that no list knows',
      '# 4. Locks\n\nStatus: Accepted\n\n## Rejected\n\n- Consul: one more cluster.\n',
      'Locks move to Consul',
      'Consul',
    ],
    [
      'a name with a digit',
      '# 4. Files are not kept in S3\n\nStatus: Accepted\n\n| Option | Outcome |\n|---|---|\n| S3 | rejected |\n',
      'Files are kept in S3',
      'S3',
    ],
    [
      'what its own title says is not done',
      '# 4. Postings do not go to Kafka\n\nStatus: Accepted\n\n## Rejected\n\n- Kafka: nobody runs it.\n',
      'Postings go through Kafka',
      'Kafka',
    ],
  ])('knows %s in a record', async (_, record, choice, name) => {
    const found4 = await found('rejected-decision', decisions(`| ${choice} (US-001) | - | - |`), {
      'docs/decisions/0004-locks.md': record,
    });
    expect(found4).toEqual([
      expect.stringContaining(`${name} was turned down in docs/decisions/0004-locks.md`),
    ]);
  });

  it('belongs to the line that takes what was turned down, never to one that only cites the record', async () => {
    const records = {
      'docs/decisions/0002-sessions-not-jwt.md':
        '# 2. Server-side sessions instead of JWT\n\nStatus: accepted\n\n## Decision\n\nA session is a row in `sessions`. JWT was rejected, since we must be able to sign people out at once.\n',
    };
    const cited = '- `docs/decisions/0002-sessions-not-jwt.md`: 2. Server-side sessions instead of JWT';
    const task =
      '- **T-001:** Sessions use JWT tokens signed with RS256\n  - _Description:_ Sessions use JWT tokens signed with RS256';
    const about = (text: string): Promise<readonly string[]> => found('rejected-decision', text, records);
    expect(await about(specWith(`## Key Decisions\n\n${cited}`))).toEqual([]);
    const message =
      'JWT was turned down in docs/decisions/0002-sessions-not-jwt.md:7: since we must be able to sign people out at once.';
    expect(await about(specWith(`## Key Decisions\n\n${cited}\n\n## Tasks\n\n${task}`))).toEqual([message]);
    expect(await about(specWith('## Requirements\n\n- FR-002: Sessions use JWT tokens.'))).toEqual([message]);
    expect(await about(specWith('## Requirements\n\n- FR-002: Sessions use rows instead of JWT.'))).toEqual(
      [],
    );
  });

  it('takes no word for a name that the record writes small elsewhere', async () => {
    const record =
      '# 4. Jobs\n\nStatus: Accepted\n\nWithout polling there is no delay.\n\n## Rejected\n\n- Polling: too slow.\n';
    const text = decisions('| Jobs find work by polling (US-001) | - | - |');
    expect(await found('rejected-decision', text, { 'docs/decisions/0004-jobs.md': record })).toEqual([]);
  });

  it('takes no German noun for a name, which has its capital everywhere', async () => {
    const record =
      '# 4. Mails\n\nStatus: Accepted\n\nWir senden die Mails direkt und warten nicht auf eine Antwort, weil das für den Zweck genügt.\n\n## Verworfene Alternativen\n\n- Warteschlange: ist zu langsam.\n- RabbitMQ: wird von niemandem betrieben.\n';
    const text = decisions(
      '| Eine Warteschlange für Mails (US-001) | - | - |\n| Alternativen zu Mails (US-001) | - | - |\n| RabbitMQ (US-001) | - | - |',
    );
    expect(await found('rejected-decision', text, { 'docs/decisions/0004-mails.md': record })).toEqual([
      expect.stringContaining('RabbitMQ was turned down in docs/decisions/0004-mails.md'),
    ]);
  });

  it('takes a German noun that is used without an article for a name', async () => {
    const record =
      '# 2. Freigaben ohne Engine\n\nStatus: Angenommen\n\nDer Ablauf der Freigaben steht im Dienst.\n\n## Rejected\n\n- **Camunda**: Betrieb und Schulung stehen in keinem Verhältnis zu drei Stufen.\n- **Tabelle**: wie eine Datei.\n';
    const text = specWith(
      '## Entwurf\n\n- Wir verwenden Camunda für den Ablauf der Freigaben, weil Vertretungen dort eingebaut sind.\n- Wir verwenden die Tabelle für den Ablauf der Freigaben.',
    );
    expect(await found('rejected-decision', text, { 'docs/decisions/0002-freigaben.md': record })).toEqual([
      expect.stringContaining('Camunda was turned down in docs/decisions/0002-freigaben.md:9'),
    ]);
  });

  it.each(['Rejected alternatives', 'Rejected options', 'Opciones descartadas'])(
    'reads the list below "%s"',
    async (heading) => {
      const record = `# 4. Locks\n\nStatus: Accepted\n\n## ${heading}\n\n- Consul: one more cluster.\n`;
      const text = decisions('| Locks move to Consul (US-001) | - | - |');
      expect(await found('rejected-decision', text, { 'docs/decisions/0004-locks.md': record })).toEqual([
        expect.stringContaining('Consul was turned down in docs/decisions/0004-locks.md:7'),
      ]);
    },
  );

  it('takes neither what speaks for and against an option nor the record itself for something that was turned down', async () => {
    const record = `# 5. Jobs of mails

**Status:** Accepted

## Decision

Jobs of mails go through PostgreSQL.

## Options

### Option B: RabbitMQ ❌ Rejected

**Pros**:

- ✅ **AMQP Clients**: there for every language
- Fast

**Cons**:

- ❌ **NO HISTORY**: nobody sees which mails were sent

## Rejected

Advantages:

- WebSockets: nothing to poll

All in all:

- Kafka: too large for mails
`;
    const chosen = (text: string): string => specWith(`## Key Decisions\n\n- **${text}** (US-001)`);
    const files = { 'docs/decisions/0005-jobs.md': record };
    const about = (text: string): Promise<readonly string[]> => found('rejected-decision', text, files);
    expect(await about(chosen('Workers of mails are AMQP clients'))).toEqual([]);
    expect(await about(chosen('The outbox of mails keeps no HISTORY of jobs'))).toEqual([]);
    expect(await about(chosen('Mails arrive by WebSockets'))).toEqual([]);
    expect(await about(chosen('Jobs of mails go through RabbitMQ'))).toHaveLength(1);
    expect(await about(chosen('Jobs of mails go through Kafka'))).toHaveLength(1);
    const self = record.replace('PostgreSQL', 'RabbitMQ');
    expect(await found('rejected-decision', self, { 'docs/decisions/0005-jobs.md': self })).toEqual([]);
    expect(
      await about(specWith('## Related Decisions\n\n- Jobs of mails went through RabbitMQ there')),
    ).toEqual([]);
  });

  it.each([
    ['an item that cites what it serves', '- **Mails 通过 Celery 发送** (US-001)：cron 太慢。'],
    ['what comes after the citation', '- Mails leave at night (US-001): Celery schedules them, one by one.'],
    ['a description without a name', '- Mails have a fixed lifetime of ten days.'],
  ])('reports outside of decisions, too, %s', async (_, item) => {
    const jobs = {
      'docs/decisions/0004-jobs.md':
        '# 4. Mails\n\nStatus: Accepted\n\nFixed lifetimes were rejected: mails came too late.\n\n## Rejected\n\n- Celery: two more processes for mails.\n',
    };
    expect(await found('rejected-decision', specWith(`## System Context\n\n${item}`), jobs)).toHaveLength(1);
    for (const fine of [
      '- **Mails leave at night** (US-001): Celery was considered for mails.',
      '- **Mails go through cron instead of Celery** (US-001): one process less.',
      '- Mails have no fixed lifetime.',
    ])
      expect(await found('rejected-decision', specWith(`## System Context\n\n${fine}`), jobs), fine).toEqual(
        [],
      );
  });

  it('takes of an item among decisions only what it begins with', async () => {
    const text = specWith(
      '## Key Decisions\n\n- **Tokens are rows** (US-001): Redis was considered for tokens.',
    );
    expect(await found('rejected-decision', text, records)).toEqual([]);
  });

  it('reports what a superseded record or a research note turned down', async () => {
    const superseded = {
      'docs/decisions/0003-queue.md': '# 0003: Jobs go through RabbitMQ\n\n- Status: Superseded by 0007\n',
    };
    expect(
      await found(
        'rejected-decision',
        decisions('| Jobs of invitations go through RabbitMQ | Cron | Safe |'),
        superseded,
      ),
    ).toEqual([
      'Jobs go through RabbitMQ was turned down in docs/decisions/0003-queue.md:1: Superseded by 0007',
    ]);
    const research = {
      'research/realtime.md':
        '# Invitations in real time\n\n| Option | Verdict | Why |\n|---|---|---|\n| GraphQL subscriptions | Not recommended | Proxies cut them |\n| Polling | Recommended | Simple |\n',
    };
    expect(
      await found(
        'rejected-decision',
        decisions('| Invitations arrive by GraphQL subscriptions | Polling | Fast |'),
        research,
      ),
    ).toEqual([
      'GraphQL subscriptions was turned down in research/realtime.md:5: Not recommended; Proxies cut them',
    ]);
  });

  it.each([
    [
      'a rejection among the alternatives',
      decisions('| Tokens are rows in PostgreSQL | Redis: rejected in 0001 | Safe |'),
    ],
    ['a choice against it', decisions('| Tokens of invitations are rows instead of Redis keys | - | Safe |')],
    [
      'a sentence that rejects it',
      specWith('## Design\n\nRedis was rejected: the service stores tokens in rows.'),
    ],
    [
      'its mention under Alternatives',
      specWith('## Alternatives Considered\n\nThe service stores tokens of invitations in Redis.'),
    ],
    [
      'a choice about something else',
      decisions(
        '| Browser end-to-end harness parses JWT fixtures produced by accounts | - | Given |',
      ).replace('invitations', ''),
    ],
  ])('lets %s be', async (_, text) => {
    expect(await found('rejected-decision', text, records)).toEqual([]);
  });
});

const stack = {
  'go.mod':
    'module example.com/roster\n\ngo 1.24\n\nrequire (\n\tgithub.com/go-chi/chi/v5 v5.2.1\n\tgithub.com/jackc/pgx/v5 v5.7.4\n)\n',
  'main.go': 'package main\n',
  'web/package.json': '{"dependencies":{"react":"19.1.0"},"devDependencies":{"typescript":"5.8.3"}}',
};

describe('stack-deviation', () => {
  it.each([
    [
      'MongoDB in a decision',
      decisions('| Invitations are documents in MongoDB | PostgreSQL | Schema |'),
      'The database in use is PostgreSQL: choosing MongoDB is a deviation, which needs its entry and reason.',
    ],
    [
      'a dependency',
      specWith('## Dependencies\n\n| Dependency | Version |\n|---|---|\n| github.com/gin-gonic/gin | v1 |'),
      'The server framework in use is chi: choosing Gin is a deviation, which needs its entry and reason.',
    ],
    [
      'a language',
      specWith('## Design\n\nThe importer is written in Python.'),
      'The language in use is Go, TypeScript: choosing Python is a deviation, which needs its entry and reason.',
    ],
  ])('reports %s', async (_, text, message) => {
    expect(await found('stack-deviation', text, stack)).toEqual([message]);
  });

  it.each([
    [
      'what is in use',
      decisions('| Rows in PostgreSQL, screens in React, handlers with chi | MongoDB | Known |'),
    ],
    [
      'a declared deviation',
      specWith(
        '## Design\n\nThe importer is written in Python.\n\n## Deviations\n\n- Python for the importer, since its parser exists there only.',
      ),
    ],
    [
      'what is not chosen',
      specWith('## Design\n\nThe service stores events without Kafka and uses no MongoDB.'),
    ],
    ['a verb', decisions('| Express limits as numbers and Echo the id | - | Clear |')],
    ['what has no counterpart', decisions('| Invitations are sent through RabbitMQ | - | Load |')],
  ])('lets %s be', async (_, text) => {
    expect(await found('stack-deviation', text, stack)).toEqual([]);
  });
});

const rules = {
  'AGENTS.md': '# Agents\n\nRun the tests.',
  '.cursor/rules/api.mdc': '---\nalwaysApply: true\n---\n\n# API conventions\n\nErrors have a code.',
};
const ledger = (rows: string): string =>
  specWith(`## Rules Applied\n\n| Rule Document | Verdict |\n|---|---|\n${rows}`);
const numbered = '\n\n### 2.1 Errors\n\nThey have a code.\n';
const api = '| `.cursor/rules/api.mdc` | followed in section 2 |';

describe('rules-ledger', () => {
  it.each([
    ['a section and a task', `| \`AGENTS.md\` | satisfied: T-001, section 2 |\n${api}`],
    [
      'a link and a file',
      `| [AGENTS.md](../AGENTS.md) | followed in \`internal/invites/handler.go\` |\n${api}`,
    ],
    ['a number in a sentence', `| AGENTS.md | followed: errors and paging in 2.1 |\n${api}`],
    ['a number in parentheses', `| AGENTS.md | followed: nothing in memory (2.1), SQL alone |\n${api}`],
    ['a folder', `| AGENTS.md | followed: one file in \`internal/invites\` |\n${api}`],
    ['a reason', `| AGENTS.md | waived: there is nothing to test yet |\n${api}`],
    [
      'what does not apply',
      `| AGENTS.md | not applicable: no agent works on this |\n| API conventions | n/a, since no endpoint changes |`,
    ],
  ])('accepts %s', async (_, rows) => {
    expect(await found('rules-ledger', ledger(rows) + numbered, rules)).toEqual([]);
  });

  it.each([
    [
      'a missing row',
      api,
      'Rule document AGENTS.md has no verdict: say where the design follows it, why not, or why it does not apply.',
    ],
    [
      'a second row',
      `| AGENTS.md | in T-001 |\n| AGENTS.md | in T-002 |\n${api}`,
      'Rule document AGENTS.md has two verdicts.',
    ],
    [
      'a document that is not there',
      `| AGENTS.md | in T-001 |\n| docs/rules/none.md | in T-001 |\n${api}`,
      'There is no rule document docs/rules/none.md.',
    ],
    [
      'no place',
      `| AGENTS.md | followed |\n${api}`,
      'The verdict on AGENTS.md does not say where it is followed: name a section, a task or a file.',
    ],
    [
      'a place that is not there',
      `| AGENTS.md | followed in T-099 |\n${api}`,
      'The verdict on AGENTS.md names T-099, which this document does not have.',
    ],
    [
      'a section that is not there',
      `| AGENTS.md | followed in section 9.9 |\n${api}`,
      'The verdict on AGENTS.md names section 9.9, which this document does not have.',
    ],
    ['no reason', `| AGENTS.md | not applicable |\n${api}`, 'The verdict on AGENTS.md gives no reason.'],
    [
      'a waiver without reason',
      `| AGENTS.md | waived |\n${api}`,
      'The verdict on AGENTS.md gives no reason.',
    ],
    [
      'no verdict',
      `| AGENTS.md | |\n${api}`,
      'The verdict on AGENTS.md is none: say satisfied and where, waived and why, or not applicable and why.',
    ],
  ])('reports %s', async (_, rows, message) => {
    expect(await found('rules-ledger', ledger(rows), rules)).toEqual([message]);
  });

  it('judges a row about a document that nothing asks for, where it has no verdict or no reason', async () => {
    const further = { ...rules, '.windsurf/rules/ui.md': '---\ntrigger: manual\n---\n# UI\nNo tables.' };
    const rows = (verdict: string): string =>
      ledger(`| AGENTS.md | in T-001 |\n| .windsurf/rules/ui.md | ${verdict} |\n${api}`);
    expect(await found('rules-ledger', rows('Deviated'), further)).toEqual([
      'The verdict on .windsurf/rules/ui.md gives no reason.',
    ]);
    expect(await found('rules-ledger', rows(''), further)).toHaveLength(1);
    expect(await found('rules-ledger', rows('Read for its names'), further)).toEqual([]);
  });

  it.each([
    [
      'cumprido',
      'The verdict on AGENTS.md does not say where it is followed: name a section, a task or a file.',
    ],
    [
      'atendida',
      'The verdict on AGENTS.md does not say where it is followed: name a section, a task or a file.',
    ],
    ['exceção', 'The verdict on AGENTS.md gives no reason.'],
  ])('reads the verdict "%s"', async (verdict, message) => {
    expect(await found('rules-ledger', ledger(`| AGENTS.md | ${verdict} |\n${api}`), rules)).toEqual([
      message,
    ]);
  });

  it('takes an open question for a gap', async () => {
    const text = edit(
      ledger(`| AGENTS.md | OQ-1 |\n${api}`),
      'None.\n\n## Review',
      '- [ ] **OQ-1:** Which rules apply?\n\n## Review',
    );
    expect(await found('rules-ledger', text, rules)).toEqual(['The verdict on AGENTS.md waits for OQ-1.']);
  });

  it('adds missing rows with an open question, so that nothing is claimed', async () => {
    const text = ledger('| README.md | in T-001 |');
    const surroundings = await surroundingsOf({ ...rules, 'README.md': '# Readme' });
    const run = (source: string): ReturnType<typeof check> =>
      check({ text: source, template, path: 'tech-specs/spec.md', surroundings });
    let mended = text;
    for (let round = 0; round < 2; round += 1) {
      const report = run(mended);
      const finding = report.findings.find(({ check: id, fixable }) => id === 'rules-ledger' && fixable);
      const [fix] = finding === undefined ? [] : report.fixesOf(finding);
      mended = applied(mended, fix?.edits ?? []);
    }
    expect(mended).toContain('| `AGENTS.md` | OQ-1 |\n| `.cursor/rules/api.mdc` | OQ-1 |');
    expect(mended).toContain('- [ ] **OQ-1:** Does the design follow AGENTS.md, where, or why not?');
    const rest = run(mended).findings.filter(({ check: id }) => id === 'rules-ledger');
    expect(rest.map(({ gap, severity }) => `${severity} ${gap ?? ''}`)).toEqual(['warning OQ-1']);
    expect(parseSpec(mended).openQuestions).toHaveLength(1);
  });

  it('asks nothing of finished work, and nothing of a section that only stands where the ledger would', async () => {
    expect(await found('rules-ledger', ledger(api), rules, 'tech-specs/completed/spec.md')).toEqual([]);
    expect(await found('rules-ledger', goodSpec, rules)).toEqual([]);
  });
});

function applied(
  text: string,
  edits: readonly {
    readonly range: { line: number; column: number; endLine: number; endColumn: number };
    readonly newText: string;
  }[],
): string {
  const lines = text.split('\n');
  const offset = (line: number, column: number): number =>
    lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
  return [...edits]
    .map(({ range, newText }) => ({
      from: offset(range.line, range.column),
      to: offset(range.endLine, range.endColumn),
      newText,
    }))
    .sort((a, b) => b.from - a.from)
    .reduce((out, { from, to, newText }) => out.slice(0, from) + newText + out.slice(to), text);
}
