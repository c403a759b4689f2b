import { mkdir, rename } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { noNote, statusEdits } from '../../core/life/change-status';
import {
  completedPath,
  planCompletion,
  usualCompletedFolder,
  type Completion,
} from '../../core/life/complete';
import { statusOfStage } from '../../core/life/statuses';
import { CliFailure, exitCode } from '../failure';
import { nowOption, specWorkspaceOption, type AddCommand } from '../options';
import { printLines } from '../output';
import { replaceFile } from '../replace-file';
import { choiceOf, obstacles, openSpecInLife, type LifeOptions, type SpecInLife } from '../spec-in-life';
import { fromHere } from '../workspace';

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
      await carryOut(opened, plan);
      const moved = plan.moves.map(
        ({ from, to }) => `${fromHere(workspace, from)} -> ${fromHere(workspace, to)}`,
      );
      const mended = plan.texts.slice(1).map((text) => `${fromHere(workspace, text.path)}: links mended`);
      const place = completedPath(path, folder) ?? path;
      printLines(terminal, [`${fromHere(workspace, place)}: ${status.name}`, ...moved, ...mended]);
    });
};

/** Moves first: where one fails those before it are taken back and no text has changed. */
async function carryOut({ workspace }: SpecInLife, { moves, texts }: Completion): Promise<void> {
  const at = (path: string): string => resolve(workspace.root, path);
  const made: Completion['moves'][number][] = [];
  try {
    for (const move of moves) {
      await mkdir(dirname(at(move.to)), { recursive: true });
      await rename(at(move.from), at(move.to));
      made.push(move);
    }
  } catch (error) {
    for (const { from, to } of made.reverse()) await rename(at(to), at(from)).catch(() => undefined);
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new CliFailure(`The spec can not be moved (${code}); nothing was changed. Check the permissions.`);
  }
  for (const { path, before, after } of texts) {
    const now = placeOf(path, moves);
    await replaceFile(at(now), fromHere(workspace, now), before, after);
  }
}

/** Where a file lies after the moves, some of which are of folders. */
function placeOf(path: string, moves: Completion['moves']): string {
  for (const { from, to } of moves) {
    if (path === from) return to;
    if (path.startsWith(`${from}/`)) return to + path.slice(from.length);
  }
  return path;
}
