import * as vscode from 'vscode';
import { formerArtefacts, templateFor } from '../../core/workflow/artefact-source';
import { artefactPath } from '../../core/workflow/workflow';
import type { TemplateLibrary } from '../workspace/template-library';
import type { ArtefactToDraft } from './artefact-workspace';
import type { StandingFeature } from './feature-library';

/**
 * An artefact of a feature as it is drafted now: with what the phases before wrote, and the role of its own phase.
 *
 * @returns why it can not be drafted, in words, where its workflow or template is not there
 */
export async function artefactToDraft(
  feature: StandingFeature,
  id: string,
  library: TemplateLibrary,
): Promise<ArtefactToDraft | string> {
  const { workflow, records } = feature.standing.state;
  const phase = workflow.phases.find(({ artefacts }) => artefacts.includes(id));
  const artefact = workflow.artefacts[id];
  if (phase === undefined || artefact === undefined)
    return vscode.l10n.t('The workflow {0} has no artefact {1}.', workflow.id, id);
  const { templates } = await library.read(feature.folder.uri);
  const template = templates.find((one) => one.id === artefact.template);
  if (template === undefined)
    return vscode.l10n.t('There is no template {0}, which {1} needs.', artefact.template, artefact.name);
  const output = artefactPath(artefact, feature.name);
  const paths = new Set(formerArtefacts(workflow, phase, feature.name));
  return {
    ...{ feature: feature.name, id, name: artefact.name, output },
    source: records.feature.source,
    template: templateFor(template, phase, output),
    former: [...feature.artefacts.values()].filter(({ path }) => paths.has(path)),
  };
}
