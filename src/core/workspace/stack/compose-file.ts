import { parse } from 'yaml';
import type { StackItem } from '../context';
import { stringAt, tableAt } from './data-path';
import { itemIn } from './evidence';
import { plainVersion } from './known-packages';
import type { ManifestReader } from './stack-facts';

/** Image names of database servers. */
const databaseImages: readonly (readonly [name: RegExp, title: string])[] = [
  [/^(?:.*\/)?(?:postgres|postgresql|postgis|timescaledb|pgvector)$/, 'PostgreSQL'],
  [/^(?:.*\/)?mysql$/, 'MySQL'],
  [/^(?:.*\/)?mariadb$/, 'MariaDB'],
  [/^(?:.*\/)?mongo$/, 'MongoDB'],
  [/^(?:.*\/)?(?:redis|valkey)$/, 'Redis'],
  [/^(?:.*\/)?mssql\/server$/, 'SQL Server'],
  [/^(?:.*\/)?(?:clickhouse-server|clickhouse)$/, 'ClickHouse'],
  [/^(?:.*\/)?(?:elasticsearch|opensearch)$/, 'Elasticsearch'],
  [/^(?:.*\/)?cockroach$/, 'CockroachDB'],
  [/^(?:.*\/)?neo4j$/, 'Neo4j'],
];

/** Compose files: the databases that run beside the product, with the server's own version. */
export const composeFile: ManifestReader = {
  names: ['docker-compose.yml', 'docker-compose.yaml', 'compose.yml', 'compose.yaml'],
  read(manifest) {
    const { text } = manifest;
    let data: unknown;
    try {
      data = parse(text);
    } catch {
      return {};
    }
    const databases: StackItem[] = [];
    const services = tableAt(data, 'services');
    for (const service of Object.keys(services)) {
      const image = stringAt(services, service, 'image');
      if (image === null) continue;
      const [, name = '', tag = null] = /^(.*?)(?::([^:/]+))?(?:@.*)?$/.exec(image) ?? [];
      const title = databaseImages.find(([pattern]) => pattern.test(name))?.[1];
      if (title === undefined || databases.some((item) => item.name === title)) continue;
      databases.push(itemIn(manifest, title, versionOf(tag), image));
    }
    return { databases };
  },
};

/** `16` of `16-alpine` and of `pg16`: what follows the number names the base image. */
function versionOf(tag: string | null): string | null {
  return plainVersion(tag?.replace(/^pg/, '').replace(/-.*/, '') ?? null);
}
