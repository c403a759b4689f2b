import { createTwoFilesPatch } from 'diff';
import { findApprovedText } from '../../core/life/find-approved-text';
import { parseSpec } from '../../core/spec/parse-spec';
import { CliFailure, exitCode } from '../failure';
import { nowOption, specWorkspaceOption, type AddCommand } from '../options';
import { printLines } from '../output';
import { openSpecInLife, type LifeOptions } from '../spec-in-life';

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
      const { report, workspace } = await openSpecInLife(terminal, shown, options);
      const { approvals, approval } = report.life;
      const [last] = approval === null ? approvals : [approval];
      if (last === undefined)
        throw new CliFailure(`${shown} was never approved. Approve it with tech-spec approve ${shown}.`);
      const approved = await findApprovedText(workspace.git, last);
      if (approved === null)
        throw new CliFailure(
          `The text of ${shown} that was approved on ${last.date} is in no commit of its history. Fetch the whole history (git fetch --unshallow).`,
        );
      done(approval === null ? exitCode.findings : exitCode.fine);
      // Lines are compared as they are read: a return by itself ends one.
      const before = parseSpec(approved).text;
      if (before === report.spec.text) return;
      const patch = createTwoFilesPatch(
        shown,
        shown,
        before,
        report.spec.text,
        `approved ${last.date}`,
        'now',
      );
      printLines(terminal, patch.trimEnd().split('\n').slice(1));
    });
};
