import { createTwoFilesPatch } from 'diff';
import { approvedText } from '../../core/life/approved-text';
import { findApprovedText } from '../../core/life/find-approved-text';
import { parseSpec } from '../../core/spec/parse-spec';
import { CliFailure, exitCode } from '../failure';
import { nowOption, specWorkspaceOption, type AddCommand } from '../options';
import { printLines } from '../output';
import { openSpecInLife, type LifeOptions } from '../workspace/spec-in-life';

/** `diff-approved SPEC`: what of a spec has changed since it was last approved, as a patch. */
export const addDiffApproved: AddCommand = (program, terminal, done) => {
  program
    .command('diff-approved')
    .description(
      'show what of a spec has changed since its last approval; exits 1 where that is no longer approved',
    )
    .argument('<spec>', 'technical specification')
    .addOption(specWorkspaceOption())
    .addOption(nowOption())
    .action(async (shown: string, options: LifeOptions) => {
      const { report, workspace, path } = await openSpecInLife(terminal, shown, options);
      const { approvals, approval } = report.life;
      const [last] = approval === null ? approvals : [approval];
      if (last === undefined)
        throw new CliFailure(`${shown} was never approved. Approve it with tech-spec approve ${shown}.`);
      if (approval !== null)
        return printLines(terminal, [`${shown}: nothing has changed since it was approved on ${last.date}`]);
      const approved = await findApprovedText(workspace.git, last);
      if (approved === null)
        throw new CliFailure(
          `The text of ${shown} that was approved on ${last.date} is in no commit of its history. Fetch the whole history (git fetch --unshallow).`,
        );
      done(exitCode.findings);
      // What is no edit (ticks, the status, the line below the spec) is none here: both are compared as they were hashed.
      const patch = createTwoFilesPatch(
        shown,
        shown,
        `${approvedText(parseSpec(approved), last.path)}\n`,
        `${approvedText(report.spec, path)}\n`,
        `approved ${last.date}`,
        'now',
      );
      printLines(terminal, patch.trimEnd().split('\n').slice(1));
    });
};
