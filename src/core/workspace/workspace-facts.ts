import { existingFacts, type ExistingKind } from '../project/existing-facts';
import type { Source } from '../source/source';
import type { ContextKind, StackItem, WorkspaceContext } from './context';
import type { DeclaredFactKind } from './declared-facts/declared-fact';
import { declaredFacts } from './declared-facts/declared-facts';
import type { FactRow } from './fact-rows';
import { byRelevance, wordsOfSource } from './fact-rows';
import { plainSql } from './stack/migrations';
import { itemText } from './stack/stack-facets';
import { codeSpan, escapeMarkdown } from '../text/escape-markdown';

/** What a template may ask of the workspace, each with its facts as Markdown. */
const readers: Readonly<Record<string, (context: WorkspaceContext) => readonly string[]>> = {
  stack: ({ stack }) => [
    ...items([...stack.languages, ...stack.frameworks, ...stack.orms, ...stack.databases]),
    ...items(stack.uiLibrary === null ? [] : [stack.uiLibrary]),
  ],
  languages: ({ stack }) => items(stack.languages),
  frameworks: ({ stack }) => items(stack.frameworks),
  orm: ({ stack }) => items(stack.orms),
  databases: ({ stack }) => items(stack.databases),
  migrations: ({ stack: { migrations } }) =>
    migrations === null
      ? []
      : [
          [
            // A folder with such files says so itself, in every language.
            [migrations.tool === plainSql ? '' : escapeMarkdown(migrations.tool), codeSpan(migrations.folder)]
              .filter(Boolean)
              .join(': '),
            ...(migrations.latest === null ? [] : [codeSpan(migrations.latest)]),
          ].join(', '),
        ],
  'test-commands': ({ stack }) => stack.testCommands.map((item) => `${codeSpan(item.name)}${shownBy(item)}`),
  'ui-library': ({ stack }) => items(stack.uiLibrary === null ? [] : [stack.uiLibrary]),
  'ui-components': ({ stack }) =>
    stack.uiComponents.map((item) => `${escapeMarkdown(item.name)}${shownBy(item)}`),
  'package-managers': ({ stack }) => items(stack.packageManagers),
  ci: ({ stack }) => items(stack.ci),
  modules: ({ stack }) => stack.modules.map(codeSpan),
  rules: (context) => documents(context, ['rule', 'steering']),
  'completed-specs': (context) => documents(context, ['completed-spec']),
  research: (context) => documents(context, ['research']),
  decisions: (context) => documents(context, ['decision']),
};

/** What exists in the code or was declared by completed specs: lists that can be long. */
const factTopics: Readonly<Record<string, (context: WorkspaceContext) => readonly FactRow[]>> = {
  'existing-endpoints': existing('endpoint'),
  'existing-tables': existing('table'),
  'existing-commands': existing('command'),
  'declared-endpoints': declared('endpoint'),
  'declared-tables': declared('table', 'column'),
  'declared-settings': declared('config-key', 'env-var'),
  'declared-events': declared('event'),
  'declared-limits': declared('limit'),
  'declared-conventions': declared('naming'),
  'declared-tests': declared('test'),
};
/** More than this of a sort are a catalogue, not a basis for one spec. */
const mostOfATopic = 20;

/**
 * Facts of the workspace for one topic, as Markdown on one line each; none for a topic that is not of the workspace.
 *
 * @param source of long lists, what has most to do with it comes first
 */
export function workspaceFacts(
  context: WorkspaceContext,
  topic: string,
  source: Source | null = null,
): readonly string[] {
  if (Object.hasOwn(readers, topic)) return readers[topic]?.(context) ?? [];
  return workspaceRows(context, topic, source)
    .slice(0, mostOfATopic)
    .map(({ name, detail, path, line }) => {
      const about = detail === '' ? '' : `: ${escapeMarkdown(detail)}`;
      return `${codeSpan(name)}${about} (${codeSpan(`${path}:${line}`)})`;
    });
}

/** Facts on a topic of long lists as rows, what has most to do with the source first. */
export function workspaceRows(
  context: WorkspaceContext,
  topic: string,
  source: Source | null,
): readonly FactRow[] {
  const rows = Object.hasOwn(factTopics, topic) ? (factTopics[topic]?.(context) ?? []) : [];
  return source === null ? rows : byRelevance(rows, wordsOfSource(source));
}

/** Whether a topic asks for facts of the workspace. */
export function isWorkspaceTopic(topic: string): boolean {
  return Object.hasOwn(readers, topic) || Object.hasOwn(factTopics, topic);
}

function existing(kind: ExistingKind): (context: WorkspaceContext) => readonly FactRow[] {
  return ({ project }) => (project === undefined ? [] : existingFacts(project, kind));
}

function declared(...kinds: readonly DeclaredFactKind[]): (context: WorkspaceContext) => readonly FactRow[] {
  return (context) =>
    declaredFacts(context)
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ kind, ...fact }) => ({ what: kind, ...fact }));
}

function items(list: readonly StackItem[]): readonly string[] {
  return list.map((item) => `${escapeMarkdown(itemText(item))}${shownBy(item)}`);
}

/** Where a value comes from, to be put behind it; nothing for what only a person said. */
function shownBy({ evidence, line, byHand }: StackItem): string {
  if (byHand?.detected === null) return ' (stated by hand)';
  const place = codeSpan(`${evidence}:${line}`);
  if (byHand !== undefined) return ` (stated by hand; ${place} shows ${escapeMarkdown(byHand.detected)})`;
  return evidence === '' ? '' : ` (${place})`;
}

function documents(context: WorkspaceContext, kinds: readonly ContextKind[]): readonly string[] {
  return context.documents
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ path, title }) => `${escapeMarkdown(title)} (${codeSpan(path)})`);
}
