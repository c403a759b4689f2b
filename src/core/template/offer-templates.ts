import type { SourceKind } from '../source/source';
import type { Template } from './template';

/**
 * Templates in the order of the offer: the one from the settings, those of the workspace, those made for this kind of
 * source. Only artefacts of workflows are left out; the order among equals stays.
 *
 * @param kind `null` while the source is not known
 * @param preferred template id from the settings, or an empty string
 */
export function offerTemplates(
  templates: readonly Template[],
  kind: SourceKind | null,
  preferred: string,
): readonly Template[] {
  const rank = (template: Template): number => {
    if (template.id === preferred) return -1;
    const fit = kind === null ? 0 : template.for.indexOf(kind);
    const unfit = fit < 0 ? 1000 : fit;
    return template.origin.kind === 'workspace' ? unfit : unfit + 100;
  };
  return templates.filter(({ offer }) => offer !== false).sort((a, b) => rank(a) - rank(b));
}
