import { t } from '@vscode/l10n';
import { checks } from '../../core/checks/registry';
import { readTeamConfig, teamConfigPath, type TeamConfig } from '../../core/config/team-config';
import { CliFailure } from '../failure';
import { fromHere, type CliWorkspace } from './workspace';

/**
 * What the team of a workspace has agreed on.
 *
 * @throws CliFailure that names each mistake at its line
 */
export async function loadTeamConfig(workspace: CliWorkspace): Promise<TeamConfig> {
  const parsed = await readTeamConfig(workspace.files, new Set(checks.map(({ id }) => id)));
  if ('config' in parsed) return parsed.config;
  const path = fromHere(workspace, teamConfigPath);
  throw new CliFailure(
    parsed.problems.map(({ line, message, args }) => `${path}:${line}: ${t(message, ...args)}`).join('\n'),
  );
}
