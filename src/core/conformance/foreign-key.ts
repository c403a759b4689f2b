/** What a column refers to. */
export interface ForeignKey {
  /** `null` where only that it refers to something is said. */
  readonly table: string | null;
  /** `cascade`, `set null`, `set default`, `no action`; `null` where nothing is said. */
  readonly onDelete: string | null;
}

const inSql =
  /\b(?<drop>drop\s+)?references\b(?:\s+(?:["`[]?\w+["`\]]?\.)?["`[]?(?<table>\w+)["`\]]?)?(?:\s*\(\s*["`[]?\w+["`\]]?\s*\))?(?<rest>(?:(?!\b(?:drop|references)\b)[^,])*)/gi;
const deleting = /\bon\s+delete\s+(cascade|restrict|set\s+null|set\s+default|no\s+action)/i;

/** How frameworks name the table that a column refers to. */
const targets: Readonly<Record<string, readonly RegExp[]>> = {
  Rails: [/\bforeign_key:\s*\{[^}]*\bto_table:\s*[:"'](?<table>\w+)/],
  Ecto: [/\breferences\(\s*[:"](?<table>\w+)/],
  Alembic: [/\bForeignKey\(\s*["'](?:\w+\.)?(?<table>\w+)\.\w+["']/],
  Django: [/\bto\s*=\s*["'](?:\w+\.)?(?<table>\w+)["']/],
  Laravel: [/->constrained\(\s*['"](?<table>\w+)/, /->on\(\s*['"](?<table>\w+)/],
  Knex: [/\.inTable\(\s*['"`](?<table>\w+)/, /\.references\(\s*['"`](?<table>\w+)\.\w+/],
  Drizzle: [/\.references\(\s*\(\)[^=]*=>\s*(?<table>\w+)\./],
  Sequelize: [/\breferences:\s*\{[^}]*\bmodel:\s*(?:\{[^}]*tableName:\s*)?['"`](?<table>\w+)/],
};
/** Those whose key says by its own name what it refers to. */
const byOwnName: Readonly<Record<string, RegExp>> = {
  Rails: /\bforeign_key:\s*(?:true\b|\{(?![^}]*\bto_table:))/,
  Laravel: /->constrained\(\s*\)/,
};
/** A target that is named elsewhere, such as by a constant. */
const somewhere: Readonly<Record<string, RegExp>> = {
  Rails: /\bforeign_key:/,
  Django: /\b(?:ForeignKey|OneToOneField)\(/,
  Alembic: /\bForeignKey\(/,
  Sequelize: /\breferences:/,
  Drizzle: /\.references\(/,
  Knex: /\.references\(/,
  Laravel: /->(?:constrained|references)\(/,
};
const actions: readonly (readonly [string, RegExp])[] = [
  [
    'cascade',
    /\bon_?delete\b["']?\s*(?:[:=(]|=>)\s*[:"'`]?(?:\w+\.)*(?:cascade|delete_all)\b|cascadeOnDelete\(/i,
  ],
  [
    'set null',
    /\bon_?delete\b["']?\s*(?:[:=(]|=>)\s*[:"'`]?(?:\w+\.)*(?:set[ _]?null|nullify|nilify_all)\b|nullOnDelete\(/i,
  ],
  ['set default', /\bon_?delete\b["']?\s*(?:[:=(]|=>)\s*[:"'`]?(?:\w+\.)*set[ _]default\b/i],
];

/**
 * What a column refers to.
 *
 * @param name of the column, by which some frameworks tell the table
 * @param declared what is declared behind it, see `ProjectColumn`
 * @returns `null` where it refers to nothing, `undefined` where that can not be told
 */
export function foreignKeyOf(name: string, declared: string, dialect: string): ForeignKey | null | undefined {
  const last = [...declared.matchAll(inSql)].findLast(
    ({ 0: text }) => dialect === 'SQL' || /^(?:drop )?REFERENCES /i.test(text.replace(/\s+/g, ' ')),
  );
  // A constraint that stands apart is noted in SQL, whatever the dialect: see `SchemaState.appendDeclared`.
  if (
    last !== undefined &&
    (dialect === 'SQL' || last[0].startsWith('REFERENCES') || last[0].startsWith('DROP'))
  ) {
    if (last.groups?.['drop'] !== undefined) return null;
    const action = deleting.exec(last.groups?.['rest'] ?? '')?.[1] ?? null;
    return { table: last.groups?.['table'] ?? null, onDelete: action === null ? null : plainAction(action) };
  }
  if (dialect === 'SQL') return null;
  if (declared === '' || !(dialect in targets)) return undefined;
  const onDelete = actions.find(([, pattern]) => pattern.test(declared))?.[0] ?? null;
  for (const pattern of targets[dialect] ?? []) {
    const table = pattern.exec(declared)?.groups?.['table'];
    if (table !== undefined) return { table, onDelete };
  }
  if (byOwnName[dialect]?.test(declared) === true) return { table: name.replace(/_id$/, ''), onDelete };
  return somewhere[dialect]?.test(declared) === true ? undefined : null;
}

/** `restrict` and `no action` differ in when they refuse, which specs seldom mean. */
function plainAction(text: string): string {
  const plain = text.toLowerCase().replace(/\s+/g, ' ');
  return plain === 'restrict' ? 'no action' : plain;
}

/** Whether two names can mean one table: in another style or number, or with the name of an application in front. */
export function sameTarget(left: string, right: string): boolean {
  const [a, b] = [keyOf(left), keyOf(right)];
  return a === b || a.endsWith(b) || b.endsWith(a);
}

function keyOf(name: string): string {
  return name
    .replace(/_/g, '')
    .toLowerCase()
    .replace(/ies$/, 'y')
    .replace(/(?<=s|x|ch|sh)es$/, '')
    .replace(/s$/, '');
}
