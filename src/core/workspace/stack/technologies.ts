/** What a technology does in a product: of most, one is enough, and a second needs its reason. */
export type TechnologyFacet =
  | 'language'
  | 'server framework'
  | 'client framework'
  | 'database'
  | 'message broker'
  | 'ORM'
  | 'migration tool'
  | 'UI library'
  | 'job queue'
  | 'date library'
  | 'feature flags';

export interface Technology {
  /** As people write it. */
  readonly name: string;
  readonly facet: TechnologyFacet;
  /** Other spellings, packages among them; compared without case. */
  readonly aliases: readonly string[];
  /** Whether its name is a word of its own, so that it means the technology only where nothing else stands. */
  readonly isWord: boolean;
}

const byFacet: readonly (readonly [TechnologyFacet, string])[] = [
  [
    'language',
    'Go!=Golang, TypeScript, JavaScript, Python, Rust!, Java, Kotlin, Scala, Ruby, PHP, C#=CSharp, C++, Swift!, Elixir, Erlang, Dart!, Haskell, Clojure, Perl, Lua',
  ],
  [
    'server framework',
    'chi!=go-chi=github.com/go-chi/chi, Gin!=gin-gonic=github.com/gin-gonic/gin, Echo!=labstack/echo=github.com/labstack/echo, Fiber!=gofiber=github.com/gofiber/fiber, gorilla/mux=github.com/gorilla/mux, Express!=Express.js=expressjs, Fastify, Koa!, NestJS=@nestjs/core=Nest.js, Hono!, Django, Flask!, FastAPI, Rails!=Ruby on Rails, Sinatra!, Laravel, Symfony, Spring Boot, Quarkus, Micronaut, Ktor, axum!, Actix Web=actix-web=Actix, Rocket!, ASP.NET Core=ASP.NET, Phoenix!',
  ],
  [
    'client framework',
    'React!=React.js=reactjs, Vue!=Vue.js=vuejs, Svelte=SvelteKit, Angular!=@angular/core=AngularJS, Solid!=solid-js=SolidJS, Preact, Ember!=Ember.js, Lit!',
  ],
  [
    'database',
    'PostgreSQL=Postgres=postgres=pgx=github.com/jackc/pgx=lib/pq=github.com/lib/pq=psycopg=asyncpg=Npgsql=postgrex, MySQL=mysql2=MariaDB, SQLite=sqlite3=better-sqlite3=modernc.org/sqlite, MongoDB=Mongo=mongoose=mongodb, Redis=go-redis=ioredis=github.com/redis/go-redis=Valkey, Memcached, DynamoDB, Cassandra, ClickHouse, CockroachDB, Elasticsearch=OpenSearch, SQL Server=MSSQL, Oracle!, Firestore, Neo4j, InfluxDB',
  ],
  [
    'message broker',
    'Kafka=Apache Kafka=Redpanda, RabbitMQ=amqp091, NATS!=nats.go, ActiveMQ, Pulsar=Apache Pulsar, SQS=Amazon SQS, Google Pub/Sub=Cloud Pub/Sub',
  ],
  [
    'ORM',
    'GORM=gorm.io/gorm, ent!=entgo.io/ent, Bun!=github.com/uptrace/bun, XORM=xorm.io/xorm, sqlc, Prisma=@prisma/client, Drizzle=drizzle-orm, TypeORM, Sequelize, Knex=Knex.js, Kysely, MikroORM=@mikro-orm/core, SQLAlchemy, SQLModel, Tortoise ORM=tortoise-orm, Diesel!, SeaORM=sea-orm, SQLx, Hibernate, jOOQ, MyBatis, Doctrine=doctrine/orm, Entity Framework=Entity Framework Core=EF Core, Dapper!, Ecto',
  ],
  [
    'migration tool',
    'goose!=pressly/goose=github.com/pressly/goose, golang-migrate=migrate/migrate, Flyway, Liquibase, Alembic, Prisma Migrate, dbmate, Atlas!, sqitch, node-pg-migrate, db-migrate',
  ],
  [
    'UI library',
    'shadcn/ui=shadcn, MUI=@mui/material=Material UI=Material-UI, Ant Design=antd, Chakra UI=@chakra-ui/react=Chakra, Mantine=@mantine/core, Fluent UI=@fluentui/react-components, Headless UI=@headlessui/react, React Bootstrap=react-bootstrap, Vuetify, Element Plus=element-plus, PrimeVue, Angular Material=@angular/material, Bootstrap!',
  ],
  [
    'job queue',
    'Celery!, Dramatiq, Sidekiq, Resque, GoodJob=good_job, Solid Queue=solid_queue, Delayed Job=delayed_job, BullMQ, Hangfire, Quartz!=Quartz.NET, Oban, Asynq=hibiken/asynq, Temporal!, Airflow=Apache Airflow',
  ],
  ['date library', 'Luxon!=luxon, Moment!=Moment.js=moment, date-fns, Day.js=dayjs, NodaTime, Joda-Time'],
  ['feature flags', 'LaunchDarkly, Unleash!, Flagsmith, ConfigCat'],
];

/** Technologies that replace one another, by what they do. `!` marks names that are words, `=` other spellings. */
export const technologies: readonly Technology[] = byFacet.flatMap(([facet, list]) =>
  list.split(', ').map((entry) => {
    const [first = '', ...aliases] = entry.split('=');
    return { name: first.replace('!', ''), facet, aliases, isWord: first.endsWith('!') };
  }),
);

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
const spellings = new Map(
  technologies.flatMap((technology) =>
    [technology.name, ...technology.aliases].map((spelling) => [spelling.toLowerCase(), technology] as const),
  ),
);
const pattern = new RegExp(
  `(?<![\\p{L}\\p{N}_@./-])(?:${[...spellings.keys()]
    .sort((a, b) => b.length - a.length)
    .map(escape)
    .join('|')})(?![\\p{L}\\p{N}_]|-[\\p{L}]|\\.\\p{L}|/\\p{L})`,
  'giu',
);

/** What each spelling begins with: most texts have none of it, and this tells faster than the pattern. */
const beginnings = new Set(
  [...spellings.keys()].map((spelling) => /[a-z\d]+/u.exec(spelling)?.[0] ?? spelling),
);

/** A technology and where a text names it. */
export interface NamedTechnology {
  readonly technology: Technology;
  readonly text: string;
  readonly index: number;
}

/** Technologies that a text names. Names that are words count only as they are written (`Echo`, not `echo`). */
export function technologiesIn(text: string): readonly NamedTechnology[] {
  const words = text.toLowerCase().match(/[a-z\d]+/gu) ?? [];
  if (!words.some((word) => beginnings.has(word))) return [];
  return [...text.matchAll(pattern)].flatMap(({ 0: found, index }) => {
    const technology = spellings.get(found.toLowerCase());
    if (technology === undefined) return [];
    const asWritten = found === technology.name || technology.aliases.includes(found);
    if (technology.isWord && !asWritten) return [];
    return [{ technology, text: found, index }];
  });
}
