import { describe, expect, it } from 'vitest';
import { listing } from './builders';
import { checkCode } from './code';

const go = `type InviteResponse struct {
	ID        uuid.UUID         \`json:"id"\`
	Email     string            \`json:"email"\`
	Role      Role              \`json:"role"\`
	ExpiresAt time.Time         \`json:"expires_at"\`
	Note      *string           \`json:"note"\`
	Tags      []string          \`json:"tags"\`
	Detail    map[string]string \`json:"detail"\`
	Count     int64             \`json:"count"\`
	secret    string
	Skipped   string            \`json:"-"\`
}`;
const ts = `export interface Invite {
  id: string;
  email: string;
  role: 'admin' | 'member';
  expires_at: string;
  note: string | null;
  tags: string[];
  detail: Record<string, string>;
  count: number;
}`;
const spec = (server: string, client: string, language = 'go'): string =>
  `# Spec\n\n## API\n\n\`\`\`${language}\n${server}\n\`\`\`\n\n\`\`\`typescript\n${client}\n\`\`\`\n`;
async function found(text: string): Promise<readonly string[]> {
  return listing(await checkCode(text), 'contract-types');
}

describe('contract-types', () => {
  it('accepts types that agree', async () => {
    expect(await found(spec(go, ts))).toEqual([]);
  });

  it.each([
    ['  email: string;\n', '', 'error .*Invite has no field "email", which InviteResponse \\(Go\\) has'],
    [
      '  count: number;\n',
      '  count: number;\n  total: number;\n',
      'error .*Field "total" is not in InviteResponse',
    ],
    ['count: number', 'count: string', 'error .*Field "count" is string here, but number in InviteResponse'],
    ['tags: string[]', 'tags: string', 'Field "tags" is string here, but list of string'],
    ['tags: string[]', 'tags: number[]', 'Field "tags" is list of number here'],
    ['expires_at: string', 'expires_at: number', 'Field "expires_at" is number here, but string'],
    ['expires_at: string', 'expiresAt: string', 'Field "expiresAt" is "expires_at" in InviteResponse'],
    [
      'note: string | null',
      'note: string',
      'warning .*Field "note" may be missing or null in InviteResponse',
    ],
    ['email: string', 'email?: string', 'warning .*Field "email" may be missing or null here'],
    ['detail: Record<string, string>', 'detail: boolean', 'Field "detail" is boolean here, but map'],
  ])('finds that %j became %j', async (from, to, message) => {
    expect(await found(spec(go, ts.replace(from, to)))).toEqual([
      expect.stringMatching(new RegExp(message, 'u')),
    ]);
  });

  it('underlines the field in its line', async () => {
    const report = await checkCode(spec(go, ts.replace('count: number', 'count: string')));
    const [finding] = report.findings.filter(({ check }) => check === 'contract-types');
    expect(finding).toMatchObject({ line: 29, column: 3, endColumn: 8 });
  });

  it.each([
    [
      'what extends another type',
      ts.replace('Invite {', 'Invite extends Base {').replace('  email: string;\n', ''),
    ],
    ['what says that it leaves fields out', ts.replace('  email: string;\n', '  // ...\n')],
    ['an index signature', ts.replace('  email: string;\n', '  [key: string]: unknown;\n')],
    [
      'an intersection',
      ts.replace('export interface Invite {', 'type Invite = Base & {').replace('  email: string;\n', ''),
    ],
  ])('does not hold missing fields against %s', async (_, client) => {
    expect(await found(spec(go, client))).toEqual([]);
  });

  it('takes a client that spells all names in its own way for one that converts them', async () => {
    const server =
      'type A struct {\n\tFirstName string `json:"first_name"`\n\tLastName string `json:"last_name"`\n\tAge int `json:"age"`\n}';
    expect(
      await found(
        spec(server, 'interface A {\n  firstName: string;\n  lastName: string;\n  age: number;\n}'),
      ),
    ).toEqual([]);
    expect(
      await found(
        spec(server, 'interface A {\n  firstName: string;\n  last_name: string;\n  age: number;\n}'),
      ),
    ).toHaveLength(1);
  });

  it('keeps requests, properties of components and things that share nothing apart', async () => {
    const request = 'type InviteRequest struct {\n\tEmail string `json:"email"`\n}';
    expect(await found(spec(request, ts))).toEqual([]);
    expect(await found(spec(go, 'interface InviteProps {\n  id: string;\n  email: string;\n}'))).toEqual([]);
    expect(await found(spec(go, 'interface InviteResponse {\n  rows: string[];\n}'))).toEqual([]);
    expect(
      await found(spec('type Invite struct {\n\tID int\n}', 'interface Invite {\n  id: string;\n}')),
    ).toEqual([]);
  });

  it('follows names to what they stand for', async () => {
    const server =
      'type Kind int\n\ntype A struct {\n\tKind Kind `json:"kind"`\n\tName string `json:"name"`\n}';
    expect(
      await found(spec(server, 'type Kind = "a" | "b";\ninterface A {\n  kind: Kind;\n  name: string;\n}')),
    ).toEqual([expect.stringContaining('Field "kind" is Kind here, but Kind')]);
    expect(await found(spec(server, 'interface A {\n  kind: Kind;\n  name: string;\n}'))).toEqual([]);
  });

  it.each([
    [
      'python',
      'class Invite(BaseModel):\n    id: UUID\n    email: str\n    note: Optional[str] = None\n    tags: list[str]\n    count: int = 0',
    ],
    [
      'python',
      'class Invite(StrictModel):\n    id: UUID\n    email: str\n    note: Optional[str] = None\n    tags: list[str]\n    count: int = 0',
    ],
    [
      'java',
      'public record Invite(UUID id, String email, Optional<String> note, List<String> tags, int count) {}',
    ],
    [
      'rust',
      '#[derive(Serialize)]\n#[serde(rename_all = "camelCase")]\npub struct Invite {\n    pub id: Uuid,\n    pub email: String,\n    pub note: Option<String>,\n    pub tags: Vec<String>,\n    pub count: i64,\n}',
    ],
    [
      'yaml',
      'components:\n  schemas:\n    Invite:\n      type: object\n      required: [id, email, tags, count]\n      properties:\n        id: {type: string, format: uuid}\n        email: {type: string}\n        note: {type: string, nullable: true}\n        tags: {type: array, items: {type: string}}\n        count: {type: integer}',
    ],
  ])('compares %s with TypeScript', async (language, server) => {
    const client =
      'interface Invite {\n  id: string;\n  email: string;\n  note: string | null;\n  tags: string[];\n  count: number;\n}';
    expect(await found(spec(server, client, language))).toEqual([]);
    expect(
      await found(spec(server, client.replace('count: number', 'count: boolean'), language)),
    ).toHaveLength(1);
    expect(await found(spec(server, client.replace('  email: string;\n', ''), language))).toHaveLength(1);
  });
});

