import { noNote, statusEdits } from '../../core/life/change-status';
import { completedPath, planCompletion, usualCompletedFolder } from '../../core/life/complete';
import { statusOfStage } from '../../core/template/statuses';
import { carryOut } from '../writing/carry-out';
import { CliFailure, exitCode } from '../failure';
import { nowOption, specWorkspaceOption, type AddCommand } from '../options';
import { printLines } from '../output';
import { choiceOf, obstacles, openSpecInLife, type LifeOptions } from '../workspace/spec-in-life';
import { fromHere } from '../workspace/workspace';

interface CompleteOptions extends LifeOptions {
  readonly to?: string;
}

/** `complete SPEC`: marks a spec as implemented and moves it, with all that belongs to it, among those that are. */
export const addComplete: AddCommand = (program, terminal, done) => {
  program
    .command('complete')
    .description(
      'mark a spec as implemented and move it to the completed ones, links mended; exits 1 with what is lacking',
    )
    .argument('<spec>', 'technical specification')
    .option(
      '--to <folder>',
      'folder of completed specs, relative to the workspace; by default completedFolder of .tech-spec/config.yaml, else completed/ beside it',
    )
    .addOption(specWorkspaceOption())
    .addOption(nowOption())
    .action(async (shown: string, options: CompleteOptions) => {
      const opened = await openSpecInLife(terminal, shown, options);
      const { report, path, workspace, config } = opened;
      const folder = options.to ?? config.completedFolder ?? usualCompletedFolder;
      const current = report.life.status;
      const status =
        current?.stage === 'implemented' ? current : statusOfStage(report.template, 'implemented');
      const choice = choiceOf(opened, status.name, noNote);
      const against = obstacles(opened, choice);
      if (against.length > 0) {
        done(exitCode.findings);
        return printLines(terminal, against);
      }
      const plan = await planCompletion({
        ...{ files: workspace.files, spec: report.spec, path, folder },
        edits: choice.isCurrent ? [] : statusEdits(report, path, status),
        listed: (await workspace.listing()).files,
      });
      if ('message' in plan) throw new CliFailure(plan.message.replace(/\{0\}/u, () => plan.args[0] ?? ''));
      await carryOut(workspace, plan);
      const moved = plan.moves.map(
        ({ from, to }) => `${fromHere(workspace, from)} -> ${fromHere(workspace, to)}`,
      );
      const mended = plan.texts.slice(1).map((text) => `${fromHere(workspace, text.path)}: links mended`);
      const place = completedPath(path, folder) ?? path;
      printLines(terminal, [`${fromHere(workspace, place)}: ${status.name}`, ...moved, ...mended]);
    });
};
