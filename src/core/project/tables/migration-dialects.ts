import type { MigrationDialect } from './migration-dialect';
import type { MigrationFile } from './migration-file';

const rails: MigrationDialect = {
  name: 'Rails',
  path: /\.rb$/,
  mark: /\bActiveRecord::(?:Migration|Schema)\b/,
  undo: /^[ \t]*def\s+down\b/m,
  create: /\bcreate_table\s*(?:\(\s*)?[:"'](?<table>\w+)["']?[^\n]*?\bdo\b[^\n]*/g,
  change: /\bchange_table\s*(?:\(\s*)?[:"'](?<table>\w+)["']?[^\n]*?\bdo\b[^\n]*/g,
  column:
    /\bt\.(?:string|text|integer|bigint|smallint|float|decimal|numeric|date|datetime|timestamptz?|time|boolean|binary|jsonb?|uuid|inet|cidr|citext|hstore|enum|virtual|primary_key|tsvector|daterange|point)\s*(?:\(\s*)?[:"'](?<column>\w+)/g,
  macros: [
    { pattern: /\bt\.(?:references|belongs_to)\s*(?:\(\s*)?[:"'](\w+)/g, columns: ['$1_id'] },
    {
      pattern: /\bt\.(?:references|belongs_to)\b[^\n]*?[:"'](\w+)["']?[^\n]*\bpolymorphic:/g,
      columns: ['$1_type'],
    },
    { pattern: /\bt\.timestamps\b/g, columns: ['created_at', 'updated_at'] },
    { pattern: /\bt\.column\s*(?:\(\s*)?[:"'](\w+)/g, columns: ['$1'] },
  ],
  unclear:
    /\bt\.(?:attachment|userstamps|remove_references|rename)\b|\bt\.string\s+[:"']\w+["']?\s*,\s*[:"']\w/,
  implied: { column: 'id', unless: /\bid:\s*false\b|\bprimary_key:/ },
  dropColumn: /\bt\.remove\s*(?:\(\s*)?[:"'](?<column>\w+)/g,
  add: /\badd_column\s*(?:\(\s*)?[:"'](?<table>\w+)["']?\s*,\s*[:"'](?<column>\w+)["']?\s*,\s*[:"'](?:\w+)/g,
  drop: /\bdrop_table\s*(?:\(\s*)?[:"'](?<table>\w+)/g,
  alter: /\bchange_column(?:_null)?\s*(?:\(\s*)?[:"'](?<table>\w+)["']?\s*,\s*[:"'](?<column>\w+)/g,
  indexes: [
    /\bt\.index\s*(?:\(\s*)?(?:%[iw])?\[(?<columns>[^\]]*)\]/g,
    /\bt\.index\s*(?:\(\s*)?(?<columns>[:"']\w+)/g,
    /\badd_index\s*(?:\(\s*)?[:"'](?<table>\w+)["']?\s*,\s*\[?(?<columns>[^\]\n]*?)(?=\]|,\s*\w+:|\)|\n|$)/g,
    /\badd_index\s*(?:\(\s*)?[:"'](?<table>\w+)["']?\s*,\s*%[iw]\[(?<columns>[^\]]*)\]/g,
  ],
  foreignKeys: [
    /\badd_foreign_key\s*(?:\(\s*)?[:"'](?<table>\w+)["']?\s*,\s*[:"'](?<target>\w+)/g,
    /\bt\.foreign_key\s*(?:\(\s*)?[:"'](?<target>\w+)/g,
  ],
};

const laravel: MigrationDialect = {
  name: 'Laravel',
  path: /\.php$/,
  mark: /\bSchema::(?:create|table)\b/,
  undo: /^[ \t]*public\s+function\s+down\b/m,
  create: /\bSchema::create\(\s*['"](?<table>\w+)['"]\s*,/g,
  change: /\bSchema::table\(\s*['"](?<table>\w+)['"]\s*,/g,
  column:
    /\$table->(?!drop|index|unique|primary|foreign\(|rename|spatialIndex|fullText|comment|engine|charset|timestamps|softDeletes|morphs|nullable\w*Morphs|uuidMorphs|ulidMorphs)(?:\w+)\(\s*['"](?<column>\w+)['"]/g,
  macros: [
    { pattern: /\$table->(?:id|bigIncrements|increments)\(\s*\)/g, columns: ['id'] },
    {
      pattern: /\$table->(?:timestamps|timestampsTz|nullableTimestamps)\(/g,
      columns: ['created_at', 'updated_at'],
    },
    { pattern: /\$table->softDeletes(?:Tz)?\(/g, columns: ['deleted_at'] },
    { pattern: /\$table->rememberToken\(/g, columns: ['remember_token'] },
    { pattern: /\$table->\w*[mM]orphs\(\s*['"](\w+)['"]/g, columns: ['$1_id', '$1_type'] },
  ],
  unclear: /\$table->(?:foreignIdFor|foreignUuidFor)\(/,
  dropColumn: /\$table->dropColumn\(\s*(?:\[\s*)?['"](?<column>\w+)['"]/g,
  drop: /\bSchema::(?:drop|dropIfExists)\(\s*['"](?<table>\w+)['"]/g,
  indexes: [
    /\$table->(?:index|(?<unique>unique))\(\s*\[?(?<columns>[^\])]*?)(?=\]|\)|,\s*['"]\w+['"]\s*\))(?:\]?\s*,\s*['"](?<name>\w+)['"])?/g,
  ],
  foreignKeys: [
    /\$table->foreign\(\s*\[?(?<columns>[^\])]*)\]?\s*\)\s*->references\([^)]*\)\s*->on\(\s*['"](?<target>\w+)['"]\)/g,
  ],
};

const ecto: MigrationDialect = {
  name: 'Ecto',
  path: /\.exs?$/,
  mark: /\buse\s+Ecto\.Migration\b/,
  undo: /^[ \t]*def\s+down\b/m,
  create: /\bcreate(?:_if_not_exists)?[ (]\s*table\(\s*[:"](?<table>\w+)"?[^\n]*?\bdo\b/g,
  change: /\balter[ (]\s*table\(\s*[:"](?<table>\w+)"?[^\n]*?\bdo\b/g,
  column: /^[ \t]*add(?:_if_not_exists)?[ (]\s*:(?<column>\w+)\s*,\s*(?:[^\n,]+)/gm,
  macros: [
    { pattern: /^[ \t]*timestamps\b(?![^\n]*inserted_at:)/gm, columns: ['inserted_at', 'updated_at'] },
  ],
  unclear: /\btimestamps\b[^\n]*inserted_at:/,
  implied: { column: 'id', unless: /\bprimary_key:\s*false\b/ },
  dropColumn: /^[ \t]*remove[ (]\s*:(?<column>\w+)/gm,
  drop: /\bdrop(?:_if_exists)?[ (]\s*table\(\s*[:"](?<table>\w+)/g,
  indexes: [/\b(?:index|(?<unique>unique_index))\(\s*[:"](?<table>\w+)"?\s*,\s*\[(?<columns>[^\]]*)\]/g],
};

const alembic: MigrationDialect = {
  name: 'Alembic',
  path: /\.py$/,
  mark: /\bop\.(?:create_table|add_column|drop_column)\s*\(/,
  undo: /^def\s+downgrade\b/m,
  create: /\bop\.create_table\(\s*["'](?<table>\w+)["']\s*,/g,
  column: /\bColumn\(\s*["'](?<column>\w+)["']\s*,\s*(?:[\w.]+)/g,
  unclear: /\*\w+/,
  add: /\bop\.add_column\(\s*["'](?<table>\w+)["']\s*,\s*(?:\w+\.)?Column\(\s*["'](?<column>\w+)["']\s*,\s*(?:[\w.]+)/g,
  drop: /\bop\.drop_table\(\s*["'](?<table>\w+)["']/g,
  alter: /\bop\.alter_column\(\s*["'](?<table>\w+)["']\s*,\s*["'](?<column>\w+)["']/g,
  indexes: [
    /\bop\.create_index\(\s*(?:op\.f\(\s*)?(?:["'](?<name>\w+)["']|None)\s*(?:\)\s*)?,\s*["'](?<table>\w+)["']\s*,\s*\[(?<columns>[^\]]*)\]/g,
    /\bop\.(?<unique>create_unique_constraint)\(\s*(?:op\.f\(\s*)?(?:["'](?<name>\w+)["']|None)\s*(?:\)\s*)?,\s*["'](?<table>\w+)["']\s*,\s*\[(?<columns>[^\]]*)\]/g,
    /\b(?<unique>UniqueConstraint)\(\s*(?<columns>(?:["']\w+["']\s*,?\s*)+)/g,
    /(?<!\.)\b(?:sa|schema)\.Index\(\s*["'](?<name>\w+)["']\s*,\s*(?<columns>(?:["']\w+["']\s*,?\s*)+)/g,
  ],
  foreignKeys: [
    /\bop\.create_foreign_key\(\s*(?:op\.f\(\s*)?(?:["']\w+["']|None)\s*(?:\)\s*)?,\s*["'](?<table>\w+)["']\s*,\s*["'](?<target>\w+)["']\s*,\s*\[(?<columns>[^\]]*)\]/g,
    /\bForeignKeyConstraint\(\s*\[(?<columns>[^\]]*)\]\s*,\s*\[\s*["'](?:\w+\.)?(?<target>\w+)\.\w+["']/g,
  ],
};

const django: MigrationDialect = {
  name: 'Django',
  path: /(?:^|\/)migrations\/\w+\.py$/,
  mark: /\bmigrations\.Migration\b/,
  create: /\bmigrations\.CreateModel\(\s*(?:name\s*=\s*)?["'](?<table>\w+)["']\s*,/g,
  column:
    /\(\s*["'](?<column>\w+)["']\s*,\s*(?:\w+\.)*(?:(?!ForeignKey|OneToOneField|ManyToManyField)\w*Field)\(/g,
  macros: [
    { pattern: /\(\s*["'](\w+)["']\s*,\s*(?:\w+\.)*(?:ForeignKey|OneToOneField)\(/g, columns: ['$1_id'] },
  ],
  unclear: /\bbases\s*=|\bdb_column\s*=/,
  alter:
    /\bmigrations\.AlterField\(\s*model_name\s*=\s*["'](?<table>\w+)["']\s*,\s*name\s*=\s*["'](?<column>\w+)["']/g,
  indexes: [
    /\bmigrations\.AddIndex\(\s*model_name\s*=\s*["'](?<table>\w+)["']\s*,\s*index\s*=\s*models\.Index\(\s*(?:name\s*=\s*["']\w+["']\s*,\s*)?fields\s*=\s*[[(](?<columns>[^\])]*)/g,
    /\bmigrations\.AddConstraint\(\s*model_name\s*=\s*["'](?<table>\w+)["']\s*,\s*constraint\s*=\s*models\.(?<unique>UniqueConstraint)\(\s*(?:name\s*=\s*["']\w+["']\s*,\s*)?fields\s*=\s*[[(](?<columns>[^\])]*)/g,
    /(?<!index\s*=\s*)\bmodels\.Index\(\s*(?:name\s*=\s*["']\w+["']\s*,\s*)?fields\s*=\s*[[(](?<columns>[^\])]*)/g,
    /(?<!constraint\s*=\s*)\bmodels\.(?<unique>UniqueConstraint)\(\s*(?:name\s*=\s*["']\w+["']\s*,\s*)?fields\s*=\s*[[(](?<columns>[^\])]*)/g,
    /["'](?<unique>unique_together)["']\s*:\s*[{[(]+(?<columns>[^)\]}]*)/g,
  ],
  add: /\bmigrations\.AddField\(\s*model_name\s*=\s*["'](?<table>\w+)["']\s*,\s*name\s*=\s*["'](?<column>\w+)["']\s*,\s*field\s*=\s*(?:\w+\.)*(?:\w*Field)\(/g,
  tableName: (written, nested, path) =>
    /["']db_table["']\s*:\s*["'](\w+)["']/.exec(nested)?.[1] ??
    `${/([^/]+)\/migrations\//.exec(path)?.[1] ?? ''}_${written.toLowerCase()}`,
};

const entityFramework: MigrationDialect = {
  name: 'Entity Framework',
  path: /\.cs$/,
  mark: /\bmigrationBuilder\.(?:CreateTable|AddColumn|DropTable|Sql)\b/,
  undo: /\boverride\s+void\s+Down\s*\(/,
  create: /\bmigrationBuilder\.CreateTable\(\s*(?:name:\s*)?"(?<table>\w+)"\s*,/g,
  column: /\b(?<column>\w+)\s*=\s*table\.Column<(?:[^>\n]+)>/g,
  add: /\bmigrationBuilder\.AddColumn<(?:[^>\n]+)>\(\s*name:\s*"(?<column>\w+)"\s*,\s*(?:schema:\s*"\w+"\s*,\s*)?table:\s*"(?<table>\w+)"/g,
  drop: /\bmigrationBuilder\.DropTable\(\s*(?:name:\s*)?"(?<table>\w+)"/g,
  alter:
    /\bmigrationBuilder\.AlterColumn<(?:[^>\n]+)>\(\s*name:\s*"(?<column>\w+)"\s*,\s*(?:schema:\s*"\w+"\s*,\s*)?table:\s*"(?<table>\w+)"/g,
  indexes: [
    /\bmigrationBuilder\.CreateIndex\(\s*name:\s*"(?<name>\w+)"\s*,\s*(?:schema:\s*"\w+"\s*,\s*)?table:\s*"(?<table>\w+)"\s*,\s*columns?:\s*(?:new(?:\s+string)?\[\]\s*)?(?<columns>\{[^}]*\}|"\w+")/g,
  ],
};

const knex: MigrationDialect = {
  name: 'Knex',
  path: /\.[cm]?[jt]s$/,
  mark: /\bschema\s*\.\s*(?:createTable|alterTable|table)(?:IfNotExists)?\s*\(/,
  undo: /^export\s+(?:async\s+)?(?:function|const)\s+down\b|^(?:module\.)?exports\.down\b/m,
  create: /\bcreateTable(?:IfNotExists)?\(\s*['"`](?<table>\w+)['"`]\s*,/g,
  change: /\b(?:alterTable|schema\.table)\(\s*['"`](?<table>\w+)['"`]\s*,/g,
  column:
    /\b\w+\.(?!index|unique|primary|foreign|drop|references|inTable|onDelete|onUpdate|comment|defaultTo|renameColumn|raw|inherits|collate|charset|engine|on\b)(?:\w+)\(\s*['"`](?<column>\w+)['"`]/g,
  macros: [
    { pattern: /\b\w+\.increments\(\s*\)/g, columns: ['id'] },
    { pattern: /\b\w+\.timestamps\(/g, columns: ['created_at', 'updated_at'] },
  ],
  dropColumn: /\.dropColumn\(\s*['"`](?<column>\w+)['"`]/g,
  drop: /\bdropTable(?:IfExists)?\(\s*['"`](?<table>\w+)['"`]/g,
  indexes: [
    /\b\w+\.(?:index|(?<unique>unique))\(\s*(?<columns>\[[^\]]*\]|['"`]\w+['"`])(?:\s*,\s*['"`](?<name>\w+)['"`])?/g,
  ],
  foreignKeys: [
    /\b\w+\.foreign\(\s*(?<columns>\[[^\]]*\]|['"`]\w+['"`])[^)]*\)\s*\.references\(\s*['"`](?:(?<target>\w+)\.)\w+['"`]\s*\)/g,
    /\b\w+\.foreign\(\s*(?<columns>\[[^\]]*\]|['"`]\w+['"`])[^)]*\)\s*\.references\([^)]*\)\s*\.inTable\(\s*['"`](?<target>\w+)['"`]/g,
  ],
};

const drizzle: MigrationDialect = {
  name: 'Drizzle',
  path: /\.[cm]?[jt]sx?$/,
  mark: /\bfrom\s+['"]drizzle-orm\/(?:pg|mysql|sqlite|singlestore)-core['"]/,
  create: /\b(?:pgTable|mysqlTable|sqliteTable|singlestoreTable)\(\s*['"`](?<table>\w+)['"`]\s*,\s*\{/g,
  column: /^[ \t]*\w+:\s*(?:\w+)\(\s*['"`](?<column>\w+)['"`]/gm,
  // Without a name of its own a column is called as its property, by a casing that is set elsewhere; spread ones come from elsewhere.
  unclear: /^[ \t]*\w+:\s*\w+\(\s*(?:\)|\{)|\.\.\.\w/m,
  indexes: [
    /\b(?:index|(?<unique>uniqueIndex|unique))\(\s*(?:['"`](?<name>\w+)['"`])?\s*\)(?:\.using\([^)]*\))?\s*\.on\((?<columns>[^)]*)\)/g,
  ],
};

/** Tables of an object that names its columns: Sequelize. */
const sequelize: MigrationDialect = {
  name: 'Sequelize',
  path: /\.[cm]?[jt]s$/,
  mark: /\bqueryInterface\s*\.\s*(?:createTable|addColumn|addIndex)\b/,
  undo: /^[ \t]*(?:async\s+down|down\s*[:(]|(?:module\.)?exports\.down)\b/m,
  create: /\bqueryInterface\s*\.\s*createTable\(\s*['"`](?<table>\w+)['"`]\s*,\s*\{/g,
  column:
    /(?<=[{,]\s*)['"]?(?<column>\w+)['"]?\s*:\s*(?:\{\s*(?=[^}]*\btype\s*:)|(?<!\b(?:type|defaultValue)['"]?\s*:\s*)(?:Sequelize|DataTypes)\.)/g,
  unclear: /\.\.\.\w/,
  add: /\bqueryInterface\s*\.\s*addColumn\(\s*['"`](?<table>\w+)['"`]\s*,\s*['"`](?<column>\w+)['"`]/g,
  drop: /\bqueryInterface\s*\.\s*dropTable\(\s*['"`](?<table>\w+)['"`]/g,
  indexes: [/\bqueryInterface\s*\.\s*addIndex\(\s*['"`](?<table>\w+)['"`]\s*,\s*\[(?<columns>[^\]]*)\]/g],
};

const typeorm: MigrationDialect = {
  name: 'TypeORM',
  path: /\.[cm]?[jt]s$/,
  mark: /\bqueryRunner\s*\.\s*(?:createTable|addColumn|createIndex)\b/,
  undo: /^[ \t]*(?:public\s+)?async\s+down\b/m,
  create: /\bnew\s+Table\(\s*\{\s*name:\s*['"`](?<table>\w+)['"`]\s*,/g,
  column: /\{\s*name:\s*['"`](?<column>\w+)['"`]\s*,(?=[^}]*\btype:)/g,
  add: /\baddColumn\(\s*['"`](?<table>\w+)['"`]\s*,\s*new\s+TableColumn\(\s*\{\s*name:\s*['"`](?<column>\w+)['"`]/g,
  drop: /\bqueryRunner\s*\.\s*dropTable\(\s*['"`](?<table>\w+)['"`]/g,
  indexes: [
    /\bcreateIndex\(\s*['"`](?<table>\w+)['"`]\s*,\s*new\s+TableIndex\(\s*\{(?=[^}]*columnNames:\s*\[(?<columns>[^\]]*)\])/g,
  ],
};

/** `schema.prisma`: tables by their `@@map`, columns by their `@map`. */
const prisma: MigrationDialect = {
  name: 'Prisma',
  path: /\.prisma$/,
  mark: /^model\s+\w+\s*\{/m,
  create: /^model\s+(?<table>\w+)\s*\{/gm,
  column: /^[ \t]+(?<column>[a-z]\w*)[ \t]+(?:[A-Z]\w*)\b(?!\[\])(?![^\n]*@relation)/gm,
  columnName: (written, declared) => /@map\(\s*"(\w+)"/.exec(declared)?.[1] ?? written,
  isFallback: true,
  tableName: (written, nested) => /@@map\(\s*"(\w+)"/.exec(nested)?.[1] ?? written,
  indexes: [/@@(?:index|(?<unique>unique))\(\s*\[(?<columns>[^\]]*)\]/g],
  foreignKeys: [
    /^[ \t]+\w+[ \t]+(?<target>\w+)\??[ \t]+@relation\([^)]*\bfields:\s*\[(?<columns>[^\]]*)\]/gm,
  ],
};

const dialects: readonly MigrationDialect[] = [
  rails,
  laravel,
  ecto,
  alembic,
  django,
  entityFramework,
  knex,
  drizzle,
  sequelize,
  typeorm,
  prisma,
];

/** The framework in whose words a fragment makes a table, whatever file it is of, or `null`. */
export function dialectOfFragment(text: string): MigrationDialect | null {
  return dialects.find(({ create }) => new RegExp(create.source, create.flags).test(text)) ?? null;
}

/** The framework whose tables a file makes, or `null`. */
export function dialectOf({ path, text }: MigrationFile): MigrationDialect | null {
  return dialects.find((dialect) => dialect.path.test(path) && dialect.mark.test(text)) ?? null;
}
