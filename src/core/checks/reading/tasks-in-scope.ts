import type { SpecTask } from '../../spec/spec-document';
import type { CheckContext } from '../check';
import { isWithin } from '../../spec/place';

type Scope = Pick<CheckContext, 'spec' | 'template' | 'sections'>;

const kept = new WeakMap<
  Scope['sections'],
  Pick<Scope, 'spec' | 'template'> & { readonly tasks: readonly SpecTask[] }
>();

/**
 * The spec's tasks: those in the sections that its template's rules name as items, else all but the boxes of checklist
 * and open questions. Kept per matched sections, since many checks ask for them.
 */
export function tasksInScope(scope: Scope): readonly SpecTask[] {
  const known = kept.get(scope.sections);
  if (known?.spec === scope.spec && known.template === scope.template) return known.tasks;
  const tasks = findTasks(scope);
  kept.set(scope.sections, { spec: scope.spec, template: scope.template, tasks });
  return tasks;
}

function findTasks({ spec, template, sections }: Scope): readonly SpecTask[] {
  const keys = (template?.covers ?? []).filter(({ by }) => by === 'tasks').map(({ items }) => items);
  if (keys.length > 0) {
    const holders = keys.map((key) => sections.get(key));
    return spec.tasks.filter(({ section }) => holders.some((holder) => isWithin(spec, section, holder)));
  }
  const others = ['checklist', 'open-questions'].map((key) => sections.get(key));
  return spec.tasks.filter(({ section }) => !others.some((holder) => isWithin(spec, section, holder)));
}
