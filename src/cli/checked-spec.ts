import { checkSpecFile, type SpecFileReport } from '../core/checks/check-spec-file';
import type { TeamConfig } from '../core/config/team-config';
import { changedSince } from '../core/drift/changed-since';
import type { Clock } from '../core/ports/clock';
import { surroundingsOf } from './surround';
import { loadTeamConfig } from './team-config';
import type { Terminal } from './terminal';
import { clockAt, inWorkspace, loadTemplates, openWorkspace, type CliWorkspace } from './workspace';

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

/**
 * Opens the workspace of a spec. The spec itself is not read.
 *
 * @throws CliFailure where workspace or configuration can not be read
 */
export async function openCheckedSpec(
  terminal: Terminal,
  shown: string,
  options: { readonly workspace: string; readonly now?: string },
): Promise<CheckedSpec> {
  const clock = clockAt(options.now);
  const workspace = await openWorkspace(terminal, options.workspace);
  const config = await loadTeamConfig(workspace);
  const templates = await loadTemplates(workspace);
  const path = inWorkspace(workspace, shown);
  const surround = surroundingsOf(workspace, clock, config)(path);
  const check = (text: string): Promise<SpecFileReport> =>
    checkSpecFile({
      ...{ path, text, files: workspace.files, templates, settings: config.checks, surround },
      changedSince: (commit, paths) => changedSince((args) => workspace.git.run(args), commit, paths),
    });
  return { workspace, config, clock, shown, path, check };
}
