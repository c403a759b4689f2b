import { readSurroundings, type Surroundings } from '../../core/checks/surroundings';
import type { Clock } from '../../core/ports/clock';
import { ProjectReader } from '../../core/project/read-project';
import type { TeamConfig } from '../../core/config/team-config';
import type { Source } from '../../core/source/source';
import type { ReadAhead } from '../../core/workspace/read-ahead';
import type { CliWorkspace } from './workspace';

/**
 * Reads what lies around specs of a workspace; code that was read for one spec is not read again for the next.
 *
 * @param read keeps documents from one spec to the next, where nothing changes them meanwhile
 */
export function surroundingsOf(
  workspace: CliWorkspace,
  clock: Clock,
  config: Pick<TeamConfig, 'rules' | 'completedSpecs' | 'research'>,
  read?: ReadAhead,
): (spec: string) => (source: Source | null) => Promise<Surroundings> {
  const reader = new ProjectReader(workspace.files);
  const today = clock.now().toISOString().slice(0, 10);
  return (spec) => async (source) =>
    readSurroundings(workspace, {
      source: source ?? undefined,
      spec,
      listing: await workspace.listing(),
      read,
      project: (files) => reader.read(files),
      today,
      ruleGlobs: config.rules,
      completedSpecGlobs: config.completedSpecs,
      researchGlobs: config.research,
    });
}
