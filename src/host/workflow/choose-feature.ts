import * as vscode from 'vscode';
import { nextSteps, tell } from '../messages/tell';
import type { FeatureLibrary, OpenFeature, StandingFeature } from './feature-library';
import type { FeatureTarget } from './feature-node';

/**
 * The feature that a command is about: the one that was clicked, the only one there is, or one that the person picks.
 *
 * @param wanted which may be picked
 * @returns `null` where there is none or the person picked none; that there is none has been said
 */
export async function chooseFeature(
  library: FeatureLibrary,
  target: FeatureTarget | null,
  wanted: (feature: StandingFeature) => boolean = () => true,
): Promise<StandingFeature | null> {
  if (target !== null) {
    const folder = vscode.workspace.workspaceFolders?.find(({ uri }) => uri.toString() === target.folder);
    const feature = folder === undefined ? null : await library.one(folder, target.feature);
    if (feature !== null && feature.standing !== null) return { ...feature, standing: feature.standing };
    tell(
      'warning',
      vscode.l10n.t('The feature {0} cannot be read. The Specs view says why.', target.feature),
    );
    return null;
  }
  const standing = (await library.all()).flatMap((feature) =>
    feature.standing === null ? [] : [{ ...feature, standing: feature.standing }],
  );
  const offered = standing.filter(wanted);
  if (offered.length === 0) {
    tell(
      'info',
      standing.length === 0
        ? vscode.l10n.t('No feature is under way.')
        : vscode.l10n.t('No feature is in a phase in which that can be done.'),
      ...(standing.length === 0 ? [startStep()] : []),
    );
    return null;
  }
  const [only] = offered;
  if (only !== undefined && offered.length === 1) return only;
  const picked = await vscode.window.showQuickPick(
    offered.map((feature) => ({
      label: feature.standing.state.records.feature.title,
      description: feature.name,
      detail: feature.standing.state.current?.phase.name ?? vscode.l10n.t('All phases are done'),
      feature,
    })),
    { title: vscode.l10n.t('Feature'), matchOnDescription: true },
  );
  return picked?.feature ?? null;
}

/** A feature as commands are told of it. */
export function targetOf({ folder, name }: OpenFeature): FeatureTarget {
  return { folder: folder.uri.toString(), feature: name };
}

/** Says that the workspace is not trusted; `true` where it is. */
export function isTrusted(): boolean {
  if (vscode.workspace.isTrusted) return true;
  tell(
    'error',
    vscode.l10n.t(
      'This workspace is in Restricted Mode, in which features can be looked at but not changed.',
    ),
    nextSteps.manageTrust(),
  );
  return false;
}

function startStep(): { label: string; run: () => Thenable<unknown> } {
  return {
    label: vscode.l10n.t('Start a Feature'),
    run: () => vscode.commands.executeCommand('techSpec.startFeature'),
  };
}
