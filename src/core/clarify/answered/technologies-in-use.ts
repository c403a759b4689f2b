import { technologiesIn, type TechnologyFacet } from '../../workspace/stack/technologies';
import type { StackItem, WorkspaceContext } from '../../workspace/context';
import { itemText } from '../../workspace/stack/stack-facets';
import type { WorkspaceAnswer } from './workspace-answer';

/** A technology that the workspace shows. */
export interface TechnologyInUse extends WorkspaceAnswer {
  /** Its name as the list of technologies has it. */
  readonly name: string;
  readonly facet: TechnologyFacet;
  /** As stated, or `null`. */
  readonly version: string | null;
}

/** Value of a stack profile as an answer; `null` for what only a person said, which no file shows. */
export function answerOf(item: StackItem): WorkspaceAnswer | null {
  return item.evidence === '' ? null : { text: itemText(item), path: item.evidence, line: item.line };
}

const known = new WeakMap<WorkspaceContext, readonly TechnologyInUse[]>();

/** What the workspace shows, by what it does in a product; the first that shows it counts. */
export function technologiesInUse(context: WorkspaceContext): readonly TechnologyInUse[] {
  const before = known.get(context);
  if (before !== undefined) return before;
  const found = readTechnologies(context);
  known.set(context, found);
  return found;
}

function readTechnologies(context: WorkspaceContext): readonly TechnologyInUse[] {
  const { stack, project } = context;
  const items: readonly StackItem[] = [
    ...stack.languages,
    ...stack.frameworks,
    ...stack.databases,
    ...stack.orms,
    ...(stack.uiLibrary === null ? [] : [stack.uiLibrary]),
    ...(stack.migrations === null
      ? []
      : [{ ...stack.migrations, name: stack.migrations.tool, version: null }]),
    ...(project?.dependencies ?? []).map(({ name, version, path, line }) => ({
      ...{ name, version, evidence: path, line },
    })),
  ];
  const found = new Map<string, TechnologyInUse>();
  for (const item of items) {
    const answer = answerOf(item);
    if (answer === null) continue;
    for (const { technology } of technologiesIn(item.name)) {
      const key = `${technology.facet} ${technology.name}`;
      if (found.has(key)) continue;
      const { name, facet } = technology;
      found.set(key, { ...answer, name, facet, version: item.version });
    }
  }
  return [...found.values()];
}
