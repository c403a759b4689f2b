import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDeclaredFacts, declaredFacts } from '../../../src/core/workspace/declared-facts/declared-facts';
import type { DeclaredFactKind } from '../../../src/core/workspace/declared-facts/declared-fact';

/** `line: name = detail` of each fact of a kind. */
function facts(kind: DeclaredFactKind, ...lines: readonly string[]): readonly string[] {
  return readDeclaredFacts('specs/tides.md', lines.join('\n'))
    .filter((fact) => fact.kind === kind)
    .map(({ line, name, detail }) => `${line}: ${name}${detail === '' ? '' : ` = ${detail}`}`);
}

describe('endpoints that a completed spec declares', () => {
  it('are found in headings, code spans, request lines and tables', () => {
    expect(
      facts(
        'endpoint',
        '# Tides',
        '## API',
        '### POST /api/tides/{id}',
        'Replaces `GET /api/old-tides`, which is plain text here: PUT /api/nowhere.',
        '',
        '| Method | Path | What |',
        '|---|---|---|',
        '| delete | `/api/tides/{id}` | removes |',
        '',
        '```http',
        'GET /api/tides?station=7 HTTP/1.1',
        '```',
      ),
    ).toEqual([
      '3: POST /api/tides/{id}',
      '4: GET /api/old-tides',
      '8: DELETE /api/tides/{id}',
      '11: GET /api/tides?station=7',
    ]);
  });

  it('are found in OpenAPI', () => {
    expect(
      facts(
        'endpoint',
        '## API',
        '```yaml',
        'openapi: 3.1.0',
        'paths:',
        '  /tides:',
        '    get:',
        '      summary: all',
        '    post: {}',
        '```',
      ),
    ).toEqual(['6: GET /tides', '8: POST /tides']);
  });

  it('are not those of alternatives, of what is out of scope, or struck through', () => {
    expect(
      facts(
        'endpoint',
        '## Alternatives considered',
        '`GET /api/rejected`',
        '## Out of Scope',
        '- `GET /api/later`',
        '## API',
        'Was ~~`GET /api/gone`~~, is `GET /api/here`.',
      ),
    ).toEqual(['6: GET /api/here']);
  });
});

describe('tables and columns that a completed spec declares', () => {
  it('come from SQL, with columns that are added to tables of other specs', () => {
    const text = [
      '## Data',
      '```sql',
      'CREATE TABLE tides (',
      '  id UUID PRIMARY KEY,',
      '  height NUMERIC(6, 2) NOT NULL',
      ');',
      'ALTER TABLE stations ADD COLUMN zone TEXT NOT NULL, ADD COLUMN depth INT;',
      '```',
    ];
    expect(facts('table', ...text)).toEqual(['3: tides']);
    expect(facts('column', ...text)).toEqual([
      '4: tides.id = UUID',
      '5: tides.height = NUMERIC(6, 2)',
      '7: stations.zone = TEXT',
      '7: stations.depth = INT',
    ]);
  });

  it.each([
    ['#### `tides`', '| Column | Type |'],
    ['### 3.2 Table: tides', '| Field | Data type |'],
    ['### Tabelle tides', '| Spalte | Typ |'],
    ['### 表 tides', '| 字段 | 类型 |'],
    ['### Таблица `tides`', '| Поле | Тип |'],
  ])('come from a table of columns below %s', (heading, header) => {
    const text = ['## Data', heading, '', header, '|---|---|', '| `height` | numeric |'];
    expect(facts('table', ...text)).toEqual(['2: tides']);
    expect(facts('column', ...text)).toEqual(['6: tides.height = numeric']);
  });

  it('come from a table of columns that names each with its table', () => {
    const text = ['## Data', '', '| Column | Type |', '|---|---|', '| `tides.height` | NUMERIC(6, 2) |'];
    expect(facts('column', ...text)).toEqual(['5: tides.height = NUMERIC(6, 2)']);
    expect(facts('column', '| Field | Type |', '|---|---|', '| `tide.height` | number of metres |')).toEqual(
      [],
    );
  });

  it('are not made of a heading that is no name', () => {
    expect(
      facts('column', '## Data', '### What it holds', '', '| Field | Type |', '|---|---|', '| a | b |'),
    ).toEqual([]);
  });
});

