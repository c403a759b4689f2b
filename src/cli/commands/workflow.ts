import type { AddCommand } from '../options';
import { addMetrics, addReport, addSchedule, addStatus } from './workflow/look-at-features';
import { addOverride, addSign, addVerdict } from './workflow/persons-words';
import { addNext, addStart } from './workflow/take-features-on';

/** `workflow ...`: features that go through phases, with gates that stay shut until their criteria are met. */
export const addWorkflow: AddCommand = (program, terminal, done) => {
  const workflow = program
    .command('workflow')
    .description('take features through phases and gates; see docs/workflow.md');
  addStatus(workflow, terminal, done);
  addStart(workflow, terminal);
  addNext(workflow, terminal, done);
  addSign(workflow, terminal);
  addOverride(workflow, terminal);
  addVerdict(workflow, terminal);
  addReport(workflow, terminal, done);
  addMetrics(workflow, terminal);
  addSchedule(workflow, terminal);
};
