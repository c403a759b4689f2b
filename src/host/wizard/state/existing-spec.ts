import { t } from '@vscode/l10n';
import type { Notice } from '../../../shared/wizard/notice';
import { editsAnswers, type WizardData } from '../data/wizard-data';

/** Buttons of the notice about a spec that is there already. */
export const existingSpecActions = { open: 'openSpec', update: 'updateSpec' } as const;

/**
 * Specs that were made from the source before, the newest first: a second one is mostly not what is wanted. Artefacts of one
 * feature share a source, and a spec whose answers are edited is known; of those nothing is told, nor of the one just written.
 */
export function existingSpecs(data: WizardData): readonly string[] {
  if ((data.input.artefact ?? null) !== null || editsAnswers(data)) return [];
  const written = [data.generation.path, data.generation.result?.path];
  return (data.reading?.records.specs ?? []).filter((path) => !written.includes(path));
}

/** Says that a spec of the source is there, and what can be done with it; `null` where none is. */
export function existingSpecNotice(data: WizardData): Notice | null {
  const specs = existingSpecs(data);
  const [newest] = specs;
  if (newest === undefined || data.source.loading) return null;
  const { open, update } = existingSpecActions;
  return {
    severity: 'info',
    text:
      specs.length === 1
        ? t('{0} was made from this source already. Going on here makes a second spec.', newest)
        : t(
            '{0} specs were made from this source already, the newest is {1}. Going on here makes another one.',
            specs.length,
            newest,
          ),
    actions: [
      { id: update, label: t('Update It') },
      { id: open, label: t('Open It') },
    ],
  };
}
