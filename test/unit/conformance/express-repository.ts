import type { BuiltRepository } from './built-repository';

/** TypeScript with Express, routers in files of their own, and Knex. */
export const expressRepository: BuiltRepository = {
  name: 'TypeScript, Express, Knex',
  spec: `# Reading lists

| | |
|---|---|
| Status | Shipped |

## Schema

\`\`\`ts
await knex.schema.createTable('reading_lists', (table) => {
  table.uuid('id').primary();
  table.uuid('owner_id').notNullable().references('id').inTable('users');
  table.string('title', 120).notNullable();
  table.boolean('is_public').notNullable().defaultTo(false);
  table.timestamp('archived_at', { useTz: true });
  table.timestamps(true, true);
  table.unique(['owner_id', 'title']);
  table.index(['is_public'], 'reading_lists_public_idx');
});
\`\`\`

## Endpoints

- \`GET /api/lists\`: own lists
- \`POST /api/lists\`: a new one
- \`PATCH /api/lists/:listId\`: renames
- \`POST /api/lists/:listId/items\`: adds a book
- \`GET /public/lists/:slug\`: without a session

## Contracts

\`\`\`ts
export interface ReadingList {
  id: string;
  title: string;
  isPublic: boolean;
  archivedAt?: string;
}

export type ListVisibility = 'public' | 'private';

export async function createList(db: Knex, ownerId: string, input: NewList): Promise<ReadingList>

export class ListService {
  rename(listId: string, title: string): Promise<ReadingList>;
}
\`\`\`

## Configuration

| Env var | Default |
|---|---|
| \`LISTS_MAX_ITEMS\` | 500 |

## Work

- [x] T001 Migration
  - Files: create \`db/migrations/20260210_reading_lists.ts\`
- [x] T002 Router and service
  - Files:
    - Create: \`src/lists/lists.router.ts\`
    - Create: \`src/lists/list-service.ts\`
    - Create: \`src/lists/types.ts\`
    - Delete: \`src/legacy/bookmarks.ts\`
  - Done condition: \`npm run test:lists\` passes
- [x] T003 Tests
  - Done condition: \`npx vitest run src/lists/lists.test.ts -t "refuses a second list of one title"\`

## Dependencies

| Package | Type | Why |
|---|---|---|
| slugify | npm | public addresses |
`,
  files: {
    'package.json':
      '{"name":"shelf","scripts":{"test":"vitest","test:lists":"vitest run src/lists"},"dependencies":{"express":"5.0.0","knex":"3.1.0","slugify":"1.6.6"}}',
    'src/app.ts': `import express from 'express';
import { apiRouter } from './api';
import { publicRouter } from './lists/public.router';

export function createApp(): express.Express {
  const app = express();
  app.use(express.json());
  app.use('/api', requireSession, apiRouter);
  app.use('/public', publicRouter);
  return app;
}
`,
    'src/api/index.ts': `import { Router } from 'express';
import lists from '../lists/lists.router';

export const apiRouter = Router();
apiRouter.use('/lists', lists);
`,
    'src/lists/lists.router.ts': `import { Router } from 'express';

const lists = Router();

lists.get('/', listAll);
lists.post('/', validate(newList), create);
lists
  .route('/:id')
  .get(show)
  .patch(validate(rename), update);
lists.post('/:id/items', addItem);

export default lists;
`,
    'src/lists/public.router.ts': `import { Router } from 'express';

export const publicRouter = Router();
publicRouter.get('/lists/:slug', showPublic);
`,
    'src/lists/types.ts': `export interface ReadingList {
  readonly id: string;
  readonly title: string;
  readonly isPublic: boolean;
  readonly archivedAt?: string;
  readonly createdAt: string;
}

export type ListVisibility = 'private' | 'public';
`,
    'src/lists/list-service.ts': `const maximum = Number(process.env.LISTS_MAX_ITEMS ?? 500);

export const createList = async (
  db: Knex,
  ownerId: string,
  input: NewList,
): Promise<ReadingList> => {
  return insert(db, ownerId, input);
};

export class ListService {
  constructor(private readonly db: Knex) {}

  async rename(listId: string, title: string): Promise<ReadingList> {
    return update(this.db, listId, { title });
  }
}
`,
    'src/lists/lists.test.ts': `import { describe, it } from 'vitest';

describe('lists', () => {
  it('refuses a second list of one title', async () => {});
});
`,
    'db/migrations/20260210_reading_lists.ts': `import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('reading_lists', (t) => {
    t.uuid('id').primary().defaultTo(knex.fn.uuid());
    t.uuid('owner_id').notNullable().references('id').inTable('users').onDelete('CASCADE');
    t.string('title', 120).notNullable();
    t.boolean('is_public').notNullable().defaultTo(false);
    t.timestamp('archived_at', { useTz: true }).nullable();
    t.timestamps(true, true);
    t.unique(['owner_id', 'title']);
    t.index(['is_public'], 'reading_lists_public_idx');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('reading_lists');
}
`,
  },
  deviations: [
    {
      what: 'unique key of fewer columns',
      file: 'db/migrations/20260210_reading_lists.ts',
      from: "t.unique(['owner_id', 'title'])",
      to: "t.unique(['title'])",
      check: 'conformance-table',
      says: 'reading_lists (owner_id, title)',
    },
    {
      what: 'renamed column',
      file: 'db/migrations/20260210_reading_lists.ts',
      from: "t.boolean('is_public')",
      to: "t.boolean('is_shared')",
      check: 'conformance-table',
      says: 'reading_lists.is_public',
    },
    {
      what: 'nullability of a column',
      file: 'db/migrations/20260210_reading_lists.ts',
      from: "t.string('title', 120).notNullable()",
      to: "t.string('title', 120)",
      check: 'conformance-table',
      says: 'reading_lists.title must not be null',
    },
    {
      what: 'method in a chain of one route',
      file: 'src/lists/lists.router.ts',
      from: '.patch(',
      to: '.put(',
      check: 'conformance-endpoint',
      says: 'PATCH /api/lists/:listId',
    },
    {
      what: 'prefix in the file that mounts',
      file: 'src/app.ts',
      from: "'/public'",
      to: "'/shared'",
      check: 'conformance-endpoint',
      says: '/shared/lists/:slug',
    },
    {
      what: 'optional field that is required',
      file: 'src/lists/types.ts',
      from: 'archivedAt?: string',
      to: 'archivedAt: string',
      check: 'conformance-symbol',
      says: 'ReadingList.archivedAt is of another type',
    },
    {
      what: 'result of a function',
      file: 'src/lists/list-service.ts',
      from: '): Promise<ReadingList> => {',
      to: '): Promise<string> => {',
      check: 'conformance-symbol',
      says: 'createList gives something else',
    },
    {
      what: 'setting that is not read',
      file: 'src/lists/list-service.ts',
      from: 'Number(process.env.LISTS_MAX_ITEMS ?? 500)',
      to: '500',
      check: 'conformance-config',
      says: 'LISTS_MAX_ITEMS',
    },
    {
      what: 'name of a script',
      file: 'package.json',
      from: '"test:lists"',
      to: '"test:reading-lists"',
      check: 'conformance-script',
      says: 'test:lists',
    },
    {
      what: 'title of a test',
      file: 'src/lists/lists.test.ts',
      from: 'refuses a second list of one title',
      to: 'works',
      check: 'conformance-test',
      says: 'refuses a second list',
    },
  ],
};