describe('types of C# and Kotlin', () => {
  const csharp = `public sealed record TicketView(
    Guid Id,
    [property: JsonPropertyName("bike_plate")] string Plate,
    string? Note, // as typed
    IReadOnlyList<string> Tags,
    Dictionary<string, int> Counts,
    decimal Price);

public class Page
{
    public required int Total { get; init; }
    public List<TicketView> Items { get; set; } = [];
}`;
  const kotlin = `data class TicketView(
    val id: UUID,
    @SerialName("bike_plate") val plate: String,
    val note: String?,
    val tags: List<String> = emptyList(),
    val counts: Map<String, Int>,
    val price: Double,
)

data class Page(val total: Int, val items: List<TicketView>)`;
  const client = `interface TicketView {
  id: string;
  bike_plate: string;
  note: string | null;
  tags: string[];
  counts: Record<string, number>;
  price: number;
}

interface Page {
  total: number;
  items: TicketView[];
}`;

  it.each([
    ['csharp', csharp, '"Note"'],
    ['kotlin', kotlin, '"note"'],
  ])('are held against those of the client: %s', async (language, server) => {
    expect(await found(spec(server, client, language))).toEqual([]);
    for (const [from, to, message] of [
      ['id: string', 'id: number', /Field "id" is number here, but string in TicketView/u],
      ['note: string | null', 'note: string', /Field "note" may be missing or null in TicketView/u],
      ['tags: string[]', 'tags: string', /Field "tags" is string here, but list of string/u],
      ['bike_plate: string', 'plate: string', /Field "plate" is not in TicketView/u],
      ['total: number', 'total: string', /Field "total" is string here, but number in Page/u],
      ['items: TicketView[]', 'items: TicketView', /Field "items" is/u],
    ] as const)
      expect(await found(spec(server, client.replace(from, to), language))).toContainEqual(
        expect.stringMatching(message),
      );
  });

  it('are no contract where they have behaviour', async () => {
    const service = 'public class Ticket\n{\n  public Guid Id { get; }\n  public void Close() { }\n}';
    expect(await found(spec(service, 'interface Ticket {\n  id: number;\n}', 'csharp'))).toEqual([]);
  });
});

