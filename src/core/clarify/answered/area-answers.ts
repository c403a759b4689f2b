import type { Source } from '../../source/source';
import type { WorkspaceContext } from '../../workspace/context';
import { itemsOf, type StackFacet } from '../../workspace/stack/stack-facets';
import { workspaceRows } from '../../workspace/workspace-facts';
import { answerOf } from './technologies-in-use';
import type { WorkspaceAnswer } from './workspace-answer';

/** Areas of templates that are topics of the workspace, by the facets of the stack that they ask for. */
const facets: Readonly<Record<string, readonly StackFacet[]>> = {
  stack: ['languages', 'frameworks', 'orms', 'databases', 'uiLibrary'],
  languages: ['languages'],
  frameworks: ['frameworks'],
  orm: ['orms'],
  databases: ['databases'],
  migrations: ['migrationTool', 'migrationFolder'],
  'test-commands': ['testCommands'],
  'ui-library': ['uiLibrary'],
  'ui-components': ['uiComponents'],
  'package-managers': ['packageManagers'],
  ci: ['ci'],
};
/** More than these are a list to look at, not an answer. */
const mostAnswers = 5;

/** What the workspace says on an area that is one of its topics; nothing for all others. */
export function answersForArea(
  area: string,
  context: WorkspaceContext,
  source: Source,
): readonly WorkspaceAnswer[] {
  const ofStack = Object.hasOwn(facets, area) ? (facets[area] ?? []) : [];
  const items = ofStack.flatMap((facet) => itemsOf(context.stack, facet));
  const rows = workspaceRows(context, area, source).map(({ name, path, line }) => ({
    text: name,
    path,
    line,
  }));
  return [...items.flatMap((item) => answerOf(item) ?? []), ...rows].slice(0, mostAnswers);
}
