import type { ProjectIndex } from '../../../core/project/project-index';
import { existingFacts } from '../../../core/project/existing-facts';
import type { StackItem, StackProfile } from '../../../core/workspace/context';
import type { StackEdit } from '../../../core/workspace/stack/stack-edits';
import { applyStackEdits } from '../../../core/workspace/stack/stack-edits';
import { isSingle, itemsOf, itemText, stackFacets } from '../../../core/workspace/stack/stack-facets';
import type { ProjectView, StackRowView, StackValueView } from '../../../shared/wizard/context-state';
import type { ReadProject } from '../data/wizard-data';

/**
 * Each facet of the stack with its values as a person set them right, and what was detected where that differs.
 *
 * @param stack as detected
 */
export function stackViews(stack: StackProfile, edits: readonly StackEdit[]): StackRowView[] {
  const edited = applyStackEdits(stack, edits);
  return stackFacets.map((facet) => {
    const removed = new Set(
      edits.filter((edit) => edit.facet === facet && edit.value === null).map(({ detected }) => detected),
    );
    return {
      facet,
      single: isSingle(facet),
      values: [
        ...itemsOf(edited, facet).map((item) =>
          statedView(
            item,
            edits.filter((edit) => edit.facet === facet),
          ),
        ),
        ...itemsOf(stack, facet)
          .filter((item) => removed.has(itemText(item)))
          .map((item): StackValueView => ({ ...placed(item), state: 'removed', detected: itemText(item) })),
      ],
    };
  });
}

function statedView(item: StackItem, edits: readonly StackEdit[]): StackValueView {
  const text = itemText(item);
  // Parts of the migrations carry no mark of their own.
  const edit = edits.find(({ value }) => value === text);
  const detected = item.byHand?.detected ?? edit?.detected ?? null;
  const state =
    item.byHand === undefined && edit === undefined ? 'detected' : detected === null ? 'added' : 'changed';
  return { ...placed(item), state, detected };
}

function placed(item: StackItem): Pick<StackValueView, 'text' | 'evidence' | 'line'> {
  return { text: itemText(item), evidence: item.evidence, line: item.line };
}

/** What was read of the code, in numbers. */
export function projectView({ state, value }: ReadProject): ProjectView {
  return { state, counts: value === null ? null : countsOf(value) };
}

function countsOf(project: ProjectIndex): NonNullable<ProjectView['counts']> {
  return {
    files: project.files.length,
    symbols: project.symbols.length,
    endpoints: existingFacts(project, 'endpoint').length,
    tables: existingFacts(project, 'table').length,
    commands: existingFacts(project, 'command').length,
    packages: new Set(project.dependencies.map(({ name, ecosystem }) => `${ecosystem} ${name}`)).size,
    skipped: project.skipped.length,
  };
}
