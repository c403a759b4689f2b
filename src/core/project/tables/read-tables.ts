import { lineFinder } from '../../text/line-finder';
import type { ProjectTable } from '../project-index';
import { applyDialect } from './migration-dialect';
import { dialectOf } from './migration-dialects';
import { embeddedSql } from './embedded-sql';
export type { MigrationFile } from './migration-file';
import type { MigrationFile } from './migration-file';
import { SchemaState } from './schema-state';
import { applySql } from './sql-tables';

const folders = /(?:^|\/)(?:migrations?|migrate|drizzle|db|database|schema|sql|flyway|liquibase)\//i;
const schemaFile = /(?:^|\/)(?:schema|structure|init|tables)\.sql$/i;
/** What undoes, what is kept for the record, and what fills tests. */
const notApplied =
  /\.down\.sql$|(?:^|\/)(?:U[\d._]+__|undo)[^/]*\.sql$|(?:^|\/)[^/]*(?:archiv|deprecated|backup|testdata|fixtures|seeds?)[^/]*\//i;

/** Whether a file describes a schema in a language of its own. */
export function isSchema(path: string): boolean {
  return path.endsWith('.prisma');
}

/** Whether a file takes part in what the schema is: SQL by its path, code by what it calls. */
export function isMigration({ path, text }: MigrationFile): boolean {
  if (notApplied.test(path)) return false;
  if (path.endsWith('.sql')) return folders.test(path) || schemaFile.test(path);
  return dialectOf({ path, text }) !== null || embeddedSql(text).length > 0;
}

/**
 * Tables as migrations leave them, by name: those in SQL, those in the language of a framework, and SQL in the strings of
 * code.
 *
 * @param files in the order in which they are applied
 */
export function readTables(
  files: readonly MigrationFile[],
  schema: SchemaState = new SchemaState(),
): readonly ProjectTable[] {
  for (const file of files) {
    if (file.path === '' || file.path.endsWith('.sql')) {
      applySql(file, schema);
      continue;
    }
    const dialect = dialectOf(file);
    if (dialect !== null) applyDialect(dialect, file, schema);
    const lineOf = lineFinder(file.text);
    const undone = dialect?.undo === undefined ? -1 : file.text.search(dialect.undo);
    for (const { text, offset } of embeddedSql(undone === -1 ? file.text : file.text.slice(0, undone)))
      applySql({ path: file.path, text }, schema, (at) => lineOf(offset + at));
  }
  return schema.tables();
}
