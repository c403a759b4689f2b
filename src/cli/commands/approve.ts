import { approvalAgain, noNote } from '../../core/life/change-status';
import { statusOfStage } from '../../core/template/statuses';
import { exitCode } from '../failure';
import { nowOption, specWorkspaceOption, type AddCommand } from '../options';
import { printLines } from '../output';
import {
  choiceOf,
  obstacles,
  openSpecInLife,
  writeApproval,
  writeStatus,
  type LifeOptions,
} from '../workspace/spec-in-life';

/** `approve SPEC`: sets the status and records who approved which text. */
export const addApprove: AddCommand = (program, terminal, done) => {
  program
    .command('approve')
    .description('approve a spec as it stands; exits 1 with what is lacking')
    .argument('<spec>', 'technical specification')
    .option('--by <name>', 'who approves; by default whom git knows')
    .addOption(specWorkspaceOption())
    .addOption(nowOption())
    .action(async (shown: string, options: LifeOptions & { readonly by?: string }) => {
      const opened = await openSpecInLife(terminal, shown, options);
      const { status, approval } = opened.report.life;
      const isAgain = status?.stage === 'approved';
      const approved = isAgain ? status : statusOfStage(opened.report.template, 'approved');
      const by = options.by ?? null;
      if (isAgain && approval?.name === by && by !== null)
        return printLines(terminal, [`${shown}: approved by ${by} already`]);
      // Approved once more, by another person or after an edit, it has to have what it needed the first time.
      const choice = isAgain
        ? approvalAgain(opened.facts, approved)
        : choiceOf(opened, approved.name, noNote);
      const against = obstacles(opened, choice);
      if (against.length > 0) {
        done(exitCode.findings);
        return printLines(terminal, against);
      }
      if (isAgain) await writeApproval(opened, [], by);
      else await writeStatus(opened, approved, noNote, by);
      printLines(terminal, [`${shown}: ${approved.name}`]);
    });
};
