import type { FileSystem } from '../../ports/file-system';
import { fileName, parentPath } from '../../text/path';
import type { MigrationNaming, MigrationProfile } from '../context';
import type { FileTable } from '../files/file-table';
import { depthOf, compareText } from '../../text/path-order';
import { readText } from '../files/read-text';
import type { OwnFolders } from '../files/skipped-folders';
import { lineShowing } from './evidence';

/** How a migration tool is known by its files. */
interface MigrationTool {
  readonly tool: string;
  /** Path of one migration. */
  readonly file: RegExp;
  /** What a migration's text says; left out where its path says enough. */
  readonly marker?: RegExp;
  /** Migrations are folders (`20240101_init/migration.sql`); the files in them have one name. */
  readonly inFolders?: boolean;
  /** Its files are like those of others; that the workspace uses this mapper tells them apart. */
  readonly mapper?: string;
}

/** What stands for the tool where files of SQL are all there is. */
export const plainSql = 'SQL files';

/** The more particular first: a marker or a name that no other tool uses. */
const migrationTools: readonly MigrationTool[] = [
  { tool: 'goose', file: /\.sql$/, marker: /^--\s*\+goose\s+Up\b/m },
  { tool: 'sql-migrate', file: /\.sql$/, marker: /^--\s*\+migrate\s+Up\b/m },
  { tool: 'dbmate', file: /\.sql$/, marker: /^--\s*migrate:up\b/m },
  { tool: 'Liquibase', file: /\.sql$/, marker: /^--\s*liquibase formatted sql/im },
  { tool: 'goose', file: /(?:^|\/)migrations?\/\d+_\w+\.go$/, marker: /goose\.AddMigration/ },
  { tool: 'Prisma', file: /(?:^|\/)prisma\/migrations\/[^/]+\/migration\.sql$/, inFolders: true },
  { tool: 'Diesel', file: /(?:^|\/)migrations\/[^/]+\/up\.sql$/, inFolders: true },
  // SQLx can undo as well, by files of the names that golang-migrate has.
  { tool: 'SQLx', file: /(?:^|\/)migrations?\/\d+_[^/]+\.up\.sql$/, mapper: 'SQLx' },
  { tool: 'golang-migrate', file: /(?:^|\/)[^/]*migrations?[^/]*\/(?:.*\/)?\d+_[^/]+\.up\.sql$/ },
  { tool: 'Flyway', file: /(?:^|\/)V\d[\d._]*__[^/]+\.(?:sql|java|kt)$/ },
  { tool: 'Liquibase', file: /(?:^|\/)db\/changelog\/.+\.(?:xml|ya?ml|json|sql)$/ },
  { tool: 'Alembic', file: /(?:^|\/)versions\/[^/]+\.py$/, marker: /^down_revision\b/m },
  { tool: 'Django', file: /(?:^|\/)migrations\/\d{4}_[^/]+\.py$/ },
  { tool: 'Rails', file: /(?:^|\/)db\/migrate\/\d+_[^/]+\.rb$/ },
  { tool: 'Laravel', file: /(?:^|\/)database\/migrations\/[^/]+\.php$/ },
  { tool: 'Doctrine', file: /(?:^|\/)migrations\/Version\d+\.php$/ },
  { tool: 'Ecto', file: /(?:^|\/)priv\/[^/]+\/migrations\/\d+_[^/]+\.exs$/ },
  { tool: 'Entity Framework', file: /(?:^|\/)Migrations\/\d{14}_\w+(?<!\.Designer)\.cs$/ },
  { tool: 'Drizzle', file: /(?:^|\/)drizzle\/(?:.*\/)?\d{4}_[^/]+\.sql$/ },
  {
    tool: 'Knex',
    file: /(?:^|\/)migrations\/[^/]+\.[cm]?[jt]s$/,
    marker: /exports\.up\b.*\bknex\b|\bknex\b\s*:\s*Knex/,
  },
  { tool: 'TypeORM', file: /(?:^|\/)migrations?\/[^/]+\.[jt]s$/, marker: /\bMigrationInterface\b/ },
  { tool: 'Sequelize', file: /(?:^|\/)migrations\/[^/]+\.[cm]?[jt]s$/, marker: /\bqueryInterface\b/ },
  { tool: 'SQLx', file: /(?:^|\/)migrations?\/\d[^/]*\.sql$/, mapper: 'SQLx' },
  { tool: plainSql, file: /(?:^|\/)migrations?\/\d[^/]*\.sql$/ },
];

/** Folders of migrations that are no longer run. */
const retired = /(?:^|\/)[^/]*(?:archive|old|legacy|deprecated|backup)[^/]*(?:\/|$)/i;
/** What every path above has: of what is no SQL, a folder or a name that only migrations have. */
const possibleFolder = /migrat|versions|changelog/i;
const possibleName = /\.sql$|^V\d/;
const migrationFile = /\.(?:sql|go|py|rb|php|exs|cs|[cm]?[jt]s|java|kt|xml|ya?ml|json)$/;
const mostFoldersRead = 40;

