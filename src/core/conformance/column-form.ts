/** What sort of value a column holds, told apart as far as two notations can tell alike. */
export interface ColumnForm {
  /** `null` where the notation is not understood. */
  readonly family: string | null;
  /** Length or precision: `40`, `10,2`; `null` where none is said. */
  readonly size: string | null;
  readonly isArray: boolean;
}

const families: readonly (readonly [string, RegExp])[] = [
  ['uuid', /^(?:uuid|uniqueidentifier|guid|uuidv?\d?|binary_id|@db\.uuid|uuidfield)$/],
  [
    'bigint',
    /^(?:bigint|bigserial|int8|serial8|biginteger|bigincrements|bigautofield|bigintegerfield|positivebigintegerfield|unsignedbiginteger|long|references|belongs_to|foreignid)$/,
  ],
  [
    'smallint',
    /^(?:smallint|smallserial|int2|smallinteger|smallintegerfield|positivesmallintegerfield|short|tinyinteger)$/,
  ],
  [
    'integer',
    /^(?:int|integer|int4|serial|serial4|mediumint|autofield|integerfield|positiveintegerfield|increments|unsignedinteger|int32)$/,
  ],
  ['boolean', /^(?:bool|boolean|bit|booleanfield|nullbooleanfield)$/],
  [
    'timestamptz',
    /^(?:timestamptz|timestamp_?tz|timestampwithtimezone|utc_datetime(?:_usec)?|datetimeoffset|instant)$/,
  ],
  [
    'timestamp',
    /^(?:timestamp|timestampwithouttimezone|datetime2?|naive_datetime(?:_usec)?|datetimefield|timestampfield|localdatetime)$/,
  ],
  ['date', /^(?:date|datefield|localdate|dateonly)$/],
  ['time', /^(?:time|timetz|timefield|localtime)$/],
  ['json', /^(?:jsonb?|json_?field|map|jsontype)$/],
  ['decimal', /^(?:numeric|decimal|money|decimalfield|bigdecimal)$/],
  ['float', /^(?:real|double|doubleprecision|float[48]?|floatfield|double_precision)$/],
  ['bytes', /^(?:bytea|blob|binary|varbinary|largebinary|binaryfield|bytes|longblob)$/],
  ['inet', /^(?:inet|cidr|ipaddress|genericipaddressfield|ip)$/],
  ['interval', /^(?:interval|durationfield|duration)$/],
  [
    'text',
    /^(?:text|n?varchar2?|charactervarying|n?char|character|bpchar|string|citext|clob|n?text|(?:medium|long|tiny)text|charfield|textfield|emailfield|slugfield|urlfield|unicode(?:text)?)$/,
  ],
];
const arguments_ = /\(\s*(?:length\s*[:=]\s*|max_length\s*[:=]\s*)?(\d+(?:\s*,\s*(?:scale\s*=\s*)?\d+)?)/;

/** Reads a type as SQL or a description writes it: `VARCHAR(40)`, `timestamp with time zone`, `TEXT[]`. */
export function formOfType(written: string): ColumnForm {
  const text = written.toLowerCase().replace(/["`]/g, '').trim();
  const isArray = /\[\s*\d*\s*\]|\barray\b/.test(text);
  const size = arguments_.exec(text)?.[1]?.replace(/\s/g, '') ?? null;
  const bare = text
    .replace(/\([^()]*\)/g, ' ')
    .replace(/\[[^[\]]*\]/g, ' ')
    .replace(/^(?:pg_catalog|public)\./, '')
    .trim();
  const phrase = /^(?:timestamp with(?:out)? time zone|double precision|character varying)/.exec(bare)?.[0];
  const word = phrase?.replace(/\s/g, '') ?? /^[a-z_]\w*/.exec(bare)?.[0] ?? '';
  return { family: familyOf(word), size, isArray };
}

/** Reads the call by which a framework declares a column: `t.string :name, limit: 40`, `sa.Column("x", sa.String(40))`. */
export function formOfCall(declared: string, dialect: string): ColumnForm {
  const none = { family: null, size: null, isArray: false };
  if (declared === '') return none;
  const isArray = /\barray:\s*true\b|\bARRAY\(|ArrayField\(|\.array\(|\{:array/.test(declared);
  const native = /@db\.(\w+)(\([^)]*\))?/.exec(declared);
  if (native !== null) return { ...formOfType(`${native[1] ?? ''}${native[2] ?? ''}`), isArray };
  if (/\benum\b|\benu\(|Enum\(|choices\s*=/i.test(declared) && !/CharField|TextField/.test(declared))
    return none;
  if (/ForeignKey|OneToOne|foreignId|references|belongs_to/.test(declared)) {
    const type = /\btype:\s*:(\w+)/.exec(declared)?.[1];
    if (type !== undefined) return formOfType(type);
    return none;
  }
  // The names of columns are no types; the word that is one stands in a call, behind a dot, a colon or in brackets.
  const words = declared
    .replace(/(["'`])(?:(?!\1).)*\1/g, (text) =>
      /^["'`](?:uuid|text|varchar|timestamptz?|timestamp with time zone|int(?:eger)?|bigint|smallint|boolean|jsonb?|date|numeric|decimal|citext)(?:\(.*\))?["'`]$/i.test(
        text,
      )
        ? ` ${text.slice(1, -1)} `
        : ' ',
    )
    .match(/[A-Za-z_]\w*/g);
  const ofPrisma: Readonly<Record<string, string>> = {
    Int: 'int',
    BigInt: 'bigint',
    Float: 'float',
    DateTime: 'datetime',
  };
  const skip =
    /^(?:t|table|sa|models?|column|add|op|add_column|addcolumn|null|false|true|default|name|migrations|postgresql|sequelize|datatypes|type)$/i;
  for (const word of words ?? []) {
    if (skip.test(word)) continue;
    const family = familyOf((dialect === 'Prisma' ? (ofPrisma[word] ?? word) : word).toLowerCase());
    if (family === null) continue;
    if (dialect === 'Prisma' && family === 'text' && /uuid\(|cuid\(/.test(declared))
      return { ...none, isArray };
    const zone =
      family === 'timestamp' && /timezone\s*=\s*True|withTimezone:\s*true|with time zone/i.test(declared)
        ? 'timestamptz'
        : family;
    const limit =
      /\b(?:limit|size|max_length|length|maxLength)\s*[:=]\s*["']?(\d+)/.exec(declared)?.[1] ??
      new RegExp(`\\b${word}\\(\\s*(?:length\\s*=\\s*)?(\\d+)`).exec(declared)?.[1] ??
      /\(\s*["'`]\w+["'`]\s*,\s*(\d+)\s*\)/.exec(declared)?.[1] ??
      null;
    return { family: zone, size: family === 'text' ? limit : null, isArray };
  }
  return none;
}

function familyOf(word: string): string | null {
  return families.find(([, pattern]) => pattern.test(word))?.[0] ?? null;
}

/** Whether two forms can be one column. Frameworks tell less than SQL: what either leaves open agrees. */
export function formsAgree(promised: ColumnForm, built: ColumnForm, isExact: boolean): boolean {
  if (promised.family === null || built.family === null) return true;
  if (promised.isArray !== built.isArray && isExact) return false;
  if (promised.family !== built.family) {
    const pair = new Set([promised.family, built.family]);
    // A framework's `datetime` has a zone or not by its settings.
    if (pair.has('timestamp') && pair.has('timestamptz')) return !isExact;
    return false;
  }
  if (promised.size === null || built.size === null) return true;
  return promised.size === built.size;
}

/** Dialects whose columns may be null unless they say otherwise. */
const nullByDefault = new Set(['SQL', 'Rails', 'Ecto', 'Alembic', 'Knex', 'Drizzle', 'Sequelize']);
const notNullByDefault = new Set(['Laravel', 'Django', 'TypeORM', 'Prisma']);

/** Whether a column may be null, `null` where that can not be told. */
export function nullabilityOf(declared: string, dialect: string): boolean | null {
  if (dialect === 'SQL') {
    const turned = [...declared.matchAll(/(?<drop>drop\s+)?not\s+null/gi)].at(-1);
    if (turned !== undefined) return turned.groups?.['drop'] !== undefined;
    return !/\bprimary\s+key\b|\b(?:big|small)?serial\b|\bgenerated\b.*\bidentity\b/i.test(declared);
  }
  if (declared === '' || /\btimestamps|rememberToken|increments\(|softDeletes/.test(declared)) return null;
  if (
    /\bnull:\s*false|\bnullable\s*[:=]\s*false|\ballowNull:\s*false|\bisNullable:\s*false|\.notNull(?:able)?\(|\bprimary_key\s*[:=]\s*true|\bprimaryKey\b|\.primary\(|@id\b|\bisPrimary:\s*true/i.test(
      declared,
    )
  )
    return false;
  if (
    /\bnull\s*[:=]\s*true|\bnullable\s*[:=]\s*true|\ballowNull:\s*true|\bisNullable:\s*true|(?:\.|->)nullable\(/i.test(
      declared,
    )
  )
    return true;
  if (dialect === 'Prisma') return /^\w+\s+\w+\?/.test(declared);
  if (nullByDefault.has(dialect)) return true;
  return notNullByDefault.has(dialect) ? false : null;
}