describe('settings that a completed spec declares', () => {
  it('are variables of the environment, in text that says so, in tables, files and code', () => {
    expect(
      facts(
        'env-var',
        '## Operations',
        'The port comes from the environment variable `TIDES_PORT`, default 8080. The code is `NOT_FOUND`.',
        '',
        '| Variable | Default |',
        '|---|---|',
        '| `TIDES_ZONE` | UTC |',
        '',
        '```env',
        'TIDES_KEEP_DAYS=30',
        '```',
        '```ts',
        "const url = process.env['TIDES_URL'];",
        '```',
      ),
    ).toEqual(['2: TIDES_PORT = 8080', '6: TIDES_ZONE = UTC', '9: TIDES_KEEP_DAYS = 30', '12: TIDES_URL']);
  });

  it('are configuration keys', () => {
    expect(
      facts(
        'config-key',
        '## Configuration',
        '- `tides.refresh.minutes` defaults to 5',
        '- see `tides.config.ts`',
        '',
        '```yaml',
        'tides:',
        '  keep: 30',
        '  zones:',
        '    - UTC',
        '```',
        '## Data',
        'The field `tide.height` is a number.',
      ),
    ).toEqual(['2: tides.refresh.minutes = 5', '7: tides.keep = 30', '8: tides.zones']);
  });
});

describe('the default of a variable', () => {
  it.each([
    ['`TIDES_MODE` must default to `on`.', 'on'],
    ['`TIDES_MODE` defaults to on.', 'on'],
    ['The default of `TIDES_MODE` is `on`.', 'on'],
    ['The default value of the variable `TIDES_MODE` is 5.', '5'],
    ['`TIDES_MODE` has the default value `on`.', 'on'],
    ['`TIDES_MODE` (default: `on`) says how.', 'on'],
  ])('is the value, not the word behind "default": %s', (sentence, value) => {
    expect(facts('env-var', sentence)).toEqual([`1: TIDES_MODE = ${value}`]);
  });

  it('is none where no value is said', () => {
    expect(facts('env-var', 'The default of the variable `TIDES_MODE` is to be agreed on.')).toEqual([
      '1: TIDES_MODE',
    ]);
  });
});

describe('what else a completed spec declares', () => {
  it('are events, by tables, headings and lists of their sections', () => {
    expect(
      facts(
        'event',
        '## Events',
        '### tide.rising',
        '- `tide.falling`: when it falls',
        '- `src/tides.ts` sends them',
        '',
        '| Topic | Payload |',
        '|---|---|',
        '| `stations/{id}/tides` | Tide |',
      ),
    ).toEqual(['2: tide.rising', '3: tide.falling', '8: stations/{id}/tides']);
  });

  it('are limits: numbers that something bounds', () => {
    expect(
      facts(
        'limit',
        '## Design',
        '- A station has at most 12 sensors. It was built in 2019.',
        '- 每个站点最多 12 个传感器。',
        '',
        '| Route | Rate limit |',
        '|---|---|',
        '| `/tides` | 60 requests per minute |',
        '',
        '## Tests',
        '- at least 3 tests',
      ),
    ).toEqual([
      '2: A station has at most 12 sensors = 12',
      '3: 每个站点最多 12 个传感器 = 12',
      '7: /tides: 60 requests per minute = 60 requests',
    ]);
  });

  it('are conventions, names of indexes, and tests with their commands', () => {
    const text = [
      '## Naming conventions',
      '- Files are named by the tide they serve.',
      '## Data',
      '```sql',
      'CREATE UNIQUE INDEX idx_tides_station ON tides (station_id);',
      '```',
      '## Testing',
      '',
      '| Test | Command |',
      '|---|---|',
      '| `TestTide` | `go test ./tides` |',
    ];
    expect(facts('naming', ...text)).toEqual([
      '2: Files are named by the tide they serve.',
      '5: idx_tides_station = index on tides (station_id)',
    ]);
    expect(facts('test', ...text)).toEqual(['11: TestTide = go test ./tides']);
  });

  it('is told once, at its first line, with the first detail that is stated', () => {
    expect(facts('endpoint', '## API', '`GET /tides` and `GET /tides`', '### GET /tides')).toEqual([
      '2: GET /tides',
    ]);
  });
});

it('only completed specs declare anything', () => {
  const document = { path: 'a.md', reason: '', title: '', bytes: 0, tokens: 0, sha256: '', truncated: false };
  const text = '## API\n`GET /tides`';
  expect(
    declaredFacts({
      documents: [
        { ...document, kind: 'research', text },
        { ...document, kind: 'completed-spec', text },
      ],
    }),
  ).toHaveLength(1);
});

it('any text gives facts at lines that it has', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom(
      '## API',
      '| Column | Type |',
      '|---|---|',
      '| a | b |',
      '```sql',
      '```',
      '`GET /a`',
      '- ',
      'CREATE TABLE a (b int',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join('\n');
      const lines = text.split(/\r\n|\r|\n/).length;
      for (const { line, name } of readDeclaredFacts('a.md', text)) {
        expect(name).not.toBe('');
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(lines);
      }
    }),
  );
});
