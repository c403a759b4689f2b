/** A default of a column. */
export interface ColumnDefault {
  /** Comparable: `now`, `uuid`, `empty`, a number, a word or a text in lower case. */
  readonly value: string;
  /** As written. */
  readonly shown: string;
}

/** How each dialect says a default; the value follows. */
const leads: Readonly<Record<string, RegExp>> = {
  Rails: /\bdefault:\s*/g,
  Ecto: /\bdefault:\s*/g,
  TypeORM: /\bdefault:\s*/g,
  Sequelize: /\bdefaultValue:\s*/g,
  'Entity Framework': /\bdefaultValue(?:Sql)?:\s*/g,
  Laravel: /->default\(\s*/g,
  Knex: /\.defaultTo\(\s*/g,
  Drizzle: /\.default\(\s*/g,
  Prisma: /@default\(\s*/g,
  Alembic: /\b(?:server_)?default\s*=\s*/g,
  Django: /\bdefault\s*=\s*/g,
};
const saysNow = /->useCurrent\(|\.defaultNow\(|\bauto_now_add\s*=\s*True|\.timestamps\(\s*true\s*,\s*true/;
const saysUuid = /\.defaultRandom\(/;
/** What fills a column otherwise, so that no default says nothing. */
const filledOtherwise =
  /\btimestamps|\bincrements\(|\brememberToken|\bprimary[ _]?key|\.primary\(|@id\b|\bisPrimary|\bisGenerated|@updatedAt|\bauto_now\b|\$default|\$onUpdate|\bserial\b|\b(?:big|small)serial\b|\bidentity\b|\bgenerated\b|\bauto_?increment\b/i;

/**
 * The default of a column.
 *
 * @param declared what is declared behind its name, see `ProjectColumn`
 * @returns `null` where it has none, `undefined` where that can not be told
 */
export function defaultOf(declared: string, dialect: string): ColumnDefault | null | undefined {
  if (dialect === 'SQL') return sqlDefault(declared);
  if (declared === '') return undefined;
  if (saysNow.test(declared)) return { value: 'now', shown: 'now()' };
  if (saysUuid.test(declared)) return { value: 'uuid', shown: 'gen_random_uuid()' };
  const lead = leads[dialect];
  if (lead === undefined) return undefined;
  const found = [...declared.matchAll(lead)].sort(
    (a, b) => Number(b[0].startsWith('server_')) - Number(a[0].startsWith('server_')),
  )[0];
  if (found === undefined) return filledOtherwise.test(declared) ? undefined : null;
  const written = argumentAt(declared, found.index + found[0].length);
  return normalised(written);
}

const sqlValue =
  /^(?:\(\s*)*(?:'(?:''|[^'])*'|-?\d[\d.]*|[a-z_][\w.]*(?:\s*\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|\s*\[\s*\])?)(?:\s*::\s*[\w ]+(?:\([\d, ]*\))?(?:\[\])?)?(?:\s*\))*/i;

function sqlDefault(declared: string): ColumnDefault | null | undefined {
  const found = [...declared.matchAll(/\b(?<drop>drop\s+)?default\b\s*/gi)].at(-1);
  if (found?.groups?.['drop'] !== undefined) return null;
  if (found === undefined) return filledOtherwise.test(declared) ? undefined : null;
  const rest = declared.slice(found.index + found[0].length);
  const written = sqlValue.exec(rest)?.[0] ?? '';
  // An expression of several values is compared with nothing.
  if (written === '' || /^\s*(?:[-+*/%|]|at\s+time\b|and\b|or\b)/i.test(rest.slice(written.length)))
    return undefined;
  return normalised(written);
}

/** One argument of a call or one value of an option, up to what ends it. */
function argumentAt(text: string, from: number): string {
  let depth = 0;
  let quote = '';
  let at = from;
  for (; at < text.length; at++) {
    const character = text[at] ?? '';
    if (quote !== '') {
      if (character === '\\') at += 1;
      else if (character === quote) quote = '';
    } else if ('"\'`'.includes(character)) quote = character;
    else if ('([{'.includes(character)) depth += 1;
    else if (')]}'.includes(character)) {
      if (depth === 0) break;
      depth -= 1;
    } else if (character === ',' && depth === 0) break;
  }
  return text.slice(from, at).trim();
}

const wrapped =
  /^(?:(?:\w+\.)*(?:text|raw|literal|fragment|dbgenerated|sql)|DB::raw|new\s+Expression|sql)\s*(?:\(\s*)?(["'`])(?<inner>.*)\1\s*\)?$/is;
const now =
  /^(?:(?:\w+\.)*now(?:\(\d*\))?|current_timestamp(?:\(\d*\))?|localtimestamp|(?:statement|transaction|clock)_timestamp\(\)|getdate\(\)|getutcdate\(\)|sysdatetimeoffset\(\)|timezone\([^()]*(?:now\(\)|current_timestamp)\)|(?:\w+\.)*fn(?:\.now\(\)|\(["']now["']\))|datetime\.utcnow|datetime\(["']now["']\))$/i;
const uuid =
  /^(?:(?:\w+\.)*gen_random_uuid\(\)|(?:\w+\.)*uuid_generate_v\d\(\)|uuid(?:v?\d)?\((?:\d)?\)|uuid\.uuid\d|newid\(\)|newsequentialid\(\)|(?:\w+\.)*uuidv\d(?:\(\))?|generate_uuid\(\))$/i;
const empty =
  /^(?:["']?\s*(?:\{\}|\[\])\s*["']?|dict|list|%\{\}|\(\)\s*=>\s*\(?(?:\{\}|\[\])\)?|array\[\])$/i;

function normalised(written: string): ColumnDefault | null | undefined {
  let text = written.trim();
  const shown = text;
  for (let before = ''; before !== text;) {
    before = text;
    text = text
      .replace(/::\s*\w[\w ]*(?:\([\d, ]*\))?(?:\[\])?$/, '')
      .replace(/^->\s*\{\s*(["'])(.*)\1\s*\}$/, '$2')
      .replace(/^\((.*)\)$/s, '$1')
      .trim();
    const inner = wrapped.exec(text)?.groups?.['inner'];
    if (inner !== undefined) text = inner.trim();
  }
  if (text === '') return undefined;
  if (/^(?:null|none|nil|undefined)$/i.test(text)) return null;
  if (now.test(text)) return { value: 'now', shown };
  if (uuid.test(text)) return { value: 'uuid', shown };
  if (empty.test(text)) return { value: 'empty', shown };
  const quoted = /^(["'`])(?<inner>.*)\1$/s.exec(text)?.groups?.['inner'];
  const plain = (quoted ?? text.replace(/^:(?=\w)/, '')).toLowerCase();
  // Another call gives who knows what.
  if (quoted === undefined && !/^-?[\w.]+$/.test(plain)) return undefined;
  const number = Number(plain);
  if (plain !== '' && !Number.isNaN(number)) return { value: String(number), shown };
  // A constant of the code is known by its last name: `Status.OPEN`
  const word = quoted === undefined ? plain.slice(plain.lastIndexOf('.') + 1) : plain;
  return { value: word, shown };
}

const sameValues: readonly ReadonlySet<string>[] = [
  new Set(['true', '1', 't']),
  new Set(['false', '0', 'f']),
];

/** Whether two defaults can be one, written in two notations. */
export function defaultsAgree(promised: ColumnDefault, built: ColumnDefault): boolean {
  return (
    promised.value === built.value ||
    sameValues.some((values) => values.has(promised.value) && values.has(built.value))
  );
}
