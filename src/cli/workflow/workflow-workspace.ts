import { t } from '@vscode/l10n';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { checkSpecFile, type SpecFileReport } from '../../core/checks/check-spec-file';
import { checks } from '../../core/checks/registry';
import type { Clock } from '../../core/ports/clock';
import type { Template } from '../../core/template/template';
import type { WrittenArtefact } from '../../core/workflow/artefact-source';
import type { Change, RecordWrite, Stamp, Standing } from '../../core/workflow/changes';
import { discoverWorkflows } from '../../core/workflow/discover-workflows';
import { loadFeature, type LoadedFeature } from '../../core/workflow/load-feature';
import { featureNames } from '../../core/workflow/read-feature';
import type { Workflow } from '../../core/workflow/workflow';
import { CliFailure, errorCode, exitCode } from '../failure';
import { findTemplate } from '../workspace/find-template';
import { NodeFileSystem } from '../workspace/node-files';
import { surroundingsOf } from '../workspace/surround';
import { loadTeamConfig } from '../workspace/team-config';
import {
  builtInTemplates,
  clockAt,
  fromHere,
  loadTemplates,
  openWorkspace,
  type CliWorkspace,
} from '../workspace/workspace';
import type { Terminal } from '../terminal';
import { writeWhole } from '../writing/write-whole';

/** A workspace as the commands of the workflow see it. */
export interface WorkflowWorkspace {
  readonly workspace: CliWorkspace;
  readonly clock: Clock;
  readonly workflows: readonly Workflow[];
  readonly templates: readonly Template[];
  /** Report on an artefact, by the id of its template. */
  check(artefact: WrittenArtefact, template: string): Promise<SpecFileReport>;
  /** All features; what is wrong with their files goes to the error output. */
  all(checked: boolean): Promise<readonly LoadedFeature[]>;
  /**
   * One feature.
   *
   * @param checked whether its artefacts are checked; what checks verify is open otherwise
   * @throws CliFailure where it is not there or can not be read
   */
  feature(name: string, checked: boolean): Promise<KnownFeature>;
  /** Who does something now. */
  stamp<Name extends string | null>(name: Name): Promise<Stamp & { readonly name: Name }>;
}

export interface KnownFeature extends LoadedFeature {
  readonly standing: Standing;
}

/** Opens a workspace with its workflows. Workflow files with mistakes are reported and left out. */
export async function openWorkflows(
  terminal: Terminal,
  options: { readonly workspace: string; readonly now?: string },
): Promise<WorkflowWorkspace> {
  const clock = clockAt(options.now);
  const workspace = await openWorkspace(terminal, options.workspace);
  const config = await loadTeamConfig(workspace);
  const templates = await loadTemplates(workspace);
  const { workflows, problems } = await discoverWorkflows({
    builtIn: new NodeFileSystem(builtInTemplates()),
    workspace: workspace.files,
    knownChecks: new Set(checks.map(({ id }) => id)),
  });
  for (const { path, problems: found } of problems)
    for (const problem of found) reportProblem(workspace, { ...problem, path });
  const surround = surroundingsOf(workspace, clock, config);
  const check = (artefact: WrittenArtefact, template: string): Promise<SpecFileReport> =>
    checkSpecFile({
      ...artefact,
      files: workspace.files,
      templates,
      template: findTemplate(templates, template),
      settings: config.checks,
      surround: surround(artefact.path),
    });
  const load = async (name: string, checked = true): Promise<LoadedFeature> => {
    const loaded = await loadFeature(workspace.files, name, workflows, checked ? check : null);
    for (const problem of loaded.problems) reportProblem(workspace, problem);
    return loaded;
  };
  return {
    ...{ workspace, clock, workflows, templates, check },
    all: async (checked) => {
      const loaded: LoadedFeature[] = [];
      for (const name of await featureNames(workspace.files)) loaded.push(await load(name, checked));
      return loaded;
    },
    feature: async (name, checked) => {
      const names = await featureNames(workspace.files);
      if (!names.includes(name))
        throw new CliFailure(
          names.length === 0
            ? `There is no feature ${name}. Begin it with tech-spec workflow start ${name} --source FILE.`
            : `There is no feature ${name}. There are: ${names.join(', ')}.`,
        );
      const loaded = await load(name, checked);
      if (loaded.standing === null) throw new CliFailure(`The feature ${name} cannot be read; see above.`);
      return { ...loaded, standing: loaded.standing };
    },
    stamp: async (name) => ({
      name,
      date: clock.now().toISOString().slice(0, 10),
      commit: (await workspace.git.read())?.commit ?? null,
    }),
  };
}

function reportProblem(
  workspace: CliWorkspace,
  { path, line, message, args }: { path: string; line: number; message: string; args: readonly string[] },
): void {
  workspace.terminal.err.write(`${fromHere(workspace, path)}:${line}: ${t(message, ...args)}\n`);
}

/**
 * Does a change of a feature.
 *
 * @throws CliFailure where it is refused (exit 1) or a file can not be written; a file that can not be read is never replaced
 */
export async function applyChange(
  workspace: CliWorkspace,
  change: Change,
  problems: LoadedFeature['problems'],
): Promise<void> {
  if ('refused' in change)
    throw new CliFailure(t(change.refused.message, ...change.refused.args), exitCode.findings);
  for (const write of change.writes) {
    const broken = problems.find(({ path }) => path === write.path);
    if (broken !== undefined)
      throw new CliFailure(
        `${fromHere(workspace, write.path)} cannot be read (line ${broken.line}) and is not overwritten. Mend it, or delete it.`,
      );
    await writeRecord(workspace, write);
  }
}

async function writeRecord(workspace: CliWorkspace, { path, text, replaces }: RecordWrite): Promise<void> {
  const shown = fromHere(workspace, path);
  if (!(await workspace.files.staysInside(path)))
    throw new CliFailure(`${shown} leads out of the workspace through a link. Nothing was written.`);
  const target = resolve(workspace.root, path);
  try {
    await mkdir(dirname(target), { recursive: true });
    if (!replaces) return await writeFile(target, text, { flag: 'wx' });
    await writeWhole(target, text);
  } catch (error) {
    const code = errorCode(error);
    throw new CliFailure(
      code === 'EEXIST'
        ? `${shown} exists and is not overwritten. Delete it, or restore it from version control.`
        : `${shown} cannot be written (${code}). Check its permissions.`,
    );
  }
}
