import type { TechnologyFacet } from '../../workspace/stack/technologies';
import type { StackItem, StackProfile, WorkspaceContext } from '../../workspace/context';
import type { StackFacet } from '../../workspace/stack/stack-facets';
import { itemsOf } from '../../workspace/stack/stack-facets';
import { answerOf, technologiesInUse } from './technologies-in-use';
import type { WorkspaceAnswer } from './workspace-answer';

/** A matter that manifests of the workspace settle. */
export interface StackTopic {
  readonly id: string;
  /** The words that people ask with, comma separated. */
  readonly names: string;
  /** Questions that ask for it in other words. */
  readonly asks?: RegExp;
  /** Questions that sound alike and ask for something else. */
  readonly unless?: RegExp;
  /** Answers, the most telling first. */
  readonly facts: (context: WorkspaceContext) => readonly WorkspaceAnswer[];
}

export const stackTopics: readonly StackTopic[] = [
  {
    id: 'languages',
    names: 'programming language, language, languages, implementation language',
    asks: /\b(?:which|what) languages? .{0,40}\b(?:written|implemented|coded|programmed) in\b/iu,
    unless:
      /\b(?:locales?|translat\w*|i18n|l10n|locali[sz]\w*|supported languages|languages? (?:are|is|must be|should be|to be) supported|speak|readers?|interface languages?|e-?mails?|messages?|texts?)\b/iu,
    facts: ofFacets('languages'),
  },
  {
    id: 'server-framework',
    names:
      'backend framework, back-end framework, server framework, server-side framework, web framework, HTTP framework, HTTP router, API framework, router library, server router, router',
    unless: /\b(?:client|front-?end|browser|page|react|vue)\b/iu,
    facts: technologies('server framework'),
  },
  {
    id: 'client-framework',
    names:
      'frontend framework, front-end framework, client framework, client-side framework, UI framework, JavaScript framework, SPA framework, user interface framework',
    asks: /\b(?:which|what) framework .{0,40}\b(?:front-?end|client|user interface|ui|browser)\b/iu,
    facts: technologies('client framework'),
  },
  {
    id: 'stack',
    names: 'tech stack, technology stack, stack, technologies, frameworks, framework',
    unless:
      /\b(?:tests?|testing|jobs?|queues?|css|styling|logging|legal|legislative|governance|background|trace|call)\b/iu,
    facts: ofFacets('languages', 'frameworks', 'databases'),
  },
  {
    id: 'database',
    names:
      'database, database engine, database system, database technology, database server, db, datastore, data store, relational database, SQL database, RDBMS, DBMS, storage engine, persistence technology, database product',
    asks: /\bwhere (?:is|are|will|should) .{0,30}\bdata\b.{0,20}\b(?:stored|kept|persisted)\b/iu,
    unless: /\b(?:cache|tables?|columns?|rows?|backups?)\b/iu,
    facts: technologies('database', /^(?:Redis|Memcached)$/u),
  },
  {
    id: 'cache',
    names:
      'cache, cache store, caching layer, cache technology, cache server, caching technology, in-memory store',
    facts: technologies('database', undefined, /^(?:Redis|Memcached)$/u),
  },
  {
    id: 'broker',
    names:
      'message broker, broker, message queue, event bus, messaging system, message bus, queueing system, event broker',
    facts: technologies('message broker'),
  },
  {
    id: 'orm',
    names:
      'ORM, query builder, data access library, database library, data mapper, database access layer, object-relational mapper',
    facts: technologies('ORM'),
  },
  {
    id: 'driver',
    names: 'database driver, db driver, SQL driver, driver',
    facts: ofFacets('databases'),
  },
  {
    id: 'migration-tool',
    names:
      'migration tool, migrations tool, schema migration tool, database migration tool, migration framework, migration library',
    asks: /\bhow (?:are|do|does|is|should|will) .{0,40}\b(?:migrations?|schema changes?)\b.{0,20}\b(?:run|applied|managed|written|made|handled|executed|done)\b/iu,
    facts: ofFacets('migrationTool'),
  },
  {
    id: 'migration-folder',
    names:
      'migration folder, migrations folder, migration directory, migrations directory, folder of migrations, folder for migrations',
    asks: /\b(?:where|(?:in|into) (?:which|what) (?:folder|directory)) (?:do|are|is|should|does|will|must) .{0,40}\bmigrations?\b/iu,
    facts: ofFacets('migrationFolder'),
  },
  {
    id: 'migration-naming',
    names:
      'naming of migrations, migration naming, migration naming scheme, migration file naming, migration names, migration file names, migration numbering',
    asks: /\bhow (?:are|should|do|must|will) .{0,30}\bmigrations?(?: files?)?\b.{0,20}\b(?:named|called|numbered)\b/iu,
    facts: ({ stack }) => namingOf(stack),
  },
  {
    id: 'test-commands',
    names: 'test command, test commands, command for tests, command for the tests',
    asks: /\b(?:(?:which|what) (?:commands?|scripts?) (?:runs?|executes?|starts?|verif\w+|is used to run|do we run|should be run|must be run).{0,40}\btests?\b|how (?:are|do|does|can|should) .{0,40}\btests?\b.{0,20}\b(?:run|executed|started|launched)\b|how (?:do|does|can|should) (?:we|you|one|i|the (?:agent|team)) (?:run|execute|start) .{0,30}\btests?\b)/iu,
    facts: ofFacets('testCommands'),
  },
  {
    id: 'ui-library',
    names:
      'UI library, component library, UI component library, UI kit, design system, user interface library, components library, UI toolkit',
    facts: ofFacets('uiLibrary'),
  },
  {
    id: 'ui-components',
    names: 'UI components, existing components, ready-made components',
    asks: /\b(?:which|what) (?:ui )?components? (?:already exist|exist|are (?:already )?(?:there|available|present|installed)|do we (?:already )?have)\b/iu,
    facts: ofFacets('uiComponents'),
  },
  {
    id: 'package-manager',
    names:
      'package manager, package managers, dependency manager, JavaScript package manager, node package manager',
    asks: /\b(?:npm|yarn|pnpm|bun)\b.{0,12}\bor\b.{0,12}\b(?:npm|yarn|pnpm|bun)\b/iu,
    facts: ofFacets('packageManagers'),
  },
  {
    id: 'ci',
    names:
      'CI, CI system, CI service, CI provider, CI tool, CI/CD system, CI/CD tool, CI/CD pipeline, CI pipeline, continuous integration, continuous integration service, build server, build pipeline, pipeline',
    asks: /\bwhere (?:do|does|are|is) .{0,30}\b(?:ci|builds?|pipelines?|continuous integration)\b.{0,20}\brun\b/iu,
    unless: /\b(?:data|etl|ingest\w*|render\w*|sales|image)\b/iu,
    facts: ofFacets('ci'),
  },
];

/** More of one sort is a list, not an answer. */
const mostAnswers = 5;

function ofFacets(...facets: readonly StackFacet[]): StackTopic['facts'] {
  return ({ stack }) => answers(facets.flatMap((facet) => itemsOf(stack, facet)));
}

function technologies(facet: TechnologyFacet, not?: RegExp, only?: RegExp): StackTopic['facts'] {
  return (context) =>
    technologiesInUse(context)
      .filter(
        (used) => used.facet === facet && not?.test(used.name) !== true && only?.test(used.name) !== false,
      )
      .map(({ text, path, line }) => ({ text, path, line }))
      .slice(0, mostAnswers);
}

function answers(items: readonly StackItem[]): readonly WorkspaceAnswer[] {
  return items.flatMap((item) => answerOf(item) ?? []).slice(0, mostAnswers);
}

/** The last file tells a pattern better than its name does. */
function namingOf({ migrations }: StackProfile): readonly WorkspaceAnswer[] {
  if (migrations === null || migrations.naming === null) return [];
  const { naming, latest, evidence, line } = migrations;
  return [{ text: latest === null ? naming : `${naming}, as ${latest}`, path: evidence, line }];
}
