import { checkSpecFile } from '../../core/checks/check-spec-file';
import type { AgentWorkspace } from '../../core/agent-tools/agent-tool';
import { readKnownSource } from '../workspace/known-source';
import { specsBelow } from '../workspace/named-specs';
import { surroundingsOf } from '../workspace/surround';
import { loadTeamConfig } from '../workspace/team-config';
import { fromHere, loadTemplates, openWorkspace, readSpecFile, clockAt } from '../workspace/workspace';
import type { Terminal } from '../terminal';

/**
 * A workspace for the tools of agents, read anew for each call, since agents change its files between calls.
 *
 * @param folder as typed
 * @throws CliFailure where the folder is not there or its configuration can not be read
 */
export async function agentWorkspace(
  terminal: Terminal,
  folder: string,
  draft: AgentWorkspace['draft'],
): Promise<AgentWorkspace> {
  const workspace = await openWorkspace(terminal, folder);
  const config = await loadTeamConfig(workspace);
  const clock = clockAt(undefined);
  const templates = await loadTemplates(workspace);
  const surround = surroundingsOf(workspace, clock, config);
  return {
    files: workspace.files,
    specs: () => specsBelow(workspace, '', config.specs),
    check: async (path) =>
      checkSpecFile({
        ...{ path, files: workspace.files, templates, settings: config.checks },
        text: await readSpecFile(workspace, fromHere(workspace, path)),
        surround: surround(path),
      }),
    source: async (path) => (await readKnownSource(workspace, fromHere(workspace, path), {})).source,
    today: () => clock.now().toISOString().slice(0, 10),
    ...(draft === undefined ? {} : { draft }),
  };
}
