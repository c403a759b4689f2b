import type { SpecTask } from '../spec/spec-document';
import type { CheckContext } from './check';
import { isWithin } from './place';

type Scope = Pick<CheckContext, 'spec' | 'template' | 'sections'>;

/**
 * The spec's tasks: those in the sections that its template's rules name as items, else all but the boxes of checklist
 * and open questions.
 */
export function tasksInScope({ spec, template, sections }: Scope): readonly SpecTask[] {
  const keys = (template?.covers ?? []).filter(({ by }) => by === 'tasks').map(({ items }) => items);
  if (keys.length > 0) {
    const holders = keys.map((key) => sections.get(key));
    return spec.tasks.filter(({ section }) => holders.some((holder) => isWithin(spec, section, holder)));
  }
  const others = ['checklist', 'open-questions'].map((key) => sections.get(key));
  return spec.tasks.filter(({ section }) => !others.some((holder) => isWithin(spec, section, holder)));
}
