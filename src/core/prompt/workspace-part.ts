import type { Brief } from '../brief/brief';
import { allExistingFacts } from '../project/existing-facts';
import { dataFence } from '../text/data-fence';
import type { ContextDocument, StackItem } from '../workspace/context';
import { declaredFacts } from '../workspace/declared-facts/declared-facts';
import { byRelevance, factTable, wordsOfSource, type FactRow } from '../workspace/fact-rows';

/** What is known of the workspace: stack, git, files, documents, and facts of code and completed specs. */
export function workspacePart({ context, source }: Brief): string {
  const { stack, git } = context;
  const named = (label: string, items: readonly StackItem[]): string[] =>
    items.length === 0
      ? []
      : [`${label}: ${items.map((item) => [item.name, item.version].filter(Boolean).join(' ')).join(', ')}`];
  const facts = [
    ...named('Languages', stack.languages),
    ...named('Frameworks', stack.frameworks),
    ...named('ORM', stack.orms),
    ...named('Databases', stack.databases),
    ...(stack.migrations === null
      ? []
      : [
          [
            `Migrations: ${[stack.migrations.tool, stack.migrations.folder].filter(Boolean).join(' in ')}`,
            ...(stack.migrations.naming === null ? [] : [`named by ${stack.migrations.naming}`]),
            ...(stack.migrations.latest === null ? [] : [`latest ${stack.migrations.latest}`]),
          ].join(', '),
        ]),
    ...named('Test commands', stack.testCommands),
    ...named('UI library', stack.uiLibrary === null ? [] : [stack.uiLibrary]),
    ...named('UI components present', stack.uiComponents),
    ...named('Package managers', stack.packageManagers),
    ...named('CI', stack.ci),
    ...(stack.modules.length === 0 ? [] : [`Modules: ${stack.modules.join(', ')}`]),
    ...(git === null
      ? []
      : [
          `Git: branch ${git.branch ?? '(detached)'}, commit ${git.commit?.slice(0, 7) ?? '(none)'}, user ${git.userName ?? '(unknown)'}`,
          ...git.recentCommits.map(({ hash, subject }) => `- ${hash.slice(0, 7)} ${subject}`),
        ]),
  ];
  const documents = context.documents.filter(({ kind }) => kind !== 'source' && kind !== 'template');
  return [
    '# Workspace',
    // Names of branches, people, packages and files are anyone's, too.
    ...(facts.length === 0 ? [] : [dataFence('facts', {}, facts.join('\n'))]),
    '',
    '## Files',
    filesList(context.files),
    '',
    ...documents.map(contextDocument),
    ...factsPart(context, source),
  ].join('\n');
}

/** Estimated tokens that each table of facts may have. */
const factTokens = 1500;

/** What exists and what completed specs declared, as tables that name file and line. */
function factsPart(context: Brief['context'], source: Brief['source']): readonly string[] {
  const words = wordsOfSource(source);
  const table = (name: string, heading: string, rows: readonly FactRow[]): readonly string[] => {
    const { text, left } = factTable(byRelevance(rows, words), factTokens);
    if (text === '') return [];
    const rest = left === 0 ? [] : [`(and ${left} more)`];
    return ['', `## ${heading}`, dataFence(name, {}, text), ...rest];
  };
  const declared = declaredFacts(context).map(({ kind, ...fact }) => ({ what: kind, ...fact }));
  return [
    ...table(
      'existing',
      'What the code has',
      context.project === undefined ? [] : allExistingFacts(context.project),
    ),
    ...table('declared', 'What completed specs declare', declared),
  ];
}

/** Enough to ground paths, without sending the tree of a very large repository. */
const mostFiles = 1500;

function filesList(files: readonly string[]): string {
  const shown = files.slice(0, mostFiles);
  const rest = files.length - shown.length;
  const fenced = shown.length === 0 ? [] : [dataFence('files', {}, shown.join('\n'))];
  return [...fenced, ...(rest > 0 ? [`(and ${rest} more)`] : [])].join('\n');
}

function contextDocument({ path, kind, text, sha256 }: ContextDocument): string {
  return dataFence(kind, { path }, text, sha256);
}
