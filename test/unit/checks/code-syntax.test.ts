import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listing, underlined } from './builders';
import { block, checkCode } from './code';

async function found(language: string, code: string, before?: string): Promise<readonly string[]> {
  return listing(await checkCode(block(language, code, before)), 'code-syntax');
}

describe('code-syntax', () => {
  it.each([
    ['sql', 'CREATE TABLE invites (id UUID PRIMARY KEY);\n\nSELECT * FROM invites WHERE id = $1;'],
    ['sql', 'SELECT * FROM invites WHERE id = :id AND email = ?;'],
    ['sql', '-- only a comment'],
    [
      'postgresql',
      "CREATE INDEX CONCURRENTLY i ON a USING gin (b jsonb_path_ops) WHERE c ->> 'x' IS NOT NULL;",
    ],
    ['json', '{"error": {"code": "expired"}}'],
    ['json', '{"request": 1}\n{"response": 2}'],
    ['json', '"name": "Ada",\n"age": 3'],
    ['json', 'POST /invites HTTP/1.1\n\n{"email": 1'],
    ['jsonc', '{\n  // why\n  "a": 1,\n}'],
    ['yaml', 'a: 1\n---\nb: [1, 2]'],
    ['yaml', '  a:\n    b: 1\n  ---\n  c: 2'],
    ['yaml', 'a: 1\na: 2'],
    ['mermaid', 'graph LR\n    A[members.Service] -->|change and event| B[(members, audit_events)]'],
    ['mermaid', '%% comment\nsequenceDiagram\n    A->>B: hi #35;1;\n    B-->>A: there'],
    ['mermaid', '---\ntitle: T\n---\nerDiagram\n    A ||--o{ B : has\n    A {\n        uuid id PK\n    }'],
    ['mermaid', 'stateDiagram-v2\n    [*] --> Open\n    Open --> [*] : closed'],
    ['mermaid', 'classDiagram\n    class A {\n        +int x\n        +run() void\n    }\n    A <|-- B'],
    ['mermaid', 'pie title Pets\n    "Dogs" : 3'],
    ['protobuf', 'message Invite {\n  string email = 1;\n}'],
    ['proto', 'syntax = "proto3";\nservice S { rpc Get (A) returns (A); }\nmessage A {}'],
    ['graphql', 'type Invite {\n  email: String!\n}\n\nextend type Query {\n  invites: [Invite!]!\n}'],
    ['go', 'func broken( {'],
    ['text', '{'],
  ])('says nothing about %s that parses: %j', async (language, code) => {
    expect(await found(language, code)).toEqual([]);
  });

  it.each([
    ['sql', 'CREATE TABLE invites (\n    id UUID,,\n    email TEXT\n);', '9:13'],
    ['sql', 'CREATE TABLE é (id UUID);\nALTER TABLE invites ADD COLUM email TEXT;', '9:37'],
    ['json', '{"code": "expired" "message": "x"}', '8:20 .*"," is expected'],
    ['json', '{"code": "expired",}', '8:20'],
    ['json', '{\n  "a": [1, 2\n}', '10:1'],
    ['json', "{'a': 1}", '8:2'],
    ['json', '{"a": 1', '8:8'],
    ['yaml', 'a: [1, 2\nb: 3', '9:1|8:'],
    ['yaml', 'a:\n\tb: 1', '9:1'],
    ['mermaid', 'graph TD\n    A[x --> B', '9:'],
    ['mermaid', 'sequenceDiagram\n    A->>B hi', '9:'],
    ['mermaid', 'graff TD\n    A --> B', '8:1 .*no kind of diagram'],
    ['mermaid', 'erDiagram\n    A ||--o{ B', '9:|10:'],
    ['protobuf', 'message Invite {\n  string email;\n}', '9:3'],
    ['graphql', 'type Invite {\n  email String!\n}', '9:9'],
  ])('finds what is wrong in %s at its place: %j', async (language, code, place) => {
    expect(await found(language, code)).toEqual([
      expect.stringMatching(new RegExp(`error .*(?:${place})`, 'u')),
    ]);
  });

  it.each([
    ['json', '{"items": [...]}'],
    ['json', '{"id": <uuid>}'],
    ['json', '{"id": string}'],
    ['json', '{\n  // who\n  "id": 1\n}'],
    ['sql', 'ALTER TABLE invites ...;'],
    ['yaml', 'a: {b: {{ .Values.x }}, c: [}'],
  ])('only names a sample in %s that leaves parts out: %j', async (language, code) => {
    expect(await found(language, code)).toEqual([expect.stringContaining('info')]);
  });

  it('leaves SQL of other databases alone', async () => {
    const code = 'CREATE TABLE users (id INTEGER PRIMARY KEY AUTOINCREMENT);';
    expect(await found('sql', code, 'Stored in SQLite.')).toEqual([]);
    expect(await found('sql', code, 'Stored somewhere.')).toEqual([]);
    expect(await found('sql', code, 'Stored in PostgreSQL.')).toHaveLength(1);
  });

  it('holds a whole OpenAPI description against the schema of its version, and a fragment against none', async () => {
    const whole =
      'openapi: 3.0.3\ninfo:\n  title: T\n  version: "1"\npaths:\n  /a:\n    get:\n      summary: S\n';
    expect(
      await found('yaml', `${whole}      responses:\n        "200":\n          description: ok`),
    ).toEqual([]);
    expect(await found('yaml', whole)).toEqual([expect.stringMatching(/error .*OpenAPI.*responses/u)]);
    expect(await found('yaml', 'openapi: 3.1.0\npaths: {}')).toEqual([]);
    expect(
      await found('yaml', 'components:\n  schemas:\n    A:\n      properties:\n        b: {type: string}'),
    ).toEqual([]);
    expect(
      await found('json', '{"openapi": "3.0.0", "info": {"title": 1, "version": "1"}, "paths": {}}'),
    ).toEqual([expect.stringMatching(/error 8:\d+ .*title/u)]);
  });

  it('reads schemas of OpenAPI 3.1 as JSON Schema', async () => {
    const answer = (schema: string): string =>
      `openapi: 3.1.0\ninfo: {title: t, version: "1"}\npaths:\n  /a:\n    get:\n      responses:\n        "200":\n          description: ok\n          content:\n            application/json:\n              schema: ${schema}`;
    expect(await found('yaml', answer("{$ref: '#/components/schemas/A'}"))).toEqual([]);
    expect(
      await found('yaml', answer('{type: object, properties: {a: {type: [string, "null"], example: b}}}')),
    ).toEqual([]);
    expect(await found('yaml', answer('{type: object, properties: {a: {type: text}}}'))).toEqual([
      expect.stringMatching(/error .*OpenAPI.*properties > a > type/u),
    ]);
  });

  it('underlines the place within an indented block', async () => {
    const text = '# Spec\n\n- item\n\n  ```json\n  {"a": 1,\n   "b" 2}\n  ```\n';
    const report = await checkCode(text);
    const [finding] = report.findings.filter(({ check }) => check === 'code-syntax');
    expect(finding?.line).toBe(7);
    expect(finding === undefined ? '' : underlined(text, finding)).toBe('2');
  });

  it('survives any text in any notation', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(
          'sql',
          'json',
          'yaml',
          'mermaid',
          'proto',
          'graphql',
          'go',
          'ts',
          'python',
          'java',
          'rust',
        ),
        fc.oneof(
          fc.string(),
          fc.string({ unit: 'binary' }),
          fc
            .constantFrom('graph TD\n', '{', '[', 'type A struct {', 'interface A {', '-- +goose Up\n')
            .chain((a) => fc.string().map((b) => a + b)),
        ),
        async (language, code) => {
          const report = await checkCode(block(language, code.replaceAll('```', '')));
          expect(report.findings.filter(({ check }) => check === 'internal-error')).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('takes no more than linear time for long and deep blocks', async () => {
    for (const [language, unit] of [
      ['json', '['],
      ['json', '{"a": 1}\n'],
      ['yaml', '- '],
      ['yaml', '['],
      ['sql', '('],
      ['sql', 'SELECT 1;\n'],
      ['graphql', '{ a '],
      ['proto', 'message A { '],
      ['go', 'type A struct { X '],
      ['ts', 'interface A { x: { '],
      ['mermaid', 'graph TD\nA-->B\n'],
    ] as const) {
      const report = await checkCode(block(language, unit.repeat(3000)));
      expect(report.findings.filter(({ check }) => check === 'internal-error')).toEqual([]);
    }
  });
});

describe('references within a description of OpenAPI', () => {
  const described = (target: string, rest: string): string =>
    'openapi: 3.0.3\ninfo: { title: t, version: "1" }\npaths:\n  /parcels:\n    get:\n      responses:\n        "200":\n          description: ok\n' +
    `          content:\n            application/json:\n              schema: { $ref: '${target}' }\n${rest}`;
  const schemas = 'components:\n  schemas:\n    Parcel: { type: object }\n    Crate/Big: { type: object }\n';

  it('finds one to a schema that is not there', async () => {
    const report = await checkCode(block('yaml', described('#/components/schemas/Parcels', schemas)));
    expect(listing(report, 'code-syntax')).toEqual([
      expect.stringContaining('nothing is at #/components/schemas/Parcels'),
    ]);
  });

  it('says nothing of those that are there, of other documents, and where no schemas are shown', async () => {
    for (const [target, rest] of [
      ['#/components/schemas/Parcel', schemas],
      ['#/components/schemas/Crate~1Big', schemas],
      ['common.yaml#/components/schemas/Parcels', schemas],
      ['#/components/schemas/Parcels', ''],
    ] as const)
      expect(await found('yaml', described(target, rest)), target).toEqual([]);
  });
});
