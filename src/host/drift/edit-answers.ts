import * as vscode from 'vscode';
import { languageOf } from '../../core/template/localize-template';
import { tell } from '../messages/tell';
import type { SpecLibrary } from '../review/library/spec-library';
import type { Wizard } from '../wizard/wizard';
import { specOf } from './chosen-spec';
import type { DriftTarget } from './drift-target';

/**
 * Opens the wizard at the questions of a spec that exists; sections that depend on what is changed there become stale.
 *
 * @param question id of the one that is to be answered, or `null`
 */
export async function editAnswers(
  library: SpecLibrary,
  wizard: Wizard,
  target: DriftTarget,
  question: string | null,
): Promise<void> {
  const spec = await specOf(library, target.spec);
  if (spec === null) return;
  const { template, source } = spec.report;
  if (template === null || source === null)
    return tell(
      'warning',
      source === null
        ? vscode.l10n.t('The source of this spec was not found. Restore it, or link it in the metadata.')
        : vscode.l10n.t('No template fits this spec, so it is not known what there is to ask.'),
    );
  const title = spec.report.spec.title ?? spec.path;
  const made = { title, source, template: template.id, language: languageOf(template).id };
  wizard.editAnswers(spec.folder, spec.path, made, question);
}
