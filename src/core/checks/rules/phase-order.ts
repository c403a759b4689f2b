import type { Check } from '../check';
import { headingPlace } from '../../spec/place';
import { taskPhases } from '../reading/task-phases';
import { tasksInScope } from '../reading/tasks-in-scope';

/**
 * The phases of the tasks are the template's, in its order. A phase that the template does not have is a warning where tasks
 * stand in it; one that was left out is for required-sections to report.
 *
 * Options: none.
 *
 * Good: `### Phase 1: Data Model`, then `### Phase 2: Backend Logic & API`.
 * Bad: the phase of tests before that of the data model; `### Phase 2b: Extras` with tasks.
 */
export const phaseOrder: Check = {
  id: 'phase-order',
  title: 'Tasks stand in the phases of the template, in its order.',
  severity: 'error',
  needsTemplate: true,
  needsRequirements: false,
  *run(context) {
    const { spec } = context;
    const phases = taskPhases(context);
    if (phases === null) return;
    let highest: (typeof phases.known)[number] | null = null;
    for (const phase of phases.known) {
      if (highest !== null && phase.position < highest.position) {
        const message = 'Phase "{0}" stands behind "{1}": the template has it before that one.';
        const args = [phase.section.name, highest.section.name];
        yield { message, args, ...headingPlace(spec, phase.section) };
      } else highest = phase;
    }
    const holding = new Set<number>();
    for (const { section } of tasksInScope(context)) {
      for (
        let index = section;
        index !== null && !holding.has(index);
        index = spec.sections[index]?.parent ?? null
      )
        holding.add(index);
    }
    for (const section of phases.strangers) {
      if (!holding.has(section.index)) continue;
      const message = 'The template has no phase "{0}": put its tasks into one of the template.';
      yield { message, args: [section.name], severity: 'warning', ...headingPlace(spec, section) };
    }
  },
};