describe('an example in JSON', () => {
  const types = `export interface Chapter {
  position: number;
  title: string | null;
  state: 'open' | 'closed';
  tags: string[];
  host: { name: string; age: number };
}

export interface ChapterPage {
  chapters: Chapter[];
  next: string;
}`;
  const example = `{ "position": 1, "title": null, "state": "open", "tags": ["a"], "host": { "name": "Ada", "age": 7 } }`;
  const shown = (json: string, lead = ''): string =>
    `# Spec\n\n## API\n\n\`\`\`ts\n${types}\n\`\`\`\n\n${lead}\n\n\`\`\`json\n${json}\n\`\`\`\n`;

  it('is fine where it is one of its type, in an envelope or a list, too, and may leave fields out', async () => {
    for (const json of [
      example,
      `[${example}]`,
      `{ "data": ${example} }`,
      `{ "chapters": [${example}], "next": "x" }`,
      '{ "position": 1, "title": "Hello" }',
      '{ "unrelated": true, "other": 1 }',
    ])
      expect(await found(shown(json)), json).toEqual([]);
  });

  it.each([
    ['"position": 1', '"position": "1"', 'Field "position" is string here, but number in Chapter'],
    ['"open"', '"done"', 'Field "state" is "done" here, but \'open\' | \'closed\' in Chapter'],
    ['["a"]', '"a"', 'Field "tags" is string here, but list of string'],
    ['["a"]', 'null', 'Field "tags" may be missing or null here'],
    ['"age": 7', '"age": true', 'Field "age" is boolean here, but number'],
    ['"title"', '"titel"', 'Field "titel" is not in Chapter'],
  ])('is held against the type whose names it has: %j made %j', async (from, to, message) => {
    expect(await found(shown(example.replace(from, to)))).toEqual([expect.stringContaining(message)]);
    expect(await found(shown(`{ "chapters": [${example.replace(from, to)}], "next": "x" }`))).toEqual([
      expect.stringContaining(message),
    ]);
  });

  it('may have no field that the type named before it lacks', async () => {
    const json = example.replace('"tags"', '"length": 3, "tags"');
    expect(await found(shown(json))).toEqual([]);
    expect(await found(shown(json, 'Answers 200 with a `Chapter`:'))).toEqual([
      expect.stringContaining('Field "length" is not in Chapter'),
    ]);
  });
});

describe('names of an example in JSON of types whose names may be converted', () => {
  const shown = (json: string): string =>
    '# Spec\n\n## API\n\n```kotlin\ndata class Parcel(\n    val id: String,\n    val sentAt: Instant,\n    val weightGrams: Int,\n)\n```\n\n' +
    `\`\`\`json\n${json}\n\`\`\`\n`;

  it('says nothing where all of them are written in another way, or none consists of words', async () => {
    for (const json of [
      '{ "id": "1", "sent_at": "2026-01-01", "weight_grams": 3 }',
      '{ "id": "1", "sentAt": "2026-01-01", "weightGrams": 3 }',
      '{ "id": "1", "sent_at": "2026-01-01" }',
    ])
      expect(await found(shown(json)), json).toEqual([]);
  });

  it('finds the one that is written in another way than the rest', async () => {
    expect(await found(shown('{ "id": "1", "sent_at": "2026-01-01", "weightGrams": 3 }'))).toEqual([
      expect.stringContaining('Field "sent_at" is "sentAt" in Parcel (Kotlin).'),
    ]);
  });
});
