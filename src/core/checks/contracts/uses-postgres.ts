import type { SpecDocument } from '../../spec/spec-document';
import type { Surroundings } from '../surroundings';

const postgres = /\b(?:postgres(?:ql)?|pgx|timescale(?:db)?)\b/iu;
const others =
  /\b(?:mysql|mariadb|sqlite3?|sql server|t-sql|mssql|oracle|bigquery|clickhouse|snowflake|redshift|spanner|cassandra|scylla|duckdb|databricks|cockroachdb|athena|presto|trino|hive)\b/iu;

/**
 * Whether the SQL of a spec is PostgreSQL's: by the databases of the workspace, or, where none is known there, by what the
 * spec names. Where it names another one besides, it stays open, which is as good as no.
 */
export function usesPostgres(spec: SpecDocument, surroundings: Surroundings | null): boolean {
  const databases = (surroundings?.stack.databases ?? []).map(({ name }) => name);
  if (databases.some((name) => others.test(name))) return false;
  if (databases.some((name) => postgres.test(name))) return true;
  return postgres.test(spec.text) && !others.test(spec.text);
}
