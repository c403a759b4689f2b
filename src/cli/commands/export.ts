import { readdir } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import { Option } from 'commander';
import { checkSpecFile } from '../../core/checks/check-spec-file';
import type { ExportedFile, ExportFormat } from '../../core/export/exported-file';
import { exportFormats, exportSpec } from '../../core/export/formats';
import { handOffOf, type HandOff } from '../../core/export/hand-off';
import { scenarioGaps, type ScenarioGaps } from '../../core/export/scenarios';
import { withoutSecrets } from '../../core/secrets/mask-secrets';
import { fileName } from '../../core/text/path';
import { CliFailure, exitCode } from '../failure';
import { formatOption, nowOption, specWorkspaceOption, type AddCommand } from '../options';
import { workspaceOfSpecs } from '../workspace/spec-workspace';
import { count, printJson, printLines, type Format } from '../output';
import { surroundingsOf } from '../workspace/surround';
import { loadTeamConfig } from '../workspace/team-config';
import type { Terminal } from '../terminal';
import { clockAt, inWorkspace, loadTemplates, readSpecFile, type CliWorkspace } from '../workspace/workspace';
import { isFolder, writeFiles } from '../writing/write-files';

interface ExportCommandOptions {
  readonly to?: string;
  readonly out?: string;
  readonly task?: string;
  readonly force: boolean;
  readonly format: Format;
  readonly workspace?: string;
  readonly now?: string;
}

/** `export SPEC --to FORMAT`: a spec as other tools and agents take it. */
export const addExport: AddCommand = (program, terminal, done) => {
  program
    .command('export')
    .description('hand a spec to other tools: files in their format, written or printed; nothing is run')
    .argument('<spec>', 'technical specification')
    .addOption(
      // Not declared as required: that message would hide the one about an option that is not known.
      new Option('--to <format>', 'required').choices(exportFormats.map(({ id }) => id)),
    )
    .option(
      '--out <path>',
      'file for a single one, else the folder that takes the place of the workspace; a single file is printed without it',
    )
    .option('--task <id>', 'that task alone, for agent-brief and github-issues')
    .option('--force', 'replace files that are there', false)
    .addOption(specWorkspaceOption())
    .addOption(nowOption())
    .addOption(formatOption())
    .action(async (shown: string, options: ExportCommandOptions) => {
      const format = chosenFormat(options.to);
      const workspace = await workspaceOfSpecs(terminal, options.workspace, [shown]);
      const handOff = await readHandOff(workspace, shown, options.now);
      const task = chosenTask(format, handOff, options.task);
      const target = await targetOf(workspace, format, options.out);
      const existing =
        format.numbersIn === null
          ? []
          : await readdir(resolve(target.folder, format.numbersIn)).catch(() => []);
      const files = exportSpec(format, handOff, { place: target.place, existing, task });
      const gaps = format.scenarios ? scenarioGaps(handOff) : null;
      warnOfErrors(terminal, shown, handOff);
      tellGaps(terminal, gaps);
      done(exitCode.fine);
      const [only] = files;
      if (format.single && options.out === undefined && only !== undefined) {
        terminal.out.write(withoutSecrets(only.text));
        return;
      }
      const written = files.map((file) => target.rename(file));
      const nameOf = (path: string): string => named(relative(terminal.folder, resolve(target.folder, path)));
      await writeFiles(target.folder, written, nameOf, options.force);
      const paths = written.map(({ path }) => nameOf(path));
      if (options.format === 'json')
        printJson(terminal, {
          to: format.id,
          files: paths.map((path) => ({ path })),
          ...(gaps === null ? {} : { gaps }),
        });
      else printLines(terminal, paths);
    });
};

function chosenFormat(id: string | undefined): ExportFormat {
  const format = exportFormats.find((one) => one.id === id);
  if (format !== undefined) return format;
  throw new CliFailure(`--to is missing. Choose one of ${exportFormats.map((one) => one.id).join(', ')}.`);
}

async function readHandOff(
  workspace: CliWorkspace,
  shown: string,
  now: string | undefined,
): Promise<HandOff> {
  const clock = clockAt(now);
  const config = await loadTeamConfig(workspace);
  const path = inWorkspace(workspace, shown);
  const report = await checkSpecFile({
    ...{ path, text: await readSpecFile(workspace, shown), files: workspace.files },
    templates: await loadTemplates(workspace),
    settings: config.checks,
    surround: surroundingsOf(workspace, clock, config)(path),
  });
  return handOffOf(report, clock.now().toISOString().slice(0, 10));
}

function chosenTask(format: ExportFormat, { spec }: HandOff, id: string | undefined): string | null {
  if (id === undefined) return null;
  if (!format.byTask) {
    const fitting = exportFormats.filter(({ byTask }) => byTask).map((one) => one.id);
    throw new CliFailure(`--task does not go with ${format.id}, only with ${fitting.join(' and ')}.`);
  }
  if (spec.tasks.some((task) => task.id === id)) return id;
  const ids = spec.tasks.map((task) => task.id);
  throw new CliFailure(
    ids.length === 0
      ? `There is no task ${id}: the spec has no tasks. Export it without --task.`
      : `There is no task ${id}. Choose one of: ${ids.join(', ')}.`,
  );
}

interface Target {
  /** Absolute. */
  readonly folder: string;
  /** See `ExportOptions`. */
  readonly place: string | null;
  rename(file: ExportedFile): ExportedFile;
}

async function targetOf(
  workspace: CliWorkspace,
  format: ExportFormat,
  out: string | undefined,
): Promise<Target> {
  const as = (folder: string, rename: Target['rename']): Target => {
    const way = relative(workspace.root, folder).split(sep).join('/');
    return { folder, rename, place: way === '..' || way.startsWith('../') ? null : way };
  };
  if (out === undefined) return as(workspace.root, (file) => file);
  const path = resolve(workspace.terminal.folder, out);
  const isDirectory = await isFolder(path);
  if (format.single && !isDirectory && !/[/\\]$/.test(out))
    return as(dirname(path), ({ text }) => ({ path: fileName(named(path)), text }));
  return as(path, (file) => file);
}

function warnOfErrors({ err }: Terminal, shown: string, { report }: HandOff): void {
  const errors = report.findings.filter(({ severity }) => severity === 'error').length;
  if (errors > 0)
    err.write(
      `${shown} has ${count(errors, 'error')}; tech-spec check ${shown} names them. Exported as it is.\n`,
    );
}

/** What an export could not state, because the source does not. */
function tellGaps({ err }: Terminal, gaps: ScenarioGaps | null): void {
  if (gaps === null) return;
  const { withoutCriterion, withoutCondition, withoutText } = gaps;
  const tell = (ids: readonly string[], noun: string, says: string): void => {
    if (ids.length > 0) err.write(`${count(ids.length, noun)} ${says}: ${someOf(ids)}.\n`);
  };
  tell(withoutCriterion, 'requirement', 'without an acceptance criterion, repeated as a scenario');
  tell(withoutCondition, 'scenario', 'without a condition, because the source names none apart');
  tell(withoutText, 'scenario', 'left out, because the source has lost the text of the criterion');
}

function someOf(ids: readonly string[]): string {
  const shown = 5;
  const rest = ids.length - shown;
  return rest > 1 ? `${ids.slice(0, shown).join(', ')} and ${rest} more` : ids.join(', ');
}

function named(path: string): string {
  return sep === '/' ? path : path.split(sep).join('/');
}
