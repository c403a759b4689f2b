import type { Source } from '../source/source';
import type { WorkspaceContext } from '../workspace/context';
import type { FactRow } from '../workspace/fact-rows';
import { relevanceOf, wordsOfSource } from '../workspace/fact-rows';
import { workspaceRows } from '../workspace/workspace-facts';

/** Lists of the workspace that help a person to answer for an area, though they answer nothing by themselves. */
const topicsOfAreas: Readonly<Record<string, readonly string[]>> = {
  performance: ['declared-limits'],
  data: ['existing-tables', 'declared-tables'],
  interface: ['existing-endpoints', 'declared-endpoints'],
  integration: ['declared-events', 'declared-endpoints'],
  infrastructure: ['declared-settings'],
  testing: ['declared-tests'],
};
/** More would have to be read before they help. */
const mostShown = 3;

/** What completed specs and the code say that is near to an area and to the source, the nearest first. */
export function nearbyFacts(source: Source, context: WorkspaceContext, area: string): readonly FactRow[] {
  const topics = Object.hasOwn(topicsOfAreas, area) ? (topicsOfAreas[area] ?? []) : [];
  if (topics.length === 0) return [];
  const words = wordsOfSource(source);
  return topics
    .flatMap((topic) => workspaceRows(context, topic, source))
    .filter((row) => relevanceOf(row, words) > 0)
    .slice(0, mostShown);
}
