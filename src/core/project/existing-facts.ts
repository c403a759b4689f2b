import { withoutSecrets } from '../secrets/mask-secrets';
import type { FactRow } from '../workspace/fact-rows';
import type { ProjectIndex, ProjectScript } from './project-index';
import { wholeRoutes } from './routes/whole-routes';

/** What an index tells of that a spec can build upon. */
export type ExistingKind = 'endpoint' | 'table' | 'command';

/** More columns than this make a row that nobody reads. */
const mostColumns = 12;

const readers: Readonly<Record<ExistingKind, (project: ProjectIndex) => readonly FactRow[]>> = {
  endpoint: (project) =>
    wholeRoutes(project).map(({ method, route, path, line }) => ({
      what: 'endpoint',
      name: `${method} ${route}`,
      detail: '',
      path,
      line,
    })),
  table: ({ tables }) =>
    tables.map(({ name, columns, path, line }) => ({
      what: 'table',
      name,
      detail: [
        ...columns.slice(0, mostColumns).map((column) => column.name),
        ...(columns.length > mostColumns ? [`and ${columns.length - mostColumns} more`] : []),
      ].join(', '),
      path,
      line,
    })),
  command: ({ scripts }) =>
    // What a command runs may hold a token; its name is enough to call it by.
    scripts.map((script) => ({
      what: 'command',
      name: commandOf(script),
      detail: '',
      path: script.path,
      line: script.line,
    })),
};

/** What of a kind exists in a project, in the order of its files; each name and place once. */
export function existingFacts(project: ProjectIndex, kind: ExistingKind): readonly FactRow[] {
  const rows = readers[kind](project).map((row) => ({
    ...row,
    // The address of a webhook may be its secret.
    name: withoutSecrets(row.name),
    detail: withoutSecrets(row.detail),
  }));
  return [...new Map(rows.map((row) => [`${row.name} ${row.path}`, row])).values()];
}

/** All that exists: endpoints, tables, commands. */
export function allExistingFacts(project: ProjectIndex): readonly FactRow[] {
  return (['endpoint', 'table', 'command'] as const).flatMap((kind) => existingFacts(project, kind));
}

/** How the command is typed, where its runner takes names; `npm` stands for whichever reads `package.json`. */
function commandOf({ runner, name }: ProjectScript): string {
  if (runner === 'npm' || runner === 'composer') return `${runner} run ${name}`;
  return runner === 'python' ? name : `${runner} ${name}`;
}