/**
 * The migration tool of a workspace and its latest migration, or `null` where no migrations are found. Of several
 * folders the one nearest to the root counts, then the one with the most migrations.
 *
 * @param own test data and vendored code are not
 * @param mappers names of the mappers between code and database that the workspace uses
 */
export async function readMigrations(
  files: FileSystem,
  table: FileTable,
  own: OwnFolders,
  mappers: readonly string[],
): Promise<MigrationProfile | null> {
  const inPossible = table.within((name) => possibleFolder.test(name));
  const isPossible = table.ofNames((name) => possibleName.test(name));
  const hasEnding = table.ofNames((name) => migrationFile.test(name));
  const candidates = table.either(
    (folder) => inPossible?.[folder] === true && own(folder),
    (name) => isPossible[name] === true && hasEnding[name] === true,
    (folder, name) => hasEnding[name] === true && own(folder),
  );
  const texts = new Map<string, string>();
  for (const tool of migrationTools) {
    if (tool.mapper !== undefined && !mappers.includes(tool.mapper)) continue;
    for (const group of groupsOf(
      candidates.filter((path) => tool.file.test(path)),
      tool,
    ).slice(0, mostFoldersRead)) {
      const latest = group.files.at(-1);
      if (latest === undefined || !(await carriesMarker(files, latest, tool, texts))) continue;
      const names = group.files.map((path) => fileName(tool.inFolders === true ? parentPath(path) : path));
      return {
        tool: tool.tool,
        folder: group.folder,
        latest: names.at(-1) ?? null,
        naming: namingOf(names),
        evidence: latest,
        line: tool.marker === undefined ? 1 : lineShowing(texts.get(latest) ?? '', tool.marker),
      };
    }
  }
  return null;
}

/** As most of the names are built; of two ways as common, the one of the latest name. */
function namingOf(names: readonly string[]): MigrationNaming | null {
  const counts = new Map<MigrationNaming, number>();
  for (const name of [...names].reverse()) {
    const naming = namings.find(([pattern]) => pattern.test(name))?.[1];
    if (naming !== undefined) counts.set(naming, (counts.get(naming) ?? 0) + 1);
  }
  return [...counts].sort(([, left], [, right]) => right - left)[0]?.[0] ?? null;
}

const namings: readonly (readonly [RegExp, MigrationNaming])[] = [
  // A date, with or without separators, and often the time of day or the milliseconds since 1970.
  [/^(?:V|Version)?(?:19|20)\d\d[-_.]?(?:0\d|1[0-2])[-_.]?(?:[0-2]\d|3[01])/, 'timestamp'],
  [/^\d{10}(?:\d{3})?(?=\D)/, 'timestamp'],
  [/^V\d+(?:[._]\d+)*__/, 'version'],
  [/^\d{1,9}(?=[-_.])/, 'sequence'],
  [/^[0-9a-f]{4,}(?:_|\.)/, 'key'],
];

interface MigrationGroup {
  readonly folder: string;
  /** In the order in which they run. */
  readonly files: readonly string[];
}

function groupsOf(paths: readonly string[], tool: MigrationTool): readonly MigrationGroup[] {
  const groups = new Map<string, string[]>();
  for (const path of paths) {
    const folder = tool.inFolders === true ? parentPath(parentPath(path)) : parentPath(path);
    const group = groups.get(folder);
    if (group === undefined) groups.set(folder, [path]);
    else group.push(path);
  }
  return [...groups]
    .map(([folder, files]) => ({ folder, files: files.sort(compareByNumber) }))
    .sort(
      (left, right) =>
        Number(retired.test(left.folder)) - Number(retired.test(right.folder)) ||
        depthOf(left.folder) - depthOf(right.folder) ||
        right.files.length - left.files.length ||
        compareText(left.folder, right.folder),
    );
}

/** Numbers by value, so that 1000 runs after 031; the rest by text. */
function compareByNumber(left: string, right: string): number {
  const numberOf = (path: string): bigint =>
    BigInt(/(\d+)[^/]*$/.exec(path.slice(parentPath(path).length))?.[1] ?? 0);
  const [a, b] = [numberOf(left), numberOf(right)];
  if (a !== b) return a < b ? -1 : 1;
  return compareText(left, right);
}

async function carriesMarker(
  files: FileSystem,
  path: string,
  { marker }: MigrationTool,
  texts: Map<string, string>,
): Promise<boolean> {
  if (marker === undefined) return true;
  let text = texts.get(path);
  if (text === undefined) {
    const file = await readText(files, path);
    text = file.kind === 'text' ? file.text : '';
    texts.set(path, text);
  }
  return marker.test(text);
}
