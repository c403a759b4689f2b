import { itemIn } from './evidence';
import type { ManifestReader } from './stack-facts';

/** Databases as a Prisma schema calls them. */
const providers: ReadonlyMap<string, string> = new Map([
  ['postgresql', 'PostgreSQL'],
  ['postgres', 'PostgreSQL'],
  ['mysql', 'MySQL'],
  ['sqlite', 'SQLite'],
  ['sqlserver', 'SQL Server'],
  ['mongodb', 'MongoDB'],
  ['cockroachdb', 'CockroachDB'],
]);

/** `schema.prisma`: the database that its data source names; no package of the client does. */
export const prismaSchema: ManifestReader = {
  names: ['schema.prisma'],
  read(manifest) {
    const source = /^[ \t]*datasource[ \t]+\w+[ \t]*\{([^}]*)\}/mu.exec(manifest.text)?.[1] ?? '';
    const provider = /^[ \t]*provider[ \t]*=[ \t]*"(\w+)"/mu.exec(source);
    const title = providers.get(provider?.[1] ?? '');
    return title === undefined || provider === null
      ? {}
      : { databases: [itemIn(manifest, title, null, provider[0].trim())] };
  },
};
