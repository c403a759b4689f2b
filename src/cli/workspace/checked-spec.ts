import { checkSpecFile, type SpecFileReport } from '../../core/checks/check-spec-file';
import type { TeamConfig } from '../../core/config/team-config';
import { changedSince } from '../../core/drift/changed-since';
import type { Clock } from '../../core/ports/clock';
import { ReadAhead } from '../../core/workspace/read-ahead';
import { namedSpecs } from './named-specs';
import { surroundingsOf } from './surround';
import { workspaceOfSpecs } from './spec-workspace';
import { loadTeamConfig } from './team-config';
import type { Terminal } from '../terminal';
import { clockAt, inWorkspace, loadTemplates, readSpecFile, type CliWorkspace } from './workspace';

/** A spec of a workspace, ready to be checked. */
export interface CheckedSpec {
  readonly workspace: CliWorkspace;
  readonly config: TeamConfig;
  readonly clock: Clock;
  /** As typed, relative to the current folder. */
  readonly shown: string;
  /** Relative to the root. */
  readonly path: string;
  /** What is true of a version of its text. */
  check(text: string): Promise<SpecFileReport>;
}

interface CheckOptions {
  readonly workspace?: string;
  readonly now?: string;
}

/**
 * Opens the workspace of a spec. The spec itself is not read.
 *
 * @throws CliFailure where workspace or configuration can not be read
 */
export async function openCheckedSpec(
  terminal: Terminal,
  shown: string,
  options: CheckOptions,
): Promise<CheckedSpec> {
  const clock = clockAt(options.now);
  const workspace = await workspaceOfSpecs(terminal, options.workspace, [shown]);
  const config = await loadTeamConfig(workspace);
  const path = inWorkspace(workspace, shown);
  const checkAt = await checkerOf(workspace, config, clock);
  return { workspace, config, clock, shown, path, check: (text) => checkAt(path, text) };
}

/** A spec as it lies in its workspace, with what is true of it. */
export interface SpecReport {
  /** Relative to the current folder. */
  readonly shown: string;
  readonly report: SpecFileReport;
}

/**
 * Reads and checks the specs that arguments name: files, folders or globs.
 *
 * @throws CliFailure where one of them can not be read
 */
export async function checkNamedSpecs(
  terminal: Terminal,
  named: readonly string[],
  options: CheckOptions,
): Promise<{ readonly workspace: CliWorkspace; readonly specs: readonly SpecReport[] }> {
  const workspace = await workspaceOfSpecs(terminal, options.workspace, named);
  const config = await loadTeamConfig(workspace);
  const check = await checkerOf(workspace, config, clockAt(options.now), new ReadAhead(workspace.files));
  const specs: SpecReport[] = [];
  for (const shown of await namedSpecs(workspace, named, config.specs))
    specs.push({
      shown,
      report: await check(inWorkspace(workspace, shown), await readSpecFile(workspace, shown)),
    });
  return { workspace, specs };
}

/** @param read keeps documents from one spec to the next, where nothing changes them meanwhile */
async function checkerOf(
  workspace: CliWorkspace,
  config: TeamConfig,
  clock: Clock,
  read?: ReadAhead,
): Promise<(path: string, text: string) => Promise<SpecFileReport>> {
  const templates = await loadTemplates(workspace);
  const surround = surroundingsOf(workspace, clock, config, read);
  return (path, text) =>
    checkSpecFile({
      ...{ path, text, templates, files: workspace.files, settings: config.checks },
      surround: surround(path),
      changedSince: (commit, paths) => changedSince((args) => workspace.git.run(args), commit, paths),
    });
}
